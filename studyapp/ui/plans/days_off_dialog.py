"""The dialogs in which days off are planned and removed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.plans.days_off import DaysOffPreview
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.plans.day_range_fields import DayRangeFields
from studyapp.ui.plans.plan_texts import format_shift


class DaysOffDialog(BackgroundTaskDialog):
    """Asks for the first and the last day off, and what happens to the reviews of these days. `load_preview` returns what the
    days cost, and `plan` stores them; both run in the background. The dialog is accepted when the days are stored."""

    def __init__(
        self,
        today: int,
        load_preview: Callable[[range, ProgressCallback], DaysOffPreview],
        plan: Callable[[DaysOffPreview, ShiftDirection], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=520)
        self.setWindowTitle(self.tr("Add days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._load_preview, self._plan = load_preview, plan
        self._preview: DaysOffPreview | None = None
        self._is_outdated = False
        """Whether the days were changed since the running calculation started."""

        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.fields = DayRangeFields(range(today + 1, today + 2), today, self)
        self.column.addWidget(self.fields)
        self.reviews_label = create_label("", "", self, has_word_wrap=True)
        self.column.addWidget(self.reviews_label)
        self.column.addWidget(self.progress_bar)
        group = QButtonGroup(self)
        self.button_by_direction: dict[ShiftDirection, WrappingRadioButton] = {}
        for direction in ShiftDirection:
            button = self.button_by_direction[direction] = WrappingRadioButton("", self)
            group.addButton(button)
            self.column.addWidget(button)
        self.button_by_direction[ShiftDirection.NOT_MOVED].setChecked(True)
        hint = self.tr(
            "If reviews are moved, {key} on the decks page undoes all of it. Days off don’t break the streak."
        )
        hint = hint.format(key=format_shortcut("undo"))
        self.column.addWidget(create_label(hint, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Add"), "primary", is_default=True)
        self.save_button.clicked.connect(self._store_days)
        self.fields.changed.connect(self._update_preview)
        self._update_preview()
        self.fields.first_field.setFocus()

    def _update_preview(self) -> None:
        """Show what the chosen days cost, once it is calculated."""
        days = self.fields.days
        self._preview = None
        self.save_button.setEnabled(False)
        for button in self.button_by_direction.values():
            button.setEnabled(False)
        self.reviews_label.setText(self.tr("Calculating…") if days is not None else "")
        self._is_outdated = self.is_busy
        if self._is_outdated:
            self.cancel_task()  # its end calls this again
        elif days is not None:
            self.run_task(
                partial(self._load_preview, days), self._take_preview, self._show_failure, self._end_canceled
            )

    def _end_canceled(self) -> None:
        if self._is_outdated:
            self._update_preview()
        else:
            self.reject()

    def _take_preview(self, preview: DaysOffPreview) -> None:
        if self._is_outdated:  # the days were changed when it was already complete
            self._update_preview()
            return
        self._preview = preview
        self.save_button.setEnabled(True)
        self.reviews_label.setText(self.tr("%n review(s) come due on these days.", None, preview.reviews))
        shifts = preview.shifts if preview.reviews else {}
        for direction, button in self.button_by_direction.items():
            button.setEnabled(True)
            button.setVisible(direction in shifts)
            if direction in shifts:
                button.setText(format_shift(direction, shifts[direction]))
            elif button.isChecked():
                self.button_by_direction[ShiftDirection.NOT_MOVED].setChecked(True)
        if self.isVisible():
            self.fit_content()

    def _store_days(self) -> None:
        if self._preview is None or self.is_busy:
            return
        direction = next(one for one, button in self.button_by_direction.items() if button.isChecked())
        preview = self._preview
        self.fields.setEnabled(False)
        self.reviews_label.setText(self.tr("Saving…"))
        self.run_task(
            lambda _: self._plan(preview, direction),
            lambda _: self.accept(),
            self._show_failure,
            self.reject,
            can_cancel=False,
        )

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.fields.setEnabled(True)
        self.reviews_label.setText(formatting.format_error(error))


class RemoveDaysOffDialog(ScrollingDialog):
    """Asks which of some consecutive days off are removed, and passes them to `remove` when it is accepted."""

    def __init__(self, days: range, remove: Callable[[range], object], parent: QWidget) -> None:
        super().__init__(parent, width=460)
        self.setWindowTitle(self.tr("Remove days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._remove = remove
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.fields = DayRangeFields(days, days.start, self)
        self.column.addWidget(self.fields)
        hint = self.tr("Due dates stay as they are.")
        self.column.addWidget(create_label(hint, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("Remove"), "primary", is_default=True)
        self.remove_button.clicked.connect(self._remove_days)
        self.fields.changed.connect(lambda: self.remove_button.setEnabled(self.fields.days is not None))

    def _remove_days(self) -> None:
        if self.fields.days is not None:
            self._remove(self.fields.days)
            self.accept()
