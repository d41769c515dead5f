"""Decks come in: written, added, dropped, changed outside; broken ones are opened."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent

from studyapp.services.library.deck_folders import load_added_folders
from studyapp.ui.kit import modal_dialogs
from tests.ui.room import Room, basic

DECK = "title: {title}\nnotes:\n  - {{id: a, front: A, back: B}}\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def titles(room: Room) -> list[str]:
    return [row.text() for row in room.decks.deck_list.rows]


def pick(room: Room, words: str) -> None:
    menu = room.window.deck_adder.build_menu()
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    room.settle()


def drop(room: Room, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, left, none)
    room.application.sendEvent(room.window, enter)
    assert enter.isAccepted()
    room.application.sendEvent(room.window, QDropEvent(QPointF(9, 9), action, data, left, none))
    room.settle()


def own(room: Room) -> Path:
    return room.data / "decks"


@pytest.fixture
def reading_own(room: Room) -> Room:
    """As the program is started: with the person's own decks folder among those it reads."""
    room.write(basic("a"))
    room.open()
    assert room.desktop is not None
    room.desktop._base_deck_folders = (room.decks_folder, own(room))
    return room


def test_a_new_deck_is_written_opened_and_shown(
    reading_own: Room, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = reading_own
    for name in ("capitals.yaml", "capitals-2.yaml"):
        monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "Capitals")
        pick(room, "New deck")
        assert opened[-1] == str(own(room) / name)
    assert titles(room) == ["The deck", "Capitals", "Capitals"]
    before = sorted(own(room).iterdir())
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "")
    pick(room, "New deck")
    assert sorted(own(room).iterdir()) == before


@pytest.mark.parametrize("title", ['"quoted": {yes}', "#", "首都", "../../up", "- [ ]", "a" * 300])
def test_any_title_makes_a_deck(
    reading_own: Room, opened: list[str], monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: title)
    pick(reading_own, "New deck")
    assert titles(reading_own)[-1] == title
    assert Path(opened[0]).parent == own(reading_own)
    assert not reading_own.decks.problems_panel.isVisible()


def test_an_added_folder_is_read_until_it_is_left_out(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.write(basic("a"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.yaml").write_text(DECK.format(title="Other"))
    room.open()
    monkeypatch.setattr(modal_dialogs, "ask_folder", lambda parent, now: other)
    pick(room, "Add deck folder")
    assert titles(room) == ["The deck", "Other"]
    room.close()
    room.open()
    assert titles(room) == ["The deck", "Other"]
    (other / "b.yaml").rename(tmp_path / "b.yaml")
    other.rmdir()
    room.window.refresh_library()
    room.settle()
    assert titles(room) == ["The deck"]
    assert "other" in room.decks.problems_panel.problems_label.text()
    assert (
        os.strerror(errno.ENOENT) in room.decks.problems_panel.problems_label.text()
    )  # in the language of the system
    pick(room, "Remove folder")
    assert not room.decks.problems_panel.isVisible()
    assert load_added_folders(room.collection) == ()


def test_files_and_folders_dropped_on_the_window_come_in(
    reading_own: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, told = reading_own, list[str]()
    monkeypatch.setattr(modal_dialogs, "show_information", lambda parent, words: told.append(words))
    file, folder, picture = tmp_path / "x.yaml", tmp_path / "more", tmp_path / "x.png"
    file.write_text(DECK.format(title="Dropped"))
    folder.mkdir()
    (folder / "y.yaml").write_text(DECK.format(title="More"))
    picture.write_bytes(b"")
    drop(room, file, folder, picture)
    assert sorted(titles(room)) == ["Dropped", "More", "The deck"]
    assert (own(room) / "x.yaml").read_bytes() == file.read_bytes()
    assert told == [
        "StudyApp can't import x.png. Use a deck file (.yaml), an Anki package (.apkg, .colpkg), "
        "a table (.csv, .tsv, .txt) or a Markdown file (.md)."
    ]


@pytest.mark.parametrize("yes", [True, False])
def test_another_file_of_the_name_is_replaced_only_when_that_is_wanted(
    reading_own: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    asked: list[str] = []

    def answer(parent: object, name: str) -> bool:
        asked.append(name)
        return yes

    monkeypatch.setattr(modal_dialogs, "confirm_replace_deck_file", answer)
    file = tmp_path / "x.yaml"
    for title in ("First", "First", "Second"):
        file.write_text(DECK.format(title=title))
        drop(reading_own, file)
    assert asked == ["x.yaml"]
    assert titles(reading_own) == ["The deck", "Second" if yes else "First"]


def test_a_broken_file_is_opened_from_its_problem(room: Room, opened: list[str]) -> None:
    (room.decks_folder / "broken.yaml").write_text("title: T\nnotes:\n  - {front: only}\n")
    room.open()
    panel = room.decks.problems_panel
    assert [made.text() for made in panel.file_buttons if made.isVisible()] == ["Open broken.yaml"]
    panel.file_buttons[0].click()
    assert opened == [str(room.decks_folder / "broken.yaml")]


def test_a_deck_changed_outside_is_seen_while_the_program_runs(room: Room) -> None:
    path = room.write(basic("a"))
    room.open()
    room.window.refresh_library()
    room.settle()
    for title in ("Written anew", "And again"):
        path.write_text(DECK.format(title=title))
        room.wait(lambda title=title: titles(room) == [title])  # type: ignore[misc]
    other = room.decks_folder / "z.yaml"
    other.write_text(DECK.format(title="Z"))
    room.wait(lambda: "Z" in titles(room))
