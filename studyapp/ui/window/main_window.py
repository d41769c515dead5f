"""The window: the side bar, the pages, and the keys that work everywhere."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE, CardLanguages, next_languages
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.kit import formatting, modal_dialogs, theme
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.page import Page
from studyapp.ui.window.library_reader import LibraryReader
from studyapp.ui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from studyapp.core.study.custom_study_selection import CustomStudySelection
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.decks.deck_adder import DeckAdder
    from studyapp.ui.decks.deck_dialogs import DeckDialogs
    from studyapp.ui.review.review_page import ReviewPage
    from studyapp.ui.window.app_dialogs import AppDialogs
    from studyapp.ui.window.folder_watcher import FolderWatcher
    from studyapp.ui.window.shortcuts_overlay import ShortcutsOverlay


class MainWindow(QMainWindow):
    """One window, two pages."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._library = context.library
        self._languages = context.window_settings.card_language
        self._library_reader = LibraryReader(lambda progress: self._context.read_library(progress), self)
        self._library_reader.libraryRead.connect(self._use_library)
        self._library_reader.readFailed.connect(self._notify_library_changed)
        self.setWindowTitle("StudyApp")
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self._build()
        self._connect_system_signals()
        self.show_decks()

    @cached_property
    def review_page(self) -> "ReviewPage":
        """The review page; made when the first card is asked, for the window is to be there at once."""
        from studyapp.ui.review.review_page import ReviewPage
        from studyapp.ui.review.review_shortcuts import add_review_shortcuts

        page = ReviewPage(self._context.clock, self)
        add_review_shortcuts(page)
        page.backRequested.connect(self.show_decks)
        page.customStudyRequested.connect(lambda: self.deck_dialogs.show_custom_study(ALL_DECKS))
        self.page_stack.addWidget(page)
        return page

    @cached_property
    def deck_dialogs(self) -> "DeckDialogs":
        """The dialogs about decks; made when the first is wanted."""
        from studyapp.ui.decks.deck_dialogs import DeckDialogs

        made = DeckDialogs(self._context, lambda: (self._library, self._languages), self)
        made.customStudyChosen.connect(self.start_custom_session)
        made.dueCardsChanged.connect(self._notify_options_changed)
        return made

    @cached_property
    def app_dialogs(self) -> "AppDialogs":
        """The dialogs about the program; made when the first is wanted."""
        from studyapp.ui.window.app_dialogs import AppDialogs

        made = AppDialogs(self._context, self)
        made.rebuildRequested.connect(lambda: self._rebuild(reopens_settings=True))
        made.themeChanged.connect(self.restyle)
        made.shortcutsChanged.connect(self._refresh_shortcuts)
        return made

    @cached_property
    def deck_adder(self) -> "DeckAdder":
        """How decks come in; made when the first does."""
        from studyapp.ui.decks.deck_adder import DeckAdder

        made = DeckAdder(self._context, self)
        made.deckFilesChanged.connect(self.refresh_library)
        return made

    @cached_property
    def _folder_watcher(self) -> "FolderWatcher":
        from studyapp.ui.window.folder_watcher import FolderWatcher

        made = FolderWatcher(self)
        made.changed.connect(self.refresh_library)
        return made

    @cached_property
    def shortcuts_overlay(self) -> "ShortcutsOverlay":
        """The list of keys; made when it is wanted."""
        from studyapp.ui.window.shortcuts_overlay import ShortcutsOverlay

        return ShortcutsOverlay(self._central_widget)

    @property
    def current_page(self) -> Page:
        """The page that is shown."""
        page = self.page_stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def _show_page(self, page: Page) -> None:
        self.page_stack.setCurrentWidget(page)
        self.sidebar.mark_page(page)

    def refresh_library(self) -> None:
        """Read the deck files that changed, in the background, and show the decks anew."""
        self._library_reader.start_reading()

    def show_decks(self) -> None:
        """Go to the decks page, as the store stands now."""
        if self.refresh_overview():
            self._hide_shortcuts()
            self._show_page(self.decks_page)
            self.decks_page.focus_default_widget()

    def refresh_overview(self) -> bool:
        """Show the current counts of the decks. False if they can't be read, which is reported."""
        try:
            found = load_daily_overview(
                self._context.collection, self._library, self._context.clock, self._languages
            )
        except StoreError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
            return False
        self.sidebar.show_today(found)
        self.decks_page.show_overview(
            found, self._library, is_library_read=self._library_reader.was_attempted
        )
        return True

    def start_session(self, node_key: str | None = None, limits: DailyLimits | None = None) -> None:
        """Begin a session over one deck or all, within the usual daily limits or others."""
        from studyapp.services.study.session_start import start_session

        place = self._context
        self._open_session(
            lambda: start_session(
                place.collection, place.clock, self._decks_under(node_key), self._languages, limits=limits
            )
        )

    def start_custom_session(self, node_key: str | None, selection: "CustomStudySelection") -> None:
        """Begin a session of the person's own making."""
        from studyapp.services.study.custom_study import start_custom_session

        place = self._context
        self._open_session(
            lambda: start_custom_session(
                place.collection, place.clock, self._decks_under(node_key), self._languages, selection
            )
        )

    def _decks_under(self, node_key: str | None) -> tuple[str, ...]:
        return self._library.decks_under(node_key or "", self._languages)

    def _open_session(self, create_session: "Callable[[], StudySession]") -> None:
        self._hide_shortcuts()
        before = self.current_page
        try:
            study = create_session()
            self._show_page(self.review_page)
            self.review_page.start_session(
                study, self._library.title_by_deck(self._languages), self._library.folder_by_deck
            )
        except StoreError as error:
            self._show_page(before)
            modal_dialogs.show_error(self, formatting.format_error(error))

    def set_card_language(self, languages: CardLanguages) -> None:
        """Show cards in these languages from now on."""
        was_simplified = SIMPLIFIED_CHINESE in self._languages.question_languages
        self._languages = self._context.window_settings.card_language = languages
        if was_simplified is not (SIMPLIFIED_CHINESE in languages.question_languages):
            self._context.apply_settings()  # the two scripts want different fonts
        self._update_language_menu()
        self.current_page.languages_changed(languages, self._library.title_by_deck(languages))

    def set_interface_language(self, language: str) -> None:
        """Let the whole program speak another language."""
        self._context.window_settings.interface_language = language
        self._rebuild(reopens_settings=False)

    def _refresh_shortcuts(self) -> None:
        if "shortcuts_overlay" in self.__dict__:
            self.__dict__.pop("shortcuts_overlay").deleteLater()
        if "review_page" in self.__dict__:
            self.review_page.finished_panel.refresh_shortcuts()

    def _rebuild(self, *, reopens_settings: bool) -> None:
        """The window is made anew in its place."""
        self._context.window_settings.window_geometry = self.saveGeometry()
        self._context.rebuild_window(reopens_settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side bar gives way where there is little room."""
        super().resizeEvent(event)
        self.sidebar.fit_window_width(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; work in the background ends first."""
        self._context.window_settings.window_geometry = self.saveGeometry()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._library_reader.stop_and_wait()
        super().closeEvent(event)

    def restyle(self) -> None:
        """Dress everything in the theme of now."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply_theme(application, self._context.resources_folder)
        self.sidebar.restyle()
        for page in self.findChildren(Page):
            page.restyle()

    def _connect_system_signals(self) -> None:
        """From light to dark and back; and see what changed while the person was elsewhere."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._refresh_when_activated)

    def _refresh_when_activated(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._library_reader.was_read:
            self.refresh_library()  # the person may come back from editing a deck

    def _notify_library_changed(self) -> None:
        self.current_page.library_changed()

    def open_deck_file(self, deck: str) -> None:
        """Open the file of a deck in its editor."""
        self.deck_adder.open_file(next(known.path for known in self._library.decks if known.head.id == deck))

    def _notify_options_changed(self) -> None:
        self.current_page.options_changed()

    def _use_library(self, library: Library) -> None:
        self._library = library
        self._folder_watcher.watch(
            [*self._context.list_deck_folders(), *(deck.path for deck in library.decks)]
        )
        self._notify_library_changed()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files and folders may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Take in the decks among them."""
        event.acceptProposedAction()
        self.deck_adder.add_dropped_files(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )

    def select_next_card_language(self) -> None:
        """Show cards in the next of the languages."""
        simplified = self._context.window_settings.interface_language == SIMPLIFIED_CHINESE
        self.set_card_language(next_languages(self._languages, prefer_simplified=simplified))

    def _update_language_menu(self) -> None:
        self.sidebar.set_current_languages(self._languages, self._context.window_settings.interface_language)

    def _build(self) -> None:
        self.sidebar = Sidebar(self._context.resources_folder, self)
        self.decks_page = DecksPage(self)
        self.page_stack = QStackedWidget(self)
        self.page_stack.addWidget(self.decks_page)
        self.decks_page.deck_list.keep_collapsed_rows_in(self._context.window_settings)
        self._update_language_menu()
        self._central_widget = QWidget(self)
        row = QHBoxLayout(self._central_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.page_stack, 1)
        self.setCentralWidget(self._central_widget)
        self.resize(QSize(1120, 760).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self._context.window_settings.window_geometry)

    def _hide_shortcuts(self) -> None:
        if "shortcuts_overlay" in self.__dict__:
            self.shortcuts_overlay.hide()

    def run_in_session(self, operation: Callable[["ReviewPage"], bool]) -> None:
        """Undo or redo from the decks page: back to the card, if there is anything to undo."""
        self.start_session()
        if self.current_page is self.review_page and not operation(self.review_page):
            self.show_decks()
