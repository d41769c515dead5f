"""A driver for the desktop app under test: real deck files, a real collection, a real window, and a manual clock."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QThread
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.cards.card import Card
from studyapp.core.rendering.text_layout.word_joining import WORD_JOINER
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.review.review_page import ReviewPage
from studyapp.ui.window.main_window import MainWindow
from tests.timeouts import TIMEOUT_SECONDS

MORNING = 1_790_000_000_000
"""UTC ms; 13:33 of a study day that ends at 4 a.m."""

MINUTE = 60_000
DAY = 24 * 60 * MINUTE

Note = Mapping[str, Any]


def basic_note(note_id: str, **fields: object) -> Note:
    """A note with one question and one answer."""
    return {"id": note_id, "front": f"Question {note_id}?", "back": f"Answer {note_id}.", **fields}


def typed_note(note_id: str, answer: str) -> Note:
    return {"id": note_id, "type": "typed", "front": f"Type {note_id}", "answer": answer}


def choice_note(note_id: str, options: int = 3, right: tuple[int, ...] = (0,)) -> Note:
    """A note with options named `NOTE-0`, `NOTE-1` and so on."""
    option_fields = [{"text": f"{note_id}-{index}", "right": index in right} for index in range(options)]
    return {"id": note_id, "type": "choice", "front": f"Choose {note_id}", "options": option_fields}


class AppDriver:
    """The desktop app with its deck files and data below one folder."""

    def __init__(self, folder: Path, application: QApplication, qtbot: QtBot) -> None:
        self.decks_folder, self.data_folder = folder / "decks", folder / "data"
        self.decks_folder.mkdir()
        self.data_folder.mkdir()
        self.collection_file = collection_path(self.data_folder)
        self.now = MORNING
        self.clock = Clock(lambda: self.now, UTC)
        self.qtbot = qtbot
        self.application = application
        self.desktop: DesktopApp | None = None
        self.app_settings = AppSettings(self.data_folder)
        self.app_settings.interface_language = "en"
        self.app_settings.card_languages = CardLanguages.ENGLISH

    def write_deck(self, *notes: Note, deck: str = "d", title: object = "The deck", **header: object) -> Path:
        """Write a deck file as JSON, which is valid YAML."""
        path = self.decks_folder / f"{deck}.yaml"
        content = {"deck": deck, "title": title, **header, "notes": list(notes)}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    def load_decks(self) -> None:
        """Load the deck files into the collection, as an earlier session would have."""
        with Collection(self.collection_file, new_device_id) as collection:
            refresh_library(collection, [self.decks_folder], self.clock)

    def open_window(self) -> MainWindow:
        """Open the window over decks that were loaded before, and wait until it is active and idle."""
        self.load_decks()
        self.desktop = DesktopApp(self.application, self.data_folder, [self.decks_folder], self.clock)
        self.desktop.show()
        self.wait_until_idle()
        return self.window

    def study(self, *notes: Note) -> ReviewPage:
        """Write these notes as a deck and open the review page on its first card."""
        if notes:
            self.write_deck(*notes)
        window = self.open_window()
        window.start_session()
        return window.review_page

    @property
    def window(self) -> MainWindow:
        assert self.desktop is not None
        assert self.desktop.window is not None
        return self.desktop.window

    @property
    def review_page(self) -> ReviewPage:
        return self.window.review_page

    @property
    def decks_page(self) -> DecksPage:
        return self.window.decks_page

    @property
    def collection(self) -> Collection:
        assert self.desktop is not None
        return self.desktop.collection

    @property
    def prompt(self) -> Prompt:
        """The prompt on screen."""
        assert self.review_page.prompt is not None
        return self.review_page.prompt

    @property
    def card(self) -> Card:
        return self.prompt.card

    @property
    def is_reviewing(self) -> bool:
        return self.window.page_stack.currentWidget() is self.review_page

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until the condition holds."""
        self.qtbot.waitUntil(condition, timeout=TIMEOUT_SECONDS * 1000)

    def process_events(self) -> None:
        """Process all events that are pending, and those that they cause."""
        for _ in range(5):
            self.application.processEvents()

    def wait_until_idle(self) -> None:
        """Wait until the window is active and no library refresh is running."""
        window = self.window
        window.activateWindow()
        self.wait_until(window.isActiveWindow)
        self.wait_until(lambda: window.library_reader.was_attempted and window.findChild(QThread) is None)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key; Qt sends it to the focused window, which dispatches it."""
        handle = QGuiApplication.focusWindow()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)

    def press_ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type_text(self, text: str) -> None:
        """Type the text one key at a time."""
        for letter in text:
            handle = QGuiApplication.focusWindow()
            assert handle is not None
            QTest.keyClick(handle, ord(letter.upper()), Qt.KeyboardModifier.NoModifier)

    def auto_repeat_key(self, key: Qt.Key, letter: str) -> None:
        """Send the auto-repeat event of a key that is held down."""
        widget = QApplication.focusWidget() or self.window
        QTest.simulateEvent(widget, True, key, Qt.KeyboardModifier.NoModifier, letter, True)

    def journal_rows(self) -> list[dict[str, Any]]:
        """The journal entries on disk, read over a separate connection."""
        with closing(sqlite3.connect(self.collection_file)) as connection, connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT * FROM entry ORDER BY seq")]

    def ratings(self) -> list[tuple[str, int]]:
        return [(row["note"], row["rating"]) for row in self.journal_rows() if row["rating"]]

    def database_digest(self) -> str:
        """A digest of every row of every table."""
        with closing(sqlite3.connect(self.collection_file)) as connection, connection:
            return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()

    def close(self) -> None:
        """Close the window."""
        if self.desktop is not None:
            self.desktop.close()
        self.desktop = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def reset_application(application: QApplication, font: QFont, palette: QPalette) -> None:
    """Restore the application's state for the next test."""
    for name in ("theme", "text-size", "font-family", "keys", "interface-language", "han", "system-font"):
        application.setProperty(name, None)
    application.setStyleSheet("")
    application.setFont(font)
    application.setPalette(palette)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    application.clipboard().clear()  # Qt crashes at exit if data created in Python is left there


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def text_of(widget: QWidget) -> str:
    """The text of a card or a label, on one line."""
    text = widget.toPlainText() if hasattr(widget, "toPlainText") else widget.text()  # type: ignore[attr-defined]
    return " ".join(str(text).replace(WORD_JOINER, "").split())


def visible_widgets(widget: QWidget) -> Iterator[QWidget]:
    """The widget and its descendants, as far as they are visible."""
    return (child for child in [widget, *widget.findChildren(QWidget)] if child.isVisible())
