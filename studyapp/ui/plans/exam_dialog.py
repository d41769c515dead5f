"""The dialog in which an exam is planned."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.exam import MAX_TARGET, MIN_TARGET, Exam, ExamDateError, ExamError, check_exam
from studyapp.core.exam_plan.exam_scope import scope_of_decks
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.search.query_error import QueryError
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.plans.date_field import DateField
from studyapp.ui.plans.exam_cards_field import ExamCardsField

_DAYS_AHEAD = 30
"""How far ahead a new exam is at first."""


class ExamDialog(BackgroundTaskDialog):
    """Asks for an exam. `title_by_deck` are the decks to choose from, of which `decks` are chosen at first.

    `find_cards` returns the cards of the exam, and `store` stores it with them and whether cards due after it are brought forward.
    Both run in the background and may raise ExamError and QueryError. The dialog is accepted when the exam is stored.
    """

    def __init__(
        self,
        exam: Exam | None,
        today: int,
        title_by_deck: Mapping[str, str],
        find_cards: Callable[[Exam, ProgressCallback], frozenset[CardId]],
        store: Callable[[Exam, frozenset[CardId], bool], object],
        parent: QWidget,
        decks: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, width=460)
        self.setWindowTitle(self.tr("Add exam") if exam is None else self.tr("Edit exam"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._planned_on = today if exam is None else exam.planned_on
        self._find_cards, self._store, self._today = find_cards, store, today
        self.message_banner = MessageBanner(self)
        self.name_edit = QLineEdit(self)
        self.name_error = FieldError(self)
        self.date_field = DateField(today + _DAYS_AHEAD, today + 1, self.tr("Date"), self)
        self.date_error = FieldError(self)
        self.cards_field = ExamCardsField(title_by_deck, self)
        self.target_box = create_spin_box(90, MIN_TARGET, MAX_TARGET, self)
        self.forward_box = WrappingCheckBox(self.tr("Bring later cards forward"), self)
        self.forward_box.setChecked(True)
        self.state_label = create_label("", "furniture", self, has_word_wrap=True)
        self.state_label.hide()
        self._place_fields()
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Save"), "primary", is_default=True)
        self.save_button.clicked.connect(self._accept_exam)
        if exam is not None:
            self._show_exam(exam)
        elif decks:
            self.cards_field.show_scope(scope_of_decks(decks))
        self.cards_field.choiceChanged.connect(self._fit_shown_content)
        self.name_edit.setFocus()

    def _place_fields(self) -> None:
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.column.addWidget(self.message_banner)
        self._add_field(self.tr("Name"), self.name_edit)
        self.column.addWidget(self.name_error)
        self._add_field(self.tr("Date"), self.date_field)
        self.column.addWidget(self.date_error)
        self.column.addWidget(self.cards_field)
        self._add_field(self.tr("Cards to recall on the day (%)"), self.target_box)
        hint = self.tr("Cards due after the exam are shown once more before it if needed. You can undo this.")
        self.forward_box.setAccessibleDescription(hint)
        self.column.addWidget(self.forward_box)
        self.column.addWidget(create_label(hint, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.column.addWidget(self.state_label)
        self.column.addWidget(self.progress_bar)

    def _add_field(self, title: str, field: QWidget) -> None:
        label = create_label(title, "furniture", self)
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.column.addWidget(label)
        self.column.addWidget(field)

    def _show_exam(self, exam: Exam) -> None:
        self.name_edit.setText(exam.name)
        self.date_field.set_day(exam.day)
        self.target_box.setValue(exam.target_percent)
        self.cards_field.show_scope(exam.scope)

    def _fit_shown_content(self) -> None:
        if self.isVisible():
            self.column.activate()
            self.fit_content()

    def _accept_exam(self) -> None:
        if self.is_busy:
            return
        self.name_error.clear_error()
        self.date_error.clear_error()
        self.message_banner.hide()
        name, day = self.name_edit.text().strip(), self.date_field.day
        if day is None:
            self.date_error.show_error(self.date_field.edit, self.date_field.error_text)
            return
        exam = Exam(name, day, self._planned_on, self.cards_field.scope, self.target_box.value())
        problem = check_exam(exam._replace(planned_on=self._today))
        if problem is not None:
            self._show_failure(problem)
        elif self.cards_field.check():
            self._show_state(self.tr("Finding cards…"))
            self.run_task(
                lambda progress: self._find_cards(exam, progress),
                lambda cards: self._store_exam(exam, cards),
                self._show_failure,
                lambda: self._show_state(""),
            )

    def _store_exam(self, exam: Exam, cards: frozenset[CardId]) -> None:
        self._show_state(self.tr("Saving…"))
        brings_forward = self.forward_box.isChecked()
        self.run_task(
            lambda _: self._store(exam, cards, brings_forward),
            lambda _: self.accept(),
            self._show_failure,
            lambda: self._show_state(""),
            can_cancel=False,
        )

    def _show_state(self, text: str) -> None:
        """Say what runs in the background, if anything. The fields can't be changed meanwhile."""
        for field in (self.name_edit, self.date_field, self.cards_field, self.target_box, self.forward_box):
            field.setEnabled(not text)
        self.state_label.setText(text)
        self.state_label.setVisible(bool(text))
        self._fit_shown_content()
        if text:
            self.scroll_to(self.state_label)

    def _show_failure(self, error: Exception) -> None:
        self._show_state("")
        match error:
            case ExamDateError():
                self.date_error.show_error(self.date_field.edit, formatting.format_error(error))
            case ExamError():
                self.name_error.show_error(self.name_edit, formatting.format_error(error))
            case QueryError():
                self.cards_field.show_mistake(error)
            case TranslatableError() | OSError():
                self.message_banner.show_text(formatting.format_error(error), is_info=False)
                self.scroll_to(self.message_banner)
            case _:
                raise error
