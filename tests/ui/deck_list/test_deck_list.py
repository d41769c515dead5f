"""The deck list: counts, keys, columns, subdecks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.deck_list.deck_columns import COUNT_COLUMNS, Column, column_rects
from tests.ui.app_driver import DAY, AppDriver, basic_note
from tests.ui.decks.deck_page_actions import (
    click_row,
    deck_rows,
    focus_row,
    focused_row,
    row_menu,
    row_texts,
    write_two_decks,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing the keyboard)")

Key = Qt.Key


def test_each_deck_shows_its_counts(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert row_texts(app) == [["First", "2", "–", "–"], ["Second", "1", "–", "–"]]


def test_ratings_update_counts(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    set_option(app.collection, ALL_DECKS, "new_order", "deck")
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    assert row_texts(app) == [["First", "–", "1", "–"], ["Second", "1", "–", "–"]]
    assert deck_rows(app)[0].learned_share == pytest.approx(0.5)
    app.now += 60 * DAY
    app.press_ctrl(Key.Key_D)
    assert row_texts(app) == [["First", "–", "1", "1"], ["Second", "1", "–", "–"]]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_studies_focused_deck(app: AppDriver, key: Key) -> None:
    write_two_decks(app)
    app.open_window()
    focus_row(app, 0)
    app.press(Key.Key_Down)
    app.press(key)
    assert app.card.id.deck_id == "two"
    assert app.prompt.counts.total == 1


@pytest.mark.parametrize("row", [0, 1])
def test_click_studies_deck(app: AppDriver, row: int) -> None:
    write_two_decks(app)
    app.open_window()
    click_row(app, row)
    assert app.is_reviewing
    assert app.card.id.deck_id == ("one", "two")[row]


def test_refresh_of_page_keeps_focused_deck(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    focus_row(app, 0)
    app.press(Key.Key_Down)
    app.press_ctrl(Key.Key_L)
    assert focused_row(app) == 1


def test_deck_titles_follow_card_language(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    app.window.languages.set_card_languages(CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row[0] for row in row_texts(app)] == ["First · 第一", "Second"]


def test_columns_fit_the_width_of_the_list(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    deck_list = app.decks_page.deck_list
    for width, columns in (
        (1100, (Column.LEARNED, *COUNT_COLUMNS, Column.MENU)),
        (window.minimumWidth(), (*COUNT_COLUMNS, Column.MENU)),
    ):
        window.resize(width, window.minimumHeight())
        app.application.processEvents()
        rects = column_rects(deck_list.width(), 0, 44)
        assert [column for column in Column if rects[column].width() > 0] == [Column.DECK, *columns]
        assert rects[Column.DECK].width() > 150
        assert rects[Column.MENU].right() <= deck_list.width()
        assert min(rects[column].width() for column in columns if column in COUNT_COLUMNS) >= 36


def test_narrowest_list_shows_counts_below_the_title(app: AppDriver) -> None:
    app.app_settings.text_size = 200
    write_two_decks(app)
    window = app.open_window()
    tree = app.decks_page.deck_list.tree
    window.resize(1900, 800)
    app.wait_until_idle()
    wide_height = tree.height()
    window.resize(window.minimumSize())
    app.wait_until_idle()
    rects = column_rects(tree.width(), 0, 44)
    assert [column for column in Column if rects[column].width() > 0] == [Column.DECK, Column.MENU]
    assert rects[Column.DECK].width() > 300
    assert tree.height() > wide_height
    assert tree.row_rect("two").bottom() == tree.height() - 1
    assert [row.status for row in deck_rows(app)] == ["2 new", "1 new"]


def open_many_decks(app: AppDriver) -> None:
    for number in range(30):
        app.write_deck(basic_note("a"), deck=f"d{number:02}", title=f"{number:02} deck")
    app.open_window().resize(800, 500)
    app.wait_until_idle()


def test_keys_move_between_rows_and_stop_at_the_ends(app: AppDriver) -> None:
    open_many_decks(app)
    focus_row(app, 0)
    for key, row in (
        (Key.Key_Up, 0), (Key.Key_Down, 1), (Key.Key_End, 29), (Key.Key_Down, 29), (Key.Key_Up, 28), (Key.Key_Home, 0),
    ):  # fmt: skip
        app.press(key)
        assert focused_row(app) == row
    app.press(Key.Key_PageDown)
    assert 2 < focused_row(app) < 29
    app.press(Key.Key_PageUp)
    assert focused_row(app) == 0
    app.type_text("17")
    assert focused_row(app) == 17
    assert not app.is_reviewing


def test_page_scrolls_to_the_current_row(app: AppDriver) -> None:
    open_many_decks(app)
    tree = app.decks_page.deck_list.tree
    focus_row(app, 0)
    for key in (Key.Key_End, Key.Key_Home):
        app.press(key)
        rect = tree.row_rect(tree.current_key)
        assert tree.visibleRegion().boundingRect().contains(rect)


def test_deck_list_is_one_tab_stop(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    tree = app.decks_page.deck_list.tree
    app.decks_page.study_button.setFocus()
    app.press(Key.Key_Tab)
    assert tree.hasFocus() and focused_row(app) == 0
    app.press(Key.Key_Down)
    app.press(Key.Key_Tab)
    assert app.decks_page.add_decks_button.hasFocus()
    app.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused_row(app) == 1


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_open_the_menu_of_the_row(app: AppDriver, key: Key, modifier: Qt.KeyboardModifier) -> None:
    write_two_decks(app)
    app.open_window()
    focus_row(app, 1)
    app.press(key, modifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    study = menu.actions()[0]
    menu.close()
    study.trigger()
    assert app.card.id.deck_id == "two"


def test_dots_and_right_click_open_the_menu_of_the_row(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    tree = app.decks_page.deck_list.tree
    point = QPoint(tree.width() - 15, tree.row_rect("two").center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and not app.is_reviewing
    menu.close()
    assert focused_row(app) == 1
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(40, 10), tree.mapToGlobal(QPoint(40, 10))
    )
    app.application.sendEvent(tree.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert focused_row(app) == 0


def test_press_that_leaves_the_row_studies_nothing(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    tree = app.decks_page.deck_list.tree
    first, second = (QPoint(100, tree.row_rect(key).center().y()) for key in ("one", "two"))
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert not app.is_reviewing


def test_wheel_over_the_list_scrolls_the_page(app: AppDriver) -> None:
    open_many_decks(app)
    viewport = app.decks_page.deck_list.tree.viewport()
    top = viewport.mapTo(app.window, QPoint()).y()
    point = viewport.mapTo(app.window, QPoint(100, 100))
    QTest.wheelEvent(app.window.windowHandle(), QPointF(point), QPoint(0, -240))
    assert viewport.mapTo(app.window, QPoint()).y() < top


def test_removed_deck_file_removes_its_row(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    (app.decks_folder / "one.yaml").unlink()
    window.refresh_library()
    app.wait_until(lambda: row_texts(app) == [["Second", "1", "–", "–"]])


def open_nested_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), deck="fr", title="Languages::French")
    app.write_deck(basic_note("b"), basic_note("c"), deck="de", title="Languages::German")
    app.write_deck(basic_note("d"), deck="x", title="Other")
    app.open_window()


def row_levels(app: AppDriver) -> list[tuple[str, int, int]]:
    return [(row.title, row.level, row.counts[Column.NEW]) for row in deck_rows(app)]


def test_subdecks_are_listed_below_parent_and_studied_together(app: AppDriver) -> None:
    open_nested_decks(app)
    assert row_levels(app) == [("Languages", 0, 3), ("German", 1, 2), ("French", 1, 1), ("Other", 0, 1)]
    click_row(app, 0)
    assert app.is_reviewing
    assert app.prompt.counts.new == 3
    labels = [action.text().partition("\t")[0] for action in row_menu(app, 0).actions() if action.text()]
    assert labels == [
        "Study",
        "Custom study…",
        "Browse cards…",
        "Plan exam…",
        "Suspended and buried…",
        "Move up",
        "Move down",
        "Hide",
    ]


def test_parent_deck_folds_by_mouse_and_keyboard_and_stays_folded(app: AppDriver) -> None:
    open_nested_decks(app)
    click_row(app, 0, x=18)
    assert not app.is_reviewing
    folded = [("Languages", 0, 3), ("Other", 0, 1)]
    assert row_levels(app) == folded
    app.close()
    app.open_window()
    assert row_levels(app) == folded
    focus_row(app, 0)
    app.press(Key.Key_Right)
    assert len(row_levels(app)) == 4
    app.press(Key.Key_Left)
    assert row_levels(app) == folded


def accessible_rows(app: AppDriver) -> list[QAccessibleInterface]:
    tree = QAccessible.queryAccessibleInterface(app.decks_page.deck_list.tree)
    assert tree.role() is QAccessible.Role.Tree
    assert tree.text(QAccessible.Text.Name) == "Decks"
    assert "Shift+F10" in tree.text(QAccessible.Text.Description)
    children = [tree.child(number) for number in range(tree.childCount())]
    return [child for child in children if child.role() is QAccessible.Role.TreeItem]


def test_screen_readers_read_rows_of_a_tree(app: AppDriver) -> None:
    open_nested_decks(app)
    rows = accessible_rows(app)
    assert [row.text(QAccessible.Text.Name) for row in rows] == ["Languages", "German", "French", "Other"]
    assert (
        rows[1].text(QAccessible.Text.Description)
        == "2 new, 0 learning, 0 due. 0 of 2 cards learned. Level 2."
    )
    states = [row.state() for row in rows]
    assert [(state.expandable, state.expanded) for state in states] == [(1, 1), (0, 0), (0, 0), (0, 0)]
    focus_row(app, 0)
    app.press(Key.Key_Left)
    languages, other = accessible_rows(app)
    assert (languages.state().expandable, languages.state().expanded) == (1, 0)
    assert (languages.state().focused, other.state().focused) == (1, 0)


def test_row_is_described_without_levels_in_a_flat_list(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    assert (
        accessible_rows(app)[0].text(QAccessible.Text.Description)
        == "2 new, 0 learning, 0 due. 0 of 2 cards learned."
    )
