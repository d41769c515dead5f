"""The side bar: the pages, what was done today, and the languages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from studyapp.core.text.localized_text import SAME_ON_BOTH_SIDES, LanguageChoice
from studyapp.services.overview.daily_overview import Overview
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.icons import icon
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import button, label

_WIDE, _NARROW = 192, 68
"""Pixels of the bar, with words and without."""

_NEEDS = 640
"""Pixels of a window that has room for the words."""


class Sidebar(QFrame):
    """Tells what was chosen; it does nothing by itself."""

    decksChosen = Signal()
    studyChosen = Signal()
    exportChosen = Signal()
    keysChosen = Signal()
    optionsChosen = Signal()
    settingsChosen = Signal()
    cardLanguageChosen = Signal(LanguageChoice)
    interfaceLanguageChosen = Signal(str)

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._resources = resources
        self._is_narrow = self._is_today_hidden = False
        self._signs: list[tuple[QPushButton, str]] = []
        self._chosen = LanguageChoice.ENGLISH, "en"
        self.decks = self._item(self.tr("Decks"), "decks", self.decksChosen.emit, checkable=True)
        self.study = self._item(self.tr("Study"), "study", self.studyChosen.emit, checkable=True)
        self.export = self._item(self.tr("Export to Anki"), "export", self.exportChosen.emit)
        self.languages = self._item(self.tr("Languages"), "languages", self._open_menu)
        self.settings = self._item(self.tr("Settings"), "settings", self.settingsChosen.emit)
        self.options = self._item(self.tr("Options"), "options", self.optionsChosen.emit)
        self.keys = self._item(self.tr("Keys"), "keys", self.keysChosen.emit)
        self.today = label("", "today", self, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 16)
        column.setSpacing(4)
        self._name = label("StudyApp", "appName", self)
        column.addWidget(self._name)
        for item in (self.decks, self.study, self.export):
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self.today)
        column.addWidget(self.options)
        column.addWidget(self.settings)
        column.addWidget(self.languages)
        column.addWidget(self.keys)
        self._set_width()
        self.restyle()

    def make_room(self, width: int) -> None:
        """In a window of this width: where the text is large for it, signs alone."""
        narrow = width < theme.pixels(_NEEDS)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self._set_width()

    def _set_width(self) -> None:
        self.setFixedWidth(theme.pixels(_NARROW if self._is_narrow else _WIDE))
        for item, _ in self._signs:
            words = item.accessibleName()
            item.setText("" if self._is_narrow else words)
            item.setToolTip(words if self._is_narrow else "")
        self._name.setVisible(not self._is_narrow)
        self._show_today()

    def mark_page(self, page: Page) -> None:
        """Mark the item of the page that is shown."""
        self._is_today_hidden = page.shows_own_progress
        for page_id, item in ((PageId.DECKS, self.decks), (PageId.STUDY, self.study)):
            item.setChecked(page_id is page.page_id)
        self._show_today()

    def _show_today(self) -> None:
        self.today.setVisible(not self._is_narrow and not self._is_today_hidden)

    def show_today(self, overview: Overview) -> None:
        """Say what was done today."""
        done = self.tr("%n card(s) today", None, overview.reviews_today)
        self.today.setText(
            f"{done}\n{formatting.minutes(overview.took_today)}" if overview.reviews_today else ""
        )

    def offer_languages(self, cards: LanguageChoice, interface: str) -> None:
        """Mark these as the chosen ones in the menu of languages."""
        self._chosen = cards, interface

    def _open_menu(self) -> None:
        menu = self._languages_menu(*self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        top = self.languages.mapToGlobal(QPoint(0, 0))
        menu.popup(top - QPoint(0, menu.sizeHint().height()))

    def _languages_menu(self, cards: LanguageChoice, interface: str) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Cards")).setEnabled(False)  # a styled menu draws no words of a section
        group = QActionGroup(menu)
        for choice in SAME_ON_BOTH_SIDES:
            action = menu.addAction(formatting.languages(choice))
            action.triggered.connect(lambda _=False, choice=choice: self.cardLanguageChosen.emit(choice))
            action.setCheckable(True)
            action.setChecked(choice is cards)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Program")).setEnabled(False)
        group = QActionGroup(menu)
        for tag, name in formatting.LANGUAGE_NAMES.items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, tag=tag: self.interfaceLanguageChosen.emit(tag))
            action.setCheckable(True)
            action.setChecked(tag == interface)
            group.addAction(action)
        return menu

    def restyle(self) -> None:
        """Draw the signs in the theme of now."""
        colour, ratio = theme.current().soft, self.devicePixelRatioF()
        for item, name in self._signs:
            item.setIcon(icon(self._resources, name, colour, ratio))

    def _item(
        self, words: str, sign: str, chosen: Callable[[], object], *, checkable: bool = False
    ) -> QPushButton:
        made = button(words, "item", self)
        made.setAccessibleName(words)
        made.setCheckable(checkable)
        made.setIconSize(QSize(theme.pixels(20), theme.pixels(20)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: chosen())
        self._signs.append((made, sign))
        return made
