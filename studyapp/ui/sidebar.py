"""The side bar: the pages, what was done today, and the languages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from studyapp.core.text import LanguageChoice
from studyapp.services.overview import Overview
from studyapp.ui import theme, wording
from studyapp.ui.icons import icon
from studyapp.ui.layouts import button, label

LANGUAGE_NAMES = {"en": "English", "zh-Hant": "繁體中文"}
"""Languages by their own names; these are never translated."""


class Sidebar(QFrame):
    """Tells what was chosen; it does nothing by itself."""

    decksChosen = Signal()
    studyChosen = Signal()
    exportChosen = Signal()
    keysChosen = Signal()
    optionsChosen = Signal()
    cardLanguageChosen = Signal(LanguageChoice)
    interfaceLanguageChosen = Signal(str)

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(192)
        self._resources = resources
        self._signs: list[tuple[QPushButton, str]] = []
        self._chosen = LanguageChoice.ENGLISH, "en"
        self.decks = self._item(self.tr("Decks"), "decks", self.decksChosen.emit, checkable=True)
        self.study = self._item(self.tr("Study"), "study", self.studyChosen.emit, checkable=True)
        self.export = self._item(self.tr("Export to Anki"), "export", self.exportChosen.emit)
        self.languages = self._item(self.tr("Languages"), "languages", self._open_menu)
        self.options = self._item(self.tr("Options"), "options", self.optionsChosen.emit)
        self.keys = self._item(self.tr("Keys"), "keys", self.keysChosen.emit)
        self.today = label("", "today", self, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 16)
        column.setSpacing(4)
        column.addWidget(label("StudyApp", "appName", self))
        for item in (self.decks, self.study, self.export):
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self.today)
        column.addWidget(self.options)
        column.addWidget(self.languages)
        column.addWidget(self.keys)
        self.restyle()

    def show_page(self, studying: bool) -> None:
        """Mark the page that is shown."""
        self.decks.setChecked(not studying)
        self.study.setChecked(studying)

    def show_today(self, overview: Overview) -> None:
        """Say what was done today."""
        done = self.tr("%n card(s) today", None, overview.reviews_today)
        self.today.setText(
            f"{done}\n{wording.minutes(overview.took_today)}" if overview.reviews_today else ""
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
        for choice in LanguageChoice:
            action = menu.addAction(LANGUAGE_NAMES.get(choice.value) or self.tr("Both languages"))
            action.triggered.connect(lambda _=False, choice=choice: self.cardLanguageChosen.emit(choice))
            action.setCheckable(True)
            action.setChecked(choice is cards)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Program")).setEnabled(False)
        group = QActionGroup(menu)
        for tag, name in LANGUAGE_NAMES.items():
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
        made.setCheckable(checkable)
        made.setIconSize(QSize(20, 20))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: chosen())
        self._signs.append((made, sign))
        return made
