"""The field in which the cards of an exam are chosen."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from studyapp.core.exam_plan.exam_scope import ALL_CARDS, decks_of_scope, scope_of_decks
from studyapp.core.search.query_error import QueryError
from studyapp.ui.dialogs.checkable_list import CheckableList
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.query_line import QueryLine
from studyapp.ui.kit import theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label

_LIST_HEIGHT = 140
"""Pixels, at a text size of 100 %."""


class CardChoice(Enum):
    """How the cards are chosen."""

    ALL = auto()
    DECKS = auto()
    SEARCH = auto()


class ExamCardsField(QWidget):
    """Offers all decks, some of the decks in `title_by_deck`, or a search."""

    choiceChanged = Signal()
    """Another part of the field is shown."""

    def __init__(self, title_by_deck: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.choice_box = ComboBox(self, min_letters=20)
        self.choice_box.setAccessibleName(self.tr("Cards"))
        for choice, text in (
            (CardChoice.ALL, self.tr("All decks")),
            (CardChoice.DECKS, self.tr("Selected decks")),
            (CardChoice.SEARCH, self.tr("Cards that match a search")),
        ):
            self.choice_box.addItem(text, choice)
        label = create_label(self.tr("Cards"), "furniture", self)
        label.setBuddy(self.choice_box)
        self.deck_list = CheckableList(self)
        self.deck_list.setAccessibleName(self.tr("Selected decks"))
        self.deck_list.setWordWrap(True)
        self.deck_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.deck_list.setFixedHeight(theme.scale_pixels(_LIST_HEIGHT))
        for deck, title in title_by_deck.items():
            item = QListWidgetItem(title, self.deck_list)
            item.setData(Qt.ItemDataRole.UserRole, deck)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.deck_error = FieldError(self)
        self.deck_list.itemChanged.connect(lambda _: self.deck_error.clear_error())
        self.query_line = QueryLine(self.tr("Search"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.choice_box, self.deck_list, self.deck_error, self.query_line):
            column.addWidget(widget)
        self.choice_box.currentIndexChanged.connect(lambda _: self._show_choice())
        self._show_choice()

    @property
    def choice(self) -> CardChoice:
        """How the cards are chosen now."""
        choice: CardChoice = self.choice_box.currentData()
        return choice

    @property
    def scope(self) -> str:
        """The query for the chosen cards."""
        match self.choice:
            case CardChoice.ALL:
                return ALL_CARDS
            case CardChoice.DECKS:
                items = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
                return scope_of_decks(item.data(Qt.ItemDataRole.UserRole) for item in items)
            case CardChoice.SEARCH:
                return self.query_line.query

    def show_scope(self, scope: str) -> None:
        """Show which cards are chosen. A query with a deck that isn't offered is shown as a search."""
        decks = decks_of_scope(scope)
        item_by_deck = {item.data(Qt.ItemDataRole.UserRole): item for item in self._items()}
        if scope == ALL_CARDS:
            self.choose(CardChoice.ALL)
        elif decks and item_by_deck.keys() >= set(decks):
            self.choose(CardChoice.DECKS)
            for deck in decks:
                item_by_deck[deck].setCheckState(Qt.CheckState.Checked)
            self.deck_list.scrollToItem(item_by_deck[decks[0]])
        else:
            self.choose(CardChoice.SEARCH)
            self.query_line.edit.setText(scope)

    def choose(self, choice: CardChoice) -> None:
        """Choose the cards in another way."""
        self.choice_box.setCurrentIndex(self.choice_box.findData(choice))

    def check(self) -> bool:
        """Return whether any cards are chosen. If not, say so."""
        if self.choice is not CardChoice.DECKS or self.scope:
            return True
        self.deck_error.show_error(self.deck_list, self.tr("Select at least one deck."))
        return False

    def show_mistake(self, error: QueryError) -> None:
        """Show what is wrong with the search."""
        self.query_line.show_mistake(error)

    def _items(self) -> list[QListWidgetItem]:
        return [self.deck_list.item(row) for row in range(self.deck_list.count())]

    def _show_choice(self) -> None:
        self.deck_list.setVisible(self.choice is CardChoice.DECKS)
        self.query_line.setVisible(self.choice is CardChoice.SEARCH)
        self.deck_error.clear_error()
        self.choiceChanged.emit()
