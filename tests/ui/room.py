"""A program of its own for each test: real decks, a real collection, a real window, and a clock set by hand."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QThread
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.composition_root import collection_path, new_device_id
from studyapp.core.cards.card import Card
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.ui.decks.decks_page import DecksPage
from studyapp.ui.kit.window_settings import WindowSettings
from studyapp.ui.review.review_page import ReviewPage
from studyapp.ui.window.main_window import MainWindow
from tests.patience import PATIENCE

MORNING = 1_790_000_000_000
"""UTC ms; 13:33 of a study day that ends at four in the night."""

MINUTE = 60_000
DAY = 24 * 60 * MINUTE

Note = Mapping[str, Any]


def basic(note_id: str, **more: object) -> Note:
    """A note with one question and one answer."""
    return {"id": note_id, "front": f"Question {note_id}?", "back": f"Answer {note_id}.", **more}


def typed(note_id: str, answer: str) -> Note:
    return {"id": note_id, "type": "typed", "front": f"Type {note_id}", "answer": answer}


def choice(note_id: str, options: int = 3, right: tuple[int, ...] = (0,)) -> Note:
    """A note with options named `NOTE-0`, `NOTE-1` and so on."""
    words = [{"text": f"{note_id}-{place}", "right": place in right} for place in range(options)]
    return {"id": note_id, "type": "choice", "front": f"Choose {note_id}", "options": words}


class Room:
    """Decks and data below one folder, and the desktop app over them."""

    def __init__(self, folder: Path, application: QApplication, bot: QtBot) -> None:
        self.decks_folder, self.data = folder / "decks", folder / "data"
        self.decks_folder.mkdir()
        self.data.mkdir()
        self.file = collection_path(self.data)
        self.now = MORNING
        self.clock = Clock(lambda: self.now, UTC)
        self.bot = bot
        self.application = application
        self.desktop: DesktopApp | None = None
        self.remembered = WindowSettings(self.data)
        self.remembered.interface_language = "en"
        self.remembered.card_language = CardLanguages.ENGLISH

    def write(self, *notes: Note, deck: str = "d", title: object = "The deck", **head: object) -> Path:
        """Write a deck file; JSON is YAML too."""
        path = self.decks_folder / f"{deck}.yaml"
        whole = {"deck": deck, "title": title, **head, "notes": list(notes)}
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    def read(self) -> None:
        """Take the deck files in, as an earlier session did."""
        with Collection(self.file, new_device_id) as collection:
            refresh_library(collection, [self.decks_folder], self.clock)

    def open(self) -> MainWindow:
        """The window, with what an earlier session knew, active and at rest."""
        self.read()
        self.desktop = DesktopApp(self.application, self.data, [self.decks_folder], self.clock)
        self.desktop.show()
        self.settle()
        return self.window

    def study(self, *notes: Note) -> ReviewPage:
        """The review page over a deck of these notes, its first card asked."""
        if notes:
            self.write(*notes)
        window = self.open()
        window.start_session()
        return window.review_page

    @property
    def window(self) -> MainWindow:
        assert self.desktop is not None
        assert self.desktop.window is not None
        return self.desktop.window

    @property
    def review(self) -> ReviewPage:
        return self.window.review_page

    @property
    def decks(self) -> DecksPage:
        return self.window.decks_page

    @property
    def collection(self) -> Collection:
        assert self.desktop is not None
        return self.desktop.collection

    @property
    def prompt(self) -> Prompt:
        """What is asked on screen."""
        assert self.review.prompt is not None
        return self.review.prompt

    @property
    def card(self) -> Card:
        return self.prompt.card

    @property
    def is_reviewing(self) -> bool:
        return self.window.page_stack.currentWidget() is self.review

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the program go on until this holds; on a busy machine that takes a while."""
        self.bot.waitUntil(condition, timeout=PATIENCE * 1000)

    def settle(self) -> None:
        """Wait until the window is active, has read the decks, and reads no more."""
        window = self.window
        window.activateWindow()
        self.wait(window.isActiveWindow)
        self.wait(lambda: window._library_reader.was_attempted and window.findChild(QThread) is None)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """A key on the keyboard: it goes to the window on screen, which finds who wants it."""
        handle = QGuiApplication.focusWindow()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> None:
        """Letters on the keyboard, one by one."""
        for letter in words:
            handle = QGuiApplication.focusWindow()
            assert handle is not None
            QTest.keyClick(handle, ord(letter.upper()), Qt.KeyboardModifier.NoModifier)

    def hold(self, key: Qt.Key, letter: str) -> None:
        """What a keyboard sends again and again while a key is held."""
        widget = QApplication.focusWidget() or self.window
        QTest.simulateEvent(widget, True, key, Qt.KeyboardModifier.NoModifier, letter, True)

    def journal(self) -> list[dict[str, Any]]:
        """The entries on disk, as another program reads them."""
        with sqlite3.connect(self.file) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT * FROM entry ORDER BY seq")]

    def ratings(self) -> list[tuple[str, int]]:
        return [(row["note"], row["rating"]) for row in self.journal() if row["rating"]]

    def digest(self) -> str:
        """A fingerprint of every row of every table."""
        with sqlite3.connect(self.file) as connection:
            return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()

    def close(self) -> None:
        """Close the window and undress the application."""
        if self.desktop is not None:
            self.desktop.close()
        self.desktop = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def undress(application: QApplication, font: QFont, palette: QPalette) -> None:
    """Leave the application as it was, for the test that comes next."""
    for name in ("theme", "text-size", "font-family", "keys"):
        application.setProperty(name, None)
    application.setStyleSheet("")
    application.setFont(font)
    application.setPalette(palette)
    QLocale.setDefault(QLocale(QLocale.Language.English))


def words_of(widget: QWidget) -> str:
    """Everything a card or a page says, on one line."""
    text = widget.toPlainText() if hasattr(widget, "toPlainText") else widget.text()  # type: ignore[attr-defined]
    return " ".join(str(text).split())


def visible(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that a person can see in a window."""
    return (each for each in [widget, *widget.findChildren(QWidget)] if each.isVisible())
