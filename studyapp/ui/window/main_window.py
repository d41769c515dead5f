"""The window: the side bar, the pages, and the keys that work everywhere."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from studyapp.core.study.study_queue import Limits
from studyapp.core.text.localized_text import SIMPLIFIED, LanguageChoice, next_choice
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import overview
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.kit import formatting, modal_dialogs, theme
from studyapp.ui.kit.app_context import Workplace
from studyapp.ui.kit.page import Page
from studyapp.ui.window.library_reader import LibraryReader
from studyapp.ui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from studyapp.core.study.custom_study_selection import Selection
    from studyapp.services.study.study_session import Study
    from studyapp.ui.decks.deck_adder import DeckAdding
    from studyapp.ui.decks.deck_dialogs import DeckDialogs
    from studyapp.ui.review.review_page import ReviewPage
    from studyapp.ui.window.app_dialogs import ProgramDialogs
    from studyapp.ui.window.folder_watcher import FolderWatch
    from studyapp.ui.window.shortcuts_overlay import KeysOverlay


class MainWindow(QMainWindow):
    """One window, two pages."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._place = workplace
        self._library = workplace.library
        self._choice = workplace.remembered.card_language
        self._reader = LibraryReader(lambda progress: self._place.read_library(progress), self)
        self._reader.done.connect(self._library_read)
        self._reader.gaveUp.connect(self._decks_changed)
        self.setWindowTitle("StudyApp")
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self._build()
        self._follow_system()
        self.show_decks()

    @cached_property
    def review(self) -> "ReviewPage":
        """The review page; made when the first card is asked, for the window is to be there at once."""
        from studyapp.ui.review.review_page import ReviewPage
        from studyapp.ui.review.review_shortcuts import add_review_keys

        page = ReviewPage(self._place.clock, self)
        add_review_keys(page)
        page.left.connect(self.show_decks)
        page.customWanted.connect(lambda: self.dialogs.custom(ALL_DECKS))
        self.pages.addWidget(page)
        return page

    @cached_property
    def dialogs(self) -> "DeckDialogs":
        """The dialogs about decks; made when the first is wanted."""
        from studyapp.ui.decks.deck_dialogs import DeckDialogs

        made = DeckDialogs(self._place, lambda: (self._library, self._choice), self)
        made.selected.connect(self.study_selected)
        made.changed.connect(self._options_changed)
        return made

    @cached_property
    def program(self) -> "ProgramDialogs":
        """The dialogs about the program; made when the first is wanted."""
        from studyapp.ui.window.app_dialogs import ProgramDialogs

        made = ProgramDialogs(self._place, self)
        made.remade.connect(lambda: self._remake(in_settings=True))
        made.themed.connect(self.restyle)
        made.rekeyed.connect(self._name_keys_anew)
        return made

    @cached_property
    def adding(self) -> "DeckAdding":
        """How decks come in; made when the first does."""
        from studyapp.ui.decks.deck_adder import DeckAdding

        made = DeckAdding(self._place, self)
        made.changed.connect(self.refresh_library)
        return made

    @cached_property
    def _watch(self) -> "FolderWatch":
        from studyapp.ui.window.folder_watcher import FolderWatch

        made = FolderWatch(self)
        made.changed.connect(self.refresh_library)
        return made

    @cached_property
    def keys(self) -> "KeysOverlay":
        """The list of keys; made when it is wanted."""
        from studyapp.ui.window.shortcuts_overlay import KeysOverlay

        return KeysOverlay(self._centre)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def _show_page(self, page: Page) -> None:
        self.pages.setCurrentWidget(page)
        self.sidebar.mark_page(page)

    def refresh_library(self) -> None:
        """Read the deck files that changed, in the background, and show the decks anew."""
        self._reader.start()

    def show_decks(self) -> None:
        """Go to the decks page, as the store stands now."""
        if self._show_overview():
            self._hide_keys()
            self._show_page(self.decks)
            self.decks.take_focus()

    def _show_overview(self) -> bool:
        try:
            found = overview(self._place.collection, self._library, self._place.clock, self._choice)
        except StoreError as error:
            modal_dialogs.tell(self, formatting.store_error(error))
            return False
        self.sidebar.show_today(found)
        self.decks.show_overview(found, self._library, is_read=self._reader.was_tried)
        return True

    def study(self, deck: str | None = None, limits: Limits | None = None) -> None:
        """Begin a session over one deck or all, within the usual daily limits or others."""
        from studyapp.services.study.study_session import begin_study

        place = self._place
        self._begin(
            lambda: begin_study(
                place.collection, place.clock, self._decks_of(deck), self._choice, limits=limits
            )
        )

    def study_selected(self, deck: str | None, selection: "Selection") -> None:
        """Begin a session of the person's own making."""
        from studyapp.services.study.custom_study import custom_session

        place = self._place
        self._begin(
            lambda: custom_session(
                place.collection, place.clock, self._decks_of(deck), self._choice, selection
            )
        )

    def _decks_of(self, place: str | None) -> tuple[str, ...]:
        return self._library.decks_at(place or "", self._choice)

    def _begin(self, session: "Callable[[], Study]") -> None:
        self._hide_keys()
        before = self.page
        try:
            study = session()
            self._show_page(self.review)
            self.review.begin(study, self._library.titles(self._choice), self._library.folders)
        except StoreError as error:
            self._show_page(before)
            modal_dialogs.tell(self, formatting.store_error(error))

    def show_cards_in(self, choice: LanguageChoice) -> None:
        """Show cards in these languages from now on."""
        was_simplified = SIMPLIFIED in self._choice.languages
        self._choice = self._place.remembered.card_language = choice
        if was_simplified is not (SIMPLIFIED in choice.languages):
            self._place.dress()  # the two scripts want different fonts
        self._offer_languages()
        self.page.languages_changed(choice, self._library.titles(choice))

    def speak(self, language: str) -> None:
        """Let the whole program speak another language."""
        self._place.remembered.interface_language = language
        self._remake(in_settings=False)

    def _name_keys_anew(self) -> None:
        if "keys" in self.__dict__:
            self.__dict__.pop("keys").deleteLater()
        if "review" in self.__dict__:
            self.review.finished.name_keys()

    def _remake(self, *, in_settings: bool) -> None:
        """The window is made anew in its place."""
        self._place.remembered.geometry = self.saveGeometry()
        self._place.remake(in_settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side bar gives way where there is little room."""
        super().resizeEvent(event)
        self.sidebar.make_room(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; work in the background ends first."""
        self._place.remembered.geometry = self.saveGeometry()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._reader.end()
        super().closeEvent(event)

    def restyle(self) -> None:
        """Dress everything in the theme of now."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._place.resources)
        self.sidebar.restyle()
        for page in self.findChildren(Page):
            page.restyle()

    def _follow_system(self) -> None:
        """From light to dark and back; and see what changed while the person was elsewhere."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._application_changed)

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._reader.was_read:
            self.refresh_library()  # the person may come back from editing a deck

    def _decks_changed(self) -> None:
        self.page.library_changed()

    def _open_file_of(self, deck: str) -> None:
        self.adding.open_file(next(known.path for known in self._library.decks if known.head.id == deck))

    def _options_changed(self) -> None:
        self.page.options_changed()

    def _library_read(self, library: Library) -> None:
        self._library = library
        self._watch.watch([*self._place.deck_folders(), *(deck.path for deck in library.decks)])
        self._decks_changed()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files and folders may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Take in the decks among them."""
        event.acceptProposedAction()
        self.adding.take_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def show_next_language(self) -> None:
        """Show cards in the next of the languages."""
        simplified = self._place.remembered.interface_language == SIMPLIFIED
        self.show_cards_in(next_choice(self._choice, simplified=simplified))

    def _offer_languages(self) -> None:
        self.sidebar.offer_languages(self._choice, self._place.remembered.interface_language)

    def _build(self) -> None:
        self.sidebar = Sidebar(self._place.resources, self)
        self.decks = DecksPage(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.decks)
        self.decks.studyAll.connect(self.study)
        self.decks.studyDeck.connect(self.study)
        self.decks.list.remember_folded_in(self._place.remembered)
        self.decks.refreshWanted.connect(self._show_overview)
        self.decks.undoWanted.connect(lambda: self._undo_in_session(lambda review: review.undo()))
        self.decks.redoWanted.connect(lambda: self._undo_in_session(lambda review: review.redo()))
        self.decks.spreadWanted.connect(lambda: self.dialogs.spread_backlog())
        self.decks.addWanted.connect(lambda: self.adding.offer(self.decks.add))
        self.decks.problems.opened.connect(lambda path: self.adding.open_file(path))
        self.decks.problems.idsWanted.connect(lambda files: self.adding.write_ids(files))
        self.sidebar.decksChosen.connect(self.show_decks)
        self.sidebar.studyChosen.connect(self.study)
        self.sidebar.exportChosen.connect(lambda: self.dialogs.export())
        self.sidebar.settingsChosen.connect(lambda: self.program.settings())
        self.sidebar.optionsChosen.connect(lambda: self.dialogs.options(ALL_DECKS))
        self.decks.optionsWanted.connect(lambda deck: self.dialogs.options(deck))
        self.decks.list.customWanted.connect(lambda deck: self.dialogs.custom(deck))
        self.decks.list.fileWanted.connect(self._open_file_of)
        self.decks.list.putAwayWanted.connect(lambda deck: self.dialogs.put_away(deck))
        self.sidebar.keysChosen.connect(lambda: self.keys.toggle())
        self.sidebar.cardLanguageChosen.connect(self.show_cards_in)
        self.sidebar.interfaceLanguageChosen.connect(self.speak)
        self._offer_languages()
        self._centre = QWidget(self)
        row = QHBoxLayout(self._centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, 1)
        self.setCentralWidget(self._centre)
        self.resize(QSize(1120, 760).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self._place.remembered.geometry)

    def _hide_keys(self) -> None:
        if "keys" in self.__dict__:
            self.keys.hide()

    def _undo_in_session(self, operation: Callable[["ReviewPage"], bool]) -> None:
        """Undo or redo from the decks page: back to the card, if there is anything to undo."""
        self.study()
        if self.page is self.review and not operation(self.review):
            self.show_decks()
