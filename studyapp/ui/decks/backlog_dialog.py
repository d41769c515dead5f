"""After a holiday: spread what is overdue over days, with both ways shown beforehand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from studyapp.services.study.backlog import MOST_DAYS, Backlog
from studyapp.ui.decks.forecast_chart import WeekBars
from studyapp.ui.kit.actions import shown_key
from studyapp.ui.kit.widgets import button, label

_USUAL, _SHOWN = 7, 14


class BacklogDialog(QDialog):
    """`spread` is called with the number of days chosen."""

    def __init__(self, found: Backlog, spread: Callable[[int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Spread the backlog"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found, self._spread = found, spread
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = self.tr("%n card(s) are overdue", None, len(found.overdue))
        column.addWidget(label(title, "dialogTitle", self, wraps=True))
        self.before, self.after = WeekBars(self), WeekBars(self)
        self.days = QSlider(Qt.Orientation.Horizontal, self)
        self.days.setRange(2, MOST_DAYS)
        self.days.setAccessibleName(self.tr("Days"))
        self.words = label("", "", self)
        for widget in (
            label(self.tr("As it is"), "furniture", self),
            self.before,
            self.words,
            self.days,
            self.after,
        ):
            column.addWidget(widget)
        note = self.tr("Cards that you most likely still remember come first. Undo all of it: {key}")
        column.addWidget(label(note.format(key=shown_key("undo")), "furniture", self, wraps=True))
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Cancel"), "secondary", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.start = button(self.tr("Spread"), "primary", self)
        self.start.setDefault(True)
        self.start.clicked.connect(self._begin)
        row.addWidget(cancel)
        row.addWidget(self.start)
        column.addLayout(row)
        self.days.valueChanged.connect(self._preview)
        self.days.setValue(_USUAL)
        self.resize(640, self.sizeHint().height())

    def _preview(self, days: int) -> None:
        shown = max(_SHOWN, days)
        self.words.setText(self.tr("Spread over %n day(s)", None, days))
        before, after = self._found.as_it_is()[:shown], self._found.spread_over(days)[:shown]
        self.before.show_week(before, self._found.day)
        self.after.show_week(after, self._found.day, highest=max(before))

    def _begin(self) -> None:
        self.accept()
        self._spread(self.days.value())
