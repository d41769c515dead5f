"""The deck list: counts, focus, columns, subdecks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.deck_list import Column, column_rects
from tests.ui.app_driver import DAY, AppDriver, basic_note
from tests.ui.decks.deck_page_actions import row_texts, write_two_decks

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
    assert app.decks_page.deck_list.rows[0].learned_share == pytest.approx(0.5)
    app.now += 60 * DAY
    app.press_ctrl(Key.Key_D)
    assert row_texts(app) == [["First", "–", "1", "1"], ["Second", "1", "–", "–"]]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_studies_focused_deck(app: AppDriver, key: Key) -> None:
    write_two_decks(app)
    app.open_window()
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Down)
    app.press(key)
    assert app.card.id.deck_id == "two"
    assert app.prompt.counts.total == 1


@pytest.mark.parametrize("row", [0, 1])
def test_click_studies_deck(app: AppDriver, row: int) -> None:
    write_two_decks(app)
    app.open_window()
    QTest.mouseClick(app.decks_page.deck_list.rows[row], Qt.MouseButton.LeftButton)
    assert app.is_reviewing
    assert app.card.id.deck_id == ("one", "two")[row]


def test_refresh_of_page_keeps_focused_deck(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Down)
    app.press_ctrl(Key.Key_L)
    assert app.decks_page.deck_list.rows[1].hasFocus()


def test_deck_titles_follow_card_language(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    app.window.set_card_languages(CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row[0] for row in row_texts(app)] == ["First · 第一", "Second"]


def test_counts_are_visible_in_smallest_window(app: AppDriver) -> None:
    write_two_decks(app)
    window = app.open_window()
    deck_list = app.decks_page.deck_list
    window.resize(1100, 700)
    app.wait_until_idle()
    assert all(rect.width() > 0 for rect in column_rects(deck_list, 44).values())
    for width, columns in (
        (800, (Column.NEW, Column.LEARNING, Column.DUE)),
        (window.minimumWidth(), (Column.NEW, Column.DUE)),
    ):
        window.resize(width, window.minimumHeight())
        app.wait_until_idle()
        rects = column_rects(deck_list, 44)
        assert [column for column in Column if rects[column].width() > 0] == [Column.DECK, *columns]
        assert rects[Column.DECK].width() > 150
        assert rects[Column.DUE].right() <= deck_list.width()
        assert min(rects[column].width() for column in columns) >= 36


def test_arrow_keys_move_between_rows_and_stop_at_the_ends(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    rows = app.decks_page.deck_list.rows
    rows[0].setFocus()
    for key, index in ((Key.Key_Up, 0), (Key.Key_Down, 1), (Key.Key_Down, 1), (Key.Key_Up, 0)):
        app.press(key)
        assert rows[index].hasFocus()


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
    return [(row.text(), row.level, row.counts[Column.NEW]) for row in app.decks_page.deck_list.rows]


def test_subdecks_are_listed_below_parent_and_studied_together(app: AppDriver) -> None:
    open_nested_decks(app)
    assert row_levels(app) == [("Languages", 0, 3), ("German", 1, 2), ("French", 1, 1), ("Other", 0, 1)]
    QTest.mouseClick(app.decks_page.deck_list.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert app.is_reviewing
    assert app.prompt.counts.new == 3
    assert [
        action.text()
        for action in app.decks_page.deck_list.build_menu(app.decks_page.deck_list.rows[0]).actions()
    ] == [
        "Study",
        "Custom study…",
        "Suspended and buried…",
    ]


def test_parent_deck_folds_by_mouse_and_keyboard_and_stays_folded(app: AppDriver) -> None:
    open_nested_decks(app)
    parent_row = app.decks_page.deck_list.rows[0]
    QTest.mouseClick(parent_row, Qt.MouseButton.LeftButton, pos=QPoint(18, 20))
    assert not app.is_reviewing
    folded = [("Languages", 0, 3), ("Other", 0, 1)]
    assert row_levels(app) == folded
    app.close()
    app.open_window()
    assert row_levels(app) == folded
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Right)
    assert len(row_levels(app)) == 4
    app.press(Key.Key_Left)
    assert row_levels(app) == folded
    assert "Level 1" in app.decks_page.deck_list.rows[0].accessibleDescription()
