"""Note types of people's own: their cards are those of the real Anki, and what goes back is what came."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.anki.writing.package_note_types import PackageNoteTypes, map_fields
from studyapp.core.cards.card import CardKind, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import LearnerResponse, render_face
from studyapp.core.rendering.markdown_rendering import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import FIELDS, add, back_in_anki, new_type, package, state, study
from tests.anki.studyapp_instance import Machine, notes_of
from tests.services.study_driver import FakeTime

ENGLISH = CardLanguages.ENGLISH


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    opened = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine.at(tmp_path / "ours" / "collection.db")
    made.folder.mkdir()
    made.time = FakeTime(round(time.time() * 1000))
    yield made
    made.close()


pieces = st.sampled_from(
    (
        "{{One}}", "{{Two}}", "{{Three}}", "{{text:One}}", "{{#One}}", "{{/One}}", "{{^Two}}", "{{/Two}}", "{{#Three}}x{{/Three}}",
        " and ", "<b>", "</b>", "<!-- {{One}} -->", "{{Tags}}", "{{Type}}", "{{Card}}", "{{kanji:One}}", "{{kana:Two}}", "{{type:Three}}",
    )
)  # fmt: skip
words = st.sampled_from(
    ("", "a", "<b>bold</b>", "<br>", " 漢字[かんじ] kana[かな]", "<div><br></div>", "1 &amp; 2", "x y")
)
"""What fields hold: some of it counts as empty."""


def balanced(parts: list[str]) -> str:
    """A template whose conditions begin before they end, so that Anki takes it."""
    whole = "".join(parts)
    for name in ("One", "Two"):
        opening = "{{#One}}" if name == "One" else "{{^Two}}"
        closing = f"{{{{/{name}}}}}"
        whole = whole.replace(opening, "").replace(closing, "")
    return whole


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.lists(pieces, min_size=1, max_size=5), st.sampled_from(("", "#One", "^Two"))),
        min_size=1,
        max_size=3,
    ),
    st.tuples(words, words, words),
)
def test_the_cards_are_those_that_anki_makes(
    anki: Anki, drawn: list[tuple[list[str], str]], fields: tuple[str, str, str]
) -> None:
    templates = []
    for number, (parts, condition) in enumerate(drawn):
        inner = balanced(parts) + f" {{{{One}}}}{number}"
        front = f"{{{{{condition}}}}}{inner}{{{{/{condition[1:]}}}}}" if condition else inner
        templates.append((front, "{{FrontSide}}<hr id=answer>{{Two}}"))
    name = new_type(anki, f"type {time.time_ns()}", templates)
    number = add(anki, name, *fields)
    theirs = anki.get_note(number).cards()  # type: ignore[arg-type]
    made = tuple(CardTemplate(f"Card {place}", *sides) for place, sides in enumerate(templates, 1))
    note = Note("d", "n", CustomContent(CustomNoteType(0, name, FIELDS, made, is_cloze=False), fields))
    ours = cards_of(note)
    # A note without any card has one in Anki, which says so.
    if ours or [card.ord for card in theirs] != [0]:
        assert [card.ordinal for card in ours] == [card.ord + 1 for card in theirs]
    for one, other in zip(ours, theirs, strict=False):
        rendered = other.render_output()
        face = render_face(one, ENGLISH)
        assert seen(face.question) == seen(without_typing(rendered.question_text))


def seen(html: str) -> str:
    return " ".join(html_to_text(html).split())


def without_typing(html: str) -> str:
    return html.replace("[[type:Three]]", "")


BLANKS = (
    "{{c1::one}} and {{c2::two::hint}}",
    "{{c1::outer {{c2::inner}} more}} end",
    "{{c2::a}} {{c1::<b>b</b>}} {{c2::c}}",
    "{{c1,3::both}} {{c2::x}}",
    "no end {{c1::a",
    "{{c1::a}} }} {{ x",
    "{{c0::zero}} {{c1::one}}",
    "{{c12::twelve::<i>h</i>}}",
)


@pytest.mark.parametrize("text", BLANKS)
def test_blanks_are_hidden_as_in_anki(anki: Anki, text: str) -> None:
    front, back = "{{#c1}}first {{/c1}}{{cloze:One}}", "{{cloze:One}}<br>{{Two}}"
    name = new_type(anki, f"type {time.time_ns()}", [(front, back)], is_cloze=True)
    number = add(anki, name, text, "more")
    theirs = {card.ord + 1: card for card in anki.get_note(number).cards()}  # type: ignore[arg-type]
    note = Note(
        "d",
        "n",
        CustomContent(
            CustomNoteType(0, name, FIELDS, (CardTemplate("c", front, back),), is_cloze=True),
            (text, "more", ""),
        ),
    )
    ours = {card.ordinal: card for card in cards_of(note)}
    assert ours.keys() <= theirs.keys()
    assert ours or list(theirs) == [1]
    for ordinal, card in ours.items():
        rendered = theirs[ordinal].render_output()
        face = render_face(card, ENGLISH)
        assert seen(face.question).replace("[…]", "[...]") == seen(rendered.question_text)
        assert seen(face.revealed) == seen(rendered.answer_text)


def test_a_typed_answer_is_compared(anki: Anki) -> None:
    kind = CustomNoteType(
        0,
        "t",
        ("Front", "Back"),
        (CardTemplate("1", "{{Front}} {{type:Back}}", "{{Front}}<hr>{{type:Back}}"),),
        is_cloze=False,
    )
    (card,) = cards_of(Note("d", "n", CustomContent(kind, ("<i>q</i>", "the <b>answer</b>"))))
    assert card.kind is CardKind.TYPED_ANSWER
    assert seen(render_face(card, ENGLISH).question) == "q"
    assert "the answer" in seen(render_face(card, ENGLISH).revealed)
    right = render_face(card, ENGLISH, response=LearnerResponse(typed_answer="the answer")).revealed
    assert "✓" in right
    assert "✗" in render_face(card, ENGLISH, response=LearnerResponse(typed_answer="another")).revealed


def test_what_goes_back_to_anki_changes_nothing_there(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    anki.media.write_data("a b.png", b"picture")
    anki.media.write_data("sound, 1.mp3", b"sound")
    anki.media.write_data("_font.ttf", b"font")
    own = new_type(
        anki, "Own", [("{{One}}<script>1</script>", "{{Two}}"), ("{{Two}}", "{{One}}<img src=_font.ttf>")]
    )
    add(anki, own, '<img src="a b.png">', "[sound:sound, 1.mp3]", "&nbsp;<u>x</u>")
    add(anki, own, "only one")
    add(anki, "Basic", "front", "back", tags=("x",))
    add(anki, "Basic", '<img src="a b.png">', "<b>back</b>")
    add(anki, "Basic", "<u>front</u>", "")
    add(anki, "Basic (and reversed card)", "here", "there", deck="A::B")
    add(anki, "Basic (type in the answer)", "type", "this")
    add(anki, "Cloze", "{{c1::A}} and {{c2::B::hint}}", "more")
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add(anki, "Image Occlusion", occlusion, '<img src="a b.png">', "", "", "")
    study(anki, 3, 12)
    before = state(anki)
    theirs = package(anki, tmp_path)
    assert machine.take_in(theirs).added_count == 9
    library, _ = refresh_library(machine.collection, [machine.folder], machine.clock())
    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH_AND_TRADITIONAL, out, with_progress=True)
    export_decks(machine.collection, library, request, machine.clock())
    log = back_in_anki(out, anki).log  # type: ignore[attr-defined]
    assert [len(one) for one in (log.new, log.conflicting, log.missing_notetype)] == [0, 0, 0]
    assert state(anki) == before
    anki.close()
    # And a collection that had none of it has all of it.
    (tmp_path / "others").mkdir()
    other = Anki(str(tmp_path / "others" / "collection.anki2"))
    back_in_anki(out, other)
    there = state(other)
    # Markdown has one way to write bold.
    assert [(guid, fields, tags) for guid, _, fields, tags in there["notes"]] == [  # type: ignore[attr-defined]
        (
            guid,
            tuple(field.replace("b>", "strong>") if field == "<b>back</b>" else field for field in fields),
            tags,
        )
        for guid, _, fields, tags in before["notes"]  # type: ignore[attr-defined]
    ]
    assert there["media"] == before["media"]
    assert len(there["log"]) == len(before["log"])  # type: ignore[arg-type]
    other.close()


def test_a_change_here_goes_to_anki(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    number = add(anki, "Basic", "front", "bakc")
    machine.take_in(package(anki, tmp_path))
    path = machine.folder / "default.yaml"
    path.write_text(path.read_text().replace("bakc", "the **back**"))
    machine.time.now += 60_000
    library, _ = refresh_library(machine.collection, [machine.folder], machine.clock())
    out = tmp_path / "back.apkg"
    export_decks(machine.collection, library, ExportRequest(library.deck_ids, ENGLISH, out), machine.clock())
    back_in_anki(out, anki)
    assert anki.get_note(number).fields == ["front", "the <strong>back</strong>"]  # type: ignore[arg-type]
    anki.close()


def test_types_are_added_to_a_file_that_has_others(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    add(anki, "Basic", "one", "1")
    machine.take_in(package(anki, tmp_path))
    path = machine.folder / "default.yaml"
    path.write_text(path.read_text().replace("note_types:\n", "note_types:  # mine\n"))
    add(anki, "Cloze", "{{c1::two}}", "")
    add(anki, new_type(anki, "Own", [("{{One}}", "{{Two}}")]), "<u>a</u>", "b")
    report = machine.take_in(package(anki, tmp_path))
    assert (report.added_count, report.losses) == (2, ())
    assert len(notes_of(machine, "default")) == 3
    text = path.read_text()
    assert text.count("note_types:") == 1
    assert "# mine" in text
    anki.close()


def test_types_of_one_number_that_differ_do_not_meet_in_anki() -> None:
    one = CustomNoteType(7, "One", ("A",), (CardTemplate("c", "{{A}}", "b"),), is_cloze=False, id="one")
    restyled = one._replace(css="x", id="other")
    wider = one._replace(fields=("A", "B"), id="wider")
    another = one._replace(fields=("C",), id="another")
    unnumbered = one._replace(anki_id=0, id="mine")
    all_types = [("d", each) for each in (one, restyled, wider, another, unnumbered)]
    types = PackageNoteTypes(all_types)
    placed = [types.resolve(*each) for each in all_types]
    assert [each.anki_id for each in placed[:3]] == [7, 7, 7]
    assert {each.fields for each in placed[:3]} == {("A", "B")}
    assert len({each.anki_id for each in placed}) == 3
    assert types.resolve("d", another) == placed[3]
    assert types.resolve("other", unnumbered).anki_id != placed[4].anki_id
    assert map_fields(("a",), one, placed[0]) == ("a", "")


@pytest.mark.parametrize(
    ("front", "one", "three"),
    [
        ("{{{One}}}", "f", ""), ("{{One}}{{hint:Three}}", "f", ""), ("{{=<% %>=}}<%One%>", "f", ""), ("{{text:One}}", "a<script>1</script>z", ""),
        ("{{kana:One}}", "a&nbsp;漢字[かんじ]", ""), ("{{One}}{{FrontSide}}", "f", ""),
        ("{{\nOne\n}}", "f", ""), ("{{One}}{{#Three}}x{{/Three}}", "f", "<br>"), ("{{One}}{{#Type}}typed{{/Type}}", "f", ""),
    ],
)  # fmt: skip
def test_odd_templates_look_as_in_anki(anki: Anki, front: str, one: str, three: str) -> None:
    name = new_type(anki, f"type {time.time_ns()}", [(front, "{{text:FrontSide}} {{Two}}")])
    (theirs,) = anki.get_note(add(anki, name, one, "b", three)).cards()  # type: ignore[arg-type]
    kind = CustomNoteType(
        0, name, FIELDS, (CardTemplate("c", front, "{{text:FrontSide}} {{Two}}"),), is_cloze=False
    )
    (ours,) = cards_of(Note("d", "n", CustomContent(kind, (one, "b", three))))
    rendered, face = theirs.render_output(), render_face(ours, ENGLISH)
    assert seen(face.question) == seen(rendered.question_text)
    assert seen(face.revealed) == seen(rendered.answer_text)


def test_what_is_read_aloud_tells_nothing(anki: Anki) -> None:
    template = CardTemplate("c", "{{cloze:One}} {{tts en_US:cloze-only:One}}", "{{cloze:One}}")
    kind = CustomNoteType(0, "t", FIELDS, (template,), is_cloze=True)
    (card,) = cards_of(Note("d", "n", CustomContent(kind, ("{{c1::secret}} z", "", ""))))
    assert "secret" not in render_face(card, ENGLISH).question
