"""An export dialog over an export that the test controls."""

from pathlib import Path

import pytest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.transfer.export_dialog import ExportDialog
from tests.ui.app_driver import AppDriver
from tests.ui.transfer.export_dialog_driver import BlockingExport, preview_export, write_two_decks


@pytest.fixture
def blocking_export() -> BlockingExport:
    return BlockingExport()


@pytest.fixture
def dialog(app: AppDriver, blocking_export: BlockingExport, tmp_path: Path) -> ExportDialog:
    """A dialog whose export is `blocking_export`."""
    write_two_decks(app)
    window = app.open_window()
    dialog = ExportDialog(
        window._library,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
        tmp_path,
        blocking_export,
        preview_export,
        window,
    )
    dialog.open()
    app.wait_until(dialog.isActiveWindow)
    return dialog
