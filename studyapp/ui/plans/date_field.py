"""A field for a study day, to type or to choose from a calendar."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QWidget

from studyapp.core.study.study_day import study_day_of_date
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button

_COMMON_FORMATS = ("yyyy-M-d", "yyyy/M/d", "yyyy.M.d")


class DateField(QWidget):
    """Takes a study day. The calendar offers those from `first_day` on; others can be typed, so that the text is never
    changed while the learner is typing."""

    changed = Signal()
    """The text was changed, or a day was chosen."""

    finished = Signal()
    """The learner has typed a day and pressed Enter or left the field, or has chosen a day."""

    def __init__(self, day: int, first_day: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._first_day = first_day
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(name)
        self.calendar_button = create_button(self.tr("Calendar"), "flushLink", self)
        self.calendar_button.setAccessibleDescription(name)
        self.calendar_button.clicked.connect(self._open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.edit, 1)
        row.addWidget(self.calendar_button)
        self.setFocusProxy(self.edit)
        self.set_day(day)
        self.edit.textChanged.connect(self.changed)
        self.edit.editingFinished.connect(self.finished)

    @property
    def day(self) -> int | None:
        """The study day in the field; None if the text is not a date."""
        date = _parse_date(self.edit.text())
        return None if date is None else study_day_of_date(date.toPython())  # type: ignore[arg-type]

    @property
    def error_text(self) -> str:
        """What to enter instead if the text is not a date."""
        if self.day is not None:
            return ""
        example = _format_date(formatting.to_qdate(self._first_day))
        return self.tr("Enter a date like {example}.").format(example=example)

    def set_day(self, day: int) -> None:
        """Show a study day."""
        self.edit.setText(_format_date(formatting.to_qdate(day)))

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setMinimumDate(formatting.to_qdate(self._first_day))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(_parse_date(self.edit.text()) or formatting.to_qdate(self._first_day))

        def choose(date: QDate) -> None:
            self.set_day(study_day_of_date(date.toPython()))  # type: ignore[arg-type]
            calendar.close()
            self.edit.setFocus()
            self.finished.emit()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        calendar.resize(calendar.sizeHint())
        calendar.move(_place_on_screen(self, calendar))
        calendar.show()
        calendar.setFocus()


def _place_on_screen(field: QWidget, popup: QWidget) -> QPoint:
    """Return where a popup is shown: below the field, or above it if the screen ends before."""
    below = field.mapToGlobal(QPoint(0, field.height()))
    screen = field.screen().availableGeometry()
    x = max(screen.left(), min(below.x(), screen.right() - popup.width()))
    fits_below = below.y() + popup.height() <= screen.bottom()
    y = below.y() if fits_below else max(screen.top(), below.y() - field.height() - popup.height())
    return QPoint(x, y)


def _locale_format() -> str:
    """Return the short date format of the user's locale with all digits of the year."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def _format_date(date: QDate) -> str:
    return QLocale().toString(date, _locale_format())


def _parse_date(text: str) -> QDate | None:
    """Return the date that a text means in the user's locale or in a common notation; two digits of a year are of this
    century."""
    with_four_digits = _locale_format()
    for form in (with_four_digits.replace("yyyy", "yy"), with_four_digits, *_COMMON_FORMATS):
        date = QLocale().toDate(text.strip(), form)
        if date.isValid() and "yyyy" not in form and date.year() < 2000:
            date = date.addYears(100)
        if date.isValid() and date.year() >= 2000:
            return date
    return None
