"""One quiet line on the decks page when something needs the user's attention."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from studyapp.ui.kit import screen_reader, theme
from studyapp.ui.kit.widgets import create_button, create_label, is_narrow


class AttentionTopic(IntEnum):
    """What a notice is about. The panel shows the notice with the lowest number."""

    COLLECTION = 1
    """The collection is damaged or has been moved."""

    CLOCK = 2
    IMPORT = 3
    """An import was interrupted."""

    BACKUP = 4
    EDIT = 5
    """A deck was deleted, or an edit undone, just now."""

    OPTIMIZATION = 6
    """Other parameters of FSRS were adopted."""


class AttentionNotice(NamedTuple):
    """A notice and what the user can do about it: the label of a button and what it calls, if anything. `is_info` is whether
    it is no problem."""

    text: str
    action_label: str = ""
    action: Callable[[], object] | None = None
    is_info: bool = False


class AttentionPanel(QFrame):
    """Shows the most important notice with its button, below the text if there is little room. It is hidden if there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBanner")
        self._notice_by_topic: dict[AttentionTopic, AttentionNotice] = {}
        self.notice_label = create_label("", "messageText", self, has_word_wrap=True)
        self.action_button = create_button("", "flushLink", self)
        self.action_button.clicked.connect(self._run_action)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(*(theme.scale_pixels(margin) for margin in (16, 10, 16, 10)))
        self._row.setSpacing(theme.scale_pixels(8))
        self._row.addWidget(self.notice_label, 1)
        self._row.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the button below the text if there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if is_narrow(self) else directions.LeftToRight
        if direction is not self._row.direction():
            self._row.setDirection(direction)
            self.changed.emit()

    @property
    def _shown_notice(self) -> AttentionNotice | None:
        return self._notice_by_topic[min(self._notice_by_topic)] if self._notice_by_topic else None

    def set_notice(self, topic: AttentionTopic, notice: AttentionNotice | None) -> None:
        """Set the notice about a topic, or remove it."""
        if notice is None:
            self._notice_by_topic.pop(topic, None)
        else:
            self._notice_by_topic[topic] = notice
        shown = self._shown_notice
        self.setVisible(shown is not None)
        if shown is None:
            self.notice_label.clear()  # so that the same text is said again
        else:
            self._show_text(shown)
            self.action_button.setText(shown.action_label)
            self.action_button.setVisible(shown.action is not None)
        self.changed.emit()

    def _show_text(self, notice: AttentionNotice) -> None:
        """Show the text of a notice. A screen reader says a new text."""
        is_new = self.notice_label.text() != notice.text
        self.setProperty("calm", notice.is_info)
        for widget in (self, self.notice_label):
            widget.style().unpolish(widget)  # otherwise Qt keeps the style of the previous property value
            widget.style().polish(widget)
        self.notice_label.setText(notice.text)
        if is_new and self.isVisible():
            screen_reader.announce(notice.text)

    def _run_action(self) -> None:
        if self._shown_notice is not None and self._shown_notice.action is not None:
            self._shown_notice.action()
