"""Drives the note editor of the app under test."""

import yaml
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.editor.conflict_dialog import ConflictDialog
from studyapp.ui.editor.editor_window import EditorWindow
from studyapp.ui.editor.fields.text_area import TextArea
from tests.ui.app_driver import AppDriver


def open_adding(app: AppDriver, deck_id: str = "d") -> EditorWindow:
    """Open the editor for new notes."""
    editor = app.window.editor
    assert editor.add(deck_id)
    return wait_for_focus(app, editor)


def open_editing(app: AppDriver, note_key: str) -> EditorWindow:
    """Open the editor on a note."""
    editor = app.window.editor
    assert editor.edit(note_key)
    return wait_for_focus(app, editor)


def wait_for_focus(app: AppDriver, editor: EditorWindow) -> EditorWindow:
    app.wait_until(editor.isActiveWindow)
    app.process_events()
    return editor


def area(editor: EditorWindow, field: str, language: str | None = None) -> TextArea:
    """The text area of a field; the first one without a language."""
    areas = editor.form.text_fields[field].areas
    return next(iter(areas.values())) if language is None else areas[language]


def write(editor: EditorWindow, **texts: str) -> None:
    """Write texts into the first areas of fields, as typing does, and check the draft at once."""
    for field, text in texts.items():
        area(editor, field).change_text(text)
    check(editor)


def check(editor: EditorWindow) -> None:
    """Check the draft without waiting for the timer."""
    editor._checker.check_now()


def choose_type(editor: EditorWindow, type_name: str) -> None:
    index = editor.type_box.findData(type_name)
    assert index >= 0
    editor.type_box.setCurrentIndex(index)
    editor.type_box.activated.emit(index)


def choose_deck(editor: EditorWindow, deck_id: str) -> None:
    index = editor.deck_box.findData(deck_id)
    assert index >= 0
    editor.deck_box.setCurrentIndex(index)
    editor.deck_box.activated.emit(index)


def save(app: AppDriver, editor: EditorWindow) -> None:
    """Save and wait until that has ended."""
    editor.save()
    app.wait_until(lambda: not editor.saver.is_busy)
    app.process_events()


def messages(editor: EditorWindow, field: str, language: str = "") -> list[str]:
    """The problems and hints at a field."""
    text_field = editor.form.text_fields[field]
    version = text_field._versions.get(language) or next(iter(text_field._versions.values()))
    return [*version.problems.texts, *text_field.problem_list.texts]


def notes_in_file(app: AppDriver, deck: str = "d") -> list[dict[str, object]]:
    """The notes of a deck file."""
    content = yaml.safe_load((app.decks_folder / f"{deck}.yaml").read_text(encoding="utf-8"))
    return list(content["notes"])


def conflict_dialog(editor: EditorWindow) -> ConflictDialog:
    (dialog,) = (one for one in editor.findChildren(ConflictDialog) if one.isVisible())
    return dialog


def clipboard(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def focused(widget: QWidget) -> QWidget | None:
    return widget.window().focusWidget() or QApplication.focusWidget()
