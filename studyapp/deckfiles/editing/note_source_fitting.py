"""The lines of a note of one deck file, as lines of another one."""

import re
from pathlib import Path

from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.note_source_text import with_new_id
from studyapp.deckfiles.editing.values.block_scalar_end import KEEPING_HEADER
from studyapp.deckfiles.editing.values.lines import blank_lines_before, find_newline
from studyapp.deckfiles.reading.deck_reading import DeckReadResult

_NEWLINE = re.compile(r"\r\n|\r|\n")


class NoteSourceFitter:
    """Adapts the lines of notes to the deck file `data`, below whose last note they are added.

    `reading` is the result of reading exactly these bytes, if the caller has it. Raises DeckEditError if they can't be
    read as a deck.
    """

    def __init__(self, data: bytes, path: Path, reading: DeckReadResult | None = None) -> None:
        self._file = DeckFile.from_bytes(data, path, reading)

    def fit(self, source: str, note_id: str) -> str | None:
        """Return the lines of a note with this id, and with the indentation, line breaks and blank lines of the file.

        None if they have to be written anew: in a list in brackets, in a list without notes, or if blank lines are part of
        the note.
        """
        file = self._file
        if file.is_flow_list or not file.note_ids or not source.lstrip(" ").startswith("-"):
            return None
        if KEEPING_HEADER.search(source):
            return None
        lines = _NEWLINE.split(with_new_id(source, note_id).rstrip(" \t\r\n"))
        shift = file.notes_column - (len(source) - len(source.lstrip(" ")))
        if any(line.strip() and not line.startswith(" " * -shift) for line in lines):
            return None
        end = file.locate(file.note_ids[-1]).end
        newline = find_newline(file.text, end)
        shifted = [" " * shift + line[max(0, -shift) :] if line.strip() else line for line in lines]
        return newline.join(shifted) + newline * (1 + blank_lines_before(file.text, end))
