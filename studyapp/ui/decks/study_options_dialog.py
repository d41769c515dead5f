"""The dialog for study options, for all decks or for one. Changes apply immediately."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studyapp.core.study.option_descriptor import (
    EnumType,
    OptionGroup,
    OptionScope,
    OptionType,
    StepListType,
    StudyOption,
    WholeNumberType,
    format_value,
)
from studyapp.core.study.option_table import OPTION_BY_STORED_NAME, OPTIONS, apply_overrides
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_button, create_label

_BOX_WIDTH_IN_LETTERS = 24
"""Characters that a closed combo box shows."""

_WIDTH = 640
"""Pixels at 100 % text size, so that most explanations fit on one line."""

_MIN_FIELD_WIDTH = 260
"""Pixels at 100 % text size. If a label and its field don't fit side by side, the field moves below the label."""

SetOption = Callable[[str, str | None], bool]
"""Stores an option: its stored name and its value as text, or None to remove the override. False if that failed."""


class OptionsDialog(QDialog):
    """A form with all options. An option without an override shows the inherited value in gray."""

    def __init__(
        self,
        title: str,
        inherited: StudyOptions,
        overrides: Mapping[str, str],
        set_option: SetOption,
        parent: QWidget,
        *,
        is_for_one_deck: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Deck options"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_for_one_deck = is_for_one_deck
        self._inherited, self._set_option, self._overrides = inherited, set_option, dict(overrides)
        self.field_by_option: dict[str, QWidget] = {}
        self.cap_note_by_option: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hidden_scope = OptionScope.GLOBAL if is_for_one_deck else OptionScope.DECK
        form = self._build_form([option for option in OPTIONS if option.scope is not hidden_scope])
        area.setWidget(form)
        column.addWidget(area, 1)
        self.error_banner = create_label("", "banner", self, has_word_wrap=True)
        self.error_banner.hide()
        column.addWidget(self.error_banner)
        self.reset_button = create_button(
            self.tr("Reset to options for all decks") if is_for_one_deck else self.tr("Restore defaults"),
            "secondary",
            self,
        )
        self.reset_button.setAutoDefault(False)  # Enter in a field must not press it
        self.reset_button.clicked.connect(self._reset_options)
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_values(overrides)
        width = max(form.sizeHint().width() + 72, theme.scale_pixels(_WIDTH))
        full_size = QSize(width, self.sizeHint().height() + form.sizeHint().height())
        self.resize(full_size.boundedTo(self.screen().availableSize() * 0.9))

    def _build_form(self, options: Sequence[StudyOption]) -> QWidget:
        """Return a form with the options in groups, each group under its heading."""
        holder = QWidget(self)
        holder.setObjectName("column")
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 12, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for group in OptionGroup:
            options_in_group = [option for option in options if option.group is group]
            if options_in_group:
                form.addRow(create_label(self.tr(group), "furniture", holder))
            for option in options_in_group:
                name = self.tr(option.label)
                field = self.field_by_option[option.stored_name] = self._create_field(option)
                field.setAccessibleName(name)
                field.setAccessibleDescription(self.tr(option.explanation))
                form.addRow(create_label(name, "", holder), self._with_explanation(option, field, holder))
        return holder

    def _with_explanation(self, option: StudyOption, field: QWidget, parent: QWidget) -> QWidget:
        """Return the field with its explanation and, for a limit, a note that is shown while a lower limit caps it."""
        holder = QWidget(parent)
        holder.setObjectName("column")
        # Otherwise a long label could leave too little space for the field.
        holder.setMinimumWidth(theme.scale_pixels(_MIN_FIELD_WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(create_label(self.tr(option.explanation), "furniture", holder, has_word_wrap=True))
        if option.capped_by:
            note = create_label("", "furniture", holder, has_word_wrap=True)
            self.cap_note_by_option[option.stored_name] = note
            column.addWidget(note)
        return holder

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
        field = QLineEdit(self)
        field.setPlaceholderText(format_value(option.value_in(self._inherited)))
        field.editingFinished.connect(
            lambda: self._change_option(option.stored_name, field.text().strip() or None)
        )
        return field

    def _label_by_value(self, enum_type: EnumType) -> dict[str, str]:
        if enum_type.labels_by_value is None:
            return {languages: formatting.format_languages(languages) for languages in CardLanguages}
        return {value: self.tr(label) for value, label in enum_type.labels_by_value.items()}

    def _create_combo_box(self, option_name: str, label_by_value: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_BOX_WIDTH_IN_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
            elif isinstance(field, QLineEdit):
                field.setText(text or "")
            field.blockSignals(False)
        self._show_caps()

    def _change_option(self, option_name: str, text: str | None) -> None:
        if text == self._overrides.get(option_name):  # the field was left unchanged
            self.error_banner.hide()
            return
        option = OPTION_BY_STORED_NAME[option_name]
        try:
            if text is not None:
                option.parse(text)
        except ValueError:
            self.error_banner.setText(
                f"{self.field_by_option[option_name].accessibleName()}: {self._format_expected_value(option.value_type)}"
            )
            self.error_banner.show()
            return
        self.error_banner.hide()
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
            case EnumType():
                raise AssertionError("a combo box has no invalid values")
            case _:
                assert_never(value_type)

    def _reset_options(self) -> None:
        for name in sorted(self._overrides):
            self._change_option(name, None)
            if name in self._overrides:  # it could not be stored, so the others can't either
                return
        self._show_values({})
