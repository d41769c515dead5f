"""Closing the main window while a note is being edited, and the list of the editor's shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from studyapp.ui.actions.shortcuts_overlay import ShortcutsOverlay
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.modal_dialogs import UnsavedChoice
from tests.ui.app_driver import AppDriver, basic_note, click, text_of, visible_widgets
from tests.ui.editor.editor_driver import area, notes_in_file, open_adding, open_editing, write

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def decks(app: AppDriver) -> AppDriver:
    app.write_deck(basic_note("n"))
    app.open_window()
    return app


def answer(monkeypatch: pytest.MonkeyPatch, choice: UnsavedChoice) -> list[UnsavedChoice]:
    """Answer the question about unsaved changes. Return the answers given."""
    given: list[UnsavedChoice] = []

    def ask(_: object) -> UnsavedChoice:
        given.append(choice)
        return choice

    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", ask)
    return given


@pytest.mark.parametrize("is_adding", [False, True], ids=["edited", "added"])
def test_the_window_closes_once_the_note_is_saved(
    decks: AppDriver, monkeypatch: pytest.MonkeyPatch, is_adding: bool
) -> None:
    given = answer(monkeypatch, UnsavedChoice.SAVE)
    editor = open_adding(decks) if is_adding else open_editing(decks, "d/n")
    write(editor, front="Saved", back="Too")
    assert not decks.window.close()
    decks.wait_until(decks.window.isHidden)
    assert editor.isHidden()
    assert notes_in_file(decks)[-1]["front"] == "Saved"
    assert given == [UnsavedChoice.SAVE]


def test_the_window_stays_if_the_note_cannot_be_saved(
    decks: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, UnsavedChoice.SAVE)
    editor = open_adding(decks)
    write(editor, front="No answer yet")
    assert not decks.window.close()
    assert editor.isVisible()
    write(editor, back="Now complete")
    answer(monkeypatch, UnsavedChoice.DISCARD)
    editor.save()  # later: saving does not close what the user no longer wants to close
    decks.wait_until(lambda: not editor.saver.is_busy)
    decks.process_events()
    assert decks.window.isVisible()
    assert editor.isVisible()


def test_discarding_asks_once(decks: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    given = answer(monkeypatch, UnsavedChoice.DISCARD)
    editor = open_adding(decks)
    write(editor, front="Lost")
    assert decks.window.close()
    assert editor.isHidden()
    assert given == [UnsavedChoice.DISCARD]
    assert len(notes_in_file(decks)) == 1


def test_the_window_waits_for_a_note_that_is_being_saved(
    decks: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = answer(monkeypatch, UnsavedChoice.CANCEL)
    editor = open_editing(decks, "d/n")
    write(editor, front="Saved")
    editor.save()
    assert not decks.window.close()
    decks.wait_until(decks.window.isHidden)
    assert given == []
    assert notes_in_file(decks)[0]["front"] == "Saved"


def test_f1_lists_the_shortcuts_of_the_editor(decks: AppDriver) -> None:
    editor = open_adding(decks)
    decks.press(Qt.Key.Key_F1)
    overlay = editor.findChild(ShortcutsOverlay)
    assert overlay is not None
    assert overlay.isVisible()
    texts = [text_of(label) for label in visible_widgets(overlay) if isinstance(label, QLabel)]
    assert "Blank with the next number" in texts
    assert "In the editor" in texts
    assert "Whole window" not in texts
    decks.press(Qt.Key.Key_F1)
    assert overlay.isHidden()
    click(editor.toolbar.button_by_action["editor-keys"])
    assert overlay.isVisible()
    decks.press(Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert editor.isVisible()
    assert area(editor, "front").hasFocus()
