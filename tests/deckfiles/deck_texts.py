"""Helpers to write deck texts and to check the result of reading them."""

from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes

PATH = Path("folder/deck.yaml")
DECK_HEADER = "deck: d\ntitle: t\nnotes:\n"
"""Three lines: notes start on line 4."""

ProblemPosition = tuple[str, int, int, str]


def read_text(text: str | bytes) -> DeckReadResult:
    return read_deck_bytes(text if isinstance(text, bytes) else text.encode(), PATH)


def problem_positions(reading: DeckReadResult) -> list[ProblemPosition]:
    """Code, line, column and note of each problem."""
    return [(one.kind.code, one.line, one.column, one.note_id) for one in reading.problems]


def note_ids(reading: DeckReadResult) -> list[str]:
    assert reading.deck is not None
    return [note.id for note in reading.deck.notes]


def only_note(note: str, head: str = DECK_HEADER) -> Note:
    """The single note of a deck without problems; `note` is written as lines from column 1."""
    reading = read_text(head + indented(note))
    assert problem_positions(reading) == []
    assert reading.deck is not None
    (single,) = reading.deck.notes
    return single


def indented(note: str) -> str:
    lines = note.strip("\n").split("\n")
    return "  - " + "\n    ".join(lines) + "\n"


GOOD_NOTE = "  - {id: good, front: f, back: b}\n"
