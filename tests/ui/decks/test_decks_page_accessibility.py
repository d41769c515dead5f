"""Keyboard access and accessible names of the pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.app_driver import AppDriver, basic_note, choice_note, typed_note, visible_widgets
from tests.ui.decks.deck_page_actions import write_two_decks

Key = Qt.Key


def enabled_controls(window: QWidget) -> list[QWidget]:
    """The visible and enabled controls of a window."""
    control_types = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QTextEdit)
    return [
        widget
        for widget in visible_widgets(window)
        if isinstance(widget, control_types) and widget.isEnabled()
    ]


def widgets_reached_by_tab(app: AppDriver) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _ in range(40):
        app.press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
    return reached


def test_tab_reaches_every_control_of_the_decks_page(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    assert len(enabled_controls(window)) >= 7
    assert widgets_reached_by_tab(app) >= set(enabled_controls(window))


@pytest.mark.parametrize("note", [basic_note("a"), choice_note("a"), typed_note("a", "x")])
def test_tab_reaches_every_control_of_the_review_page(app: AppDriver, note: dict[str, object]) -> None:
    app.study(note)
    assert widgets_reached_by_tab(app) >= set(enabled_controls(app.window))
    app.press(Key.Key_F1)
    app.press(Key.Key_F1)
    app.review_page.reveal()
    assert {
        app.review_page.rating_buttons.button_for(rating) for rating in app.prompt.due_by_rating
    } <= widgets_reached_by_tab(app)


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_every_control_has_accessible_name(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    unnamed = []
    for show_page in (
        window.show_decks,
        window.start_session,
        lambda: window.review_page.reveal(),
        lambda: window.deck_dialogs.show_export(),
    ):
        show_page()
        for top_level_widget in QApplication.topLevelWidgets():
            unnamed += [
                widget for widget in enabled_controls(top_level_widget) if not accessible_name(widget)
            ]
    assert unnamed == []


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_forecast_chart_has_accessible_text(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert app.decks_page.forecast_chart.accessibleName().startswith(
        "Cards in the next few days – Today: 3, "
    )
    chart = QAccessible.queryAccessibleInterface(app.decks_page.forecast_chart)
    assert chart.role() is QAccessible.Role.StaticText
    assert chart.text(QAccessible.Text.Name).startswith("Cards in the next few days – Today: 3, ")


def test_forecast_chart_grows_with_the_text(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    height = app.decks_page.forecast_chart.height()
    app.app_settings.text_size = 200
    app.close()
    app.open_window()
    assert app.decks_page.forecast_chart.height() == 2 * height
