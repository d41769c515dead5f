"""Undo and redo during review: of everything, so that Ctrl+Z takes back what was done last, be it an edit or a rating."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.journal.journal_undo import Action


class SessionUndo:
    """A `StepUndo` (`services/study/step_undo.py`) that also undoes edits of texts.

    `environment` returns what they need, with the library as it is now.
    """

    def __init__(self, environment: "Callable[[], EditEnvironment]") -> None:
        self._environment = environment

    def undo(self) -> "Action":
        """See `StepUndo`."""
        from studyapp.services.editing.edit_undo import (
            undo_last,  # imported late: loads the reader of deck files
        )

        step = undo_last(self._environment())
        return step.entries if step is not None else ()

    def redo(self) -> "Action":
        """See `StepUndo`."""
        from studyapp.services.editing.edit_undo import redo_last

        step = redo_last(self._environment())
        return step.entries[::-1] if step is not None else ()
