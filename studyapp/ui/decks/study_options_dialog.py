"""The dialog for study options, for all decks or for one. Changes apply immediately."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studyapp.core.options.option_descriptor import (
    EnumType,
    OptionGroup,
    OptionScope,
    OptionType,
    StepListType,
    StudyOption,
    WeekdaysType,
    WholeNumberType,
    format_value,
)
from studyapp.core.options.option_table import OPTION_BY_STORED_NAME, OPTIONS, apply_overrides
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.decks.weekdays_field import WeekdaysField
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.form_layout import FormLayout
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog, available_geometry
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label

_BOX_WIDTH_IN_LETTERS = 24
"""Characters that a closed combo box shows."""

_WIDTH = 800
"""Pixels at 100 % text size, so that most explanations fit on one line."""

_MIN_FIELD_WIDTH, _MAX_LABEL_WIDTH = 260, 230
"""Pixels at 100 % text size. Wider labels take several lines."""

_LABEL_PADDING = 4
"""Pixels of a label beside its text, which may be a fraction wider than measured."""

_MIN_WIDTH_FOR_TWO_COLUMNS = 580
"""Pixels at 100 % text size. On a narrower screen, fields are below their labels."""

_COMPARING_OPTIONS = ("minutes_a_day", "retention")
"""The options with a button that compares desired retentions."""

SetOption = Callable[[str, str | None], bool]
"""Stores an option: its stored name and its value as text, or None to remove the override. False if that failed."""


class OptionsDialog(ScrollingDialog):
    """A form with all options. An option without an override shows the inherited value in gray.

    `compare_retentions` shows what other desired retentions would lead to, and is given for all decks only.
    """

    plansRequested = Signal()

    def __init__(
        self,
        title: str,
        inherited: StudyOptions,
        overrides: Mapping[str, str],
        set_option: SetOption,
        parent: QWidget,
        *,
        is_for_one_deck: bool,
        compare_retentions: Callable[["OptionsDialog"], None] | None = None,
        create_parameter_panel: Callable[[QDialog], QWidget] | None = None,
    ) -> None:
        """`create_parameter_panel` creates a row below the option `optimize_automatically`, if that is shown."""
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Deck options"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_for_one_deck, self._compare_retentions = is_for_one_deck, compare_retentions
        self._create_parameter_panel = create_parameter_panel
        self._inherited, self._set_option, self._overrides = inherited, set_option, dict(overrides)
        self.field_by_option: dict[str, QWidget] = {}
        self.cap_note_by_option: dict[str, QLabel] = {}
        self.error_by_option: dict[str, FieldError] = {}
        self.column.setSpacing(16)
        self.column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        hidden_scope = OptionScope.GLOBAL if is_for_one_deck else OptionScope.DECK
        self._build_form([option for option in OPTIONS if option.scope is not hidden_scope])
        self.column.addStretch(1)
        self.reset_button = self.add_button(
            self.tr("Reset to options for all decks") if is_for_one_deck else self.tr("Restore defaults"),
            is_leading=True,
        )
        self.reset_button.clicked.connect(self._reset_options)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self._show_values(overrides)

    def _build_form(self, options: Sequence[StudyOption]) -> None:
        """Add a form with the options in groups, each group under its heading."""
        form = FormLayout()
        if available_geometry(self).width() < theme.scale_pixels(_MIN_WIDTH_FOR_TWO_COLUMNS):
            form.setRowWrapPolicy(FormLayout.RowWrapPolicy.WrapAllRows)
        for group in OptionGroup:
            options_in_group = [option for option in options if option.group is group]
            if options_in_group:
                form.addRow(create_label(self.tr(group), "furniture", self))
            for option in options_in_group:
                name = self.tr(option.label)
                field = self.field_by_option[option.stored_name] = self._create_field(option)
                field.setAccessibleDescription(self.tr(option.explanation))
                field.setAccessibleName(name)  # Qt names a field after a label with the same parent only
                form.addRow(self._create_row_label(name, field), self._with_explanation(option, field))
                if option.stored_name == "optimize_automatically" and self._create_parameter_panel:
                    panel = self._create_parameter_panel(self)
                    panel.setMinimumWidth(theme.scale_pixels(_MIN_FIELD_WIDTH))
                    form.addRow(self.tr("FSRS parameters"), panel)
        self.column.addLayout(form)

    def _create_row_label(self, name: str, field: QWidget) -> QLabel:
        label = create_label(name, "", self, has_word_wrap=True)
        label.setBuddy(field)
        label.ensurePolished()  # with its font
        # Qt would break a text into lines of about the same length.
        width = label.fontMetrics().horizontalAdvance(name) + _LABEL_PADDING
        label.setMinimumWidth(min(width, theme.scale_pixels(_MAX_LABEL_WIDTH)))
        return label

    def _with_explanation(self, option: StudyOption, field: QWidget) -> QWidget:
        """Return the field with its error, its explanation and, for a limit, a note that is shown while a lower limit
        caps it."""
        holder = QWidget(self)
        holder.setObjectName("column")
        # Otherwise a long label could leave too little space for the field.
        holder.setMinimumWidth(theme.scale_pixels(_MIN_FIELD_WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        error = self.error_by_option[option.stored_name] = FieldError(holder)
        column.addWidget(error)
        column.addWidget(create_label(self.tr(option.explanation), "furniture", holder, has_word_wrap=True))
        compare = self._compare_retentions
        if compare is not None and option.stored_name in _COMPARING_OPTIONS:
            button = self._add_button_below(column, self.tr("Compare retentions…"))
            button.clicked.connect(lambda: compare(self))
        if option.stored_name == "easy_days":
            self._add_button_below(column, self.tr("Exams and days off…")).clicked.connect(
                self.plansRequested
            )
        if option.capped_by:
            note = create_label("", "furniture", holder, has_word_wrap=True)
            self.cap_note_by_option[option.stored_name] = note
            column.addWidget(note)
        return holder

    def _add_button_below(self, column: QVBoxLayout, text: str) -> QPushButton:
        button = create_button(text, "secondary", self)
        button.setAutoDefault(False)
        column.addSpacing(4)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def set_retention(self, percent: int) -> bool:
        """Set the desired retention. False if it could not be stored."""
        self._change_option("retention", str(percent))
        self._show_values(self._overrides)
        return self._overrides.get("retention") == str(percent)

    def _show_caps(self) -> None:
        """Show a note at each limit that is higher than the limit for all decks."""
        options = apply_overrides(self._inherited, self._overrides)
        for name, note in self.cap_note_by_option.items():
            option = OPTION_BY_STORED_NAME[name]
            cap = OPTION_BY_STORED_NAME[option.capped_by]
            value, limit = option.value_in(options), cap.value_in(options)
            assert isinstance(value, int) and isinstance(limit, int), "only whole numbers have a cap"
            note.setVisible(limit < value)
            note.setText(
                self.tr("At most {limit} when you study several decks together: see “{option}”.").format(
                    limit=limit, option=self.tr(cap.label)
                )
            )

    def _create_field(self, option: StudyOption) -> QWidget:
        if isinstance(option.value_type, EnumType):
            return self._create_combo_box(option.stored_name, self._label_by_value(option.value_type))
        if isinstance(option.value_type, WeekdaysType):
            return self._create_weekdays_field(option, option.value_type)
        field = QLineEdit(self)
        field.setPlaceholderText(format_value(option.value_in(self._inherited)))
        field.editingFinished.connect(
            lambda: self._change_option(option.stored_name, field.text().strip() or None)
        )
        return field

    def _create_weekdays_field(self, option: StudyOption, value_type: WeekdaysType) -> WeekdaysField:
        labels = {str(value): self.tr(label) for value, label in value_type.labels_by_value.items()}
        inherited = format_value(option.value_in(self._inherited))
        field = WeekdaysField(self.tr(option.label), self.tr(option.explanation), labels, inherited, self)
        field.changed.connect(lambda value: self._change_option(option.stored_name, value))
        return field

    def _label_by_value(self, enum_type: EnumType) -> dict[str, str]:
        if enum_type.labels_by_value is None:
            return {languages: formatting.format_languages(languages) for languages in CardLanguages}
        return {value: self.tr(label) for value, label in enum_type.labels_by_value.items()}

    def _create_combo_box(self, option_name: str, label_by_value: Mapping[str, str]) -> ComboBox:
        box = ComboBox(self, min_letters=_BOX_WIDTH_IN_LETTERS)
        inherited = OPTION_BY_STORED_NAME[option_name].value_in(self._inherited)
        box.addItem(self._format_inherited(label_by_value.get(str(inherited))), None)
        for value, label in label_by_value.items():
            box.addItem(label, value)
        box.activated.connect(lambda _: self._change_option(option_name, box.currentData()))
        return box

    def _format_inherited(self, label: str | None) -> str:
        """Return the label of the item that removes the override. Only a deck's languages have no inherited value."""
        if label is None:
            return self.tr("Same as all decks")
        text = self.tr("{value} (all decks)") if self._is_for_one_deck else self.tr("{value} (default)")
        return text.format(value=label)

    def _show_values(self, overrides: Mapping[str, str]) -> None:
        for name, field in self.field_by_option.items():
            text = overrides.get(name)
            field.blockSignals(True)  # the user has not changed it
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, WeekdaysField):
                field.show_value(text)
            elif isinstance(field, QLineEdit):
                field.setText(text or "")
            field.blockSignals(False)
        self._show_caps()

    def _change_option(self, option_name: str, text: str | None) -> None:
        self.error_by_option[option_name].clear_error()
        if text == self._overrides.get(option_name):  # the field was left unchanged
            return
        option = OPTION_BY_STORED_NAME[option_name]
        try:
            if text is not None:
                option.parse(text)
        except ValueError:
            expected_value = self._format_expected_value(option.value_type)
            self.error_by_option[option_name].show_error(self.field_by_option[option_name], expected_value)
            return
        before, self._overrides = self._overrides, dict(self._overrides)
        if text is None:
            self._overrides.pop(option_name, None)
        else:
            self._overrides[option_name] = text
        if not self._set_option(option_name, text):
            self._overrides = before
            self._show_values(before)
        self._show_caps()

    def _format_expected_value(self, value_type: OptionType) -> str:
        match value_type:
            case WholeNumberType(minimum, maximum):
                text = self.tr("Enter a whole number from {least} to {most}.")
                return text.format(least=minimum, most=maximum)
            case StepListType():
                return self.tr("Enter minutes separated by spaces, such as 1 10.")
            case EnumType() | WeekdaysType():
                raise AssertionError("a combo box has no invalid values")
            case _:
                assert_never(value_type)

    def _reset_options(self) -> None:
        for name in sorted(self._overrides):
            self._change_option(name, None)
            if name in self._overrides:  # it could not be stored, so the others can't either
                return
        self._show_values({})
        for error in self.error_by_option.values():
            error.clear_error()
