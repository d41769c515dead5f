"""The top of the browse page: the query, what it found, and the buttons beside it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from studyapp.core.search.completion import Completions
from studyapp.ui.browse.search.query_error_label import (
    clear_query_error,
    create_query_error_label,
    show_query_error,
)
from studyapp.ui.browse.search.search_field import SearchField
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import ElidedLabel, create_button

_MIN_COUNT_WIDTH = 120
"""Pixels for the number of cards, at a text size of 100 %."""


class SearchBar(QWidget):
    """Shows the query and its result. It emits what the user asks for and searches nothing itself."""

    textChanged = Signal()
    """The user has changed the query."""

    searchChosen = Signal(str)
    """Carries a query from the menu of searches."""

    saveRequested = Signal()
    tableRequested = Signal()
    submitted = Signal()
    notesChosen = Signal(bool)
    """Carries whether to show notes instead of cards."""

    menuRequested = Signal(QPoint)

    def __init__(self, complete: Callable[[str, int], Completions], parent: QWidget) -> None:
        super().__init__(parent)
        self.field = SearchField(complete, self)
        self.field.setPlaceholderText(self.tr("Search cards: words, tag:, deck:, is:due, prop:lapses>2…"))
        self.field.setAccessibleName(self.tr("Search cards"))
        self.field.textEdited.connect(lambda _: self.textChanged.emit())
        self.field.tableRequested.connect(self.tableRequested)
        self.field.submitted.connect(self.submitted)
        self.searches_button = self._create_button(self.tr("Searches"))
        self.searches_button.clicked.connect(self._open_searches)
        self.saved_searches: Sequence[tuple[str, str]] = ()
        self.recent_searches: Sequence[str] = ()
        self.error_label = create_query_error_label(self)
        self._count_text = ""
        self.count_label = ElidedLabel("furniture", self)
        self.narrow_count_label = ElidedLabel("furniture", self)
        self.narrow_count_label.hide()
        self.cards_button, self.notes_button = self._create_toggles()
        self.filters_button = self._create_button(self.tr("Filters"), is_checkable=True)
        self.preview_button = self._create_button(self.tr("Preview"), is_checkable=True)
        self.menu_button = create_button("⋯", "more", self)
        self.menu_button.setAccessibleName(self.tr("Actions on the selected cards"))
        self.menu_button.setToolTip(self.menu_button.accessibleName())
        self.menu_button.clicked.connect(
            lambda: self.menuRequested.emit(
                self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft())
            )
        )
        self._build()

    def _create_button(self, text: str, *, is_checkable: bool = False) -> QPushButton:
        button = create_button(text, "toolbar", self)
        button.setCheckable(is_checkable)
        return button

    def _create_toggles(self) -> tuple[QPushButton, QPushButton]:
        cards = self._create_button(self.tr("Cards"), is_checkable=True)
        notes = self._create_button(self.tr("Notes"), is_checkable=True)
        cards.setAccessibleDescription(self.tr("One row for each card"))
        notes.setAccessibleDescription(self.tr("One row for each note"))
        group = QButtonGroup(self)
        for button in (cards, notes):
            button.setToolTip(button.accessibleDescription())
            group.addButton(button)
        group.buttonClicked.connect(lambda button: self.notesChosen.emit(button is notes))
        return cards, notes

    def _build(self) -> None:
        first_row = QHBoxLayout()
        first_row.setSpacing(8)
        first_row.addWidget(self.field, 1)
        first_row.addWidget(self.searches_button)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._buttons.addWidget(self.filters_button)
        self._buttons.addSpacing(8)
        self._buttons.addWidget(self.cards_button)
        self._buttons.addWidget(self.notes_button)
        self._buttons.addWidget(self.count_label, 1)
        self._buttons.addWidget(self.preview_button)
        self._buttons.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first_row)
        column.addWidget(self.error_label)
        column.addLayout(self._buttons)
        column.addWidget(self.narrow_count_label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """If the page is narrow, show the count below the buttons, and leave cards or notes to the menu."""
        super().resizeEvent(event)
        buttons = (
            self.filters_button, self.cards_button, self.notes_button, self.preview_button, self.menu_button,
        )  # fmt: skip
        needed = sum(button.sizeHint().width() + 8 for button in buttons) + theme.scale_pixels(
            _MIN_COUNT_WIDTH
        )
        is_narrow = self.width() < needed
        self.cards_button.setVisible(not is_narrow)
        self.notes_button.setVisible(not is_narrow)
        self.narrow_count_label.setVisible(is_narrow)
        self.count_label.setText("" if is_narrow else self._count_text)

    def show_count(self, count: int, selected: int, *, of_notes: bool, is_complete: bool) -> None:
        """Show how many cards or notes are found and selected. The count is not complete while the search goes on."""
        text = self.tr("%n note(s)", None, count) if of_notes else self.tr("%n card(s)", None, count)
        if not is_complete:
            text = self.tr("{count} so far…").format(count=text)
        if selected > 1:
            selection = self.tr("%n selected", None, selected)
            text = f"{text} · {selection}"
        self._count_text = text
        self.narrow_count_label.setText(text)
        self.count_label.setText("" if self.narrow_count_label.isVisibleTo(self) else text)

    def show_error(self, message: str, start: int, end: int) -> None:
        """Show what is wrong with the query, and where."""
        show_query_error(self.error_label, self.field, message, start, end)

    def clear_error(self) -> None:
        """Show that nothing is wrong with the query."""
        clear_query_error(self.error_label, self.field)

    def build_searches_menu(self) -> QMenu:
        """Build the menu with the saved and the last searches."""
        menu = QMenu(self)
        save = menu.addAction(self.tr("Save this search…"))
        save.setEnabled(bool(self.field.text().strip()))
        save.triggered.connect(self.saveRequested)
        for title, searches in (
            (self.tr("Saved searches"), self.saved_searches),
            (self.tr("Last searches"), [(text, text) for text in self.recent_searches]),
        ):
            if searches:
                menu.addSeparator()
                menu.addAction(title).setEnabled(False)  # with a style sheet, menus draw no section titles
            for name, query in searches:
                label = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self.width() // 2)
                # An ampersand would mark the next letter as the key of the item.
                action = menu.addAction(label.replace("&", "&&"))
                action.triggered.connect(partial(self.searchChosen.emit, query))
        return menu

    def _open_searches(self) -> None:
        menu, button = self.build_searches_menu(), self.searches_button
        menu.aboutToHide.connect(menu.deleteLater)
        right = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))

    def minimumSizeHint(self) -> QSize:
        """Allow any width that shows the buttons."""
        return QSize(0, super().minimumSizeHint().height())
