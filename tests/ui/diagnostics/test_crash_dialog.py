"""The dialog about an unexpected error: what it says and offers in each situation, and that it fits the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp import paths
from studyapp.ui.diagnostics.crash_dialog import CrashDialog
from studyapp.ui.diagnostics.crash_situation import CrashSituation
from studyapp.ui.kit import theme
from studyapp.ui.kit.translators import install_translators
from tests.ui.app_driver import reset_application

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

REPORT = Path("/home/somebody/.local/share/StudyApp/logs/crash-20260102-030405.txt")


@pytest.mark.parametrize(
    ("situation", "buttons"),
    [
        (CrashSituation.RUNNING, ["Show report", "Restart", "Continue"]),
        (CrashSituation.STARTING, ["Show report", "Restart", "Quit"]),
        (CrashSituation.EARLIER, ["Show report", "Continue"]),
    ],
)
def test_buttons(qtbot: QtBot, situation: CrashSituation, buttons: list[str]) -> None:
    dialog = CrashDialog(situation, REPORT, None)
    qtbot.addWidget(dialog)
    all_buttons = (dialog.report_button, dialog.restart_button, dialog.close_button)
    assert [button.text() for button in all_buttons if not button.isHidden()] == buttons
    assert "saved" in dialog.message_label.text()
    assert str(REPORT) in dialog.message_label.text()


def test_report_is_opened_and_the_dialog_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = CrashDialog(CrashSituation.RUNNING, REPORT, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.report_button.click()
    assert opened == [QUrl.fromLocalFile(str(REPORT))]
    assert dialog.isVisible()


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    font, palette = qapp.font(), qapp.palette()
    qapp.setProperty("text-size", 200)
    theme.apply_theme(qapp, paths.resources_folder())
    yield
    reset_application(qapp, font, palette)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("situation", CrashSituation)
def test_dialog_with_large_text_fits_a_small_screen(
    qapp: QApplication, qtbot: QtBot, large_text: None, language: str, situation: CrashSituation
) -> None:
    translators = install_translators(qapp, language)
    dialog = CrashDialog(situation, REPORT, None)
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.minimumSizeHint().width() <= 640
    assert dialog.minimumSizeHint().height() <= 480
