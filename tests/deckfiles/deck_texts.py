"""Short ways to write a deck and to say what its reading should find."""

from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes

PATH = Path("folder/deck.yaml")
HEAD = "deck: d\ntitle: t\nnotes:\n"
"""Three lines: the notes begin in line 4."""

Found = tuple[str, int, int, str]


def read(text: str | bytes) -> DeckReadResult:
    return read_deck_bytes(text if isinstance(text, bytes) else text.encode(), PATH)


def found(reading: DeckReadResult) -> list[Found]:
    """Code, line, column and note of each problem."""
    return [(one.kind.code, one.line, one.column, one.note_id) for one in reading.problems]


def ids(reading: DeckReadResult) -> list[str]:
    assert reading.deck is not None
    return [note.id for note in reading.deck.notes]


def only_note(note: str, head: str = HEAD) -> Note:
    """The single note of a deck without problems; `note` is written as lines from column 1."""
    reading = read(head + indented(note))
    assert found(reading) == []
    assert reading.deck is not None
    (single,) = reading.deck.notes
    return single


def indented(note: str) -> str:
    lines = note.strip("\n").split("\n")
    return "  - " + "\n    ".join(lines) + "\n"


GOOD = "  - {id: good, front: f, back: b}\n"
