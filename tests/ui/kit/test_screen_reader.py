"""Messages to screen readers, as descriptions of the focused widget."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionPanel, AttentionTopic
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import screen_reader

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def screen_reader_is_active() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for description in ("first field", ""):
        field = QLineEdit(window)
        field.setAccessibleDescription(description)
        column.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def fields(window: QWidget) -> list[QLineEdit]:
    return window.findChildren(QLineEdit)


def descriptions(window: QWidget) -> list[str]:
    for _ in range(3):
        QApplication.processEvents()
    return [field.accessibleDescription() for field in fields(window)]


def test_messages_of_an_event_are_said_together(window: QWidget) -> None:
    fields(window)[0].setFocus()
    screen_reader.announce("One.")
    screen_reader.announce("Two.")
    assert descriptions(window) == ["One.\nTwo.", ""]


def test_message_is_said_where_the_focus_ends_up(window: QWidget) -> None:
    fields(window)[0].setFocus()
    screen_reader.announce("Moved.")
    fields(window)[1].setFocus()
    assert descriptions(window) == ["first field", "Moved."]


def test_own_description_returns_with_the_next_message(window: QWidget) -> None:
    fields(window)[0].setFocus()
    screen_reader.announce("One.")
    assert descriptions(window) == ["One.", ""]
    fields(window)[1].setFocus()
    screen_reader.announce("Two.")
    assert descriptions(window) == ["first field", "Two."]


def test_equal_message_changes_the_description_again(window: QWidget) -> None:
    field = fields(window)[1]
    field.setFocus()
    screen_reader.announce("Again.")
    descriptions(window)
    changes: list[str] = []
    set_description = field.setAccessibleDescription
    field.setAccessibleDescription = lambda text: (changes.append(text), set_description(text))  # type: ignore[method-assign, assignment, func-returns-value]
    screen_reader.announce("Again.")
    descriptions(window)
    assert changes == ["", "Again."]


def test_content_is_there_before_the_focus(window: QWidget) -> None:
    first, second = fields(window)
    first.setFocus()
    screen_reader.describe_next_focus(second, "Content.")
    assert second.accessibleDescription() == "Content."
    second.setFocus()
    screen_reader.announce("Message.")
    assert descriptions(window) == ["first field", "Message.\nContent."]


def test_content_of_a_widget_with_the_focus_is_said_once_after_the_messages(window: QWidget) -> None:
    first = fields(window)[0]
    first.setFocus()
    screen_reader.describe_next_focus(first, "Content.")
    assert first.accessibleDescription() == "first field"
    screen_reader.announce("Message.")
    assert descriptions(window) == ["Message.\nContent.", ""]


def test_message_waits_for_a_focus(window: QWidget) -> None:
    field = fields(window)[1]
    field.setFocus()
    field.clearFocus()
    screen_reader.announce("Waiting.")
    assert descriptions(window) == ["first field", ""]
    field.setFocus()
    assert descriptions(window) == ["first field", "Waiting."]


def test_new_text_of_a_banner_is_said(window: QWidget) -> None:
    field = fields(window)[1]
    field.setFocus()
    panel, warning = AttentionPanel(window), AttentionNotice("A warning.")
    panel.set_notice(AttentionTopic.BACKUP, warning)
    assert descriptions(window)[1] == "A warning."
    screen_reader.announce("Other.")
    panel.set_notice(AttentionTopic.BACKUP, warning)
    assert descriptions(window)[1] == "Other."
    panel.set_notice(AttentionTopic.BACKUP, None)
    panel.set_notice(AttentionTopic.BACKUP, warning)
    assert descriptions(window)[1] == "A warning."
    MessageBanner(window).show_text("Exported.", is_info=True)
    assert descriptions(window)[1] == "Exported."


def test_nothing_is_said_without_a_screen_reader(window: QWidget) -> None:
    QAccessible.setActive(False)
    fields(window)[1].setFocus()
    screen_reader.announce("Unheard.")
    screen_reader.describe_next_focus(fields(window)[0], "Unheard.")
    assert descriptions(window) == ["first field", ""]
