"""The main window: the sidebar and the pages."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library, arrange_library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.backups.auto_backup import AutoBackup
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.page import Page
from studyapp.ui.window.language_commands import LanguageCommands
from studyapp.ui.window.library_reader import LibraryReader
from studyapp.ui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from studyapp.core.study.custom_study_selection import CustomStudySelection
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.decks.deck_adder import DeckAdder
    from studyapp.ui.decks.deck_dialogs import DeckDialogs
    from studyapp.ui.editor.editor_window import EditorWindow
    from studyapp.ui.review.review_page import ReviewPage
    from studyapp.ui.window.app_dialogs import AppDialogs
    from studyapp.ui.window.folder_watcher import FolderWatcher
    from studyapp.ui.window.shortcuts_overlay import ShortcutsOverlay


class MainWindow(QMainWindow):
    """The main window with its pages. Everything that the first page does not need is created on first use."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._library = context.library
        self.library_reader = LibraryReader(lambda progress: self._context.read_library(progress), self)
        self.library_reader.libraryRead.connect(self._use_library)
        self.library_reader.readFailed.connect(self._notify_library_changed)
        self.auto_backup = AutoBackup(lambda progress: self._context.back_up(progress), self)
        self.setWindowTitle("StudyApp")
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self._build()
        self._connect_system_signals()
        self.show_decks()

    @cached_property
    def review_page(self) -> "ReviewPage":
        """The review page. It is created for the first session, so that the window opens quickly."""
        from studyapp.ui.review.review_page import ReviewPage
        from studyapp.ui.review.review_shortcuts import add_review_shortcuts

        page = ReviewPage(self._context.clock, self)
        add_review_shortcuts(page)
        page.backRequested.connect(self.show_decks)
        page.editRequested.connect(lambda note_key: self.editor.edit(note_key))
        page.customStudyRequested.connect(lambda: self.deck_dialogs.show_custom_study(ALL_DECKS))
        self.page_stack.addWidget(page)
        return page

    @cached_property
    def deck_dialogs(self) -> "DeckDialogs":
        """The dialogs about decks, created on first use."""
        from studyapp.ui.decks.deck_dialogs import DeckDialogs

        dialogs = DeckDialogs(self._context, lambda: (self._library, self.languages.card_languages), self)
        dialogs.customStudyChosen.connect(self.start_custom_session)
        dialogs.dueCardsChanged.connect(self._notify_options_changed)
        return dialogs

    @cached_property
    def app_dialogs(self) -> "AppDialogs":
        """The dialogs about the application, created on first use."""
        from studyapp.ui.window.app_dialogs import AppDialogs

        dialogs = AppDialogs(self._context, self)
        dialogs.rebuildRequested.connect(lambda: self._rebuild(reopens_settings=True))
        dialogs.themeChanged.connect(self.restyle)
        dialogs.shortcutsChanged.connect(self._refresh_shortcuts)
        return dialogs

    @cached_property
    def editor(self) -> "EditorWindow":
        """The note editor, created on first use."""
        from studyapp.ui.editor.editor_creation import create_editor

        editor = create_editor(self._context, lambda: self._library, self)
        editor.noteSaved.connect(self._notify_library_changed)  # the new text is stored already
        editor.noteSaved.connect(self.refresh_library)
        return editor

    @cached_property
    def deck_adder(self) -> "DeckAdder":
        """The commands that add decks, created on first use."""
        from studyapp.ui.decks.deck_adder import DeckAdder

        adder = DeckAdder(self._context, self)
        adder.deckFilesChanged.connect(self.refresh_library)
        return adder

    @cached_property
    def _folder_watcher(self) -> "FolderWatcher":
        from studyapp.ui.window.folder_watcher import FolderWatcher

        watcher = FolderWatcher(self)
        watcher.changed.connect(self.refresh_library)
        return watcher

    @cached_property
    def shortcuts_overlay(self) -> "ShortcutsOverlay":
        """The overlay that lists the shortcuts, created on first use."""
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
        """Read the changed deck files in the background, then update the current page."""
        self.library_reader.start_reading()

    def show_decks(self) -> None:
        """Show the decks page with current counts."""
        if self.refresh_overview():
            self._hide_shortcuts()
            self._show_page(self.decks_page)
            self.decks_page.focus_default_widget()

    def refresh_overview(self) -> bool:
        """Show the current counts of the decks. If they can't be read, show the error and return False."""
        try:
            self._library = arrange_library(self._context.collection, self._library)
            overview = load_daily_overview(
                self._context.collection, self._library, self._context.clock, self.languages.card_languages
            )
        except StoreError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
            return False
        self.sidebar.show_today(overview)
        self.decks_page.show_overview(
            overview, self._library, is_library_read=self.library_reader.was_attempted
        )
        return True

    def start_session(self, node_key: str | None = None, limits: DailyLimits | None = None) -> None:
        """Start a session over the decks under a tree row, or all decks if `node_key` is None.

        `limits` replaces the daily limits of the options.
        """
        from studyapp.services.study.session_creation import create_session

        self._open_session(
            lambda: create_session(
                self._context.collection,
                self._context.clock,
                self._library.decks_under(node_key or "", self.languages.card_languages),
                self.languages.card_languages,
                limits=limits,
            )
        )

    def start_custom_session(self, node_key: str | None, selection: "CustomStudySelection") -> None:
        """Start a custom study session over the decks under a tree row."""
        from studyapp.services.study.custom_study import create_custom_session

        self._open_session(
            lambda: create_custom_session(
                self._context.collection,
                self._context.clock,
                self._library.decks_under(node_key or "", self.languages.card_languages),
                self.languages.card_languages,
                selection,
            )
        )

    def _open_session(self, create_session: "Callable[[], StudySession]") -> None:
        self._hide_shortcuts()
        previous_page = self.current_page
        try:
            study = create_session()
            self._show_page(self.review_page)
            self.pass_decks_to_review_page()
            self.review_page.show_session(study)
        except StoreError as error:
            self._show_page(previous_page)
            modal_dialogs.show_error(self, formatting.format_error(error))

    def _show_card_languages(self, languages: CardLanguages) -> None:
        self.current_page.on_languages_changed(languages, self._library.title_by_deck(languages))

    def _refresh_shortcuts(self) -> None:
        if "shortcuts_overlay" in self.__dict__:
            self.__dict__.pop("shortcuts_overlay").deleteLater()
        if "review_page" in self.__dict__:
            self.review_page.finished_panel.refresh_shortcuts()

    def _rebuild(self, *, reopens_settings: bool) -> None:
        """Recreate the window with the same geometry, unless the user goes on editing a note."""
        if self._close_editor():
            self._context.app_settings.window_geometry = self.saveGeometry()
            self._context.rebuild_window(reopens_settings)

    def _close_editor(self) -> bool:
        return "editor" not in self.__dict__ or self.editor.isHidden() or self.editor.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the sidebar to the width of the window."""
        super().resizeEvent(event)
        self.sidebar.fit_window_width(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the geometry, close the dialogs, and wait for background tasks."""
        self._context.app_settings.window_geometry = self.saveGeometry()
        if not self._close_editor() or not all(dialog.close() for dialog in self.findChildren(QDialog)):
            event.ignore()  # a task that can't be canceled is running, or the user goes on editing
            return
        self.library_reader.stop_and_wait()
        self.auto_backup.stop_and_wait()
        super().closeEvent(event)

    def restyle(self) -> None:
        """Apply the current theme to the whole window."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply_theme(application, self._context.resources_folder)
        self.sidebar.restyle()
        for page in self.findChildren(Page):
            page.apply_theme()

    def _connect_system_signals(self) -> None:
        """React when the system's theme changes and when the user returns to the application."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._refresh_when_activated)

    def _refresh_when_activated(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self.library_reader.was_read:
            self.refresh_library()  # the user may have edited a deck meanwhile

    def _notify_library_changed(self) -> None:
        self.current_page.on_library_changed()

    def open_deck_file(self, deck: str) -> None:
        """Open the file of a deck in the default editor."""
        path = next(one.path for one in self._library.decks if one.metadata.id == deck)
        self.deck_adder.open_file(path)

    def _notify_options_changed(self) -> None:
        self.current_page.on_options_changed()

    def pass_decks_to_review_page(self) -> None:
        """Tell the review page, if there is one, the titles and folders of the decks."""
        if "review_page" in self.__dict__:
            titles = self._library.title_by_deck(self.languages.card_languages)
            self.review_page.set_decks(titles, self._library.folder_by_deck)

    def _use_library(self, library: Library) -> None:
        self._library = library
        self.pass_decks_to_review_page()
        self._folder_watcher.watch(
            [*self._context.list_deck_folders(), *(deck.path for deck in library.decks)]
        )
        self._notify_library_changed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the dropped files and folders."""
        event.acceptProposedAction()
        self.deck_adder.add_dropped_files(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )

    def _build(self) -> None:
        self.sidebar = Sidebar(self._context.resources_folder, self)
        self.decks_page = DecksPage(self)
        self.languages = LanguageCommands(self._context, self.sidebar, self)
        self.languages.cardLanguagesChanged.connect(self._show_card_languages)
        self.languages.rebuildRequested.connect(lambda: self._rebuild(reopens_settings=False))
        self.page_stack = QStackedWidget(self)
        self.page_stack.addWidget(self.decks_page)
        self.decks_page.deck_list.keep_collapsed_rows_in(self._context.app_settings)
        self._central_widget = QWidget(self)
        row = QHBoxLayout(self._central_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.page_stack, 1)
        self.setCentralWidget(self._central_widget)
        self.resize(QSize(1120, 760).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self._context.app_settings.window_geometry)

    def _hide_shortcuts(self) -> None:
        if "shortcuts_overlay" in self.__dict__:
            self.shortcuts_overlay.hide()
