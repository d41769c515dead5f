"""How to study, for all decks or for one. Each choice holds at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
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
from studyapp.core.study.option_table import OPTION_BY_STORED_NAME, OPTIONS
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label

_BOX_WIDTH_IN_LETTERS = 24
"""So many stand in a closed box; an open one shows all."""

SetOption = Callable[[str, str | None], bool]
"""Takes an option's name and what was chosen as text, None for nothing of its own; False when it was not kept."""


class OptionsDialog(QDialog):
    """A form of all options. An option that nothing was chosen for shows, greyed, what holds then."""

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
        self._inherited, self._set_option, self._overrides = inherited, set_option, dict(overrides)
        self.field_by_option: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(create_label(title, "dialogTitle", self, has_word_wrap=True))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left_out = OptionScope.GLOBAL if is_for_one_deck else OptionScope.DECK
        form = self._build_form([option for option in OPTIONS if option.scope is not left_out])
        area.setWidget(form)
        column.addWidget(area, 1)
        self.error_banner = create_label("", "banner", self, has_word_wrap=True)
        self.error_banner.hide()
        column.addWidget(self.error_banner)
        self.reset_button = create_button(
            self.tr("Reset to global options") if is_for_one_deck else self.tr("Restore defaults"),
            "secondary",
            self,
        )
        self.reset_button.setAutoDefault(False)  # else Enter in a field would press it
        self.reset_button.clicked.connect(self._reset_options)
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_values(overrides)
        whole = QSize(form.sizeHint().width() + 72, self.sizeHint().height() + form.sizeHint().height())
        self.resize(whole.boundedTo(self.screen().availableSize() * 0.9))

    def _build_form(self, options: Sequence[StudyOption]) -> QWidget:
        """The options in groups, each under its head."""
        holder = QWidget(self)
        holder.setObjectName("column")
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 12, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for group in OptionGroup:
            of_group = [option for option in options if option.group is group]
            if of_group:
                form.addRow(create_label(self.tr(group), "furniture", holder))
            for option in of_group:
                name = self.tr(option.label)
                field = self.field_by_option[option.stored_name] = self._create_field(option)
                field.setAccessibleName(name)
                form.addRow(create_label(name, "", holder), field)
        return holder

    def _create_field(self, option: StudyOption) -> QWidget:
        if isinstance(option.value_type, EnumType):
            return self._create_combo_box(option.stored_name, self._label_by_value(option.value_type))
        line = QLineEdit(self)
        line.setPlaceholderText(format_value(option.value_in(self._inherited)))
        line.editingFinished.connect(
            lambda: self._change_option(option.stored_name, line.text().strip() or None)
        )
        return line

    def _label_by_value(self, kind: EnumType) -> dict[str, str]:
        if kind.labels_by_value is None:
            return {choice: formatting.format_languages(choice) for choice in CardLanguages}
        return {word: self.tr(words) for word, words in kind.labels_by_value.items()}

    def _create_combo_box(self, option_name: str, label_by_value: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_BOX_WIDTH_IN_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inherited = OPTION_BY_STORED_NAME[option_name].value_in(self._inherited)
        box.addItem(
            self._format_inherited(label_by_value.get(str(inherited), self.tr("Same as all decks"))),
            None,
        )
        for value, meaning in label_by_value.items():
            box.addItem(meaning, value)
        box.activated.connect(lambda _: self._change_option(option_name, box.currentData()))
        return box

    def _format_inherited(self, text: str) -> str:
        return self.tr("{usual} (default)").format(usual=text)

    def _show_values(self, overrides: Mapping[str, str]) -> None:
        for name, field in self.field_by_option.items():
            text = overrides.get(name)
            field.blockSignals(True)  # what is shown was not chosen anew
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, QLineEdit):
                field.setText(text or "")
            field.blockSignals(False)

    def _change_option(self, option_name: str, text: str | None) -> None:
        if text == self._overrides.get(option_name):  # a field is left without a change
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

    def _format_expected_value(self, kind: OptionType) -> str:
        match kind:
            case WholeNumberType(least, most):
                return self.tr("Enter a whole number from {least} to {most}.").format(least=least, most=most)
            case StepListType():
                return self.tr("Enter minutes separated by spaces, such as 1 10.")
            case EnumType():
                raise AssertionError("a box has no other words")
            case _:
                assert_never(kind)

    def _reset_options(self) -> None:
        for name in sorted(self._overrides):
            self._change_option(name, None)
            if name in self._overrides:  # it could not be kept, and the others would fare no better
                return
        self._show_values({})
