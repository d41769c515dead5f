"""Fields for study days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from studyapp.core.days_off.days_off_range import check_days_off
from studyapp.core.study.study_day import study_day_of_date
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label


class DateField(QDateEdit):
    """Takes a study day from `first_day` on, by keyboard or from a calendar."""

    def __init__(self, day: int, first_day: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setMinimumDate(formatting.to_qdate(first_day))
        self.set_day(day)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @property
    def day(self) -> int:
        """The study day in the field."""
        return study_day_of_date(self.date().toPython())  # type: ignore[arg-type]

    def set_day(self, day: int) -> None:
        """Show a study day."""
        self.setDate(formatting.to_qdate(day))


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
        self.first_field.dateChanged.connect(lambda _: self._update_last_day())
        self.last_field.dateChanged.connect(lambda _: self._check())

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
        return range(first, last + 1) if check_days_off(first, last, self._today) is None else None

    def _update_last_day(self) -> None:
        """Move the last day with the first one, so that it is never before it."""
        if self.last_field.day < self.first_field.day:
            self.last_field.set_day(self.first_field.day)  # this checks the days
        else:
            self._check()

    def _check(self) -> None:
        self.error.clear_error()
        problem = check_days_off(self.first_field.day, self.last_field.day, self._today)
        if problem is not None:
            self.error.show_error(self.last_field, formatting.format_error(problem))
        self.changed.emit()
