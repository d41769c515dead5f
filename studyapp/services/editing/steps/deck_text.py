"""The parts of a deck file's text: each note, and what is between notes."""

from collections.abc import Iterator, Mapping

from studyapp.core.note_editing.text_changes import TextPart
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import Position

GAP_SUFFIX = "/after"
"""Added to the id of a note, it is the key of the blank lines and comments after it. Ids contain no slash."""


def split_into_parts(data: bytes, position_by_note_id: Mapping[str, Position]) -> tuple[TextPart, ...]:
    """Return the parts of a deck file, given the positions of its notes as read.

    The first part, with an empty key, is the text before the notes.
    """
    text = data.decode()
    return tuple(_iterate_parts(text, _find_starts(text, position_by_note_id)))


def join_parts(parts: tuple[TextPart, ...]) -> bytes:
    """Return the file that consists of these parts."""
    return "".join(part.text for part in parts).encode()


def _find_starts(text: str, position_by_note_id: Mapping[str, Position]) -> list[tuple[int, str]]:
    """Return where each note starts: with its dash, if only that is before it on its line."""
    mark_length = 1 if text.startswith("\ufeff") else 0
    line_starts = [mark_length, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]
    starts = []
    for note_id, position in position_by_note_id.items():
        line_start = line_starts[position.line - 1]
        start = line_start + position.column - 1
        if not text[line_start:start].strip(" \t-"):
            start = line_start
        starts.append((start, note_id))
    return sorted(starts)


def _iterate_parts(text: str, starts: list[tuple[int, str]]) -> Iterator[TextPart]:
    ends = [start for start, _ in starts[1:]] + [len(text)]
    yield TextPart("", text[: starts[0][0]] if starts else text)
    for (start, note_id), end in zip(starts, ends, strict=True) if starts else ():
        body_end = _find_body_end(text, start, end)
        yield TextPart(note_id, text[start:body_end])
        yield TextPart(note_id + GAP_SUFFIX, text[body_end:end])


def _find_body_end(text: str, start: int, end: int) -> int:
    """Return where a note ends: before the blank lines and comments that follow it.

    Only comments that are not indented deeper than the note's dash count: deeper ones may belong to a text of the note.
    """
    indentation = len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    lines = text[start:end].splitlines(keepends=True)
    body_end = end
    for line in reversed(lines[1:]):
        content = line.strip()
        is_comment = content.startswith("#") and len(line) - len(line.lstrip(" \t")) <= indentation
        if content and not is_comment:
            break
        body_end -= len(line)
    return body_end
