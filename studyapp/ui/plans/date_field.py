"""Fields for study days."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from studyapp.core.study.study_day import calendar_date, study_day_of_date


class DateField(QDateEdit):
    """Takes a study day from `first_day` on, by keyboard or from a calendar."""

    def __init__(self, day: int, first_day: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setMinimumDate(_to_qdate(first_day))
        self.set_day(day)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @property
    def day(self) -> int:
        """The study day in the field."""
        return study_day_of_date(self.date().toPython())  # type: ignore[arg-type]

    def set_day(self, day: int) -> None:
        """Show a study day."""
        self.setDate(_to_qdate(day))


def _to_qdate(day: int) -> QDate:
    date = calendar_date(day)
    return QDate(date.year, date.month, date.day)
