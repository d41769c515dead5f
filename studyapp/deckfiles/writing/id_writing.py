"""Insertion of missing ids into deck files."""

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
    """Write the provisional ids of the deck and its notes into the file, and return the number of ids written.

    The rest of the file stays the same, byte for byte. Return 0 and leave the file unchanged if it can't be read as
    a deck or no id is missing. Raises OSError, also with the file unchanged, if it can't be written or another
    program changed it meanwhile.
    """
    try:
        data = read_limited_bytes(path)
    except (OSError, ValueError):
        return 0
    built = build_deck_from_bytes(data, ProblemList(path))
    if built is None or not built.missing_ids:
        return 0
    new_data = insert_ids(data, built.missing_ids)
    # Safeguard: never write a file that reads as a different deck.
    if read_deck_bytes(new_data, path).deck != built.deck:
        return 0
    replace_content(path, new_data, data)
    return len(built.missing_ids)


def insert_ids(data: bytes, missing: Iterable[MissingId]) -> bytes:
    """Return the content of a deck file with the missing ids inserted at their positions."""
    byte_order_mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(byte_order_mark).decode()
    line_starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]
    pieces: list[str] = []
    copied_to = 0
    for missing_id in sorted(missing, key=lambda missing_id: (missing_id.line, missing_id.column)):
        index, insertion = _find_insertion(
            text, line_starts[missing_id.line - 1] + missing_id.column - 1, missing_id
        )
        pieces += (text[copied_to:index], insertion)
        copied_to = index
    return byte_order_mark + "".join((*pieces, text[copied_to:])).encode()


def _find_insertion(text: str, index: int, missing_id: MissingId) -> tuple[int, str]:
    """Return the position at which to insert the id into the mapping that starts at `index`, and the text to insert."""
    field = f"{missing_id.field}: {missing_id.id}"
    if text[index] == "{":
        return index + 1, f" {field}," if text[index + 1].isspace() else f"{field}, "
    newline = re.compile(r"\r\n|\r|\n").search(text, index) or re.search(r"\r\n|\r|\n", text)
    return index, field + (newline[0] if newline else "\n") + " " * (missing_id.column - 1)
