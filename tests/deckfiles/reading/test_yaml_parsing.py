from collections.abc import Iterator

import pytest
import yaml

from studyapp.core.notes.note import Basic
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading import yaml_parsing, yaml_tree_building
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from tests.deckfiles.deck_texts import (
    DECK_HEADER,
    GOOD_NOTE,
    PATH,
    ProblemPosition,
    indented,
    note_ids,
    problem_positions,
    read_text,
)


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    kind = yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader
    monkeypatch.setattr(yaml_tree_building, "LOADER", kind)
    yield


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "on",
        "12:30",
        "010",
        "1_000",
        "2022-12-01",
        ".5",
        "0x1F",
        "1.0e+3",
        ".inf",
        "~",
        "null",
        "=",
        "<<",
    ],
)
def test_scalar_values_are_read_as_text(words: str) -> None:
    reading = read_text(DECK_HEADER + f"  - id: a\n    front: {words}\n    back: {words}\n")
    assert problem_positions(reading) == []
    assert reading.deck and reading.deck.notes[0].content == Basic(
        LocalizedText.language_neutral(words), LocalizedText.language_neutral(words)
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty-file", 1, 1),
        (" \n\n", "empty-file", 1, 1),
        ("# nothing\n", "only-comments", 1, 1),
        ("---\n", "only-comments", 2, 1),
        ("hello\n", "text-at-top", 1, 1),
        ("# c\n\n- 1\n- 2\n", "list-at-top", 3, 1),
        (DECK_HEADER + GOOD_NOTE + "---\n" + DECK_HEADER + GOOD_NOTE, "several-documents", 5, 1),
        ("notes: " + "[" * 5000, "too-deep", 1, 107),
        ("%YAML 1.1\n---\ntitle: a: b\nnotes: []\n", "quotes-needed", 3, 9),
    ],
)
def test_file_that_is_no_deck_is_rejected_with_reason(text: str, code: str, line: int, column: int) -> None:
    reading = read_text(text)
    assert reading.deck is None
    assert problem_positions(reading) == [(code, line, column, "")]


def test_yaml_directives_are_accepted() -> None:
    assert note_ids(read_text("%YAML 1.1\n---\n" + DECK_HEADER + GOOD_NOTE + "...\n")) == ["good"]


def test_nesting_is_accepted_up_to_the_limit() -> None:
    deep = yaml_tree_building.MAX_NESTING - 3
    reading = read_text(DECK_HEADER + GOOD_NOTE + "  - {id: b, front: " + "[" * deep + "]" * deep + "}\n")
    assert "too-deep" not in [code for code, *_ in problem_positions(reading)]
    assert note_ids(reading) == ["good"]


def test_file_with_too_many_values_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree_building, "MAX_NODES", 50)
    reading = read_text(DECK_HEADER + "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(10)))
    assert reading.deck is None
    assert [code for code, *_ in problem_positions(reading)] == ["too-large"]


UNSUPPORTED_YAML: list[tuple[str, list[ProblemPosition]]] = [
    ("{id: x, front: &a f, back: b}", [("anchor", 5, 20, "x")]),
    ("{id: x, front: *a , back: b}", [("alias", 5, 20, "x")]),
    ("*a", [("alias", 5, 5, "")]),
    ("&a {id: x, front: f, back: b}", [("anchor", 5, 5, "x")]),
    ("{id: x, <<: {front: f}, back: b}", [("merge-key", 5, 13, "x")]),
    ("{id: x, front: !!binary AAAA, back: b}", [("yaml-tag", 5, 20, "x")]),
    ("{id: x, front: !important f, back: b}", [("yaml-tag", 5, 20, "x")]),
    ("!!python/object/apply:os.getcwd [a]", [("yaml-tag", 5, 5, "")]),
    ("{id: x, ? [a] : 1, front: f, back: b}", [("key-not-text", 5, 15, "x")]),
    ("id: x\nfront: f\nback: b\nback: c", [("duplicate-key", 8, 5, "x")]),
    ("id: x\nfront: {en: f, en: g}\nback: b", [("duplicate-key", 6, 20, "x")]),
    ("{id: x, front: &a [*a], back: b}", [("anchor", 5, 20, "x"), ("alias", 5, 24, "x")]),
]


@pytest.mark.parametrize(("note", "expected"), UNSUPPORTED_YAML)
def test_unsupported_yaml_in_a_note_skips_only_that_note(note: str, expected: list[ProblemPosition]) -> None:
    after = "  - {id: after, front: f, back: b}\n"
    reading = read_text(DECK_HEADER + GOOD_NOTE + indented(note) + after)
    assert problem_positions(reading) == expected
    assert note_ids(reading) == ["good", "after"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: &a t\nnotes: []\n", [("anchor", 1, 8, "")]),
        ("title: t\nnotes: &a\n- x: 1\n", [("anchor", 2, 8, "")]),
        ("x: [*a]\ntitle: t\nnotes: []\n", [("alias", 1, 5, "")]),
        ("<<: {title: t}\nnotes: []\n", [("merge-key", 1, 1, "")]),
        ("title: !!str t\nnotes: []\n", [("yaml-tag", 1, 8, "")]),
        (
            DECK_HEADER + GOOD_NOTE + "notes:\n" + GOOD_NOTE,
            [("duplicate-key", 5, 1, "")],
        ),
    ],
)
def test_unsupported_yaml_outside_notes_rejects_the_file(text: str, expected: list[ProblemPosition]) -> None:
    reading = read_text(text)
    assert reading.deck is None
    assert problem_positions(reading) == expected


def test_duplicate_key_message_names_the_first_line() -> None:
    reading = read_text(DECK_HEADER + GOOD_NOTE + "notes:\n" + GOOD_NOTE)
    assert reading.problems[0].message == "Field `notes` is repeated. It first appears on line 3."


def test_alias_bomb_is_rejected_without_expansion() -> None:
    bomb = "a: &a {x: 1}\n" + "".join(
        f"{one}: &{one} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
        for before, one in zip("abcdefgh", "bcdefghi", strict=True)
    )
    reading = read_text(bomb)
    assert reading.deck is None
    assert {code for code, *_ in problem_positions(reading)} == {"anchor", "alias", "merge-key"}


A, C = "  - id: a\n    front: f\n    back: b\n", "  - id: c\n    front: f\n    back: b\n"
SYNTAX_ERRORS: list[tuple[str, ProblemPosition]] = [
    ("id: x\nfront: {{c1::Paris}} is it\nback: b", ("quotes-needed", 8, 26, "x")),
    ("id: x\nfront: *strong* text\nback: b", ("quotes-needed", 8, 19, "x")),
    ("id: x\nfront: @home\nback: b", ("quotes-needed", 8, 12, "x")),
    ("id: x\nfront: `code`\nback: b", ("quotes-needed", 8, 12, "x")),
    ("id: x\nfront: %d\nback: b", ("quotes-needed", 8, 12, "x")),
    ("id: x\nfront: one: two\nback: b", ("quotes-needed", 8, 15, "x")),
    ('id: x\nfront: "say "yes" now"\nback: b', ("quotes-needed", 8, 18, "x")),
    ("id: x\nfront: [brackets] here\nback: b", ("quotes-needed", 8, 23, "x")),
    ('id: x\nfront: "open\nback: b', ("quote-not-closed", 8, 12, "x")),
    ("id: x\nfront: 'open\nback: b", ("quote-not-closed", 8, 12, "x")),
    ("id: x\nfront: [a, b\nback: b", ("bracket-not-closed", 8, 12, "x")),
    ("{id: x, front: f, back: b", ("bracket-not-closed", 7, 5, "x")),
    ("id: x\nno colon\nfront: f\nback: b", ("yaml-syntax", 8, 5, "x")),
    ("id: x\nfront: f\nback", ("yaml-syntax", 9, 5, "x")),
]


@pytest.mark.parametrize(("note", "expected"), SYNTAX_ERRORS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_note_with_syntax_error_skips_only_that_note(
    note: str, expected: ProblemPosition, newline: str
) -> None:
    reading = read_text((DECK_HEADER + A + indented(note) + C).replace("\n", newline))
    assert problem_positions(reading) == [expected]
    assert note_ids(reading) == ["a", "c"]


def test_tab_indentation_is_reported() -> None:
    reading = read_text(DECK_HEADER + A + "  - id: x\n\tfront: f\n" + C)
    assert [(code, line) for code, line, *_ in problem_positions(reading)] == [("tab", 8)]
    assert reading.problems[0].hint == "Indent with spaces."


def test_last_note_can_be_broken() -> None:
    reading = read_text(DECK_HEADER + A + '  - id: x\n    front: "open\n    back: b\n')
    assert problem_positions(reading) == [("quote-not-closed", 8, 12, "x")]
    assert note_ids(reading) == ["a"]


def test_only_note_can_be_broken() -> None:
    reading = read_text(DECK_HEADER + "  - id: x\n    front: @home\n")
    assert problem_positions(reading) == [("quotes-needed", 5, 12, "x")]
    assert note_ids(reading) == []


def test_unclosed_quote_is_reported_where_it_opens() -> None:
    reading = read_text(
        DECK_HEADER + A + '  - id: x\n    front: "open\n    back: b\n' + C.replace("f\n", '"f"\n')
    )
    assert problem_positions(reading) == [("quote-not-closed", 8, 12, "x")]
    assert note_ids(reading) == ["a", "c"]


def test_note_with_wrong_indentation_keeps_the_others() -> None:
    reading = read_text(
        DECK_HEADER + A + C + "   - id: x\n     front: f\n     back: b\n" + C.replace("id: c", "id: e")
    )
    assert [(code, line) for code, line, *_ in problem_positions(reading)] == [("yaml-syntax", 10)]
    assert note_ids(reading) == ["a", "e"]


def test_problems_of_notes_around_a_broken_one_are_kept() -> None:
    flawed = "  - {id: y, front: *z , back: b}\n"
    broken = "  - id: x\n    front: @home\n"
    reading = read_text(DECK_HEADER + A + flawed + broken + flawed.replace("y", "w") + C)
    assert problem_positions(reading) == [
        ("alias", 7, 20, "y"),
        ("quotes-needed", 9, 12, "x"),
        ("alias", 10, 20, "w"),
    ]
    assert note_ids(reading) == ["a", "c"]


def test_fields_after_notes_are_read_despite_a_broken_note() -> None:
    reading = read_text(
        "deck: d\nnotes:\n- id: x\n  front: @home\n- {id: c, front: f, back: b}\ntitle: late\n"
    )
    assert reading.deck is not None and reading.deck.metadata.title == LocalizedText.language_neutral("late")
    assert note_ids(reading) == ["c"]


def test_syntax_error_outside_notes_rejects_the_file() -> None:
    reading = read_text(DECK_HEADER + A + "source: a: b\n")
    assert reading.deck is None
    assert problem_positions(reading) == [("quotes-needed", 7, 10, "")]
    stray = read_text(
        "title: t\nnotes:\n- {id: a, front: f, back: b}\nstray line\n- {id: c, front: f, back: b}\n"
    )
    assert stray.deck is None
    assert problem_positions(stray) == [("yaml-syntax", 4, 1, "")]


def test_number_of_broken_notes_is_limited() -> None:
    broken = "  - id: x\n    front: @home\n"
    max_broken = yaml_parsing.MAX_BROKEN_NOTES
    assert note_ids(read_text(DECK_HEADER + A + broken * max_broken + C)) == ["a", "c"]
    reading = read_text(DECK_HEADER + A + broken * (max_broken + 1) + C)
    assert reading.deck is None
    assert len(reading.problems) == max_broken + 1


def test_progress_continues_after_a_broken_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree_building, "NOTES_PER_PROGRESS_CALL", 1)
    progress: list[int] = []
    read_deck_bytes((DECK_HEADER + A + "  - id: x\n    front: @home\n" + C).encode(), PATH, progress.append)
    assert progress[:3] == [1, 2, 2] and progress == sorted(progress)
