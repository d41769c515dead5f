"""Saves what is in the editor: runs the operation in the background and reports how it ended."""

from PySide6.QtCore import QObject, Signal

from studyapp.core.notes.note import Note
from studyapp.services.editing.edit_undo import undo_adding
from studyapp.services.editing.note_adding import add_note
from studyapp.services.editing.note_saving import Conflict, Merged, NoteGone, Saved, SaveResult, save_note
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.ui.editor.editor_context import EditorContext
from studyapp.ui.kit.edit_runner import EditRunner


class NoteSaver(QObject):
    """Exactly one of the signals but `started` ends an operation."""

    started = Signal()
    added = Signal(Note)
    saved = Signal(Note, tuple)
    """Carries the note and the names of the fields that were also changed in the file and have that text now."""

    conflicted = Signal(Conflict)
    noteGone = Signal(Note)
    addingUndone = Signal(Note)
    undoRefused = Signal()
    """Something else was done since, so that undo would take back that."""

    failed = Signal(str)

    def __init__(self, context: EditorContext, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = EditRunner(context.run_edit, self)
        self._runner.started.connect(self.started)
        self._runner.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether an operation is running. Others are ignored meanwhile."""
        return self._runner.is_busy

    def add(self, deck_id: str, note: Note) -> None:
        """Add a note to a deck."""
        self._runner.run(lambda environment: add_note(environment, deck_id, note), self.added.emit)

    def save(self, base: Note, edited: Note, change: ScheduleChange) -> None:
        """Save a note. `base` is the note as it was when editing began."""
        self._runner.run(lambda environment: save_note(environment, base, edited, change), self._report)

    def undo_adding(self, note: Note) -> None:
        """Remove a note that was just added, if nothing else was done since."""

        def report(is_undone: bool) -> None:
            if is_undone:
                self.addingUndone.emit(note)
            else:
                self.undoRefused.emit()

        self._runner.run(lambda environment: undo_adding(environment, note.key), report)

    def _report(self, result: SaveResult) -> None:
        match result:
            case Saved(note):
                self.saved.emit(note, ())
            case Merged(note, changed_fields):
                self.saved.emit(note, changed_fields)
            case Conflict():
                self.conflicted.emit(result)
            case NoteGone(note):
                self.noteGone.emit(note)
