"""The step that is undone or redone next, in the order of the journal."""

from typing import NamedTuple

from studyapp.services.journal.journal_undo import (
    Action,
    append_undos,
    find_edit,
    find_last_undos,
    iterate_effective_actions,
)
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.editing import text_edits
from studyapp.store.editing.text_edits import Direction, LoggedEdit


class UndoableStep(NamedTuple):
    """The entries to undo (to redo, these are undos), and the edit of texts that belongs to them, if any."""

    to_undo: Action
    logged: LoggedEdit | None


def find_step(collection: Collection, direction: Direction) -> UndoableStep | None:
    """Return the step that is undone or redone next; None if there is none.

    Edits that are not in the log any more are skipped by undo, with the actions on cards that belong to them, and end what
    can be redone.
    """
    connection = collection.connection
    if direction is Direction.UNDO:
        actions = iterate_effective_actions(
            journal_entries.iterate_newest_first(connection, skips_undone=True)
        )
        return next(filter(None, (_to_step(collection, action, action) for action in actions)), None)
    undos = find_last_undos(journal_entries.iterate_newest_first(connection))
    undone_ids = [undo.undoes for undo in undos if undo.undoes is not None]
    undone = journal_entries.load_by_id(connection, undone_ids)
    return _to_step(collection, undos, tuple(undone.values())) if undos else None


def _to_step(collection: Collection, to_undo: Action, action: Action) -> UndoableStep | None:
    """Return the step of an action; None if it is an edit whose texts are not in the log."""
    edit = find_edit(action)
    if edit is None:
        return UndoableStep(to_undo, None)
    logged = text_edits.load(collection.connection, edit.id)
    return None if logged is None else UndoableStep(to_undo, logged)


def append_step(collection: Collection, clock: Clock, step: UndoableStep, direction: Direction) -> Action:
    """Append the entries that undo or redo a step, and return the entries that are undone or redone, newest first.

    Call it in a transaction.
    """
    effect = append_undos(collection, step.to_undo, clock.now(), clock.today())
    return effect.undone if direction is Direction.UNDO else effect.restored[::-1]
