"""Removing notes from the list of a deck file, and adding notes to it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.note_changes import new_note_fields
from studyapp.deckfiles.editing.note_edits import FIRST
from studyapp.deckfiles.editing.values.element_editing import (
    Addition,
    Elements,
    Span,
    edit_elements,
)
from studyapp.deckfiles.editing.values.lines import blank_lines_before, find_newline, next_line_start
from studyapp.deckfiles.editing.values.marked_nodes import MarkedScalar
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_editing import edit_mapping
from studyapp.deckfiles.editing.values.value_rendering import flow_value
from studyapp.deckfiles.writing.deck_to_yaml import block_yaml

_DEFAULT_COLUMN = 2
_NUMBER = re.compile(r"-\d+\Z")
"""The number that makes a provisional id unique."""


@dataclass(frozen=True, slots=True)
class NoteAddition:
    """A note to add after the one with the id `after`, or at the start: the note, or its lines and what is before."""

    after: str
    note_id: str
    note: Note | None
    text: str = ""
    gap: str = ""


def edit_note_list(file: DeckFile, removed: Sequence[str], additions: Sequence[NoteAddition]) -> list[Splice]:
    """Return the splices that remove the notes with these ids and add others."""
    if not removed and not additions:
        return []
    is_in_braces = any(addition.text.startswith("{") for addition in additions)
    if file.is_flow_list and (file.flow_notes.items or file.root.is_flow or is_in_braces):
        return _edit_flow_list(file, removed, additions)
    splices = [_add_lines(file, addition) for addition in additions]
    if additions and file.is_flow_list:
        value = file.notes_entry.value
        start = file.text.index(":", file.notes_entry.key.end) + 1
        splices.append(Splice(start, file.flow_notes.end, ""))  # notes: []
        assert value.start >= start
    return splices + _remove_lines(file, removed)


def write_ids_of_namesakes(file: DeckFile, removed: Sequence[str], edited: Collection[str]) -> list[Splice]:
    """Return the splices that write the provisional ids that would change when notes are removed.

    Notes without an id whose texts begin alike are numbered.
    """
    splices: list[Splice] = []
    names = {
        _NUMBER.sub("", note_id) for note_id in removed if file.locate(note_id).mapping.entry("id") is None
    }
    for note_id in file.note_ids if names else ():
        if note_id in edited or (_NUMBER.sub("", note_id) not in names and note_id not in names):
            continue
        mapping = file.locate(note_id).mapping
        if mapping.entry("id") is None:
            splices += edit_mapping(file.text, mapping, {}, {"id": note_id})
    return splices


def _add_lines(file: DeckFile, addition: NoteAddition) -> Splice:
    text = file.text
    position = _end_of_lines(file, addition.after)
    source = addition.text
    if addition.note is not None:
        source = _render_note(file, addition.note, position)
    elif not source.endswith(("\r", "\n")):
        source += find_newline(text, position)
    if text.startswith(addition.gap, position):
        position += len(addition.gap)
    return Splice(position, position, source)


def _render_note(file: DeckFile, note: Note, position: int) -> str:
    """Return the lines of a new note. Below it are as many blank lines as below the note before it."""
    has_column = not isinstance(file.notes_entry.value, MarkedScalar) and not file.is_flow_list
    column = file.notes_column if has_column else _DEFAULT_COLUMN
    newline = find_newline(file.text, position)
    blank_line_count = blank_lines_before(file.text, position) if has_column else 0
    source = block_yaml([new_note_fields(file, note)], column).replace("\n", newline)
    return source + newline * blank_line_count


def _end_of_lines(file: DeckFile, note_id: str) -> int:
    if note_id == FIRST:
        entry = file.notes_entry
        end = file.flow_notes.end if file.is_flow_list else entry.key.end
        return next_line_start(file.text, end)
    return file.locate(note_id).end


def _remove_lines(file: DeckFile, removed: Sequence[str]) -> list[Splice]:
    return [Splice(location.start, location.end, "") for location in map(file.locate, removed)]


def _edit_flow_list(
    file: DeckFile, removed: Sequence[str], additions: Sequence[NoteAddition]
) -> list[Splice]:
    items = file.flow_notes.items
    index_by_start = {item.start: index for index, item in enumerate(items)}
    spans = [Span(item.start, item.end) for item in items]
    is_json = file.notes_entry.key.style == '"'
    new_elements = []
    for addition in additions:
        after = -1 if addition.after == FIRST else index_by_start[file.locate(addition.after).start]
        source = (
            flow_value(new_note_fields(file, addition.note), is_json=is_json)
            if addition.note
            else addition.text
        )
        new_elements.append(Addition(after, source, separator=addition.gap))
    elements = Elements(file.text, file.flow_notes.start, file.flow_notes.end, is_flow=True, spans=spans)
    removed_indexes = frozenset(index_by_start[file.locate(note_id).start] for note_id in removed)
    return edit_elements(elements, removed_indexes, new_elements)
