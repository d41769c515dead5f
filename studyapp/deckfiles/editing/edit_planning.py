"""From the edits of a deck file to splices, and to the notes that the file must have afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Diagram, Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.edit_error import (
    drawing_change_error,
    duplicate_note_error,
    missing_note_error,
    refused_change_error,
    unreadable_note_error,
)
from studyapp.deckfiles.editing.note_changes import change_note
from studyapp.deckfiles.editing.note_edits import (
    FIRST,
    Insert,
    InsertSource,
    NoteEdit,
    Remove,
    Replace,
    ReplaceSource,
)
from studyapp.deckfiles.editing.note_list_editing import NoteAddition, edit_note_list, write_ids_of_namesakes
from studyapp.deckfiles.editing.note_source_text import with_id, written_id
from studyapp.deckfiles.editing.note_type_adding import add_note_types, find_missing_types
from studyapp.deckfiles.editing.values.block_scalar_end import end_without_line_break
from studyapp.deckfiles.editing.values.lines import find_newline
from studyapp.deckfiles.editing.values.splices import Splice


@dataclass(frozen=True, slots=True)
class ExpectedNote:
    """A note that the file must have after the edits. `note` is None if only its id is known, or '' if not even that.

    `sets_prerequisites` is True if an edit determines which notes it requires.
    """

    note_id: str
    note: Note | None
    sets_prerequisites: bool = False


@dataclass
class EditPlan:
    """The splices of the edits, and the notes that the file must have afterwards, in file order.

    `is_terminated` states whether the last line of the file is to end with a line break.
    """

    splices: list[Splice] = field(default_factory=list)
    expected: list[ExpectedNote] = field(default_factory=list)
    edited_ids: set[str] = field(default_factory=set)
    added_types: list[CustomNoteType] = field(default_factory=list)
    changes_prerequisites: bool = False
    is_terminated: bool = True
    first_note_id: str = ""
    first_line: int = 1


def plan_edits(file: DeckFile, edits: Sequence[NoteEdit], *, writes_ids: bool = False) -> EditPlan:
    """Return the plan of the edits. Raises DeckEditError if one is not possible.

    With `writes_ids`, the lines of a note that replace others get the id of the note if they have none.
    """
    planner = _Planner(file, writes_ids)
    for edit in edits:
        planner.add(edit)
    return planner.finish()


class _Planner:
    def __init__(self, file: DeckFile, writes_ids: bool) -> None:
        self._file = file
        self._writes_ids = writes_ids
        self._plan = EditPlan(is_terminated=file.is_terminated)
        self._replaced: dict[str, ExpectedNote] = {}
        self._removed: list[str] = []
        self._additions: list[NoteAddition] = []

    def add(self, edit: NoteEdit) -> None:
        match edit:
            case Replace(note):
                self._replace(note)
            case Insert(notes, after):
                self._insert(notes, after)
            case Remove(note_id):
                self._touch(note_id)
                self._removed.append(note_id)
                self._plan.changes_prerequisites = True
            case ReplaceSource(note_id, text):
                self._replace_source(note_id, text)
            case InsertSource(text, after, gap):
                self._plan.changes_prerequisites = True
                note_id = written_id(text)
                self._note_edited(note_id)
                anchor = self._anchor(after)
                self._plan.is_terminated &= text.endswith(("\r", "\n")) or not self._is_at_end(anchor)
                self._additions.append(NoteAddition(anchor, note_id, None, text, gap))
            case _:
                assert_never(edit)

    def finish(self) -> EditPlan:
        plan, file = self._plan, self._file
        plan.splices += write_ids_of_namesakes(file, self._removed, plan.edited_ids)
        plan.splices += edit_note_list(file, self._removed, self._additions)
        plan.splices += self._end_of_file()
        written = [addition.note for addition in self._additions]
        written += [expected.note for expected in self._replaced.values()]
        plan.added_types = find_missing_types(file, [note for note in written if note is not None])
        plan.splices += add_note_types(file, plan.added_types)
        added_by_anchor: dict[str, list[ExpectedNote]] = {}
        for addition in self._additions:
            expected = ExpectedNote(addition.note_id, addition.note, sets_prerequisites=True)
            added_by_anchor.setdefault(addition.after, []).append(expected)
        plan.expected += added_by_anchor.get(FIRST, [])
        removed = frozenset(self._removed)
        for note_id in file.note_ids:
            note = file.note_by_id.get(note_id)
            if note_id in self._replaced:
                plan.expected.append(self._replaced[note_id])
            elif note is not None and note_id not in removed:
                plan.expected.append(ExpectedNote(note_id, note))
            plan.expected += added_by_anchor.get(note_id, [])
        return plan

    def _end_of_file(self) -> list[Splice]:
        """Return the splice with which a file without a line break at its end keeps its last text."""
        file = self._file
        adds_lines = any(splice.start == len(file.text) for splice in self._plan.splices)
        if file.is_terminated or file.is_flow_list or not adds_lines or not file.note_ids:
            return []
        return end_without_line_break(file.text, file.locate(file.note_ids[-1]).mapping, self._plan.splices)

    def _replace(self, edited: Note) -> None:
        file = self._file
        location = file.locate(edited.id)
        base = file.note_by_id.get(edited.id)
        if base is None:
            raise unreadable_note_error(file.path, location.line, edited.id, file.reading.problems)
        if Diagram in (type(base.content), type(edited.content)) and base.content != edited.content:
            raise drawing_change_error(file.path, location.line, edited.id)
        self._touch(edited.id)
        sets_prerequisites = edited.prerequisites != base.prerequisites
        self._plan.changes_prerequisites |= sets_prerequisites
        self._replaced[edited.id] = ExpectedNote(edited.id, edited, sets_prerequisites)
        self._plan.splices += change_note(file, location, base, edited)

    def _insert(self, notes: Sequence[Note], after: str | None) -> None:
        anchor = self._anchor(after)
        for note in notes:
            if isinstance(note.content, Diagram):
                raise drawing_change_error(self._file.path, 1, note.id)
            if note.id in self._file.reading.position_by_note_id:
                raise duplicate_note_error(self._file.path, self._file.line_of(note.id), note.id)
            self._note_edited(note.id)
            self._plan.changes_prerequisites = True
            self._additions.append(NoteAddition(anchor, note.id, note))

    def _replace_source(self, note_id: str, text: str) -> None:
        location = self._file.locate(note_id)
        self._touch(note_id)
        self._plan.changes_prerequisites = True
        self._replaced[note_id] = ExpectedNote(note_id, None)
        if self._writes_ids:
            text = with_id(text, note_id)
        if not self._file.is_flow_list and not text.endswith(("\r", "\n")):
            self._plan.is_terminated &= not self._is_at_end(note_id)
            text += find_newline(self._file.text, location.start)
        self._plan.splices.append(Splice(location.start, location.end, text))

    def _anchor(self, after: str | None) -> str:
        if after is None:
            return self._file.note_ids[-1] if self._file.note_ids else FIRST
        if after != FIRST and after not in self._file.reading.position_by_note_id:
            raise missing_note_error(self._file.path, after)
        return after

    def _is_at_end(self, note_id: str) -> bool:
        """Return whether the lines of a note, or of an empty list, are the last ones of the file."""
        file = self._file
        end = file.locate(note_id).end if note_id else file.notes_entry.value.end
        return not file.is_flow_list and not file.text[end:].strip("\r\n")

    def _touch(self, note_id: str) -> None:
        self._file.locate(note_id)
        if note_id in self._plan.edited_ids:
            raise refused_change_error(self._file.path, self._file.line_of(note_id), note_id)
        self._note_edited(note_id)

    def _note_edited(self, note_id: str) -> None:
        if not self._plan.edited_ids:
            self._plan.first_note_id, self._plan.first_line = note_id, self._file.line_of(note_id)
        self._plan.edited_ids.add(note_id)
