"""The text area: formatting as steps of undo, paste and drop, keys, and exact texts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.actions.shortcuts import refresh_shortcuts
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.editor.editor_window import EditorWindow
from studyapp.ui.editor.fields.text_area import TextArea
from tests.ui.app_driver import AppDriver, basic_note, click
from tests.ui.editor.editor_driver import area, check, messages, notes_in_file, open_adding, save, write

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def editor(app: AppDriver) -> EditorWindow:
    app.write_deck(basic_note("n1"))
    app.open_window()
    return open_adding(app)


@pytest.fixture
def front(editor: EditorWindow) -> TextArea:
    return area(editor, "front")


def select(text_area: TextArea, start: int, end: int) -> None:
    """Select a part, in UTF-16 units."""
    cursor = text_area.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text_area.setTextCursor(cursor)


def picture() -> QImage:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


@pytest.mark.parametrize("text", ["a\u00a0b", "a\u2028b", "x\r\ny", "tab\t", "\n\n", "emoji 😀", "  "])
def test_a_text_that_is_not_edited_stays_exactly(qtbot: object, text: str) -> None:
    text_area = TextArea(None)  # type: ignore[arg-type]
    text_area.load_text(text)
    assert text_area.text() == text


def test_non_breaking_spaces_survive_an_edit(qtbot: object) -> None:
    text_area = TextArea(None)  # type: ignore[arg-type]
    text_area.load_text("5\u00a0km")
    text_area.moveCursor(QTextCursor.MoveOperation.End)
    text_area.insert_text("/h")
    assert text_area.text() == "5\u00a0km/h"


def test_formatting_is_one_step_of_undo(app: AppDriver, front: TextArea) -> None:
    front.insert_text("a 😀 big dog")
    select(front, 5, 8)  # the emoji has two units
    app.press_ctrl(Qt.Key.Key_B)
    assert front.text() == "a 😀 **big** dog"
    assert front.textCursor().selectedText() == "big"
    app.press_ctrl(Qt.Key.Key_B)
    assert front.text() == "a 😀 big dog"
    app.press_ctrl(Qt.Key.Key_Z)
    app.press_ctrl(Qt.Key.Key_Z)
    assert front.text() == "a 😀 big dog"


def test_cloze_shortcuts_number_the_blanks(app: AppDriver, front: TextArea) -> None:
    control, shift, alt = (
        Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
    )  # fmt: skip
    front.insert_text("one two three")
    select(front, 0, 3)
    app.press(Qt.Key.Key_C, control | shift)
    select(front, 12, 15)
    app.press(Qt.Key.Key_C, control | shift)
    select(front, 24, 29)
    app.press(Qt.Key.Key_C, control | shift | alt)
    assert front.text() == "{{c1::one}} {{c2::two}} {{c2::three}}"


def test_the_shortcut_of_links_does_not_delete_the_line(app: AppDriver, front: TextArea) -> None:
    front.insert_text("see here")
    select(front, 4, 8)
    app.press_ctrl(Qt.Key.Key_K)
    assert front.text() == "see [here](https://)"


def test_shortcuts_of_the_editor_win_over_keys_of_qt(
    app: AppDriver, editor: EditorWindow, front: TextArea
) -> None:
    app.application.setProperty("keys", {"bold": "Ctrl+Z"})
    refresh_shortcuts(editor)
    front.insert_text("word")
    front.selectAll()
    app.press_ctrl(Qt.Key.Key_Z)
    assert front.text() == "**word**"


def test_toolbar_buttons_keep_the_focus_in_the_field(editor: EditorWindow, front: TextArea) -> None:
    front.insert_text("word")
    front.selectAll()
    click(editor.toolbar.button_by_action["italic"])
    assert front.text() == "*word*"
    assert front.hasFocus()
    assert all(
        button.toolTip() and button.accessibleName() for button in editor.toolbar.button_by_action.values()
    )


def test_tab_moves_between_fields_and_ctrl_tab_inserts_a_tab(
    app: AppDriver, editor: EditorWindow, front: TextArea
) -> None:
    app.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert front.text() == "\t"
    app.press(Qt.Key.Key_Tab)
    assert area(editor, "back").hasFocus()
    app.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert front.hasFocus()


def test_enter_continues_a_list(app: AppDriver, front: TextArea) -> None:
    front.insert_text("- one")
    app.press(Qt.Key.Key_Return)
    assert front.text() == "- one\n- "
    app.press(Qt.Key.Key_Return)
    assert front.text() == "- one\n"


def test_the_area_grows_with_its_text(app: AppDriver, front: TextArea) -> None:
    height = front.height()
    front.insert_text("a\nb\nc")
    app.process_events()
    assert front.height() >= height + 2 * front.fontMetrics().height()
    front.insert_text("\n" * 40)
    app.process_events()
    assert front.height() < 20 * height


def test_html_is_pasted_as_markdown_and_plainly_on_request(app: AppDriver, front: TextArea) -> None:
    data = QMimeData()
    data.setText("a bold word")
    data.setHtml("<p>a <b>bold</b> word</p>")
    QApplication.clipboard().setMimeData(data)
    app.press_ctrl(Qt.Key.Key_V)
    assert front.text() == "a **bold** word"
    front.selectAll()
    app.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert front.text() == "a bold word"


def test_styled_text_without_formatting_is_pasted_as_it_is(front: TextArea) -> None:
    data = QMimeData()
    data.setText("if a * b:\n    c_d()")
    data.setHtml("<div style='white-space: pre'><span style='color: red'>if a * b:</span></div>")
    front.insertFromMimeData(data)
    assert front.text() == "if a * b:\n    c_d()"


def test_a_picture_from_the_clipboard_is_copied_beside_the_deck(
    app: AppDriver, editor: EditorWindow, front: TextArea
) -> None:
    data = QMimeData()
    data.setImageData(picture())
    front.insertFromMimeData(data)
    name = front.text().removeprefix("![](").removesuffix(")")
    assert name.startswith("d-media/image-")
    assert QImage(str(app.decks_folder / name)) == picture()
    front.insertFromMimeData(data)
    assert len(list((app.decks_folder / "d-media").iterdir())) == 1
    write(editor, back="It is red")
    assert messages(editor, "front") == []
    save(app, editor)
    assert name in str(notes_in_file(app)[-1]["front"])


def test_files_are_dropped(app: AppDriver, tmp_path: Path, editor: EditorWindow, front: TextArea) -> None:
    sound, other = tmp_path / "hello.mp3", tmp_path / "notes.txt"
    sound.write_bytes(b"sound")
    other.write_text("text")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sound)), QUrl.fromLocalFile(str(other))])
    assert front.canInsertFromMimeData(data)
    front.insertFromMimeData(data)
    assert front.text().startswith("[sound:d-media/hello-")
    assert "notes.txt" in editor.notice.label.text()
    assert front.text().count("[sound:") == 1


def test_pictures_are_chosen_with_a_dialog(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, front: TextArea
) -> None:
    file = tmp_path / "tree.png"
    picture().save(str(file))
    monkeypatch.setattr(modal_dialogs, "ask_media_files", lambda _: [file])
    app.press(Qt.Key.Key_F3)
    assert front.text().startswith("![](d-media/tree-")


def test_a_missing_picture_is_reported_at_the_field(editor: EditorWindow) -> None:
    write(editor, front="![](d-media/gone.png)", back="x")
    assert any("gone.png" in text for text in messages(editor, "front"))


def test_a_fix_is_a_step_of_undo(app: AppDriver, editor: EditorWindow) -> None:
    from tests.ui.editor.editor_driver import choose_type

    choose_type(editor, "cloze")
    write(editor, text="Lima")
    area(editor, "text").setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    check(editor)
    problems = next(iter(editor.form.text_fields["text"]._versions.values())).problems
    (row,) = problems._rows
    button = next(child for child in row.children() if hasattr(child, "click"))
    button.click()
    assert area(editor, "text").text() == "{{c1::Lima}}"
    assert messages(editor, "text") == []
    assert area(editor, "text").hasFocus()
    app.press_ctrl(Qt.Key.Key_Z)
    assert area(editor, "text").text() == "Lima"


def test_a_click_on_the_preview_does_not_take_tab_focus(editor: EditorWindow) -> None:
    write(editor, front="Question", back="Answer")
    (panel,) = editor.preview.panels
    assert not panel.card_view.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.mouseClick(panel.card_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert editor.isVisible()
