"""Cards of custom note types match those of Anki."""

import time
from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import CardKind, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from tests.anki.anki_collections import (
    FIELD_NAMES,
    add_note,
    add_note_type,
)

ENGLISH = CardLanguages.ENGLISH


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield collection
    collection.close()


template_parts = st.sampled_from(
    (
        "{{One}}", "{{Two}}", "{{Three}}", "{{text:One}}", "{{#One}}", "{{/One}}", "{{^Two}}", "{{/Two}}", "{{#Three}}x{{/Three}}",
        " and ", "<b>", "</b>", "<!-- {{One}} -->", "{{Tags}}", "{{Type}}", "{{Card}}", "{{kanji:One}}", "{{kana:Two}}", "{{type:Three}}",
    )
)  # fmt: skip


field_contents = st.sampled_from(
    ("", "a", "<b>bold</b>", "<br>", " 漢字[かんじ] kana[かな]", "<div><br></div>", "1 &amp; 2", "x y")
)
"""Field contents; some count as empty."""


def without_unbalanced_conditions(parts: list[str]) -> str:
    """A template without unbalanced conditions, which Anki would reject."""
    whole = "".join(parts)
    for name in ("One", "Two"):
        opening = "{{#One}}" if name == "One" else "{{^Two}}"
        closing = f"{{{{/{name}}}}}"
        whole = whole.replace(opening, "").replace(closing, "")
    return whole


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.lists(template_parts, min_size=1, max_size=5), st.sampled_from(("", "#One", "^Two"))),
        min_size=1,
        max_size=3,
    ),
    st.tuples(field_contents, field_contents, field_contents),
)
def test_cards_match_anki(
    anki: Anki, template_specs: list[tuple[list[str], str]], fields: tuple[str, str, str]
) -> None:
    templates = []
    for number, (parts, condition) in enumerate(template_specs):
        inner = without_unbalanced_conditions(parts) + f" {{{{One}}}}{number}"
        front = f"{{{{{condition}}}}}{inner}{{{{/{condition[1:]}}}}}" if condition else inner
        templates.append((front, "{{FrontSide}}<hr id=answer>{{Two}}"))
    name = add_note_type(anki, f"type {time.time_ns()}", templates)
    number = add_note(anki, name, *fields)
    anki_cards = anki.get_note(number).cards()  # type: ignore[arg-type]
    card_templates = tuple(CardTemplate(f"Card {index}", *sides) for index, sides in enumerate(templates, 1))
    note = Note(
        "d", "n", CustomContent(CustomNoteType(0, name, FIELD_NAMES, card_templates, is_cloze=False), fields)
    )
    studyapp_cards = cards_of(note)
    # Anki creates a placeholder card for a note without cards.
    if studyapp_cards or [card.ord for card in anki_cards] != [0]:
        assert [card.ordinal for card in studyapp_cards] == [card.ord + 1 for card in anki_cards]
    for one, other in zip(studyapp_cards, anki_cards, strict=False):
        rendered = other.render_output()
        face = render_face(one, ENGLISH)
        assert visible_text(face.question) == visible_text(without_type_field(rendered.question_text))


def visible_text(html: str) -> str:
    return " ".join(html_to_text(html).split())


def without_type_field(html: str) -> str:
    return html.replace("[[type:Three]]", "")


CLOZES = (
    "{{c1::one}} and {{c2::two::hint}}",
    "{{c1::outer {{c2::inner}} more}} end",
    "{{c2::a}} {{c1::<b>b</b>}} {{c2::c}}",
    "{{c1,3::both}} {{c2::x}}",
    "no end {{c1::a",
    "{{c1::a}} }} {{ x",
    "{{c0::zero}} {{c1::one}}",
    "{{c12::twelve::<i>h</i>}}",
)


@pytest.mark.parametrize("text", CLOZES)
def test_clozes_are_hidden_as_in_anki(anki: Anki, text: str) -> None:
    front, back = "{{#c1}}first {{/c1}}{{cloze:One}}", "{{cloze:One}}<br>{{Two}}"
    name = add_note_type(anki, f"type {time.time_ns()}", [(front, back)], is_cloze=True)
    number = add_note(anki, name, text, "more")
    anki_cards = {card.ord + 1: card for card in anki.get_note(number).cards()}  # type: ignore[arg-type]
    note = Note(
        "d",
        "n",
        CustomContent(
            CustomNoteType(0, name, FIELD_NAMES, (CardTemplate("c", front, back),), is_cloze=True),
            (text, "more", ""),
        ),
    )
    studyapp_cards = {card.ordinal: card for card in cards_of(note)}
    assert studyapp_cards.keys() <= anki_cards.keys()
    assert studyapp_cards or list(anki_cards) == [1]
    for ordinal, card in studyapp_cards.items():
        rendered = anki_cards[ordinal].render_output()
        face = render_face(card, ENGLISH)
        assert visible_text(face.question).replace("[…]", "[...]") == visible_text(rendered.question_text)
        assert visible_text(face.revealed) == visible_text(rendered.answer_text)


def test_typed_answer_is_compared(anki: Anki) -> None:
    kind = CustomNoteType(
        0,
        "t",
        ("Front", "Back"),
        (CardTemplate("1", "{{Front}} {{type:Back}}", "{{Front}}<hr>{{type:Back}}"),),
        is_cloze=False,
    )
    (card,) = cards_of(Note("d", "n", CustomContent(kind, ("<i>q</i>", "the <b>answer</b>"))))
    assert card.kind is CardKind.TYPED_ANSWER
    assert visible_text(render_face(card, ENGLISH).question) == "q"
    assert "the answer" in visible_text(render_face(card, ENGLISH).revealed)
    right = render_face(card, ENGLISH, response=LearnerResponse(typed_answer="the answer")).revealed
    assert "✓" in right
    assert "✗" in render_face(card, ENGLISH, response=LearnerResponse(typed_answer="another")).revealed


@pytest.mark.parametrize(
    ("front", "one", "three"),
    [
        ("{{{One}}}", "f", ""), ("{{One}}{{hint:Three}}", "f", ""), ("{{=<% %>=}}<%One%>", "f", ""), ("{{text:One}}", "a<script>1</script>z", ""),
        ("{{kana:One}}", "a&nbsp;漢字[かんじ]", ""), ("{{One}}{{FrontSide}}", "f", ""),
        ("{{\nOne\n}}", "f", ""), ("{{One}}{{#Three}}x{{/Three}}", "f", "<br>"), ("{{One}}{{#Type}}typed{{/Type}}", "f", ""),
    ],
)  # fmt: skip
def test_unusual_templates_render_as_in_anki(anki: Anki, front: str, one: str, three: str) -> None:
    name = add_note_type(anki, f"type {time.time_ns()}", [(front, "{{text:FrontSide}} {{Two}}")])
    (anki_cards,) = anki.get_note(add_note(anki, name, one, "b", three)).cards()  # type: ignore[arg-type]
    kind = CustomNoteType(
        0, name, FIELD_NAMES, (CardTemplate("c", front, "{{text:FrontSide}} {{Two}}"),), is_cloze=False
    )
    (studyapp_cards,) = cards_of(Note("d", "n", CustomContent(kind, (one, "b", three))))
    rendered, face = anki_cards.render_output(), render_face(studyapp_cards, ENGLISH)
    assert visible_text(face.question) == visible_text(rendered.question_text)
    assert visible_text(face.revealed) == visible_text(rendered.answer_text)


def test_tts_tag_does_not_reveal_cloze(anki: Anki) -> None:
    template = CardTemplate("c", "{{cloze:One}} {{tts en_US:cloze-only:One}}", "{{cloze:One}}")
    kind = CustomNoteType(0, "t", FIELD_NAMES, (template,), is_cloze=True)
    (card,) = cards_of(Note("d", "n", CustomContent(kind, ("{{c1::secret}} z", "", ""))))
    assert "secret" not in render_face(card, ENGLISH).question
