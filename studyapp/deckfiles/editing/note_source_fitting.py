"""The lines of a note of one deck file, as lines of another one."""

import re
from pathlib import Path

from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.note_source_text import with_new_id
from studyapp.deckfiles.editing.values.block_scalar_end import KEEPING_HEADER
from studyapp.deckfiles.editing.values.lines import blank_lines_before, find_newline
from studyapp.deckfiles.reading.deck_reading import DeckReadResult

_NEWLINE = re.compile(r"\r\n|\r|\n")


def fit_note_source(
    source: str, note_id: str, data: bytes, path: Path, reading: DeckReadResult | None = None
) -> str | None:
    """Return the lines of a note as they are in the deck file `data`, below its last note: with this id, its indentation,
    its line breaks and as many blank lines below. None if they have to be written anew: in a list in brackets, in a list
    without notes, or if blank lines are part of the note.

    `reading` is the result of reading exactly these bytes, if the caller has it. Raises DeckEditError if they can't be
    read as a deck.
    """
    file = DeckFile.from_bytes(data, path, reading)
    if file.is_flow_list or not file.note_ids or not source.lstrip(" ").startswith("-"):
        return None
    end = file.locate(file.note_ids[-1]).end
    lines = _NEWLINE.split(with_new_id(source, note_id).rstrip(" \t\r\n"))
    if KEEPING_HEADER.search(source):
        return None  # the blank lines below are part of a text
    shift = file.notes_column - (len(source) - len(source.lstrip(" ")))
    if any(line.strip() and not line.startswith(" " * -shift) for line in lines):
        return None
    newline = find_newline(file.text, end)
    shifted = [" " * shift + line[max(0, -shift) :] if line.strip() else line for line in lines]
    return newline.join(shifted) + newline * (1 + blank_lines_before(file.text, end))
