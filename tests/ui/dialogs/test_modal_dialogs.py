"""Messages and questions: which button Enter and Esc press, what is checked, and what is returned."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.due_date_dialog import DueDateDialog
from studyapp.ui.dialogs.message_dialog import MessageDialog
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog
from tests.ui.app_driver import AppDriver

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
Key = Qt.Key
Dialog = TypeVar("Dialog", bound=ScrollingDialog)
Answer = TypeVar("Answer")


def answer(ask: Callable[[], Answer], respond: Callable[[Dialog], object]) -> Answer:
    """Call a function that waits for a dialog, and let `respond` use that dialog."""

    def use_dialog() -> None:
        dialog = cast("Dialog", QApplication.activeModalWidget())
        try:
            respond(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, use_dialog)
    return ask()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_Space])
def test_keys_do_nothing_dangerous(app: AppDriver, key: Key) -> None:
    window = app.open_window()

    def press(dialog: MessageDialog) -> None:
        assert dialog.action_button.text() == "Replace"
        assert dialog.safe_button.text() == "Cancel"
        QTest.keyClick(dialog.focusWidget() or dialog, key)
        assert not dialog.isVisible()

    assert not answer(lambda: modal_dialogs.confirm_overwrite(window, Path("x.apkg")), press)


def test_action_button_confirms(app: AppDriver) -> None:
    window = app.open_window()

    def confirm(dialog: MessageDialog) -> None:
        dialog.action_button.click()

    assert answer(lambda: modal_dialogs.confirm_restore(window, "yesterday"), confirm)


def test_message_is_plain_text_that_a_screen_reader_gets(app: AppDriver) -> None:
    window = app.open_window()
    text = "Can't read <b>x</b>.yaml."
    texts: list[str] = []

    def read(dialog: MessageDialog) -> None:
        interface = QAccessible.queryAccessibleInterface(dialog)
        texts.append(interface.text(QAccessible.Text.Description))
        texts.append(dialog.text_view.text())

    answer(lambda: modal_dialogs.show_error(window, text), read)
    assert texts == [text, text]


def test_first_line_of_an_information_is_its_heading(app: AppDriver) -> None:
    window = app.open_window()
    texts: list[str] = []

    def read(dialog: MessageDialog) -> None:
        texts.extend((dialog.heading_label.text(), dialog.text_view.text()))

    answer(lambda: modal_dialogs.show_information(window, "Restored.\n3 files\n4 cards"), read)
    assert texts == ["Restored.", "3 files\n4 cards"]


def test_empty_deck_name_is_reported_at_the_field(app: AppDriver) -> None:
    window = app.open_window()

    def use(dialog: TextQuestionDialog) -> None:
        QTest.keyClicks(dialog.field, "  ")
        dialog.action_button.setFocus()
        dialog.action_button.click()
        assert dialog.isVisible()
        assert dialog.field_error.text() == "Enter a name for the deck."
        app.wait_until(dialog.field.hasFocus)
        QTest.keyClicks(dialog.field, "Capitals ")
        assert not dialog.field_error.isVisible()
        QTest.keyClick(dialog.field, Key.Key_Return)

    assert answer(lambda: modal_dialogs.ask_deck_title(window), use) == "Capitals"


def test_due_date_is_previewed(app: AppDriver) -> None:
    window = app.open_window()

    def use(dialog: DueDateDialog) -> None:
        assert dialog.date_label.text() == "Due: Sunday, January 2, 2000"
        QTest.keyClicks(dialog.days_box, "30")
        assert dialog.date_label.text() == "Due: Monday, January 31, 2000"
        QTest.keyClick(dialog.days_box, Key.Key_Return)

    assert answer(lambda: modal_dialogs.ask_days_until_due(window, 10_957), use) == 30


def test_cancelled_due_date_is_none(app: AppDriver) -> None:
    window = app.open_window()
    assert (
        answer(lambda: modal_dialogs.ask_days_until_due(window, 10_957), lambda dialog: dialog.reject())
        is None
    )
