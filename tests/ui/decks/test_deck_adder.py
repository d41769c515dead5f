"""Decks come in: written, added, dropped, changed outside; broken ones are opened."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent

from studyapp.services.library.deck_folders import load_added_folders
from studyapp.ui.kit import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note

DECK = "title: {title}\nnotes:\n  - {{id: a, front: A, back: B}}\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def titles(app: AppDriver) -> list[str]:
    return [row.text() for row in app.decks_page.deck_list.rows]


def pick(app: AppDriver, words: str) -> None:
    menu = app.window.deck_adder.build_menu()
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    app.wait_until_idle()


def drop(app: AppDriver, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, left, none)
    app.application.sendEvent(app.window, enter)
    assert enter.isAccepted()
    app.application.sendEvent(app.window, QDropEvent(QPointF(9, 9), action, data, left, none))
    app.wait_until_idle()


def own(app: AppDriver) -> Path:
    return app.data_folder / "decks"


@pytest.fixture
def reading_own(app: AppDriver) -> AppDriver:
    """As the program is started: with the person's own decks folder among those it reads."""
    app.write_deck(basic_note("a"))
    app.open_window()
    assert app.desktop is not None
    app.desktop._base_deck_folders = (app.decks_folder, own(app))
    return app


def test_a_new_deck_is_written_opened_and_shown(
    reading_own: AppDriver, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reading_own
    for name in ("capitals.yaml", "capitals-2.yaml"):
        monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "Capitals")
        pick(app, "New deck")
        assert opened[-1] == str(own(app) / name)
    assert titles(app) == ["The deck", "Capitals", "Capitals"]
    before = sorted(own(app).iterdir())
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "")
    pick(app, "New deck")
    assert sorted(own(app).iterdir()) == before


@pytest.mark.parametrize("title", ['"quoted": {yes}', "#", "首都", "../../up", "- [ ]", "a" * 300])
def test_any_title_makes_a_deck(
    reading_own: AppDriver, opened: list[str], monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: title)
    pick(reading_own, "New deck")
    assert titles(reading_own)[-1] == title
    assert Path(opened[0]).parent == own(reading_own)
    assert not reading_own.decks_page.problems_panel.isVisible()


def test_an_added_folder_is_read_until_it_is_left_out(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(basic_note("a"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.yaml").write_text(DECK.format(title="Other"))
    app.open_window()
    monkeypatch.setattr(modal_dialogs, "ask_folder", lambda parent, now: other)
    pick(app, "Add deck folder")
    assert titles(app) == ["The deck", "Other"]
    app.close()
    app.open_window()
    assert titles(app) == ["The deck", "Other"]
    (other / "b.yaml").rename(tmp_path / "b.yaml")
    other.rmdir()
    app.window.refresh_library()
    app.wait_until_idle()
    assert titles(app) == ["The deck"]
    assert "other" in app.decks_page.problems_panel.problems_label.text()
    assert (
        os.strerror(errno.ENOENT) in app.decks_page.problems_panel.problems_label.text()
    )  # in the language of the system
    pick(app, "Remove folder")
    assert not app.decks_page.problems_panel.isVisible()
    assert load_added_folders(app.collection) == ()


def test_files_and_folders_dropped_on_the_window_come_in(
    reading_own: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, told = reading_own, list[str]()
    monkeypatch.setattr(modal_dialogs, "show_information", lambda parent, words: told.append(words))
    file, folder, picture = tmp_path / "x.yaml", tmp_path / "more", tmp_path / "x.png"
    file.write_text(DECK.format(title="Dropped"))
    folder.mkdir()
    (folder / "y.yaml").write_text(DECK.format(title="More"))
    picture.write_bytes(b"")
    drop(app, file, folder, picture)
    assert sorted(titles(app)) == ["Dropped", "More", "The deck"]
    assert (own(app) / "x.yaml").read_bytes() == file.read_bytes()
    assert told == [
        "StudyApp can't import x.png. Use a deck file (.yaml), an Anki package (.apkg, .colpkg), "
        "a table (.csv, .tsv, .txt) or a Markdown file (.md)."
    ]


@pytest.mark.parametrize("yes", [True, False])
def test_another_file_of_the_name_is_replaced_only_when_that_is_wanted(
    reading_own: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, yes: bool
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


def test_a_broken_file_is_opened_from_its_problem(app: AppDriver, opened: list[str]) -> None:
    (app.decks_folder / "broken.yaml").write_text("title: T\nnotes:\n  - {front: only}\n")
    app.open_window()
    panel = app.decks_page.problems_panel
    assert [made.text() for made in panel.file_buttons if made.isVisible()] == ["Open broken.yaml"]
    panel.file_buttons[0].click()
    assert opened == [str(app.decks_folder / "broken.yaml")]


def test_a_deck_changed_outside_is_seen_while_the_program_runs(app: AppDriver) -> None:
    path = app.write_deck(basic_note("a"))
    app.open_window()
    app.window.refresh_library()
    app.wait_until_idle()
    for title in ("Written anew", "And again"):
        path.write_text(DECK.format(title=title))
        app.wait_until(lambda title=title: titles(app) == [title])  # type: ignore[misc]
    other = app.decks_folder / "z.yaml"
    other.write_text(DECK.format(title="Z"))
    app.wait_until(lambda: "Z" in titles(app))
