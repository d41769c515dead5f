"""One quiet line on the decks page when something needs the user's attention."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.services.overview.clock_check import ClockProblem, ClockWarning
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label, show_banner


class AttentionTopic(IntEnum):
    """What a notice is about. The panel shows the notice with the lowest number."""

    CLOCK = 1
    BACKUP = 3


class AttentionNotice(NamedTuple):
    """A notice and what the user can do about it: the label of a button and what it calls, if anything."""

    text: str
    action_label: str = ""
    action: Callable[[], object] | None = None


class AttentionPanel(QWidget):
    """Shows the most important notice with its button. It is hidden if there is none."""

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
            show_banner(self.notice_label, shown.text, is_info=False)
            self.action_button.setText(shown.action_label)
            self.action_button.setVisible(shown.action is not None)

    def show_backup_error(self, error: OSError | None) -> None:
        """Tell why the last backup failed, or remove the notice if it did not."""
        text = self.tr("Backup failed: {error}")
        self.set_notice(
            AttentionTopic.BACKUP,
            None if error is None else AttentionNotice(text.format(error=formatting.format_error(error))),
        )

    def show_clock_warning(self, warning: ClockWarning | None, correct_times: Callable[[], object]) -> None:
        """Tell that the clock disagrees with the journal, and offer to correct the times, or remove the notice."""
        self.set_notice(
            AttentionTopic.CLOCK, None if warning is None else self._clock_notice(warning, correct_times)
        )

    def _clock_notice(self, warning: ClockWarning, correct_times: Callable[[], object]) -> AttentionNotice:
        match warning.problem:
            case ClockProblem.JOURNAL_IN_FUTURE:
                text = self.tr(
                    "The clock may be wrong: it says {now}, but your last review is dated {newest}."
                )
            case ClockProblem.DAYS_OUT_OF_ORDER:
                text = self.tr("Some of your reviews were recorded while the clock was wrong.")
            case ClockProblem.LONG_PAUSE:
                text = self.tr(
                    "Your last review is dated {newest}, and the clock says {now}. Check the date."
                )
        text = text.format(
            now=formatting.format_long_date(warning.now),
            newest=formatting.format_long_date(warning.newest_at),
        )
        if warning.problem is ClockProblem.LONG_PAUSE:
            return AttentionNotice(text)
        return AttentionNotice(text, self.tr("Correct the times…"), correct_times)

    def _run_action(self) -> None:
        if self._shown_notice is not None and self._shown_notice.action is not None:
            self._shown_notice.action()
