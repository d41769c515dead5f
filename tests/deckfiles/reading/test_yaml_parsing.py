from collections.abc import Iterator

import pytest
import yaml

from studyapp.core.notes.note import Basic
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading import yaml_parsing, yaml_tree_building
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from tests.deckfiles.deck_texts import GOOD, HEAD, PATH, Found, found, ids, indented, read


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
def test_every_value_is_the_text_that_was_typed(words: str) -> None:
    reading = read(HEAD + f"  - id: a\n    front: {words}\n    back: {words}\n")
    assert found(reading) == []
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
        (HEAD + GOOD + "---\n" + HEAD + GOOD, "several-documents", 5, 1),
        ("notes: " + "[" * 5000, "too-deep", 1, 107),
        ("%YAML 1.1\n---\ntitle: a: b\nnotes: []\n", "quotes-needed", 3, 9),
    ],
)
def test_a_file_that_is_no_deck_is_refused_with_its_reason(
    text: str, code: str, line: int, column: int
) -> None:
    reading = read(text)
    assert reading.deck is None
    assert found(reading) == [(code, line, column, "")]


def test_directives_are_fine() -> None:
    assert ids(read("%YAML 1.1\n---\n" + HEAD + GOOD + "...\n")) == ["good"]


def test_nesting_is_fine_up_to_its_limit() -> None:
    deep = yaml_tree_building.MAX_NESTING - 3
    reading = read(HEAD + GOOD + "  - {id: b, front: " + "[" * deep + "]" * deep + "}\n")
    assert "too-deep" not in [code for code, *_ in found(reading)]
    assert ids(reading) == ["good"]


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree_building, "MAX_NODES", 50)
    reading = read(HEAD + "".join(f"  - {{id: n{n}, front: f, back: b}}\n" for n in range(10)))
    assert reading.deck is None
    assert [code for code, *_ in found(reading)] == ["too-large"]


FLAWS: list[tuple[str, list[Found]]] = [
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


@pytest.mark.parametrize(("note", "expected"), FLAWS)
def test_a_flaw_in_a_note_costs_that_note_alone(note: str, expected: list[Found]) -> None:
    after = "  - {id: after, front: f, back: b}\n"
    reading = read(HEAD + GOOD + indented(note) + after)
    assert found(reading) == expected
    assert ids(reading) == ["good", "after"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: &a t\nnotes: []\n", [("anchor", 1, 8, "")]),
        ("title: t\nnotes: &a\n- x: 1\n", [("anchor", 2, 8, "")]),
        ("x: [*a]\ntitle: t\nnotes: []\n", [("alias", 1, 5, "")]),
        ("<<: {title: t}\nnotes: []\n", [("merge-key", 1, 1, "")]),
        ("title: !!str t\nnotes: []\n", [("yaml-tag", 1, 8, "")]),
        (
            HEAD + GOOD + "notes:\n" + GOOD,
            [("duplicate-key", 5, 1, "")],
        ),
    ],
)
def test_a_flaw_outside_the_notes_refuses_the_file(text: str, expected: list[Found]) -> None:
    reading = read(text)
    assert reading.deck is None
    assert found(reading) == expected


def test_a_doubled_key_names_both_lines() -> None:
    reading = read(HEAD + GOOD + "notes:\n" + GOOD)
    assert reading.problems[0].message == "Field `notes` is repeated. It first appears on line 3."


def test_a_bomb_of_aliases_is_refused_without_growing() -> None:
    bomb = "a: &a {x: 1}\n" + "".join(
        f"{one}: &{one} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
        for before, one in zip("abcdefgh", "bcdefghi", strict=True)
    )
    reading = read(bomb)
    assert reading.deck is None
    assert {code for code, *_ in found(reading)} == {"anchor", "alias", "merge-key"}


A, C = "  - id: a\n    front: f\n    back: b\n", "  - id: c\n    front: f\n    back: b\n"
SYNTAX: list[tuple[str, Found]] = [
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


@pytest.mark.parametrize(("note", "expected"), SYNTAX)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_note_that_is_not_yaml_costs_that_note_alone(note: str, expected: Found, newline: str) -> None:
    reading = read((HEAD + A + indented(note) + C).replace("\n", newline))
    assert found(reading) == [expected]
    assert ids(reading) == ["a", "c"]


def test_a_tab_is_named() -> None:
    reading = read(HEAD + A + "  - id: x\n\tfront: f\n" + C)
    assert [(code, line) for code, line, *_ in found(reading)] == [("tab", 8)]
    assert reading.problems[0].hint == "Indent with spaces."


def test_the_last_note_may_be_the_broken_one() -> None:
    reading = read(HEAD + A + '  - id: x\n    front: "open\n    back: b\n')
    assert found(reading) == [("quote-not-closed", 8, 12, "x")]
    assert ids(reading) == ["a"]


def test_the_only_note_may_be_the_broken_one() -> None:
    reading = read(HEAD + "  - id: x\n    front: @home\n")
    assert found(reading) == [("quotes-needed", 5, 12, "x")]
    assert ids(reading) == []


def test_an_open_quote_that_closes_in_a_later_note_is_found_where_it_opens() -> None:
    reading = read(HEAD + A + '  - id: x\n    front: "open\n    back: b\n' + C.replace("f\n", '"f"\n'))
    assert found(reading) == [("quote-not-closed", 8, 12, "x")]
    assert ids(reading) == ["a", "c"]


def test_a_wrong_indentation_of_a_note_leaves_the_others() -> None:
    reading = read(HEAD + A + C + "   - id: x\n     front: f\n     back: b\n" + C.replace("id: c", "id: e"))
    assert [(code, line) for code, line, *_ in found(reading)] == [("yaml-syntax", 10)]
    assert ids(reading) == ["a", "e"]


def test_flaws_of_notes_before_a_broken_one_are_kept_with_their_notes() -> None:
    flawed = "  - {id: y, front: *z , back: b}\n"
    broken = "  - id: x\n    front: @home\n"
    reading = read(HEAD + A + flawed + broken + flawed.replace("y", "w") + C)
    assert found(reading) == [("alias", 7, 20, "y"), ("quotes-needed", 9, 12, "x"), ("alias", 10, 20, "w")]
    assert ids(reading) == ["a", "c"]


def test_fields_after_the_notes_are_read_when_a_note_is_broken() -> None:
    reading = read("deck: d\nnotes:\n- id: x\n  front: @home\n- {id: c, front: f, back: b}\ntitle: late\n")
    assert reading.deck is not None and reading.deck.metadata.title == LocalizedText.language_neutral("late")
    assert ids(reading) == ["c"]


def test_an_error_outside_the_notes_refuses_the_file() -> None:
    reading = read(HEAD + A + "source: a: b\n")
    assert reading.deck is None
    assert found(reading) == [("quotes-needed", 7, 10, "")]
    stray = read("title: t\nnotes:\n- {id: a, front: f, back: b}\nstray line\n- {id: c, front: f, back: b}\n")
    assert stray.deck is None
    assert found(stray) == [("yaml-syntax", 4, 1, "")]


def test_only_so_many_broken_notes_are_left_out() -> None:
    broken = "  - id: x\n    front: @home\n"
    most = yaml_parsing.MAX_BROKEN_NOTES
    assert ids(read(HEAD + A + broken * most + C)) == ["a", "c"]
    reading = read(HEAD + A + broken * (most + 1) + C)
    assert reading.deck is None
    assert len(reading.problems) == most + 1


def test_progress_counts_on_after_a_broken_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree_building, "NOTES_PER_PROGRESS_CALL", 1)
    counts: list[int] = []
    read_deck_bytes((HEAD + A + "  - id: x\n    front: @home\n" + C).encode(), PATH, counts.append)
    assert counts[:3] == [1, 2, 2] and counts == sorted(counts)
