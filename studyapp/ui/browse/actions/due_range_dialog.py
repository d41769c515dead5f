"""The dialog that asks when many cards are due."""

from PySide6.QtWidgets import QWidget

from studyapp.core.rescheduling.due_range import DueRange, DueRangeError, parse_due_range
from studyapp.ui.dialogs.text_question_dialog import TextQuestionDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label


class DueRangeDialog(TextQuestionDialog):
    """Asks for a number of days, or for a range of days over which the cards are spread. `today` is a study day."""

    def __init__(self, today: int, parent: QWidget) -> None:
        super().__init__(
            self.tr("Set due date"),
            self.tr("Days from today"),
            self.tr("Set due date"),
            parent,
            error="",
        )
        self._today = today
        self.date_label = create_label("", "soft", self, has_word_wrap=True)
        explanation = self.tr("0 is today. A range such as 3-7 spreads the cards. You can undo this.")
        self.field.setAccessibleDescription(explanation)
        explanation_label = create_label(explanation, "furniture", self, has_word_wrap=True)
        for label in (self.date_label, explanation_label):
            self.column.insertWidget(self.column.count() - 1, label)
        self.field.textChanged.connect(self._show_dates)
        self.field.setText("1")
        self.field.selectAll()

    @property
    def days(self) -> DueRange:
        """The days that were entered. Raises DueRangeError if the text is not valid."""
        return parse_due_range(self.field.text())

    def find_error(self) -> str:
        """Return what is wrong with the text."""
        try:
            parse_due_range(self.field.text())
        except DueRangeError as error:
            return formatting.format_error(error)
        return ""

    def _show_dates(self) -> None:
        if self.find_error():
            self.date_label.setText("")
            return
        dates = dict.fromkeys(formatting.format_study_day(self._today + day) for day in self.days)
        self.date_label.setText(self.tr("Due: {date}").format(date=" – ".join(dates)))
