"""What is known of a card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QListWidget, QVBoxLayout, QWidget

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.schedule import Learning, New, Relearning, Review
from studyapp.services.study.card_info import CardInfo
from studyapp.ui.card.entry_formatting import deed_of
from studyapp.ui.card.forgetting_curve import ForgettingCurve
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import button, label


class CardInfoDialog(QDialog):
    """Figures, the forgetting curve, and the history. Nothing in it can be changed."""

    def __init__(self, info: CardInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Card"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._info = info
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(str(info.card), "furniture", self, wraps=True))
        column.addLayout(self._figures())
        if info.curve:
            column.addWidget(ForgettingCurve(info, self))
        self.history = QListWidget(self)
        self.history.setAccessibleName(self.tr("History"))
        self.history.addItems(
            [self._line(entry) for entry in reversed(info.history)] or [self.tr("Never studied")]
        )
        column.addWidget(self.history, 1)
        close = button(self.tr("Close"), "secondary", self)
        close.clicked.connect(self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def figures(self) -> list[tuple[str, str]]:
        """Each figure by its name."""
        schedule = self._info.schedule
        rows = [(self.tr("State"), self._state())]
        match schedule.phase:
            case Review(due_day=day):
                rows.append((self.tr("Due"), formatting.date_of(day)))
            case Learning(due_at=at) | Relearning(due_at=at):
                rows.append((self.tr("Due"), formatting.time_of_day(at)))
        if schedule.memory is not None and self._info.retrievability is not None:
            rows += [
                (self.tr("Stability"), formatting.days(round(schedule.memory.stability))),
                (
                    self.tr("Difficulty"),
                    self.tr("{number} of 10").format(number=f"{schedule.memory.difficulty:.1f}"),
                ),
                (self.tr("Recalled now with"), f"{self._info.retrievability:.0%}"),
            ]
        rows += [(self.tr("Reviews"), str(schedule.reviews)), (self.tr("Lapses"), str(schedule.lapses))]
        return rows

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, figure) in enumerate(self.figures()):
            grid.addWidget(label(name, "soft", self), row, 0)
            grid.addWidget(label(figure, "", self), row, 1)
        return grid

    def _state(self) -> str:
        schedule = self._info.schedule
        match schedule.phase:
            case New():
                state = self.tr("New")
            case Learning():
                state = self.tr("Learning")
            case Review():
                state = self.tr("Review")
            case Relearning():
                state = self.tr("Relearning")
        more = [self.tr("suspended")] if schedule.suspended else []
        more += [self.tr("leech")] if self._info.is_leech else []
        more += [formatting.flag(schedule.flag)] if schedule.flag else []
        return " · ".join([state, *more])

    def _line(self, entry: Entry) -> str:
        words = [formatting.moment(entry.at), deed_of(entry)]
        if entry.kind is EntryKind.REVIEW:
            words.append(self.tr("%n second(s)", None, round(entry.took / 1000)))
        if entry.due_day is not None:
            words.append(self.tr("due {date}").format(date=formatting.date_of(entry.due_day)))
        return " · ".join(words)
