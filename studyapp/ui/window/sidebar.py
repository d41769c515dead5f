"""The sidebar: pages, today's reviews, and languages."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES, CardLanguages
from studyapp.services.overview.daily_overview import DailyOverview
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.icons import load_icon
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import create_button, create_label

_FULL_WIDTH, _ICONS_ONLY_WIDTH = 192, 68
"""Width in pixels with and without labels, at a text size of 100 %."""

_MIN_WINDOW_WIDTH_FOR_LABELS = 800
"""Window width in pixels, at a text size of 100 %, from which on labels are shown. It leaves room for a card."""


class SidebarItem(NamedTuple):
    """A button of the sidebar. An item with a page is highlighted while that page is shown."""

    icon_name: str
    label: str
    action: Callable[[], object]
    page_id: PageId | None = None


class Sidebar(QFrame):
    """Emits a signal for each command but runs none itself."""

    decksRequested = Signal()
    studyRequested = Signal()
    browseRequested = Signal()
    mapRequested = Signal()
    statisticsRequested = Signal()
    exportRequested = Signal()
    shortcutsRequested = Signal()
    optionsRequested = Signal()
    settingsRequested = Signal()
    cardLanguageChosen = Signal(CardLanguages)
    interfaceLanguageChosen = Signal(str)

    def __init__(self, resources_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._resources_folder = resources_folder
        self._shows_icons_only = self._is_today_hidden = False
        self._icon_by_button: dict[QPushButton, str] = {}
        self._button_by_page: dict[PageId, QPushButton] = {}
        self._current_languages = CardLanguages.ENGLISH, "en"
        pages = [self._create_button(item) for item in self._page_items()]
        commands = [self._create_button(item) for item in self._command_items()]
        self.today_label = create_label("", "today", self, has_word_wrap=True)
        self._app_name_label = create_label("StudyApp", "appName", self)
        column = self._column = self._create_scrolling_column()
        column.addWidget(self._app_name_label)
        for button in pages:
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.today_label)
        for button in commands:
            column.addWidget(button)
        self._set_width()
        self.restyle()

    def _create_scrolling_column(self) -> QVBoxLayout:
        """Return a layout whose content can be scrolled if the window is not high enough for it."""
        scroll_area = QScrollArea(self)
        scroll_area.setWidgetResizable(True)
        scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar would leave no room for the icons. The wheel and the Tab key scroll.
        scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("column")
        scroll_area.setWidget(content)
        outer_layout = QVBoxLayout(self)
        outer_layout.setContentsMargins(0, 0, 0, 0)
        outer_layout.addWidget(scroll_area)
        column = QVBoxLayout(content)
        column.setSpacing(4)
        return column

    def _page_items(self) -> tuple[SidebarItem, ...]:
        """Return the items at the top. A new page is a row here."""
        return (
            SidebarItem("decks", self.tr("Decks"), self.decksRequested.emit, PageId.DECKS),
            SidebarItem("study", self.tr("Study"), self.studyRequested.emit, PageId.REVIEW),
            SidebarItem("browse", self.tr("Browse"), self.browseRequested.emit, PageId.BROWSE),
            SidebarItem("map", self.tr("Map"), self.mapRequested.emit, PageId.MAP),
            SidebarItem(
                "statistics", self.tr("Statistics"), self.statisticsRequested.emit, PageId.STATISTICS
            ),
            SidebarItem("export", self.tr("Export to Anki"), self.exportRequested.emit),
        )

    def _command_items(self) -> tuple[SidebarItem, ...]:
        """Return the items at the bottom."""
        return (
            SidebarItem("options", self.tr("Deck options"), self.optionsRequested.emit),
            SidebarItem("settings", self.tr("Settings"), self.settingsRequested.emit),
            SidebarItem("languages", self.tr("Languages"), self._open_languages_menu),
            SidebarItem("keys", self.tr("Shortcuts"), self.shortcutsRequested.emit),
        )

    def item_button(self, icon_name: str) -> QPushButton:
        """Return the button of the item with this icon."""
        return next(button for button, name in self._icon_by_button.items() if name == icon_name)

    def fit_window_width(self, window_width: int) -> None:
        """Show only icons if the window is too narrow for the text size."""
        icons_only = window_width < theme.scale_pixels(_MIN_WINDOW_WIDTH_FOR_LABELS)
        if icons_only is not self._shows_icons_only:
            self._shows_icons_only = icons_only
            self._set_width()

    def _set_width(self) -> None:
        self.setFixedWidth(theme.scale_pixels(_ICONS_ONLY_WIDTH if self._shows_icons_only else _FULL_WIDTH))
        # Labels need the room, and icons are centered.
        side = theme.scale_pixels(10) if self._shows_icons_only else 12
        self._column.setContentsMargins(side, 20, side, 16)
        for button in self._icon_by_button:
            label = button.accessibleName()
            button.setText("" if self._shows_icons_only else label)
            button.setToolTip(label if self._shows_icons_only else "")
        self._app_name_label.setVisible(not self._shows_icons_only)
        self._update_today_visibility()

    def mark_page(self, page: Page) -> None:
        """Highlight the item of the current page, and tell screen readers which one it is."""
        self._is_today_hidden = page.shows_own_progress
        for page_id, button in self._button_by_page.items():
            is_current = page_id is page.page_id
            button.setProperty("current", is_current)
            if button.testAttribute(
                Qt.WidgetAttribute.WA_WState_Polished
            ):  # otherwise it is polished when it is shown
                button.style().polish(button)
            button.setAccessibleDescription(self.tr("Current page") if is_current else "")
        self._update_today_visibility()

    def _update_today_visibility(self) -> None:
        self.today_label.setVisible(not self._shows_icons_only and not self._is_today_hidden)

    def show_today(self, overview: DailyOverview) -> None:
        """Show the number of reviews and the time spent today."""
        review_text = self.tr("%n review(s) today", None, overview.reviews_today)
        self.today_label.setText(
            f"{review_text}\n{formatting.format_duration(overview.time_today_ms)}"
            if overview.reviews_today
            else ""
        )

    def set_current_languages(self, card_languages: CardLanguages, interface_language: str) -> None:
        """Set the languages that are checked in the languages menu."""
        self._current_languages = card_languages, interface_language

    def _open_languages_menu(self) -> None:
        menu = self._build_languages_menu(*self._current_languages)
        menu.aboutToHide.connect(menu.deleteLater)
        top = self.item_button("languages").mapToGlobal(QPoint(0, 0))
        menu.popup(top - QPoint(0, menu.sizeHint().height()))

    def _build_languages_menu(self, card_languages: CardLanguages, interface_language: str) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Cards")).setEnabled(False)  # with a style sheet, menus draw no section titles
        group = QActionGroup(menu)
        for languages in SAME_LANGUAGES_ON_BOTH_SIDES:
            action = menu.addAction(formatting.format_languages(languages))
            action.triggered.connect(
                lambda _=False, languages=languages: self.cardLanguageChosen.emit(languages)
            )
            action.setCheckable(True)
            action.setChecked(languages is card_languages)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Interface")).setEnabled(False)
        group = QActionGroup(menu)
        for tag, language in INTERFACE_LANGUAGES.items():
            action = menu.addAction(language.name)
            action.triggered.connect(lambda _=False, tag=tag: self.interfaceLanguageChosen.emit(tag))
            action.setCheckable(True)
            action.setChecked(tag == interface_language)
            group.addAction(action)
        return menu

    def restyle(self) -> None:
        """Draw the icons in the current theme."""
        colour, device_pixel_ratio = theme.current_colours().mutedText, self.devicePixelRatioF()
        for button, name in self._icon_by_button.items():
            button.setIcon(load_icon(self._resources_folder, name, colour, device_pixel_ratio))

    def _create_button(self, item: SidebarItem) -> QPushButton:
        button = create_button(item.label, "item", self)
        button.setAccessibleName(item.label)
        button.setIconSize(QSize(theme.scale_pixels(20), theme.scale_pixels(20)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: item.action())
        self._icon_by_button[button] = item.icon_name
        if item.page_id is not None:
            self._button_by_page[item.page_id] = button
        return button
