from pathlib import Path

import pytest

from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes
from tests.deckfiles.deck_texts import GOOD_NOTE, problem_positions, read_text


def test_deck_metadata_is_read() -> None:
    reading = read_text(
        "format: 1\ndeck: capitals\ntitle: {en: ' Capitals ', zh-Hant: 首都}\ndescription: |\n  All of them.\n"
        "language: [en, zh-Hant]\nsource: {title: T, author: A, date: 2022-12-01, link: HTTPS://example.org}\n"
        "retired: [older, Old.1]\nnotes:\n" + GOOD_NOTE
    )
    assert problem_positions(reading) == []
    assert reading.deck is not None
    assert reading.deck.metadata == DeckMetadata(
        id="capitals",
        title=LocalizedText((("en", "Capitals"), ("zh-Hant", "首都"))),
        description=LocalizedText.language_neutral("All of them."),
        languages=("en", "zh-Hant"),
        source=DeckSource("T", "A", "2022-12-01", "HTTPS://example.org"),
        retired_ids=("older", "Old.1"),
    )


def test_minimal_deck_has_title_and_notes() -> None:
    reading = read_text("title: T\nnotes:\n  - front: f\n    back: b\n")
    assert [code for code, *_ in problem_positions(reading)] == ["deck-without-id", "note-without-id"]
    assert reading.deck is not None
    assert (reading.deck.metadata.id, reading.deck.notes[0].key) == ("deck", "deck/f")


@pytest.mark.parametrize(
    ("name", "expected_id"), [("World capitals.yaml", "world-capitals"), ("首都.yaml", "deck-3da5ab9c")]
)
def test_deck_without_id_is_named_after_its_file(name: str, expected_id: str) -> None:
    reading = read_deck_bytes(("title: t\nnotes:\n" + GOOD_NOTE).encode(), Path(name))
    assert problem_positions(reading) == [("deck-without-id", 1, 1, "")]
    assert reading.deck is not None and reading.deck.metadata.id == expected_id


def test_deck_without_title_uses_its_id() -> None:
    reading = read_text("deck: d\nnotes:\n" + GOOD_NOTE)
    assert problem_positions(reading) == [("no-title", 1, 1, "")]
    assert reading.deck is not None and reading.deck.metadata.title == LocalizedText.language_neutral("d")


@pytest.mark.parametrize(
    ("header", "code", "line", "column"),
    [
        ("deck: d\ntitle: t\n", "notes-missing", 1, 1),
        ("title: ''\nnotes: []\n", "field-empty", 1, 8),
        ("title: [t]\nnotes: []\n", "text-expected", 1, 8),
        ("title: t\ndeck: a b\nnotes: []\n", "bad-id", 2, 7),
        ("title: t\ndeck:\nnotes: []\n", "bad-id", 2, 6),
        ("title: t\nnotes: {front: f, back: b}\n", "list-expected", 2, 8),
        ("title: t\nnotes: text\n", "list-expected", 2, 8),
        ("title: t\nsource: a book\nnotes: []\n", "mapping-expected", 2, 9),
        ("title: t\ndefaults: [x]\nnotes: []\n", "mapping-expected", 2, 11),
        ("title: t\nretired: {old: x}\nnotes: []\n", "list-expected", 2, 10),
        ("format: 2\ntitle: t\nnotes: []\n", "unknown-format", 1, 9),
        ("format: one\ntitle: t\nnotes: []\n", "unknown-format", 1, 9),
    ],
)
def test_error_in_deck_fields_rejects_the_file(header: str, code: str, line: int, column: int) -> None:
    reading = read_text(header)
    assert reading.deck is None
    assert (code, line, column, "") in problem_positions(reading)
    assert sum(one.severity == "error" for one in reading.problems) == 1


def test_newer_format_message_names_both_versions() -> None:
    reading = read_text("format: 7\ndeck: d\ntitle: t\nnotes: []\n")
    assert (
        reading.problems[0].message
        == "The deck uses format 7. This version of StudyApp reads up to format 1."
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("titel: x", ("unknown-field", 3, 1, "")),
        ("source: {url: x}", ("unknown-field", 3, 10, "")),
        ("source: {link: 'javascript:x'}", ("bad-link", 3, 16, "")),
        ("source: {link: /etc/passwd}", ("bad-link", 3, 16, "")),
        ("language: English", ("bad-deck-language", 3, 11, "")),
        ("languages: [en, zh-hant]", ("language-spelling", 3, 17, "")),
        ("retired: [old, d/older]", ("bad-retired-id", 3, 16, "")),
        ("retired: [old, older, Old]", ("retired-id-repeated", 3, 23, "")),
    ],
)
def test_minor_mistake_in_deck_fields_gives_a_warning(line: str, expected: tuple[str, int, int, str]) -> None:
    reading = read_text(f"deck: d\ntitle: t\n{line}\nnotes:\n" + GOOD_NOTE)
    assert problem_positions(reading) == [expected]
    assert reading.deck is not None
    assert reading.deck.metadata.source.link == ""


@pytest.mark.parametrize(("notes", "codes"), [("notes: []", []), ("notes:", ["no-notes"])])
def test_deck_without_notes_gives_a_warning_unless_it_says_so(notes: str, codes: list[str]) -> None:
    reading = read_text(f"deck: d\ntitle: t\n{notes}\n")
    assert [code for code, *_ in problem_positions(reading)] == codes
    assert reading.deck is not None and reading.deck.notes == ()
