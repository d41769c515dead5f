"""The lines of a note in a deck file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from studyapp.deckfiles.editing.deck_file import DeckFile, NoteLocation
from studyapp.deckfiles.editing.note_edits import FIRST
from studyapp.deckfiles.editing.values.lines import next_line_start
from studyapp.deckfiles.reading.deck_reading import DeckReadResult


@dataclass(frozen=True, slots=True)
class NoteSource:
    """The lines of a note: from its dash to the end of its last line, or its braces in a list in brackets.

    `line` is the number of the first line, from 1. `after` is the id of the note before it, or `FIRST`, and `gap` the
    text between the two, such as comments; with them, an `InsertSource` puts a removed note back to its place.
    """

    note_id: str
    text: str
    line: int
    after: str
    gap: str


def find_note_source(
    data: bytes, path: Path, note_id: str, reading: DeckReadResult | None = None
) -> NoteSource:
    """Return the lines of a note. Raises DeckEditError if the file or the note can't be read."""
    return find_note_sources(data, path, (note_id,), reading)[0]


def find_note_sources(
    data: bytes, path: Path, note_ids: Iterable[str], reading: DeckReadResult | None = None
) -> tuple[NoteSource, ...]:
    """Return the lines of several notes, in the given order, with the file read at most once."""
    file = DeckFile.from_bytes(data, path, reading)
    index_by_id = {note_id: index for index, note_id in enumerate(file.note_ids)}
    return tuple(_to_source(file, file.locate(note_id), index_by_id[note_id]) for note_id in note_ids)


def _to_source(file: DeckFile, location: NoteLocation, index: int) -> NoteSource:
    text = file.source_of(location)
    if index:
        previous = file.locate(file.note_ids[index - 1])
        gap = file.text[previous.end : location.start]
        return NoteSource(location.note_id, text, location.line, previous.note_id, gap)
    if file.is_flow_list:
        following = file.locate(file.note_ids[1]).start if len(file.note_ids) > 1 else location.end
        return NoteSource(location.note_id, text, location.line, FIRST, file.text[location.end : following])
    start = next_line_start(file.text, file.notes_entry.key.end)
    return NoteSource(location.note_id, text, location.line, FIRST, file.text[start : location.start])
