"""The window around the pages."""

import gc
import re
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QThread
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QWidget,
)

from studyapp import paths
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.store import errors
from studyapp.store.errors import StoreError
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.deck_list import Column
from studyapp.ui.kit import modal_dialogs, theme, window_settings
from studyapp.ui.kit.icons import load_icon
from studyapp.ui.kit.window_settings import WindowSettings
from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.window.settings_dialog import SettingsDialog
from tests.patience import PATIENCE
from tests.ui.room import Room, basic, visible, words_of

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person was told in boxes of their own."""
    words: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda parent, said, *_: words.append(said))
    return words


def test_window_remembers_its_place(room: Room) -> None:
    window = room.open()
    window.setGeometry(60, 40, 700, 500)
    size = window.size()
    room.close()
    assert room.open().size() == size


def test_senseless_remembered_values_count_as_not_set(room: Room, tmp_path: Path) -> None:
    (room.data / "window.ini").write_text(
        "[General]\ngeometry=rubbish\ninterface-language=tlh\ncard-language=tlh\n"
    )
    room.remembered = WindowSettings(room.data)
    window = room.open()
    assert window.width() == min(1120, window.screen().availableSize().width())
    of_the_system = WindowSettings(tmp_path / "never started")
    assert room.remembered.interface_language == of_the_system.interface_language
    assert room.remembered.card_language is of_the_system.card_language


def test_language_of_cards_is_remembered(room: Room) -> None:
    room.write({"id": "a", "front": {"en": "Where?", "zh-Hant": "哪裡？"}, "back": "b"})
    room.open()
    room.control(Key.Key_L)
    room.close()
    room.open().start_session()
    assert words_of(room.review.card_view) == "哪裡？"


def chinese_deck(room: Room) -> None:
    room.write(
        {
            "id": "a",
            "type": "typed",
            "front": "問題",
            "answer": "答案",
            "section": "2",
            "evidence": "hypothesis",
        },
        {"id": "b", "front": "甲", "back": "乙"},
        title="書",
        languages=["zh-Hant"],
    )
    room.write({"id": "bad", "front": "甲"}, deck="bad", title="壞")


def choose(room: Room, words: str) -> None:
    """Pick an entry of the menu of languages, the last one of that name."""
    QTest.mouseClick(room.window.sidebar.languages_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = [action for action in menu.actions() if action.text() == words][-1]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    room.settle()


def texts(window: QWidget) -> Iterator[str]:
    """All words that the widgets of a window say, to the eye or to a screen reader."""
    for widget in visible(window):
        yield from (widget.accessibleName(), widget.toolTip())
        if widget.isWindow():
            yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = 1 if isinstance(widget, QListWidget) else model.columnCount()
            for column in range(columns):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                for row in range(model.rowCount()):
                    yield str(model.index(row, column).data() or "")
                    yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        if hasattr(widget, "toPlainText"):
            yield widget.toPlainText()
    for menu in window.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())
    yield from (action.text() for action in window.findChildren(QAction))


NAMES = {
    "StudyApp", "Anki", "English", "Ctrl", "Esc", "Space", "Return", "Enter", "F1", "PgDown", "PgUp",
    "yaml", "studyapp", "check", "apkg",
}  # fmt: skip
"""Latin words that stay: names, keys, and what is typed as it is."""


def foreign(window: QWidget, latin: bool, *kept: str) -> set[str]:
    """The texts that are in the wrong alphabet."""
    wrong = set()
    for text in texts(window):
        rest = re.sub(r"`[^`]*`|\S*\+\S*|\S*/\S*|[\w-]+\.(yaml|apkg):?\d*", "", text)
        words = {word for word in re.findall(r"[A-Za-z]{2,}", rest) if word not in NAMES | set(kept)}
        is_chinese = bool(re.search("[\u4e00-\u9fff]", text)) and text not in ("繁體中文", "简体中文", *kept)
        if is_chinese if latin else words:
            wrong.add(text)
    return wrong


def all_screens(room: Room) -> Iterator[QWidget]:
    """Every screen in turn."""
    window = room.window
    yield window
    room.control(Key.Key_S)
    yield window
    room.type("x")
    room.press(Key.Key_Return)
    yield window
    room.press(Key.Key_F1)
    yield window
    room.press(Key.Key_F1)
    room.press(Key.Key_1)
    yield window
    room.press(Key.Key_Minus)
    while room.review.prompt is not None:
        room.review.suspend()  # the key would go into the field of a typed answer
    yield window
    room.press(Key.Key_Escape)
    yield window
    room.control(Key.Key_E)
    (export_dialog,) = window.findChildren(ExportDialog)
    yield export_dialog
    export_dialog.file_field.setText("/nowhere/x.apkg")
    export_dialog.start_export()
    room.wait(export_dialog.result_banner.isVisible)
    export_dialog.result_banner.setText("")
    yield export_dialog
    export_dialog.close()
    openings: list[Callable[[], None]] = [
        lambda: window.deck_dialogs.show_options(ALL_DECKS),
        lambda: window.deck_dialogs.show_custom_study(ALL_DECKS),
        lambda: window.deck_dialogs.show_suspended_and_buried("d"),
        window.deck_dialogs.show_backlog,
        window.app_dialogs.show_settings,
        window.app_dialogs.show_shortcuts,
    ]
    for opening in openings:
        opening()
        dialog = window.findChildren(QDialog)[-1]
        if isinstance(dialog, SettingsDialog):
            dialog.font_box.clear()  # fonts are called in every language what they are called
        yield dialog
        dialog.close()


@pytest.mark.parametrize(
    ("name", "cards"),
    [("繁體中文", CardLanguages.TRADITIONAL_CHINESE), ("简体中文", CardLanguages.SIMPLIFIED_CHINESE)],
)
def test_whole_program_speaks_chinese_once_chosen(room: Room, name: str, cards: CardLanguages) -> None:
    chinese_deck(room)
    room.remembered.card_language = cards
    english = room.open()
    english.setGeometry(50, 30, 700, 500)
    size = english.size()
    assert english.sidebar.decks_button.text() == "Decks"
    choose(room, name)
    assert room.window is not english
    assert room.window.size() == size
    assert room.window.sidebar.decks_button.text() != "Decks"
    for screen in all_screens(room):
        assert foreign(screen, False) == set()
    choose(room, "English")
    assert room.window.sidebar.decks_button.text() == "Decks"
    assert foreign(room.window, True, "書", "壞", "二") == set()


@pytest.mark.parametrize(
    "settings",
    [
        "card-language=en:zh-Hant",
        "card-language=zh-Hans:en",
        "card-language=klingon",
        "interface-language=ja",
    ],
)
def test_any_languages_in_the_settings_file_work(
    room: Room, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    """Also those that the window does not offer, and those of a program that speaks more languages than this one."""
    monkeypatch.setattr(window_settings, "INTERFACE_LANGUAGES", (*window_settings.INTERFACE_LANGUAGES, "ja"))
    chinese_deck(room)
    room.remembered._ini_file.sync()
    (room.data / "window.ini").write_text(f"[General]\ninterface-language=en\n{settings}\n")
    room.remembered._ini_file.sync()
    window = room.open()
    window.deck_dialogs.show_export()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.language_box.currentIndex() >= 0
    dialog.close()
    room.settle()
    shown = set()
    for _ in range(3):
        room.control(Key.Key_L)
        shown.add(room.remembered.card_language)
    assert len(shown) == 3


def test_chosen_language_is_spoken_at_the_next_start(room: Room) -> None:
    room.open()
    choose(room, "繁體中文")
    words = room.window.sidebar.decks_button.text()
    room.close()
    assert room.open().sidebar.decks_button.text() == words != "Decks"


def test_changing_the_language_leaves_one_window(room: Room) -> None:
    room.open()
    for words in ("繁體中文", "English", "繁體中文", "English"):
        choose(room, words)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow)] == [room.window]


def test_theme_restyles_the_card_on_screen(room: Room, qapp: QApplication) -> None:
    qapp.setProperty("theme", "light")
    page = room.study(basic("a"))
    assert theme.LIGHT.text.lower() in page.card_view.toHtml()
    qapp.setProperty("theme", "dark")
    room.window.restyle()
    assert theme.DARK.text.lower() in page.card_view.toHtml()
    assert theme.LIGHT.text.lower() not in page.card_view.toHtml()
    assert words_of(page.card_view) == "Question a?"
    assert theme.DARK.background in qapp.styleSheet()
    assert theme.LIGHT.background not in qapp.styleSheet()


def test_restyling_again_and_again_changes_nothing(room: Room, qapp: QApplication) -> None:
    window = room.open()
    window.restyle()
    font, sheet = qapp.font().families(), qapp.styleSheet()
    for _ in range(3):
        window.restyle()
    assert qapp.font().families() == font
    assert qapp.styleSheet() == sheet


def test_style_sheet_has_no_colour_left_to_name(room: Room, qapp: QApplication) -> None:
    room.open()
    assert re.findall(r"@\w+", qapp.styleSheet()) == []


def test_deck_file_changed_on_disk_shows_after_the_next_reading(room: Room) -> None:
    room.write(basic("a"))
    window = room.open()
    room.write(basic("a"), basic("b"), title="Renamed")
    window.refresh_library()
    room.settle()
    (row,) = room.decks.deck_list.rows
    assert (row.text(), row.counts[Column.NEW]) == ("Renamed", 2)


def test_deck_file_that_broke_keeps_its_deck_and_tells_why(room: Room) -> None:
    path = room.write(basic("a"))
    window = room.open()
    path.write_text("deck: d\nnotes: [")
    window.refresh_library()
    room.settle()
    assert room.decks.problems_panel.isVisible()
    window.start_session()
    assert words_of(room.review.card_view) == "Question a?"


def test_reading_during_a_session_leaves_the_card_on_screen(room: Room) -> None:
    page = room.study(basic("a"))
    room.press(Key.Key_Space)
    room.write(basic("b"), basic("a"))
    room.window.refresh_library()
    room.settle()
    assert room.is_reviewing
    assert words_of(page.card_view) == "Question a? Answer a."
    room.press(Key.Key_3)
    assert room.ratings() == [("a", 3)]


def reading(room: Room, fault: Exception) -> MainWindow:
    """A window whose reading fails."""

    def read(progress: ProgressCallback) -> tuple[Library, OSError | None]:
        raise fault

    room.open()
    window = room.window
    window._context = window._context._replace(read_library=read)
    return window


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (
            StoreError(errors.DISK_FULL, Path("/x/collection.db")),
            "Can't write /x/collection.db: the disk is full.",
        ),
        (PermissionError(13, "Permission denied", "/x/decks"), "/x/decks: Permission denied"),
    ],
)
def test_fault_of_the_world_while_reading_is_told(
    room: Room, told: list[str], fault: Exception, words: str
) -> None:
    reading(room, fault).refresh_library()
    room.wait(lambda: bool(told))
    assert told[0].startswith(words)
    room.settle()


def test_fault_of_ours_while_reading_is_raised(room: Room, told: list[str]) -> None:
    window = reading(room, ZeroDivisionError("ours"))
    with room.bot.captureExceptions() as raised:
        window.refresh_library()
        room.wait(lambda: bool(raised))
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert told == []
    room.settle()


def test_backup_that_can_not_be_made_is_told(room: Room, told: list[str]) -> None:
    (room.data / "backups").write_text("not a folder")
    room.write(basic("a"))
    room.open()
    room.wait(lambda: bool(told))
    assert "backups" in told[0]


def test_collection_that_can_not_be_read_is_told(room: Room, told: list[str]) -> None:
    room.write(basic("a"))
    window = room.open()
    connection = room.collection.connection
    connection.close()
    pages = room.file.read_bytes()
    for side in ("-wal", "-shm"):
        room.file.with_name(room.file.name + side).unlink(missing_ok=True)
    room.file.write_bytes(pages[:4096] + b"\xff" * (len(pages) - 4096))
    room.collection.connection = sqlite3.connect(room.file, isolation_level=None)
    window.start_session()
    assert not room.is_reviewing
    assert "damaged" in told[0]
    assert window.sidebar.decks_button.isChecked()
    window.show_decks()
    assert len(told) == 2


def test_window_closes_while_reading_runs(room: Room) -> None:
    started, ended = threading.Event(), threading.Event()

    def read(progress: ProgressCallback) -> tuple[Library, OSError | None]:
        started.set()
        try:
            for notes in range(10**9):
                progress(notes, 0)
                ended.wait(0.002)
        finally:
            ended.set()
        return Library(), None

    room.write(basic("a"))
    window = room.open()
    library = window._library
    window._context = window._context._replace(read_library=read)
    window.refresh_library()
    window.refresh_library()
    assert started.wait(PATIENCE)
    window.close()
    assert ended.is_set()
    room.wait(lambda: window.findChild(QThread) is None)
    assert window._library is library
    assert not window.isVisible()


def test_keys_of_the_window_work(room: Room) -> None:
    room.write(basic("a"))
    window = room.open()
    room.control(Key.Key_S)
    assert room.is_reviewing
    room.control(Key.Key_D)
    assert not room.is_reviewing
    room.control(Key.Key_Q)
    assert not window.isVisible()


def test_study_button_of_the_side_bar_shows_where_one_is(room: Room) -> None:
    room.write(basic("a"))
    window = room.open()
    for button, is_studying in (
        (window.sidebar.study_button, True),
        (window.sidebar.study_button, True),
        (window.sidebar.decks_button, False),
    ):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert room.is_reviewing is is_studying
        assert (window.sidebar.study_button.isChecked(), window.sidebar.decks_button.isChecked()) == (
            is_studying,
            not is_studying,
        )


def a_session(room: Room) -> None:
    room.control(Key.Key_S)
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    room.control(Key.Key_Z)
    room.press(Key.Key_F1)
    room.press(Key.Key_F1)
    room.control(Key.Key_L)
    room.press(Key.Key_Escape)
    room.control(Key.Key_E)
    room.press(Key.Key_Escape)
    room.window.refresh_library()
    room.settle()


def objects(room: Room) -> int:
    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    return sum(len(top.findChildren(QObject)) for top in tops) + len(room.application.children())


def test_sessions_leave_no_objects_behind(room: Room) -> None:
    room.write(basic("a"), basic("b"))
    room.open()
    for _ in range(3):
        a_session(room)
    before = objects(room)
    for _ in range(20):
        a_session(room)
    assert objects(room) <= before


def test_calls_of_qt_take_no_reference_from_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 does on Pythons whose None is counted, until the process dies. From Python 3.12 on None is immortal: it
    begins with more than a thousand million references."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < 100 or before > 1 << 30


@pytest.mark.parametrize("ratio", [1.5, 2.0, 3.0])
@pytest.mark.parametrize("name", ["decks", "study", "export", "languages", "keys"])
def test_signs_look_the_same_at_every_scale(qapp: QApplication, name: str, ratio: float) -> None:
    small, large = (
        load_icon(paths.resources_folder(), name, "#ff0000", scale).pixmap(QSize(20, 20), scale).toImage()
        for scale in (1.0, ratio)
    )
    assert large.width() == 20 * ratio
    shrunk = large.scaled(20, 20, mode=Qt.TransformationMode.SmoothTransformation)
    places = [(x, y) for x in range(20) for y in range(20)]
    assert any(small.pixelColor(*place).alpha() > 100 for place in places)
    differences = [abs(small.pixelColor(*at).alpha() - shrunk.pixelColor(*at).alpha()) for at in places]
    assert sum(differences) / len(places) < 15


def test_first_window_is_no_larger_than_the_screen(room: Room) -> None:
    window = room.open()
    assert window.width() <= window.screen().availableSize().width()
    assert window.height() <= window.screen().availableSize().height()


def test_window_reads_nothing_once_it_was_closed(room: Room) -> None:
    room.open()
    window = room.window
    window.close()
    window.refresh_library()
    assert window.findChild(QThread) is None


def test_keys_that_do_not_fit_are_moved_into_sight(room: Room) -> None:
    window = room.open()
    window.resize(window.minimumSize())
    room.press(Key.Key_F1)
    bar = window.shortcuts_overlay.scroll_area.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(10):
        room.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    room.press(Key.Key_Up)
    assert bar.value() < bar.maximum()
    assert window.shortcuts_overlay.isVisible()
    room.press(Key.Key_A)
    assert not window.shortcuts_overlay.isVisible()


def test_decks_read_in_the_background_leave_the_list_of_keys_open(room: Room) -> None:
    path = room.write({"id": "a", "front": "A", "back": "B"})
    room.open()
    room.press(Key.Key_F1)
    path.write_text(path.read_text().replace("The deck", "Another name"))
    room.window.refresh_library()
    room.settle()
    assert room.decks.deck_list.rows[0].text() == "Another name"
    assert room.window.shortcuts_overlay.isVisible()


def test_what_changes_while_the_decks_are_read_is_read_after_that(room: Room) -> None:
    """A second wish for reading that comes too early for the first is not forgotten."""
    may_go_on, begun = threading.Event(), threading.Event()
    readings: list[int] = []

    def read(progress: ProgressCallback) -> tuple[Library, OSError | None]:
        readings.append(1)
        begun.set()
        may_go_on.wait(PATIENCE)
        return Library(), None

    room.write(basic("a"))
    window = room.open()
    window._context = window._context._replace(read_library=read)
    window.refresh_library()
    assert begun.wait(PATIENCE)
    window.refresh_library()
    window.refresh_library()
    may_go_on.set()
    room.wait(lambda: len(readings) == 2)
    room.settle()
    assert len(readings) == 2
