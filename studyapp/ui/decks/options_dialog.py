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

from studyapp.core.study.option_table import (
    BY_NAME,
    OPTIONS,
    Group,
    Kind,
    Number,
    Option,
    Scope,
    Steps,
    Words,
    spelled,
)
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import button, label

_CHOICE_LETTERS = 24
"""So many stand in a closed box; an open one shows all."""

Choosing = Callable[[str, str | None], bool]
"""Takes an option's name and what was chosen as text, None for nothing of its own; False when it was not kept."""


class OptionsDialog(QDialog):
    """A form of all options. An option that nothing was chosen for shows, greyed, what holds then."""

    def __init__(
        self,
        title: str,
        otherwise: StudyOptions,
        chosen: Mapping[str, str],
        choose: Choosing,
        parent: QWidget,
        *,
        of_one_deck: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Options"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._otherwise, self._choose, self._held = otherwise, choose, dict(chosen)
        self.fields: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(label(title, "dialogTitle", self, wraps=True))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left_out = Scope.ALL if of_one_deck else Scope.EACH
        form = self._form([option for option in OPTIONS if option.scope is not left_out])
        area.setWidget(form)
        column.addWidget(area, 1)
        self.trouble = label("", "banner", self, wraps=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.reset = button(
            self.tr("As for all decks") if of_one_deck else self.tr("Defaults"), "secondary", self
        )
        self.reset.setAutoDefault(False)  # else Enter in a field would press it
        self.reset.clicked.connect(self._reset)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(chosen)
        whole = QSize(form.sizeHint().width() + 72, self.sizeHint().height() + form.sizeHint().height())
        self.resize(whole.boundedTo(self.screen().availableSize() * 0.9))

    def _form(self, options: Sequence[Option]) -> QWidget:
        """The options in groups, each under its head."""
        holder = QWidget(self)
        holder.setObjectName("column")
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 12, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for group in Group:
            of_group = [option for option in options if option.group is group]
            if of_group:
                form.addRow(label(self.tr(group), "furniture", holder))
            for option in of_group:
                name = self.tr(option.label)
                field = self.fields[option.name] = self._field(option)
                field.setAccessibleName(name)
                form.addRow(label(name, "", holder), field)
        return holder

    def _field(self, option: Option) -> QWidget:
        if isinstance(option.kind, Words):
            return self._box(option.name, self._labels(option.kind))
        line = QLineEdit(self)
        line.setPlaceholderText(spelled(getattr(self._otherwise, option.name)))
        line.editingFinished.connect(lambda: self._chosen(option.name, line.text().strip() or None))
        return line

    def _labels(self, kind: Words) -> dict[str, str]:
        if kind.labels is None:
            return {choice: formatting.languages(choice) for choice in LanguageChoice}
        return {word: self.tr(words) for word, words in kind.labels.items()}

    def _box(self, name: str, words: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_CHOICE_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        otherwise = getattr(self._otherwise, name)
        box.addItem(self._dash(words.get(otherwise, self.tr("as the cards of all decks"))), None)
        for value, meaning in words.items():
            box.addItem(meaning, value)
        box.activated.connect(lambda _: self._chosen(name, box.currentData()))
        return box

    def _dash(self, words: str) -> str:
        return self.tr("– ({usual})").format(usual=words)

    def _show(self, chosen: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            text = chosen.get(name)
            field.blockSignals(True)  # what is shown was not chosen anew
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, QLineEdit):
                field.setText(text or "")
            field.blockSignals(False)

    def _chosen(self, name: str, text: str | None) -> None:
        if text == self._held.get(name):  # a field is left without a change
            self.trouble.hide()
            return
        option = BY_NAME[name]
        try:
            if text is not None:
                option.read(text)
        except ValueError:
            self.trouble.setText(f"{self.fields[name].accessibleName()}: {self._wanted(option.kind)}")
            self.trouble.show()
            return
        self.trouble.hide()
        before, self._held = self._held, dict(self._held)
        if text is None:
            self._held.pop(name, None)
        else:
            self._held[name] = text
        if not self._choose(name, text):
            self._held = before
            self._show(before)

    def _wanted(self, kind: Kind) -> str:
        match kind:
            case Number(least, most):
                return self.tr("Enter a whole number from {least} to {most}.").format(least=least, most=most)
            case Steps():
                return self.tr("Enter minutes separated by spaces, such as 1 10.")
            case Words():
                raise AssertionError("a box has no other words")
            case _:
                assert_never(kind)

    def _reset(self) -> None:
        for name in sorted(self._held):
            self._chosen(name, None)
            if name in self._held:  # it could not be kept, and the others would fare no better
                return
        self._show({})
