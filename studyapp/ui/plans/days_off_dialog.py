"""The dialog in which days off are planned."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.services.plans.days_off import DaysOffPreview
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.plans.date_field import DateField
from studyapp.ui.plans.plan_texts import format_shift

_MAX_DAYS = 366


class DaysOffDialog(ScrollingDialog):
    """Asks for the first and the last day off, and what happens to the reviews of these days. `load_preview` returns what the
    days cost, or None if that can't be read; `plan` stores them and returns whether that succeeded."""

    def __init__(
        self,
        today: int,
        load_preview: Callable[[range], DaysOffPreview | None],
        plan: Callable[[DaysOffPreview, ShiftDirection], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=520)
        self.setWindowTitle(self.tr("Add days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._load_preview, self._plan = load_preview, plan
        self._preview: DaysOffPreview | None = None
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.first_field = self._add_date(self.tr("First day"), today + 1, today)
        self.last_field = self._add_date(self.tr("Last day"), today + 1, today)
        self.reviews_label = create_label("", "", self, has_word_wrap=True)
        self.column.addWidget(self.reviews_label)
        group = QButtonGroup(self)
        self.button_by_direction: dict[ShiftDirection, WrappingRadioButton] = {}
        for direction in ShiftDirection:
            button = self.button_by_direction[direction] = WrappingRadioButton("", self)
            group.addButton(button)
            self.column.addWidget(button)
        self.button_by_direction[ShiftDirection.NOT_MOVED].setChecked(True)
        hint = self.tr("Moved due dates can be undone: {key}. Days off don’t break the streak.")
        hint = hint.format(key=format_shortcut("undo"))
        self.column.addWidget(create_label(hint, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Add"), "primary", is_default=True)
        self.save_button.clicked.connect(self._accept_days)
        self.first_field.dateChanged.connect(lambda _: self._update_last_day())
        self.last_field.dateChanged.connect(lambda _: self._show_preview())
        self._show_preview()
        self.first_field.setFocus()

    def _add_date(self, title: str, day: int, first_day: int) -> DateField:
        field = DateField(day, first_day, title, self)
        label = create_label(title, "furniture", self)
        label.setBuddy(field)
        self.column.addWidget(label)
        self.column.addWidget(field)
        return field

    def _update_last_day(self) -> None:
        """Move the last day with the first one, so that it is never before it."""
        if self.last_field.day < self.first_field.day:
            self.last_field.set_day(self.first_field.day)  # this shows the preview
        else:
            self._show_preview()

    def _show_preview(self) -> None:
        days = range(self.first_field.day, self.last_field.day + 1)
        is_valid = 0 < len(days) <= _MAX_DAYS
        self._preview = self._load_preview(days) if is_valid else None
        self.save_button.setEnabled(self._preview is not None)
        shifts = self._preview.shifts if self._preview and self._preview.reviews else {}
        if not is_valid:
            text = self.tr("Choose from 1 to {most} days.").format(most=_MAX_DAYS)
        elif self._preview is None:
            text = ""
        else:
            text = self.tr("%n review(s) come due on these days.", None, self._preview.reviews)
        self.reviews_label.setText(text)
        for direction, button in self.button_by_direction.items():
            button.setVisible(direction in shifts)
            if direction in shifts:
                button.setText(format_shift(direction, shifts[direction]))
            elif button.isChecked():
                self.button_by_direction[ShiftDirection.NOT_MOVED].setChecked(True)
        if self.isVisible():
            self.fit_content()

    def _accept_days(self) -> None:
        direction = next(one for one, button in self.button_by_direction.items() if button.isChecked())
        if self._preview is not None and self._plan(self._preview, direction):
            self.accept()
