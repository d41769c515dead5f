"""Undo and redo of everything: edits of texts, and actions on cards. The newest step comes first, whichever it was."""

from typing import NamedTuple

from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryKind
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_running import edit_lock, write_logged
from studyapp.services.editing.steps.interrupted_edits import finish_interrupted_edits
from studyapp.services.editing.steps.open_deck import find_deck_file
from studyapp.services.editing.steps.step_files import plan_files
from studyapp.services.editing.steps.step_storing import store_files
from studyapp.services.editing.steps.text_edit import EditKind, FileEdit, TextEdit, decode_text_edit
from studyapp.services.editing.steps.undoable_steps import UndoableStep, append_step, find_step
from studyapp.services.journal.journal_undo import Action
from studyapp.store import errors
from studyapp.store.editing import text_edits
from studyapp.store.editing.text_edits import Direction, LoggedEdit


class UndoneStep(NamedTuple):
    """A step that was undone or redone: of the kind `edit`, or else an action on cards of the kind `action`.

    `entries` are its journal entries, newest first. `note_keys` are the notes whose text changed; empty for decks.
    """

    edit: EditKind | None
    action: EntryKind | None
    note_keys: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def note_count(self) -> int:
        """The number of notes whose text changed."""
        return len(self.note_keys)

    @property
    def card_count(self) -> int:
        """The number of cards whose schedule changed."""
        return len({entry.card_id for entry in self.entries if entry.card_id.ordinal != WHOLE_NOTE})


def is_action_on_one_card_next(environment: EditEnvironment, direction: Direction) -> bool:
    """Return whether the next step to undo or redo is an action on a single card, not an edit. Raises StoreError."""
    with environment.collection.read_transaction():
        step = find_step(environment.collection, direction)
    if step is None or step.logged is not None:
        return False
    cards = {entry.card_id for entry in step.to_undo}
    return len(cards) == 1 and all(card.ordinal != WHOLE_NOTE for card in cards)


def undo_last(environment: EditEnvironment) -> UndoneStep | None:
    """Undo the last step that is in effect, in all sessions and windows; None if there is none.

    Edits whose texts are not in the log any more are skipped. Raises EditError if a text was changed since the edit, and
    StoreError if saving fails; then nothing was changed.
    """
    return _run_step(environment, Direction.UNDO)


def undo_adding(environment: EditEnvironment, note_key: str) -> bool:
    """Undo the last step if it added this note. Return False, with nothing changed, if it did not.

    Raises EditError and StoreError as `undo_last` does.
    """
    with edit_lock(environment.collection):
        finish_interrupted_edits(environment.collection, environment.clock)
        with environment.collection.read_transaction():
            step = find_step(environment.collection, Direction.UNDO)
        if step is None or step.logged is None:
            return False
        edit = decode_text_edit(step.logged.content)
        if edit.kind is not EditKind.ADD or note_key not in edit.note_keys:
            return False
        _run_edit_step(environment, Direction.UNDO, step, step.logged)
        return True


def redo_last(environment: EditEnvironment) -> UndoneStep | None:
    """Redo the step that was undone last; None if there is none, or another step was made since.

    Raises EditError and StoreError as `undo_last` does.
    """
    return _run_step(environment, Direction.REDO)


def _run_step(environment: EditEnvironment, direction: Direction) -> UndoneStep | None:
    collection, clock = environment.collection, environment.clock
    with edit_lock(collection):
        finish_interrupted_edits(collection, clock)
        with collection.read_transaction():
            step = find_step(collection, direction)
        if step is None:
            return None
        if step.logged is None:
            with collection.transaction():
                return _undone_step(append_step(collection, clock, step, direction), None)
        return _run_edit_step(environment, direction, step, step.logged)


def _run_edit_step(
    environment: EditEnvironment, direction: Direction, step: UndoableStep, logged: LoggedEdit
) -> UndoneStep:
    collection, clock = environment.collection, environment.clock
    edit = decode_text_edit(logged.content)
    found = edit._replace(files=tuple(_find_file(environment, file) for file in edit.files))
    files = plan_files(found, direction)
    entries: list[Action] = []

    def record(edit_id: int) -> None:
        if find_step(collection, direction) != step:
            raise errors.StoreBusy(errors.BUSY, collection.path)
        entries.append(append_step(collection, clock, step, direction))
        store_files(collection, clock, edit.kind, files)
        text_edits.finish(collection.connection, edit_id)

    with collection.transaction() as connection:
        text_edits.begin(connection, logged.edit_id, direction)
    write_logged(collection, logged.edit_id, files, record)
    return _undone_step(entries[0], edit)


def _find_file(environment: EditEnvironment, file: FileEdit) -> FileEdit:
    """Return the edit of a file where the file is now, if it was renamed or moved since."""
    if file.moved_from is not None or file.path.exists():
        return file
    path = find_deck_file(environment, file.deck_id)
    is_own = path is not None and path.parent != environment.bundled_decks_folder
    return file._replace(path=path) if path is not None and is_own else file


def _undone_step(entries: Action, edit: TextEdit | None) -> UndoneStep:
    if edit is not None:
        return UndoneStep(edit.kind, None, edit.note_keys, entries)
    return UndoneStep(None, entries[-1].kind, (), entries)
