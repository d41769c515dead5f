"""The fields for the first and the last of several study days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.core.days_off.days_off_range import check_days_off
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.plans.date_field import DateField


class DayRangeFields(QWidget):
    """Takes a first and a last study day from `today` on. What is wrong with them is shown below the fields."""

    changed = Signal()

    def __init__(self, days: range, today: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._today = today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.first_field = self._add_field(self.tr("First day"), days.start)
        self.last_field = self._add_field(self.tr("Last day"), days.stop - 1)
        self.error = FieldError(self)
        self._column.addWidget(self.error)
        for field in (self.first_field, self.last_field):
            field.changed.connect(self._show_no_error)
        self.first_field.finished.connect(self._finish_first_day)
        self.last_field.finished.connect(self._check)

    def _add_field(self, title: str, day: int) -> DateField:
        field = DateField(day, self._today, title, self)
        label = create_label(title, "furniture", self)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field

    @property
    def days(self) -> range | None:
        """The days, unless something is wrong with them."""
        first, last = self.first_field.day, self.last_field.day
        if first is None or last is None or check_days_off(first, last, self._today) is not None:
            return None
        return range(first, last + 1)

    def _show_no_error(self) -> None:
        self.error.clear_error()
        self.changed.emit()

    def _finish_first_day(self) -> None:
        """Move the last day with the first one, so that it is not before it."""
        first, last = self.first_field.day, self.last_field.day
        if first is not None and last is not None and last < first:
            self.last_field.set_day(first)
        self._check()

    def _check(self) -> None:
        """Say what is wrong with the days, at the field that is concerned."""
        self.error.clear_error()
        for field in (self.first_field, self.last_field):
            if field.day is None:
                self.error.show_error(field.edit, field.error_text, takes_focus=False)
                return
        first, last = self.first_field.day, self.last_field.day
        assert first is not None and last is not None, "both were checked above"
        problem = check_days_off(first, last, self._today)
        if problem is not None:
            text = formatting.format_error(problem)
            self.error.show_error(self.last_field.edit, text, takes_focus=False)
