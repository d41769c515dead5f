"""Cards of cloze types with several fields, compared with the real Anki."""

from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import CardKind
from studyapp.core.cards.nested_cloze import cloze_answer_text
from studyapp.core.rendering.face import render_face
from studyapp.core.text.localized_text import CardLanguages
from tests.anki.card_comparison import assert_same_text, make_card_pairs, shown_text


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield collection
    collection.close()


FIRST, SECOND, BOTH = (
    "Lisbon is in {{c1::Portugal}}",
    "Oslo is in {{c2::Norway::country}}",
    "{{c1,2::Europe}}",
)


@pytest.mark.parametrize("third", ["", "no blank", "{{c3::Rome}} {{c1::x}}", BOTH])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("{{cloze:One}}<br>{{cloze:Two}}", "{{cloze:One}}<br>{{cloze:Two}}"),
        ("{{cloze:One}}{{cloze:Two}}{{cloze:Three}}", "{{FrontSide}}<hr id=answer>{{cloze:Three}}"),
        ("{{cloze:One}}{{#Two}}, also {{cloze:Two}}{{/Two}}{{^Three}}none{{/Three}}", "{{cloze:Two}}"),
        ("{{cloze:One}}{{#c1}} first{{/c1}}{{^c1}} not first{{/c1}}", "{{cloze:Three}}"),
        ("{{cloze:One}} ({{cloze-only:Two}}) {{cloze-only:Three}}", "{{cloze:Two}} {{cloze-only:Three}}"),
        ("{{text:cloze:One}} {{cloze:text:Two}}", "{{text:cloze:Three}} {{cloze:text:Two}}"),
        ("{{cloze:One}} {{type:cloze:Two}}", "{{cloze:Two}}"),
        ("{{cloze:Three}} {{One}}", "{{cloze:Three}} {{text:Two}}"),
    ],
)
def test_field_without_a_blank_of_the_card_is_empty(anki: Anki, front: str, back: str, third: str) -> None:
    pairs = make_card_pairs(anki, [(front, back)], (FIRST, SECOND, third), is_cloze=True)
    assert len(pairs) >= 2
    for pair in pairs:
        assert_same_text(pair)


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::outer {{c2::inner}} end}} {{c3::last::hint}}",
        "{{c1::a {{c1::b}} c}} {{c2::d}}",
        "{{c1::a::hint {{c2::b}} more}}",
        "{{c1::a {{c2::b::inner hint}} c::outer hint}}",
        "{{c2::a::h1 {{c2::b}} c::h2}}",
        "{{c1::x::}} {{c01::y}} {{c1::}} {{c1::::h}} {{c1:::z}} {{c1::p::q::r}}",
        "{{c1::a}} never closed {{c2::b {{c3::c}}",
        "{{c2::b {{c1::a}}",
        "{{c1::a}} }} {{ {{C1::b}} {{c 1::c}}",
        "{{c1::a}} {{c0::zero}} {{c501::x}}",
        "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}} {{c2::text}}",
        "<!-- {{c1::a}} --> {{c2::b}}",
        "{{c1::<i>x</i>::<b>bold hint</b>}} 漢字[かん{{c2::じ}}]",
    ],
)
def test_deletions_of_any_shape_show_what_anki_shows(anki: Anki, text: str) -> None:
    templates = [("{{cloze:One}} / {{cloze-only:One}}", "{{cloze:One}} / {{cloze-only:One}}")]
    for pair in make_card_pairs(anki, templates, (text,), is_cloze=True):
        assert_same_text(pair)
        expected = anki.extract_cloze_for_typing(text, pair.mine.ordinal)
        assert cloze_answer_text(text, pair.mine.ordinal) == expected.replace("<i>", "").replace("</i>", "")


pieces = st.lists(
    st.sampled_from(
        (
            "{{c1::",
            "{{c2::",
            "{{c1,2::",
            "{{c3::",
            "}}",
            "}}",
            "::",
            "a",
            "b ",
            "<b>",
            "</b>",
            "{{",
            "é",
            "&lt;",
        )
    ),
    max_size=14,
).map("".join)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(pieces, pieces)
def test_random_fields_show_what_anki_shows(anki: Anki, first: str, second: str) -> None:
    side = "{{cloze:One}} | {{cloze:Two}} {{#Three}}x{{/Three}}"
    for pair in make_card_pairs(anki, [(side, side)], (f"_{first}", second), is_cloze=True):
        assert_same_text(pair)


def test_answer_field_is_shown_only_if_there_is_something_to_type(anki: Anki) -> None:
    templates = [("{{cloze:One}}{{type:cloze:Two}}", "{{cloze:One}}")]
    first, second = make_card_pairs(anki, templates, (FIRST, SECOND), is_cloze=True)
    assert (first.mine.kind, second.mine.kind) == (CardKind.CLOZE, CardKind.TYPED_ANSWER)


def test_hint_of_a_field_without_a_blank_is_left_out(anki: Anki) -> None:
    templates = [("{{cloze:One}}{{hint:cloze:Two}}", "{{cloze:One}}")]
    first, second = make_card_pairs(anki, templates, (FIRST, SECOND), is_cloze=True)
    assert render_face(first.mine, CardLanguages.ENGLISH).hints == ()
    assert "class=hint" not in first.anki.render_output().question_text
    (hint,) = render_face(second.mine, CardLanguages.ENGLISH).hints
    assert shown_text(hint) == "Oslo is in [country]"
