"""What holds for the window of the editor in every language, size and theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from studyapp.ui.editor.editor_window import EditorWindow
from tests.ui.app_driver import AppDriver, basic_note, choice_note, visible_widgets
from tests.ui.editor.editor_driver import choose_type, open_adding, open_editing, save

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

TYPES = ("basic", "term", "cloze", "choice", "typed", "claim")


@pytest.fixture
def small_screen(app: AppDriver) -> Iterator[None]:
    yield
    app.application.setProperty("available-geometry", None)


def open_editor(app: AppDriver, language: str = "en", text_size: int = 100) -> EditorWindow:
    app.app_settings.interface_language = language
    app.app_settings.text_size = text_size
    app.write_deck(basic_note("n1", why="So"), choice_note("n2"), language=["en", "zh-Hant"])
    app.open_window()
    return open_adding(app)


def tab_order(editor: EditorWindow) -> list[QWidget]:
    """The widgets that Tab visits."""
    found: list[QWidget] = []
    for _ in range(100):
        widget = editor.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize(
    ("width", "height", "text_size"), [(640, 480, 100), (640, 480, 200), (1366, 768, 100), (1366, 768, 200)]
)
def test_the_editor_fits_the_screen(
    app: AppDriver, small_screen: None, language: str, width: int, height: int, text_size: int
) -> None:
    app.application.setProperty("available-geometry", QRect(0, 0, width, height))
    editor = open_editor(app, language, text_size)
    problems: list[str] = []
    for type_name in TYPES:
        choose_type(editor, type_name)
        editor.form.details.show_details(is_shown=True)
        save(app, editor)  # shows the errors
        app.process_events()
        problems += [
            f"{type_name}: {problem}" for problem in layout_problems(editor, QRect(0, 0, width, height))
        ]
    assert "\n".join(problems) == ""


def layout_problems(editor: EditorWindow, screen: QRect) -> Iterator[str]:
    if editor.width() > screen.width() or editor.height() > screen.height():
        yield f"{editor.geometry()} is larger than the screen"
    for area in (editor.form_area, editor.preview_area):
        content = area.widget()
        if content is not None and area.isVisible() and content.width() > area.viewport().width():
            yield f"the content is wider than its column: {content.width()} > {area.viewport().width()}"
    if editor.form_area.viewport().height() < 60:
        yield "there is no room for the form"
    for widget in visible_widgets(editor):
        if isinstance(widget, QLabel) and widget.text():
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                yield f"{widget.text()!r} is cut"
        if isinstance(widget, QAbstractButton) and widget.width() < widget.minimumSizeHint().width():
            yield f"{widget.text()!r} is cut"


@pytest.mark.parametrize("type_name", TYPES)
def test_every_input_has_a_name(app: AppDriver, type_name: str) -> None:
    editor = open_editor(app)
    choose_type(editor, type_name)
    editor.form.details.show_details(is_shown=True)
    unnamed = [
        widget
        for widget in visible_widgets(editor)
        if isinstance(widget, QPlainTextEdit | QLineEdit | QComboBox | QAbstractButton)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


@pytest.mark.parametrize("type_name", TYPES)
def test_tab_goes_from_top_to_bottom(app: AppDriver, type_name: str) -> None:
    editor = open_editor(app)
    choose_type(editor, type_name)
    editor.form.details.show_details(is_shown=True)
    app.process_events()
    check_tab_order(editor)


def test_tab_goes_from_top_to_bottom_in_a_note_with_other_languages_than_its_deck(app: AppDriver) -> None:
    open_editor(app)
    editor = open_editing(app, "d/n1")
    assert list(editor.form.text_fields["front"].areas) == [""]
    editor.form.details.show_details(is_shown=True)
    app.process_events()
    check_tab_order(editor)


def check_tab_order(editor: EditorWindow) -> None:
    content = editor.form_area.widget()
    assert content is not None
    editor.form.focus_first()
    inside = [
        widget
        for widget in tab_order(editor)
        if content.isAncestorOf(widget) and widget is not editor.type_box
    ]
    tops = [widget.mapTo(content, QPoint(0, 0)).y() for widget in inside if widget is not editor.deck_box]
    assert len(tops) > 3
    assert tops == sorted(tops)


def test_the_preview_moves_below_the_form_in_a_narrow_window(app: AppDriver) -> None:
    editor = open_editor(app)
    editor.resize(1100, 700)
    app.process_events()
    assert editor.preview_area.isVisible()
    editor.resize(560, 700)
    app.process_events()
    assert not editor.preview_area.isVisible()
    assert editor.form_area.isAncestorOf(editor.preview)
    editor.resize(1100, 700)
    app.process_events()
    assert editor.preview_area.isAncestorOf(editor.preview)


def test_the_geometry_is_remembered(app: AppDriver) -> None:
    editor = open_editor(app)
    editor.resize(700, 500)
    editor.close()
    assert not app.app_settings.editor_geometry.isEmpty()


def test_the_editor_follows_the_theme(app: AppDriver) -> None:
    editor = open_editor(app)
    before = editor.toolbar.button_by_action["bold"].icon().cacheKey()
    app.application.setProperty("theme", "dark")
    app.window.restyle()
    app.process_events()
    assert editor.toolbar.button_by_action["bold"].icon().cacheKey() != before


def test_a_note_can_be_edited_while_the_editor_is_open(app: AppDriver) -> None:
    editor = open_editor(app)
    assert open_editing(app, "d/n2") is editor
    assert not editor.is_adding
    assert open_adding(app).is_adding
