"""The card info dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QWidget

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.services.study.card_info import CardInfo
from studyapp.ui.card.forgetting_curve import ForgettingCurve
from studyapp.ui.card.journal_entry_formatting import format_entry
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label


class CardInfoDialog(ScrollingDialog):
    """Shows the schedule of a card, its forgetting curve and its history. Read-only."""

    def __init__(self, info: CardInfo, parent: QWidget) -> None:
        super().__init__(parent, width=440)
        self.setWindowTitle(self.tr("Card info"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._info = info
        column = self.column
        column.addWidget(create_label(str(info.card), "furniture", self, has_word_wrap=True))
        column.addLayout(self._build_info_grid())
        if info.forgetting_curve:
            column.addWidget(ForgettingCurve(info, self))
        self.history_list = QListWidget(self)
        self.history_list.setAccessibleName(self.tr("History"))
        self.history_list.addItems(
            [self._format_entry(entry) for entry in reversed(info.history)] or [self.tr("Never studied")]
        )
        self.history_list.setWordWrap(True)
        self.history_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.history_list.setMinimumHeight(theme.scale_pixels(120))
        column.addWidget(self.history_list, 1)
        self.add_button(self.tr("Close"), is_default=True).clicked.connect(self.close)

    def info_rows(self) -> list[tuple[str, str]]:
        """Return the label and the value of each row."""
        schedule = self._info.schedule
        rows = [(self.tr("State"), self._format_state())]
        match schedule.phase:
            case LearningPhase() | RelearningPhase() if self._info.step_due_day is not None:
                rows.append((self.tr("Due"), formatting.format_study_day(self._info.step_due_day)))
            case ReviewPhase(due_day=day):
                rows.append((self.tr("Due"), formatting.format_study_day(day)))
            case LearningPhase(due_at=at) | RelearningPhase(due_at=at):
                rows.append((self.tr("Due"), formatting.format_time_of_day(at)))
        if schedule.memory is not None and self._info.retrievability is not None:
            rows += [
                (self.tr("Stability"), formatting.format_days(round(schedule.memory.stability))),
                (
                    self.tr("Difficulty"),
                    self.tr("{number} out of 10").format(number=f"{schedule.memory.difficulty:.1f}"),
                ),
                (self.tr("Retrievability"), f"{self._info.retrievability:.0%}"),
            ]
        rows += [
            (self.tr("Reviews"), str(schedule.review_count)),
            (self.tr("Lapses"), str(schedule.lapse_count)),
        ]
        return rows

    def _build_info_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = self.info_rows()
        texts = [self.tr("{label}: {value}").format(label=label, value=value) for label, value in rows]
        self.setAccessibleDescription("\n".join(texts))  # a screen reader says it when the dialog opens
        for row, (label, value) in enumerate(rows):
            value_label = create_label(value, "", self, has_word_wrap=True)
            value_label.setAccessibleName(texts[row])
            grid.addWidget(create_label(label, "soft", self), row, 0)
            grid.addWidget(value_label, row, 1)
        return grid

    def _format_state(self) -> str:
        schedule = self._info.schedule
        match schedule.phase:
            case NewPhase():
                state = self.tr("New")
            case LearningPhase():
                state = self.tr("Learning")
            case ReviewPhase():
                state = self.tr("Review")
            case RelearningPhase():
                state = self.tr("Relearning")
        details = [self.tr("Suspended")] if schedule.is_suspended else []
        details += [self.tr("Leech")] if self._info.is_leech else []
        details += [formatting.format_flag(schedule.flag)] if schedule.flag else []
        return " · ".join([state, *details])

    def _format_entry(self, entry: Entry) -> str:
        parts = [formatting.format_timestamp(entry.at), format_entry(entry)]
        if entry.kind is EntryKind.REVIEW:
            parts.append(self.tr("%n second(s)", None, round(entry.duration_ms / 1000)))
        if entry.due_day is not None:
            parts.append(self.tr("Due {date}").format(date=formatting.format_study_day(entry.due_day)))
        return " · ".join(parts)
