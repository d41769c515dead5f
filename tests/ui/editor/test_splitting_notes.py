"""Splitting a note in two with the editor."""

import pytest

from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.editor.editor_driver import area, notes_in_file, save, wait_for_focus, write

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")


def test_a_copy_is_added_first_then_the_original_is_edited(app: AppDriver) -> None:
    app.write_deck(basic_note("a", tags=["t"], guid="abc"), basic_note("b"))
    editor = app.open_window().editor
    assert editor.split("d/a")
    wait_for_focus(app, editor)
    assert editor.is_adding
    assert not editor.has_changes
    assert editor.notice.label.text().startswith("This is a copy.")
    assert area(editor, "front").toPlainText() == "Question a?"
    write(editor, front="The first half?")
    save(app, editor)
    assert not editor.is_adding
    assert editor.isVisible()
    assert area(editor, "front").toPlainText() == "Question a?"
    assert "Keep the other part" in editor.notice.label.text()
    write(editor, front="The second half?")
    save(app, editor)
    assert not editor.isVisible()
    first, second, third = notes_in_file(app)
    assert (first["front"], first["id"], first["guid"]) == ("The second half?", "a", "abc")
    assert second["id"] == "b"
    assert (third["front"], third["tags"]) == ("The first half?", ["t"])
    assert "guid" not in third


def test_after_another_note_was_opened_adding_leads_nowhere(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"))
    editor = app.open_window().editor
    editor.split("d/a")
    editor.edit("d/b")
    editor.add("d")
    wait_for_focus(app, editor)
    write(editor, front="A new one?", back="Yes.")
    save(app, editor)
    assert editor.is_adding
    assert editor.notice.label.text().startswith("Added: ")
    editor.close()


def test_a_note_that_is_gone_is_not_split(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda _, text: shown.append(text))
    app.write_deck(basic_note("a"))
    editor = app.open_window().editor
    assert not editor.split("d/missing")
    assert shown == ["The note is no longer in its deck file."]
    assert not editor.isVisible()
