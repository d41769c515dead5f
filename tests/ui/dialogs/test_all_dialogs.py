"""What holds for every dialog: it fits the screen, shows its texts and buttons, and works without a mouse and by ear."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSlider,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from tests.ui.app_driver import AppDriver, visible_widgets
from tests.ui.dialogs.dialog_openers import inspect_all_dialogs, write_deck

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

UI = Path(__file__).parents[3] / "studyapp" / "ui"
BASE_CLASSES = {"ScrollingDialog", "BackgroundTaskDialog"}
PICTURE = "PictureDialog"
"""Only a picture, as large as the screen allows; tested with the cards."""

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QTextEdit,
    QProgressBar,
)


@pytest.fixture
def small_screen(app: AppDriver) -> Iterator[None]:
    yield
    app.application.setProperty("available-geometry", None)


def open_app(app: AppDriver, language: str = "en", text_size: int = 100) -> None:
    app.app_settings.interface_language = language
    app.app_settings.text_size = text_size
    write_deck(app)
    app.open_window()


def name_of(widget: QWidget) -> str:
    """The name that a screen reader reads."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def rect_in(widget: QWidget, ancestor: QWidget) -> QRect:
    return QRect(widget.mapTo(ancestor, QPoint(0, 0)), widget.size())


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {name_of(widget)[:60]!r}"


def widgets_reached_by_tab(dialog: ScrollingDialog) -> list[QWidget]:
    """The widgets that Tab visits, in this order, from the first one in the dialog."""
    found: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        widget = dialog.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
    first = min(
        found, key=lambda one: (rect_in_content(one, dialog).top(), rect_in_content(one, dialog).left())
    )
    return found[found.index(first) :] + found[: found.index(first)]


def rect_in_content(widget: QWidget, dialog: ScrollingDialog) -> QRect:
    """The position of a widget, as if nothing was scrolled. The buttons are below."""
    content = dialog.scroll_area.widget()
    assert content is not None
    if content.isAncestorOf(widget):
        return rect_in(widget, content)
    return rect_in(widget, dialog).translated(0, content.height())


def layout_problems(dialog: ScrollingDialog, screen: QRect) -> Iterator[str]:
    """What does not fit: the dialog on the screen, buttons in the dialog, texts in their widgets."""
    name = type(dialog).__name__
    if not screen.contains(dialog.geometry()):
        yield f"{name}: {dialog.geometry()} is not on the screen"
    if dialog.width() < dialog.minimumSizeHint().width():
        yield f"{name} is narrower than its buttons"
    viewport = dialog.scroll_area.viewport()
    content = dialog.scroll_area.widget()
    assert content is not None
    if content.width() > viewport.width():
        yield f"{name}: the content is wider than the dialog"
    for widget in visible_widgets(dialog):
        is_below_content = not dialog.scroll_area.isAncestorOf(widget)
        if isinstance(widget, QPushButton):
            if is_below_content and not dialog.rect().contains(rect_in(widget, dialog)):
                yield f"{name}: {describe(widget)} is outside the dialog"
            if widget.width() < widget.minimumSizeHint().width():
                yield f"{name}: {describe(widget)} is cut"
        elif isinstance(widget, QLabel) and widget.text():
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                yield f"{name}: {describe(widget)} is cut"
        elif isinstance(widget, QTextEdit) and widget.document().size().height() > widget.viewport().height():
            yield f"{name}: {describe(widget)} is cut"
    for widget in widgets_reached_by_tab(dialog):
        widget.setFocus()
        focus_rect = rect_in(widget, dialog)
        if dialog.scroll_area.isAncestorOf(widget):
            visible = rect_in(viewport, dialog)
            shown = visible.intersected(focus_rect)
            if (
                shown.height() < min(focus_rect.height(), visible.height() // 2)
                or shown.width() < focus_rect.width()
            ):
                yield f"{name}: {describe(widget)} has the focus and is not visible"


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize(
    ("width", "height", "text_size"), [(640, 480, 100), (640, 480, 200), (1366, 768, 100), (1366, 768, 200)]
)
def test_dialog_fits_the_screen(
    app: AppDriver, small_screen: None, language: str, width: int, height: int, text_size: int
) -> None:
    screen = QRect(0, 0, width, height)
    app.application.setProperty("available-geometry", screen)
    open_app(app, language, text_size)
    problems: list[str] = []
    inspect_all_dialogs(app, lambda dialog: problems.extend(layout_problems(dialog, screen)))
    assert "\n".join(problems) == ""


def test_every_dialog_of_the_program_is_tested(app: AppDriver) -> None:
    open_app(app)
    visited = inspect_all_dialogs(app, lambda dialog: None)
    sources = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    assert visited == set(re.findall(r"^class (\w+Dialog)\(", sources, re.MULTILINE)) - BASE_CLASSES - {
        PICTURE
    }


def test_no_dialog_is_one_of_qt() -> None:
    """Dialogs for files are those of the system."""
    found = {
        (path.name, name)
        for path in UI.rglob("*.py")
        for name in re.findall(
            r"\b(?:QMessageBox|QInputDialog|QProgressDialog)\b|(?<=class )\w+\(QDialog\)", path.read_text()
        )
    }
    assert found == {
        ("scrolling_dialog.py", "ScrollingDialog(QDialog)"),
        ("shortcuts_overlay.py", "ShortcutsOverlay(QDialog)"),
        ("picture_dialog.py", "PictureDialog(QDialog)"),
    }


def test_inputs_have_accessible_names(app: AppDriver) -> None:
    open_app(app)
    unnamed: list[str] = []

    def inspect(dialog: ScrollingDialog) -> None:
        candidates = {*widgets_reached_by_tab(dialog), *dialog.findChildren(QProgressBar)}
        candidates |= {
            widget
            for widget in visible_widgets(dialog)
            if isinstance(widget, INPUTS) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        }
        unnamed.extend(
            f"{type(dialog).__name__}: {describe(widget)}"
            for widget in candidates
            if not name_of(widget) and not isinstance(widget.parentWidget(), QSpinBox)
        )

    inspect_all_dialogs(app, inspect)
    assert "\n".join(unnamed) == ""


def test_tab_order_is_that_on_screen(app: AppDriver) -> None:
    open_app(app)
    wrong: list[str] = []

    def inspect(dialog: ScrollingDialog) -> None:
        rects = [rect_in_content(widget, dialog) for widget in widgets_reached_by_tab(dialog)]
        for first, second in pairwise(rects):
            is_below = second.top() >= first.bottom()
            is_right = second.left() >= first.right() and second.bottom() > first.top()
            if not (is_below or is_right):
                wrong.append(f"{type(dialog).__name__}: {first} before {second}")

    inspect_all_dialogs(app, inspect)
    assert "\n".join(wrong) == ""
