"""Helpers to read a deck from text and to list the problems found."""

from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes

PATH = Path("folder/deck.yaml")
HEAD = "deck: d\ntitle: t\nnotes:\n"
"""The first three lines of a deck. The notes start on line 4."""

Found = tuple[str, int, int, str]


def read(text: str | bytes) -> DeckReadResult:
    return read_deck_bytes(text if isinstance(text, bytes) else text.encode(), PATH)


def found(reading: DeckReadResult) -> list[Found]:
    """Return code, line, column and note id of each problem."""
    return [
        (problem.kind.code, problem.line, problem.column, problem.note_id) for problem in reading.problems
    ]


def ids(reading: DeckReadResult) -> list[str]:
    assert reading.deck is not None
    return [note.id for note in reading.deck.notes]


def only_note(note: str, head: str = HEAD) -> Note:
    """Return the only note of a deck without problems. The lines of `note` are not indented."""
    reading = read(head + indented(note))
    assert found(reading) == []
    assert reading.deck is not None
    (only,) = reading.deck.notes
    return only


def indented(note: str) -> str:
    lines = note.strip("\n").split("\n")
    return "  - " + "\n    ".join(lines) + "\n"


GOOD = "  - {id: good, front: f, back: b}\n"
