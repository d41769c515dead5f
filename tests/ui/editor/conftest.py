"""What the tests of the note editor have in common."""

import pytest

from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.modal_dialogs import UnsavedChoice


@pytest.fixture(autouse=True)
def _discard_unsaved_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Discard what a test leaves in the editor. A test that is about it replaces the question itself."""
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: UnsavedChoice.DISCARD)
