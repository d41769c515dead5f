"""Undo and redo in a session: of actions on cards, or of whatever the program that starts the session provides."""

from typing import Protocol

from studyapp.services.journal.journal_undo import Action, redo_last_action, undo_last_action
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection


class StepUndo(Protocol):
    """Undoes and redoes the last step. Both return its entries, or an empty tuple if there is none, and raise
    TranslatableError if that fails; then nothing was changed."""

    def undo(self) -> Action:
        """Undo the last step that is in effect, and return its entries, newest first."""

    def redo(self) -> Action:
        """Redo the step that was undone last, if no other followed, and return its entries in their order."""


class CardActionUndo:
    """Undoes actions on cards. Edits of texts are skipped."""

    def __init__(self, collection: Collection, clock: Clock) -> None:
        self._collection, self._clock = collection, clock

    def undo(self) -> Action:
        """See `StepUndo`."""
        return undo_last_action(self._collection, self._clock.now(), self._clock.today())

    def redo(self) -> Action:
        """See `StepUndo`."""
        return redo_last_action(self._collection, self._clock.now(), self._clock.today())
