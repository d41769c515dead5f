"""The window: the side bar, the pages, and the keys that work everywhere."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from studyapp.core.queue import Limits
from studyapp.core.text import LanguageChoice
from studyapp.services.library import Library
from studyapp.services.overview import overview
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui import questions, theme, wording
from studyapp.ui.actions import WINDOW_KEYS, add_action
from studyapp.ui.background import Background
from studyapp.ui.decks_page import DecksPage
from studyapp.ui.sidebar import Sidebar
from studyapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from studyapp.core.selection import Selection
    from studyapp.services.study import Study
    from studyapp.ui.deck_dialogs import DeckDialogs
    from studyapp.ui.keys_overlay import KeysOverlay
    from studyapp.ui.review_page import ReviewPage


class MainWindow(QMainWindow):
    """One window, two pages."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._place = workplace
        self._library = workplace.library
        self._choice = workplace.remembered.card_language
        self._reading: Background[tuple[Library, OSError | None]] | None = None
        self._backup_failed = self._was_read = False
        self._closed = False
        self.setWindowTitle("StudyApp")
        self.setMinimumSize(640, 480)
        self._build()
        self._add_keys()
        self._follow_system()
        self.show_decks()

    @cached_property
    def review(self) -> "ReviewPage":
        """The review page; made when the first card is asked, for the window is to be there at once."""
        from studyapp.ui.review_keys import add_review_keys
        from studyapp.ui.review_page import ReviewPage

        page = ReviewPage(self._place.clock, self)
        add_review_keys(page)
        page.left.connect(self.show_decks)
        page.customWanted.connect(lambda: self.dialogs.custom(ALL_DECKS))
        self.pages.addWidget(page)
        return page

    @cached_property
    def dialogs(self) -> "DeckDialogs":
        """The dialogs about decks; made when the first is wanted."""
        from studyapp.ui.deck_dialogs import DeckDialogs

        made = DeckDialogs(self._place, lambda: (self._library, self._choice), self)
        made.selected.connect(self.study_selected)
        made.changed.connect(self._decks_changed)
        return made

    @cached_property
    def keys(self) -> "KeysOverlay":
        """The list of keys; made when it is first wanted."""
        from studyapp.ui.keys_overlay import KeysOverlay

        return KeysOverlay(self._centre)

    @property
    def is_studying(self) -> bool:
        """Whether the review page is shown."""
        return self.pages.currentWidget() is not self.decks

    def refresh_library(self) -> None:
        """Read the deck files that changed, in the background, and show the decks anew."""
        if self._reading is not None or self._closed:  # it may have been closed right after it opened
            return
        self._reading = Background(self._place.read_library, self)
        self._reading.done.connect(self._library_read)
        self._reading.failed.connect(self._reading_failed)
        self._reading.finished.connect(self._reading_over)
        self._reading.start()

    def show_decks(self) -> None:
        """The decks page, as the store stands now."""
        try:
            found = overview(self._place.collection, self._library, self._place.clock, self._choice)
        except StoreError as error:
            questions.tell(self, wording.store_error(error))
            return
        self._hide_keys()
        self.sidebar.show_page(studying=False)
        self.sidebar.show_today(found)
        self.decks.show_overview(found, self._library, self._choice)
        self.pages.setCurrentWidget(self.decks)

    def study(self, deck: str | None = None, limits: Limits | None = None) -> None:
        """Begin a session over one deck or all, within the usual daily limits or others."""
        from studyapp.services.study import Study

        place = self._place
        self._begin(
            lambda: Study(place.collection, place.clock, self._decks_of(deck), self._choice, limits=limits)
        )

    def study_selected(self, deck: str | None, selection: "Selection") -> None:
        """Begin a session of the person's own making."""
        from studyapp.services.custom import custom_session

        place = self._place
        self._begin(
            lambda: custom_session(
                place.collection, place.clock, self._decks_of(deck), self._choice, selection
            )
        )

    def _decks_of(self, deck: str | None) -> list[str]:
        return [deck] if deck else list(self._library.deck_ids)

    def _begin(self, session: "Callable[[], Study]") -> None:
        self._hide_keys()
        before = self.review if self.is_studying else self.decks
        try:
            study = session()
            self.pages.setCurrentWidget(self.review)
            self.review.begin(study, self._library.titles(self._choice), self._library.folders, self._choice)
        except StoreError as error:
            self.pages.setCurrentWidget(before)
            questions.tell(self, wording.store_error(error))
        self.sidebar.show_page(studying=self.is_studying)

    def show_cards_in(self, choice: LanguageChoice) -> None:
        """Show cards in these languages from now on."""
        self._choice = self._place.remembered.card_language = choice
        self._offer_languages()
        if self.is_studying:
            self.review.show_in(choice, self._library.titles(self._choice))
        else:
            self.show_decks()

    def speak(self, language: str) -> None:
        """Let the whole program speak another language: the window is made anew in its place."""
        self._place.remembered.interface_language = language
        self._place.remembered.geometry = self.saveGeometry()
        self._place.speak(language)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; work in the background ends first."""
        self._place.remembered.geometry = self.saveGeometry()
        self._closed = True
        for dialog in self.findChildren(QDialog):
            dialog.close()
        if self._reading is not None:
            self._reading.end()
        super().closeEvent(event)

    def restyle(self) -> None:
        """Dress everything in the theme of now."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._place.resources)
        self.sidebar.restyle()
        if "review" in self.__dict__:
            self.review.restyle()
        self.decks.list.restyle()
        self.decks.week.update()

    def _follow_system(self) -> None:
        """From light to dark and back; and see what changed while the person was elsewhere."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._application_changed)

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._was_read:
            self.refresh_library()  # the person may come back from editing a deck

    def _decks_changed(self) -> None:
        if not self.is_studying:
            self.show_decks()

    def _library_read(self, found: tuple[Library, OSError | None]) -> None:
        self._library, failure = found
        self._was_read = True
        if self._closed:  # the news had been under way when the window closed
            return
        if self.pages.currentWidget() is self.decks:
            self.show_decks()
        if failure is not None and not self._backup_failed:
            self._backup_failed = True  # said once, and not at each return to the window
            questions.tell(self, wording.system_error(failure))

    def _reading_failed(self, error: Exception) -> None:
        if isinstance(error, StoreError):
            questions.tell(self, wording.store_error(error))
        elif isinstance(error, OSError):
            questions.tell(self, wording.system_error(error))
        else:
            raise error

    def _reading_over(self) -> None:
        if self._reading is not None:
            self._reading.deleteLater()
            self._reading = None

    def _next_language(self) -> None:
        choices = list(LanguageChoice)
        self.show_cards_in(choices[(choices.index(self._choice) + 1) % len(choices)])

    def _offer_languages(self) -> None:
        self.sidebar.offer_languages(self._choice, self._place.remembered.interface_language)

    def _build(self) -> None:
        self.sidebar = Sidebar(self._place.resources, self)
        self.decks = DecksPage(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.decks)
        self.decks.studyAll.connect(self.study)
        self.decks.studyDeck.connect(self.study)
        self.decks.spreadWanted.connect(lambda: self.dialogs.spread_backlog())
        self.decks.folderWanted.connect(self._open_decks_folder)
        self.sidebar.decksChosen.connect(self.show_decks)
        self.sidebar.studyChosen.connect(self.study)
        self.sidebar.exportChosen.connect(lambda: self.dialogs.export())
        self.sidebar.optionsChosen.connect(lambda: self.dialogs.options(ALL_DECKS))
        self.decks.optionsWanted.connect(lambda deck: self.dialogs.options(deck))
        self.decks.list.customWanted.connect(lambda deck: self.dialogs.custom(deck))
        self.decks.list.putAwayWanted.connect(lambda deck: self.dialogs.put_away(deck))
        self.sidebar.keysChosen.connect(self._toggle_keys)
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

    def _add_keys(self) -> None:
        deeds: Mapping[str, Callable[[], object]] = {
            "decks": self.show_decks,
            "study": self.study,
            "custom": lambda: self.dialogs.custom(self.decks.list.focused),
            "export": lambda: self.dialogs.export(),
            "undo": self._undo,
            "redo": self._redo,
            "options": lambda: self.dialogs.options(self.decks.list.focused),
            "languages": self._next_language,
            "keys": self._toggle_keys,
            "quit": self.close,
        }
        for name, keys, meaning in WINDOW_KEYS:
            add_action(self, keys, meaning, deeds[name], Qt.ShortcutContext.WindowShortcut)

    def _open_decks_folder(self) -> None:
        self._place.own_decks.mkdir(parents=True, exist_ok=True)
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place.own_decks)))

    def _toggle_keys(self) -> None:
        self.keys.toggle()

    def _hide_keys(self) -> None:
        if "keys" in self.__dict__:
            self.keys.hide()

    def _redo(self) -> None:
        """Do again what was taken back last."""
        self._in_session(lambda: self.review.redo())

    def _undo(self) -> None:
        """Take back the newest thing done; from the decks page too, back to the card."""
        self._in_session(lambda: self.review.undo())

    def _in_session(self, deed: Callable[[], bool]) -> None:
        was_studying = self.is_studying
        if not was_studying:
            self.study()
        if self.is_studying and not deed() and not was_studying:
            self.show_decks()
