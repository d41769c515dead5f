from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from studyapp.core.notes.note import Basic
from studyapp.deckfiles.reading import yaml_tree_building
from studyapp.deckfiles.reading.deck_reading import read_deck
from tests.deckfiles.deck_texts import DECK_HEADER, GOOD_NOTE, indented, problem_positions, read_text

CUT = "text-cut-at-comment"


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_tree_building, "LOADER", yaml.SafeLoader)
    yield


def test_text_cut_at_a_hash_is_reported_with_the_rest_of_the_line() -> None:
    reading = read_text(DECK_HEADER + "  - id: a\n    front: C# is  #1 in {games} \r\n    back: b\n")
    (problem,) = reading.problems
    assert (problem.kind.code, problem.line, problem.column, problem.note_id) == (CUT, 5, 19, "a")
    assert "“#1 in {games}”" in problem.message and "quotes" in problem.hint
    assert reading.deck is not None
    (note,) = reading.deck.notes
    assert isinstance(note.content, Basic) and note.content.front.versions[0][1] == "C# is"


@pytest.mark.parametrize(
    ("note", "line", "column"),
    [
        ("id: a\nfront: f\nback: b\nwhy: C #1", 7, 12),
        ("id: a\nfront: {en: e, zh-Hant: q}\nback:\n  en: C #1\n  zh-Hant: b", 7, 13),
        ("id: a\nfront: one\n  two #3\nback: b", 6, 11),
        ("id: a\nterm: t\ndefinition: d\ntranslation: t #1", 7, 20),
        ("id: a\nfront: f\noptions:\n- C #\n- {text: D, right: true}", 7, 9),
        ("id: a\nfront: f\noptions:\n- text: C #\n- {text: D, right: true}", 7, 15),
        ("id: a\nfront: f\nback: b\nsection: Part #1", 7, 19),
        ("id: a\ntext: A {{c1::blank}} #1", 5, 27),
    ],
)
def test_every_text_that_people_read_is_checked(note: str, line: int, column: int) -> None:
    assert problem_positions(read_text(DECK_HEADER + indented(note))) == [(CUT, line, column, "a")]


def test_texts_outside_the_notes_are_checked() -> None:
    text = f"deck: d\ntitle: Part #1\ndescription: C #2\nsource:\n  title: B #3\nnotes:\n{GOOD_NOTE}"
    assert problem_positions(read_text(text)) == [(CUT, 2, 13, ""), (CUT, 3, 16, ""), (CUT, 5, 12, "")]


def test_fields_of_custom_notes_and_their_templates_are_checked() -> None:
    note_types = (
        "note_types:\n  v:\n    fields: [F]\n    cards:\n      - front: '{{F}}' # fine\n        back: x #1\n"
    )
    text = f"deck: d\ntitle: t\n{note_types}notes:\n  - id: a\n    type: v\n    fields:\n      F: C #1\n"
    assert problem_positions(read_text(text)) == [(CUT, 8, 17, ""), (CUT, 13, 12, "a")]


def test_labels_of_diagrams_are_checked(tmp_path: Path) -> None:
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "diagrams" / "t.yaml").write_text(
        "title: t\nnodes:\n- id: n # fine\n  label: C #1\n  asks: 1\n  place: [0, 0]\n", encoding="utf-8"
    )
    (tmp_path / "d.yaml").write_text(DECK_HEADER + "  - {id: a, diagram: t}\n", encoding="utf-8")
    (problem,) = read_deck(tmp_path / "d.yaml").problems
    assert (problem.kind.code, problem.path.name, problem.line, problem.column) == (CUT, "t.yaml", 4, 12)


@pytest.mark.parametrize(
    "note",
    [
        "id: a  # my comment\nfront: f\nback: b",
        "id: a\n# my comment\nfront: f\n  # another\nback: b\n# last",
        "id: a\nfront: 'C #1' # my comment\nback: \"b #2\" # my comment",
        "id: a\nfront: | # my comment\n  C #1\nback: C# a#b",
        "id: a\nfront: # in two languages\n  en: f\nback: b",
        "{id: a, # my comment\nfront: f, back: b} # my comment",
        "id: a\nfront: f\nback: b\ntags: [x] # my comment\nevidence: observation # my comment",
        "id: a\ntags: x # my comment\nfront: f\nback: b",
    ],
)
def test_comment_that_cuts_no_text_is_not_reported(note: str) -> None:
    assert problem_positions(read_text(DECK_HEADER + indented(note))) == []


def test_text_that_is_only_a_comment_is_reported_with_the_empty_field() -> None:
    text = DECK_HEADER + "  - id: a\n    front: #1\n    back: b\n"
    assert problem_positions(read_text(text)) == [("field-empty", 5, 11, "a"), (CUT, 5, 12, "a")]


@pytest.mark.parametrize(
    ("note", "cut", "syntax"),
    [
        ("{id: a, front: C is #1, back: b}", (CUT, 4, 25, "a"), "bracket-not-closed"),
        ("{id: a, front: C is #1,\nback: b}", (CUT, 4, 25, "a"), "bracket-not-closed"),
        ("id: a\nfront: C is #1\n  in games\nback: b", (CUT, 5, 17, "a"), "yaml-syntax"),
    ],
)
def test_syntax_error_caused_by_a_cut_text_comes_with_the_cause(
    note: str, cut: tuple[str, int, int, str], syntax: str
) -> None:
    problems = problem_positions(read_text(DECK_HEADER + indented(note) + GOOD_NOTE))
    assert cut in problems
    assert {code for code, *_ in problems} == {CUT, syntax}
