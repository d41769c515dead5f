"""How to study, for all decks or for one. Each choice holds at once."""

from collections.abc import Callable, Collection, Mapping

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

from studyapp.core.study_options import (
    CHOICES,
    OF_ONE_DECK,
    OVER_ALL,
    DueOrder,
    Mixing,
    NewOrder,
    RatingChoice,
    StudyOptions,
    Switch,
    TypedAnswers,
    bounds,
    read_option,
    spelled,
)
from studyapp.core.text import LanguageChoice
from studyapp.ui import wording
from studyapp.ui.layouts import button, label

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
        form = self._form(OVER_ALL if of_one_deck else OF_ONE_DECK)
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

    def _form(self, left_out: Collection[str]) -> QWidget:
        """The options in groups, each under its head."""
        holder = QWidget(self)
        holder.setObjectName("column")
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 12, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for head, words in self._groups():
            names = [name for name in words if name not in left_out]
            if names:
                form.addRow(label(head, "furniture", holder))
            for name in names:
                field = self.fields[name] = self._field(name)
                field.setAccessibleName(words[name])
                form.addRow(label(words[name], "", holder), field)
        return holder

    def _groups(self) -> tuple[tuple[str, dict[str, str]], ...]:
        each_day = {
            "new_a_day": self.tr("New cards a day"),
            "reviews_a_day": self.tr("Reviews a day"),
            "new_over_all": self.tr("New cards a day, all decks together"),
            "reviews_over_all": self.tr("Reviews a day, all decks together"),
            "new_order": self.tr("New cards come"),
            "due_order": self.tr("Due cards come"),
        }
        each_day["mixing"] = self.tr("New cards stand")
        each_day["day_begins"] = self.tr("Hour at which the day begins")
        memory = {
            "retention": self.tr("Percent to be recalled when a card comes"),
            "learning_steps": self.tr("Minutes between the first ratings"),
            "relearning_steps": self.tr("Minutes after a card was forgotten"),
            "leech_lapses": self.tr("Lapses after which a card should be rewritten"),
            "suspend_leeches": self.tr("Then suspend it"),
            "learn_ahead": self.tr("Minutes that a learning card may come early"),
        }
        studying = {
            "languages": self.tr("Languages of the cards"),
            "typed_answers": self.tr("Typed answers"),
            "rating_choice": self.tr("Ratings"),
            "confidence": self.tr("Before the answer, say how sure you are"),
            "time_box": self.tr("Say after so many minutes how long it went"),
            "auto_reveal": self.tr("Show the answer by itself after seconds"),
            "auto_next": self.tr("Leave an unrated answer after seconds"),
        }
        return (
            (self.tr("Each day"), each_day),
            (self.tr("Memory"), memory),
            (self.tr("While studying"), studying),
        )

    def _field(self, name: str) -> QWidget:
        if name in CHOICES:
            return self._box(name)
        line = QLineEdit(self)
        line.setPlaceholderText(spelled(getattr(self._otherwise, name)))
        line.editingFinished.connect(lambda: self._chosen(name, line.text().strip() or None))
        return line

    def _meanings(self, name: str) -> dict[str, str]:
        meanings: dict[str, dict[str, str]] = {
            "new_order": {
                NewOrder.DECK: self.tr("as in the deck"),
                NewOrder.RANDOM: self.tr("at random"),
                NewOrder.REQUIREMENTS: self.tr("after what they require"),
            },
            "due_order": {
                DueOrder.DUE: self.tr("the longest due first"),
                DueOrder.RETRIEVABILITY: self.tr("the least remembered first"),
                DueOrder.RANDOM: self.tr("at random"),
                DueOrder.DECK: self.tr("as in the deck"),
            },
            "mixing": {
                Mixing.AMONG: self.tr("among those that are due"),
                Mixing.AFTER: self.tr("after those that are due"),
                Mixing.BEFORE: self.tr("before those that are due"),
            },
            "languages": {choice: wording.languages(choice) for choice in LanguageChoice},
            "typed_answers": {
                TypedAnswers.EXACT: self.tr("are right letter by letter"),
                TypedAnswers.FORGIVING: self.tr("may differ in case, width and punctuation"),
            },
            "rating_choice": {
                RatingChoice.FOUR: self.tr("again, hard, good, easy"),
                RatingChoice.TWO: self.tr("again and good only"),
            },
        }
        return meanings.get(name, {Switch.OFF: self.tr("no"), Switch.ON: self.tr("yes")})

    def _box(self, name: str) -> QComboBox:
        words = self._meanings(name)
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
        try:
            if text is not None:
                read_option(name, text)
        except ValueError:
            least, most = bounds(name)
            words = (
                self.tr("Write minutes with blanks between them, such as 1 10.")
                if name.endswith("_steps")
                else self.tr("Write a whole number from {least} to {most}.").format(least=least, most=most)
            )
            self.trouble.setText(f"{self.fields[name].accessibleName()}: {words}")
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

    def _reset(self) -> None:
        for name in sorted(self._held):
            self._chosen(name, None)
            if name in self._held:  # it could not be kept, and the others would fare no better
                return
        self._show({})
