"""Removing notes from the list of a deck file, and adding notes to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.note_edits import FIRST
from studyapp.deckfiles.editing.values.element_editing import (
    Addition,
    Elements,
    Span,
    edit_elements,
    without_last_line_break,
)
from studyapp.deckfiles.editing.values.lines import ends_with_line_break, find_newline, next_line_start
from studyapp.deckfiles.editing.values.marked_nodes import MarkedScalar
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_rendering import flow_value, needs_line_break
from studyapp.deckfiles.writing.deck_to_yaml import note_to_fields, notes_to_yaml

_DEFAULT_COLUMN = 2


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
    if file.is_flow_list and (file.flow_notes.items or file.root.is_flow):
        return _edit_flow_list(file, removed, additions)
    splices = [_add_lines(file, addition) for addition in additions]
    if additions and file.is_flow_list:
        value = file.notes_entry.value
        start = file.text.index(":", file.notes_entry.key.end) + 1
        splices.append(Splice(start, file.flow_notes.end, ""))  # notes: []
        assert value.start >= start
    return splices + _remove_lines(file, removed)


def _add_lines(file: DeckFile, addition: NoteAddition) -> Splice:
    text = file.text
    position = _end_of_lines(file, addition.after)
    if addition.gap and text.startswith(addition.gap, position):
        position += len(addition.gap)
    newline = find_newline(text, position)
    source, needs_end = addition.text, False
    if addition.note is not None:
        has_column = not isinstance(file.notes_entry.value, MarkedScalar) and not file.is_flow_list
        column = file.notes_column if has_column else _DEFAULT_COLUMN
        source = notes_to_yaml([addition.note], column).replace("\n", newline)
        needs_end = needs_line_break(note_to_fields(addition.note))
    if ends_with_line_break(text, position):
        return Splice(
            position, position, source if ends_with_line_break(source, len(source)) else source + newline
        )
    if not needs_end:
        source = source.removesuffix(newline)
    return Splice(position, position, newline + source)


def _end_of_lines(file: DeckFile, note_id: str) -> int:
    if note_id == FIRST:
        entry = file.notes_entry
        end = file.flow_notes.end if file.is_flow_list else entry.key.end
        return next_line_start(file.text, end)
    return file.locate(note_id).end


def _remove_lines(file: DeckFile, removed: Sequence[str]) -> list[Splice]:
    runs: list[Splice] = []
    for location in sorted(map(file.locate, removed), key=lambda location: location.start):
        start = location.start
        if runs and runs[-1].end == start:
            start = runs.pop().start
        runs.append(Splice(start, location.end, ""))
    return [without_last_line_break(file.text, run) for run in runs]


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
            flow_value(note_to_fields(addition.note), is_json=is_json) if addition.note else addition.text
        )
        new_elements.append(Addition(after, source, separator=addition.gap))
    elements = Elements(file.text, file.flow_notes.start, file.flow_notes.end, is_flow=True, spans=spans)
    removed_indexes = frozenset(index_by_start[file.locate(note_id).start] for note_id in removed)
    return edit_elements(elements, removed_indexes, new_elements)
