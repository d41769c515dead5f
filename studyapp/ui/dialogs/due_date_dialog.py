"""The dialog that asks when a card is due."""

from PySide6.QtWidgets import QWidget

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label

_MAX_DAYS = 36_500


class DueDateDialog(ScrollingDialog):
    """Asks for a number of days and shows the date. `today` is the current study day."""

    def __init__(self, today: int, parent: QWidget) -> None:
        super().__init__(parent, width=400)
        self.setWindowTitle(self.tr("Set due date"))
        self._today = today
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        label = create_label(self.tr("Days from today"), "furniture", self)
        self.column.addWidget(label)
        self.days_box = create_spin_box(1, 0, _MAX_DAYS, self)
        explanation = self.tr("0 is today. A new card becomes a review card. You can undo this.")
        self.days_box.setAccessibleDescription(explanation)
        label.setBuddy(self.days_box)
        self.column.addWidget(self.days_box)
        self.date_label = create_label("", "soft", self, has_word_wrap=True)
        self.column.addWidget(self.date_label)
        self.column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.action_button = self.add_button(self.tr("Set due date"), "primary", is_default=True)
        self.action_button.clicked.connect(self.accept)
        self.days_box.valueChanged.connect(self._show_date)
        self._show_date(self.days_box.value())
        self.days_box.setFocus()
        self.days_box.selectAll()

    def _show_date(self, days: int) -> None:
        date = formatting.format_study_day(self._today + days, with_weekday=True)
        self.date_label.setText(self.tr("Due: {date}").format(date=date))
