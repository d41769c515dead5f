"""Writing the ids that a deck file lacks into it, and nothing else."""

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from studyapp.atomic_file import replace_content
from studyapp.deckfiles.file_reading import read_limited_bytes
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.deck_reading import build_deck_from_bytes, read_deck_bytes
from studyapp.deckfiles.reading.note_id_assignment import MissingId
from studyapp.deckfiles.text_decoding import LINE_BREAK


def write_missing_ids(path: Path) -> int:
    """Write the provisional ids of the deck and its notes into the file; return how many were written.

    All else stays as it is, byte for byte. A file that can't be read as a deck, or lacks no id, is not
    touched: 0. OSError when it can't be written; it is then as it was.
    """
    try:
        data = read_limited_bytes(path)
    except (OSError, ValueError):
        return 0
    built = build_deck_from_bytes(data, ProblemList(path))
    if built is None or not built.missing_ids:
        return 0
    identified = insert_ids(data, built.missing_ids)
    # No file is written that reads otherwise than the one before.
    if read_deck_bytes(identified, path).deck != built.deck:
        return 0
    replace_content(path, identified)
    return len(built.missing_ids)


def insert_ids(data: bytes, missing: Iterable[MissingId]) -> bytes:
    """The content of a deck file with the ids written at their places."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode()
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    pieces: list[str] = []
    last = 0
    for one in sorted(missing, key=lambda one: (one.line, one.column)):
        at, insertion = _find_insertion(text, starts[one.line - 1] + one.column - 1, one)
        pieces += (text[last:at], insertion)
        last = at
    return mark + "".join((*pieces, text[last:])).encode()


def _find_insertion(text: str, index: int, missing_id: MissingId) -> tuple[int, str]:
    """Where to insert what, to add the field to the mapping that begins at `at`."""
    line = f"{missing_id.field}: {missing_id.id}"
    if text[index] == "{":
        return index + 1, f" {line}," if text[index + 1].isspace() else f"{line}, "
    newline = re.compile(r"\r\n|\r|\n").search(text, index) or re.search(r"\r\n|\r|\n", text)
    return index, line + (newline[0] if newline else "\n") + " " * (missing_id.column - 1)
