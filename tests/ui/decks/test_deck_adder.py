"""Adding decks: new decks, added folders, dropped files, external changes; opening invalid deck files."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from studyapp.services.library.deck_folders import load_added_folders
from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.decks.deck_page_actions import choose_menu_item, deck_titles, drop_files

DECK_TEMPLATE = "title: {title}\nnotes:\n  - {{id: a, front: A, back: B}}\n"


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened_files: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened_files.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened_files


@pytest.fixture
def app_with_own_decks(app: AppDriver) -> AppDriver:
    """The app with the learner's own decks folder among its deck folders, as in a normal start."""
    app.write_deck(basic_note("a"))
    app.open_window()
    assert app.desktop is not None
    app.desktop.tasks.base_deck_folders = (app.decks_folder, own_decks_folder(app))
    return app


@pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing the keyboard)")
def test_new_deck_is_empty_and_offers_to_add_a_note(
    app_with_own_decks: AppDriver, opened_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_with_own_decks
    for _ in range(2):
        monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "Capitals")
        choose_menu_item(app, "New deck")
        app.wait_until_idle()
    assert opened_files == []
    for name in ("capitals.yaml", "capitals-2.yaml"):
        assert (own_decks_folder(app) / name).read_text(encoding="utf-8").endswith("notes: []\n")
    attention = app.decks_page.attention_panel
    assert attention.notice_label.text() == "The deck “Capitals” is ready for its first note."
    attention.action_button.click()
    assert app.window.editor.isVisible()
    assert app.window.editor.deck_box.currentData() == "capitals-2"
    app.window.editor.close()
    app.window.activateWindow()
    app.process_events()
    app.press_ctrl(Qt.Key.Key_Z)
    app.wait_until_idle()
    assert deck_titles(app) == ["The deck", "Capitals"]
    app.press_ctrl(Qt.Key.Key_Y)
    app.wait_until_idle()
    assert deck_titles(app) == ["The deck", "Capitals", "Capitals"]
    before = sorted(own_decks_folder(app).iterdir())
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: "")
    choose_menu_item(app, "New deck")
    assert sorted(own_decks_folder(app).iterdir()) == before


@pytest.mark.parametrize("title", ['"quoted": {yes}', "#", "首都", "../../up", "- [ ]", "a" * 300])
def test_new_deck_accepts_any_title(
    app_with_own_decks: AppDriver, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_deck_title", lambda parent: title)
    choose_menu_item(app_with_own_decks, "New deck")
    app_with_own_decks.wait_until_idle()
    assert deck_titles(app_with_own_decks)[-1] == title
    assert not app_with_own_decks.decks_page.problems_panel.isVisible()


def test_added_folder_is_read_until_it_is_removed(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.write_deck(basic_note("a"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.yaml").write_text(DECK_TEMPLATE.format(title="Other"))
    app.open_window()
    monkeypatch.setattr(modal_dialogs, "ask_folder", lambda parent, current: other)
    choose_menu_item(app, "Add deck folder")
    assert deck_titles(app) == ["The deck", "Other"]
    app.close()
    app.open_window()
    assert deck_titles(app) == ["The deck", "Other"]
    (other / "b.yaml").rename(tmp_path / "b.yaml")
    other.rmdir()
    app.window.refresh_library()
    app.wait_until_idle()
    assert deck_titles(app) == ["The deck"]
    assert "other" in app.decks_page.problems_panel.problems_label.text()
    assert (
        os.strerror(errno.ENOENT) in app.decks_page.problems_panel.problems_label.text()
    )  # in the system language
    choose_menu_item(app, "Remove folder")
    assert not app.decks_page.problems_panel.isVisible()
    assert load_added_folders(app.collection) == ()


def test_dropped_files_and_folders_are_added(
    app_with_own_decks: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, messages = app_with_own_decks, list[str]()
    monkeypatch.setattr(modal_dialogs, "show_information", lambda parent, message: messages.append(message))
    file, folder, image = tmp_path / "x.yaml", tmp_path / "more", tmp_path / "x.png"
    file.write_text(DECK_TEMPLATE.format(title="Dropped"))
    folder.mkdir()
    (folder / "y.yaml").write_text(DECK_TEMPLATE.format(title="More"))
    image.write_bytes(b"")
    drop_files(app, file, folder, image)
    assert sorted(deck_titles(app)) == ["Dropped", "More", "The deck"]
    assert (own_decks_folder(app) / "x.yaml").read_bytes() == file.read_bytes()
    assert messages == [
        "StudyApp can't import x.png. Use a deck file (.yaml), an Anki package (.apkg, .colpkg), "
        "a table (.csv, .tsv, .txt) or a Markdown file (.md, .markdown)."
    ]


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_dropped_file_replaces_deck_file_only_after_confirmation(
    app_with_own_decks: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_confirmed: bool
) -> None:
    asked_names: list[str] = []

    def confirm_replace(parent: object, name: str) -> bool:
        asked_names.append(name)
        return is_confirmed

    monkeypatch.setattr(modal_dialogs, "confirm_replace_deck_file", confirm_replace)
    file = tmp_path / "x.yaml"
    for title in ("First", "First", "Second"):
        file.write_text(DECK_TEMPLATE.format(title=title))
        drop_files(app_with_own_decks, file)
    assert asked_names == ["x.yaml"]
    assert deck_titles(app_with_own_decks) == ["The deck", "Second" if is_confirmed else "First"]


def test_invalid_deck_file_is_opened_from_its_problem(app: AppDriver, opened_files: list[str]) -> None:
    (app.decks_folder / "broken.yaml").write_text("title: T\nnotes:\n  - {front: only}\n")
    app.open_window()
    panel = app.decks_page.problems_panel
    assert [button.text() for button in panel.file_buttons if button.isVisible()] == ["Open broken.yaml"]
    panel.file_buttons[0].click()
    assert opened_files == [str(app.decks_folder / "broken.yaml")]


def test_external_change_to_deck_file_is_detected(app: AppDriver) -> None:
    path = app.write_deck(basic_note("a"))
    app.open_window()
    app.window.refresh_library()
    app.wait_until_idle()
    for title in ("Written anew", "And again"):
        path.write_text(DECK_TEMPLATE.format(title=title))
        app.wait_until(lambda title=title: deck_titles(app) == [title])  # type: ignore[misc]
    other = app.decks_folder / "z.yaml"
    other.write_text(DECK_TEMPLATE.format(title="Z"))
    app.wait_until(lambda: "Z" in deck_titles(app))


def own_decks_folder(app: AppDriver) -> Path:
    return app.data_folder / "decks"
