"""The main window: the sidebar and the pages."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog

from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library, arrange_library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.store.errors import StoreError
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.backups.auto_backup import AutoBackup
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.page import Page
from studyapp.ui.window.language_commands import LanguageCommands
from studyapp.ui.window.library_reader import LibraryReader
from studyapp.ui.window.page_window import PageWindow

if TYPE_CHECKING:
    from studyapp.core.cards.card_id import CardId
    from studyapp.core.study.custom_study_selection import CustomStudySelection
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.browse.browse_page import BrowsePage
    from studyapp.ui.deck_edits.deck_edits import DeckEdits
    from studyapp.ui.decks.deck_adder import DeckAdder
    from studyapp.ui.decks.deck_dialogs import DeckDialogs
    from studyapp.ui.editor.editor_window import EditorWindow
    from studyapp.ui.map.map_page import MapPage
    from studyapp.ui.review.review_page import ReviewPage
    from studyapp.ui.statistics.statistics_page import StatisticsPage
    from studyapp.ui.window.app_dialogs import AppDialogs
    from studyapp.ui.window.folder_watcher import FolderWatcher


class MainWindow(PageWindow):
    """The main window with its pages. Everything that the first page does not need is created on first use."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._library = context.library
        self.library_reader = LibraryReader(lambda progress: self._context.read_library(progress), self)
        self.library_reader.libraryRead.connect(self._use_library)
        self.library_reader.readFailed.connect(self._notify_library_changed)
        self.auto_backup = AutoBackup(lambda progress: self._context.back_up(progress), self)
        self.filesDropped.connect(lambda paths: self.deck_adder.add_dropped_files(paths))
        self.languages = LanguageCommands(context, self.sidebar, self)
        self.languages.cardLanguagesChanged.connect(self._show_card_languages)
        self.languages.rebuildRequested.connect(lambda: self._rebuild(reopens_settings=False))
        self.decks_page = DecksPage(self)
        self.decks_page.deck_list.keep_collapsed_rows_in(context.app_settings)
        self._add_page(self.decks_page)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._refresh_when_activated)
        self.show_decks()

    @cached_property
    def review_page(self) -> "ReviewPage":
        """The review page. It is created for the first session, so that the window opens quickly."""
        from studyapp.ui.review.review_page import ReviewPage
        from studyapp.ui.review.review_shortcuts import add_review_shortcuts

        page = ReviewPage(self._context.clock, self)
        add_review_shortcuts(page)
        page.backRequested.connect(self.show_decks)
        page.finished_panel.practiceRequested.connect(self.start_practice)
        page.finished_panel.moreRequested.connect(lambda chosen: self.start_custom_session(None, chosen))
        page.customStudyRequested.connect(lambda: self.deck_dialogs.show_custom_study(ALL_DECKS))
        return self._add_page(page)

    @cached_property
    def browse_page(self) -> "BrowsePage":
        """The browse page, created on first use."""
        from studyapp.ui.browse.browse_shortcuts import create_browse_page

        page = create_browse_page(self._context, self.current_library, self)
        page.studyRequested.connect(self.start_practice)
        page.exportRequested.connect(lambda cards: self.deck_dialogs.show_export(cards))
        page.deckFilesChanged.connect(self.refresh_library)
        page.binRequested.connect(lambda: self.deck_edits.show_bin())
        return self._add_page(page)

    @cached_property
    def statistics_page(self) -> "StatisticsPage":
        """The statistics page, created on first use."""
        from studyapp.ui.statistics.statistics_page import StatisticsPage

        return self._add_page(StatisticsPage(self._context, self.current_library, self))

    @cached_property
    def map_page(self) -> "MapPage":
        """The map page, created on first use."""
        from studyapp.ui.map.map_page import MapPage

        page = MapPage(self._context, self.current_library, self)
        page.studyRequested.connect(lambda selection: self.start_custom_session(None, selection))
        page.practiceRequested.connect(self.start_practice)
        return self._add_page(page)

    @cached_property
    def deck_dialogs(self) -> "DeckDialogs":
        """The dialogs about decks, created on first use."""
        from studyapp.ui.decks.deck_dialogs import DeckDialogs

        dialogs = DeckDialogs(self._context, self.current_library, self)
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
    def deck_edits(self) -> "DeckEdits":
        """The commands that change decks, created on first use."""
        from studyapp.ui.deck_edits.deck_edits import DeckEdits

        edits = DeckEdits(self._context, self.current_library, self.decks_page.attention_panel, self)
        edits.changed.connect(self._notify_library_changed)  # the change is stored already
        edits.changed.connect(self.refresh_library)
        edits.addNoteRequested.connect(lambda deck_id: self.editor.add(deck_id))
        return edits

    @cached_property
    def deck_adder(self) -> "DeckAdder":
        """The commands that add decks, created on first use."""
        from studyapp.ui.decks.deck_adder import DeckAdder

        adder = DeckAdder(self._context, self)
        adder.deckFilesChanged.connect(self.refresh_library)
        adder.newDeckRequested.connect(lambda: self.deck_edits.create())
        adder.binRequested.connect(lambda: self.deck_edits.show_bin())
        return adder

    @cached_property
    def _folder_watcher(self) -> "FolderWatcher":
        from studyapp.ui.window.folder_watcher import FolderWatcher

        watcher = FolderWatcher(self)
        watcher.changed.connect(self.refresh_library)
        return watcher

    def current_library(self) -> tuple[Library, CardLanguages]:
        """Return the decks and the languages of the cards."""
        return self._library, self.languages.card_languages

    def refresh_library(self) -> None:
        """Read the changed deck files in the background, then update the current page."""
        self.library_reader.start_reading()

    def show_decks(self) -> None:
        """Show the decks page with current counts."""
        if self.refresh_overview():
            self._show_page(self.decks_page)
            self.decks_page.focus_default_widget()

    def show_browse(self, query: str | None = None) -> None:
        """Show the browse page with the focus on its search field, and search if there is a query."""
        self._show_page(self.browse_page)
        self.browse_page.focus_search()
        if query is not None:
            self.browse_page.search_for(query)

    def show_statistics(self) -> None:
        """Show the statistics page."""
        self._show_page(self.statistics_page)
        self.statistics_page.focus_default_widget()

    def show_similar_cards(self, card: "CardId") -> None:
        """Compare a card with similar ones."""
        from studyapp.ui.similar_cards.similar_cards_dialog import open_similar_cards

        dialog = open_similar_cards(self._context, self.current_library, card, self)
        dialog.editRequested.connect(self.editRequested)
        dialog.practiceRequested.connect(self.start_practice)
        dialog.schedulesChanged.connect(self._notify_options_changed)

    def show_map(self) -> None:
        """Show the map page."""
        self._show_page(self.map_page)
        self.map_page.focus_default_widget()

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
        """Start a session over the decks under a tree row, or all decks if `node_key` is None. `limits` replaces the daily
        limits of the options."""
        from studyapp.services.study.session_creation import create_session

        self._open_session(create_session, self._decks_under(node_key), limits=limits)

    def start_custom_session(self, node_key: str | None, selection: "CustomStudySelection") -> None:
        """Start a custom study session over the decks under a tree row."""
        from studyapp.services.study.custom.custom_study import create_custom_session

        self._open_session(create_custom_session, self._decks_under(node_key), selection=selection)

    def start_practice(self, cards: "Sequence[CardId]") -> None:
        """Start a session over these cards, in which ratings are not saved."""
        from studyapp.services.study.custom.custom_study import create_practice_session

        self._open_session(create_practice_session, cards)

    def _decks_under(self, node_key: str | None) -> tuple[str, ...]:
        return self._library.decks_under(node_key or "", self.languages.card_languages)

    def _open_session(
        self, create_session: "Callable[..., StudySession]", material: Sequence[object], **options: object
    ) -> None:
        """Open a session over material, which is decks or cards, with further options of `create_session`."""
        from studyapp.services.editing.session_undo import SessionUndo

        previous_page, context, languages = self.current_page, self._context, self.languages.card_languages
        step_undo = SessionUndo(lambda: context.edit_environment(self._library))
        try:
            study = create_session(
                context.collection, context.clock, material, languages, step_undo=step_undo, **options
            )
            self._show_page(self.review_page)
            self.pass_decks_to_review_page()
            self.review_page.show_session(study)
        except StoreError as error:
            self._show_page(previous_page)
            modal_dialogs.show_error(self, formatting.format_error(error))

    def _show_card_languages(self, languages: CardLanguages) -> None:
        self.current_page.on_languages_changed(languages, self._library.title_by_deck(languages))

    def _refresh_shortcuts(self) -> None:
        if "review_page" in self.__dict__:
            self.review_page.finished_panel.refresh_shortcuts()

    def _rebuild(self, *, reopens_settings: bool) -> None:
        """Recreate the window with the same geometry, once a note that is being saved is saved."""
        if "editor" in self.__dict__ and self.editor.call_after_saving(
            lambda: self._rebuild(reopens_settings=reopens_settings)
        ):
            return
        self._context.app_settings.window_geometry = self.saveGeometry()
        self._context.rebuild_window(reopens_settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the geometry, close the dialogs, and wait for background tasks."""
        self._context.app_settings.window_geometry = self.saveGeometry()
        may_close = "editor" not in self.__dict__ or self.editor.close_and_then(self.close)
        if not may_close or not all(dialog.close() for dialog in self.findChildren(QDialog)):
            event.ignore()  # a task that can't be canceled is running, or the user goes on editing
            return
        for page in self.findChildren(Page):
            page.release()
        self.library_reader.stop_and_wait()
        self.auto_backup.stop_and_wait()
        for task in self.findChildren(QThread):  # such as an edit: Qt aborts if a running thread is deleted
            task.wait()
        super().closeEvent(event)

    def _refresh_when_activated(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self.library_reader.was_read:
            self.refresh_library()  # the user may have edited a deck meanwhile

    def _notify_library_changed(self) -> None:
        self.current_page.on_library_changed()

    def _notify_options_changed(self) -> None:
        self.current_page.on_options_changed()

    def pass_decks_to_review_page(self) -> None:
        """Tell the review page, if there is one, the titles, folders and sources of the decks."""
        if "review_page" in self.__dict__:
            titles = self._library.title_by_deck(self.languages.card_languages)
            self.review_page.set_decks(titles, self._library.folder_by_deck, self._library.source_by_deck)

    def _use_library(self, library: Library) -> None:
        self._library = library
        self.pass_decks_to_review_page()
        self._folder_watcher.watch(
            [*self._context.list_deck_folders(), *(deck.path for deck in library.decks)]
        )
        self._notify_library_changed()
