"""One quiet line on the decks page when something needs the user's attention."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.kit.widgets import create_button, create_label, show_banner


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


class AttentionPanel(QWidget):
    """Shows the most important notice with its button. It is hidden if there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice_by_topic: dict[AttentionTopic, AttentionNotice] = {}
        self.notice_label = create_label("", "banner", self, has_word_wrap=True)
        self.action_button = create_button("", "flushLink", self)
        self.action_button.clicked.connect(self._run_action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.notice_label)
        column.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

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
        if shown is not None:
            show_banner(self.notice_label, shown.text, is_info=shown.is_info)
            self.action_button.setText(shown.action_label)
            self.action_button.setVisible(shown.action is not None)
        self.changed.emit()

    def _run_action(self) -> None:
        if self._shown_notice is not None and self._shown_notice.action is not None:
            self._shown_notice.action()
