"""The decks page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from studyapp.composition_root import new_device_id
from studyapp.core.text.localized_text import CardLanguages
from studyapp.desktop import DesktopApp
from studyapp.store.collection import Collection
from studyapp.ui.decks.deck_list import Column, column_rects
from tests.ui.app_driver import DAY, AppDriver, basic_note, choice_note, typed_note, visible_widgets

Key = Qt.Key


def shown(app: AppDriver) -> list[list[str]]:
    """What the rows say, apart from their bars."""
    return [
        [row.text(), *(str(count or "–") for count in row.counts.values())]
        for row in app.decks_page.deck_list.rows
    ]


def two_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"), deck="one", title={"en": "First", "zh-Hant": "第一"})
    app.write_deck(basic_note("c"), deck="two", title="Second")


def test_each_deck_shows_what_it_asks(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert shown(app) == [["First", "2", "–", "–"], ["Second", "1", "–", "–"]]


def test_counts_follow_the_ratings(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    assert shown(app) == [["First", "–", "1", "–"], ["Second", "1", "–", "–"]]
    assert app.decks_page.deck_list.rows[0].learned_share == pytest.approx(0.5)
    app.now += 60 * DAY
    app.press_ctrl(Key.Key_D)
    assert shown(app) == [["First", "–", "1", "1"], ["Second", "1", "–", "–"]]


def test_head_says_how_much_waits(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert app.decks_page.title.text() == "Welcome to StudyApp"
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    assert app.decks_page.title.text() == "2 new"
    assert app.decks_page.study_button.isEnabled()
    for _ in range(2):
        app.press_ctrl(Key.Key_S)
        app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    assert app.decks_page.title.text() == "Done for today"
    assert not app.decks_page.study_button.isEnabled()


def test_side_bar_counts_the_reviews_of_today(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert app.window.sidebar.today_label.text() == ""
    app.press_ctrl(Key.Key_S)
    for _ in range(2):
        app.press(Key.Key_Space)
        app.now += 45_000
        app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    assert app.window.sidebar.today_label.text() == "2 reviews today\n2 minutes"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_studies_the_selected_deck(app: AppDriver, key: Key) -> None:
    two_decks(app)
    app.open_window()
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Down)
    app.press(key)
    assert app.card.id.deck_id == "two"
    assert app.prompt.counts.total == 1


@pytest.mark.parametrize("row", [0, 1])
def test_click_studies_a_deck(app: AppDriver, row: int) -> None:
    two_decks(app)
    app.open_window()
    QTest.mouseClick(app.decks_page.deck_list.rows[row], Qt.MouseButton.LeftButton)
    assert app.is_reviewing
    assert app.card.id.deck_id == ("one", "two")[row]


def test_primary_button_studies_all_decks(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert app.decks_page.study_button.hasFocus()
    app.press(Key.Key_Space)
    assert app.prompt.counts.total == 3


def test_selected_deck_stays_selected_when_the_page_is_shown_anew(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Down)
    app.press_ctrl(Key.Key_L)
    assert app.decks_page.deck_list.rows[1].hasFocus()


def test_titles_follow_the_language_of_the_cards(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    app.window.set_card_language(CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row[0] for row in shown(app)] == ["First · 第一", "Second"]


def test_empty_library_says_what_to_do(app: AppDriver) -> None:
    app.open_window()
    app.wait_until(app.decks_page.no_decks_label.isVisible)
    assert app.decks_page.title.text() == "No decks yet"
    assert ".yaml" in app.decks_page.no_decks_label.text()
    assert not app.decks_page.deck_list.isVisible()
    assert not app.decks_page.study_button.isEnabled()
    app.press_ctrl(Key.Key_S)
    assert app.review_page.finished_panel.title.text() == "Nothing to study right now"


def test_problems_of_a_deck_file_are_plain_text_with_their_place(app: AppDriver) -> None:
    (app.decks_folder / "d.yaml").write_text(
        "deck: d\ntitle: t\nnotes:\n  - {id: a, front: f, back: b}\n  - {id: b, front: f, <b>bold</b>: x}\n"
    )
    app.open_window()
    banner = app.decks_page.problems_panel.problems_label
    assert banner.isVisible()
    assert banner.textFormat() is Qt.TextFormat.PlainText
    assert "d.yaml:5" in banner.text()
    assert "<b>bold</b>" in banner.text()
    assert shown(app) == [["t", "1", "–", "–"]]


def test_many_problems_are_cut_and_the_way_to_all_is_named(app: AppDriver) -> None:
    notes = "".join(f"  - {{id: n{number}, front: f}}\n" for number in range(30))
    (app.decks_folder / "d.yaml").write_text("deck: d\ntitle: t\nnotes:\n" + notes)
    app.open_window()
    lines = app.decks_page.problems_panel.problems_label.text().splitlines()
    assert lines[0] == "30 problems in the deck files. Other notes work normally."
    assert len(lines) == 7
    assert "studyapp check" in lines[-1]


def test_no_problems_no_banner(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert not app.decks_page.problems_panel.isVisible()


def test_showing_pages_writes_nothing_to_the_collection(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    before = app.database_digest()
    for _ in range(2):
        app.press_ctrl(Key.Key_D)
        app.press_ctrl(Key.Key_S)
        app.press(Key.Key_Space)
        app.press(Key.Key_Escape)
        app.press_ctrl(Key.Key_L)
    app.window.restyle()
    app.window.refresh_library()
    app.wait_until_idle()
    assert app.database_digest() == before


def interactive(window: QWidget) -> list[QWidget]:
    """What a person can work, except for parts of other controls."""
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QTextEdit)
    return [widget for widget in visible_widgets(window) if isinstance(widget, kinds) and widget.isEnabled()]


def reached_by_tab(app: AppDriver) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _ in range(40):
        app.press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
    return reached


def test_tab_reaches_every_control_of_the_decks_page(app: AppDriver) -> None:
    two_decks(app)
    window = app.open_window()
    assert len(interactive(window)) >= 7
    assert reached_by_tab(app) >= set(interactive(window))


@pytest.mark.parametrize("note", [basic_note("a"), choice_note("a"), typed_note("a", "x")])
def test_tab_reaches_every_control_of_the_review_page(app: AppDriver, note: dict[str, object]) -> None:
    app.study(note)
    assert reached_by_tab(app) >= set(interactive(app.window))
    app.press(Key.Key_F1)
    app.press(Key.Key_F1)
    app.review_page.reveal()
    assert {
        app.review_page.rating_buttons.button_for(rating) for rating in app.prompt.due_by_rating
    } <= reached_by_tab(app)


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_every_control_has_a_name_for_those_who_do_not_see_it(app: AppDriver) -> None:
    two_decks(app)
    window = app.open_window()
    nameless = []
    for page in (
        window.show_decks,
        window.start_session,
        lambda: window.review_page.reveal(),
        lambda: window.deck_dialogs.show_export(),
    ):
        page()
        for top in QApplication.topLevelWidgets():
            nameless += [widget for widget in interactive(top) if not name_of(widget)]
    assert nameless == []


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_bars_of_the_week_are_told_in_words(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    assert app.decks_page.forecast_chart.accessibleName().startswith("Cards in the next days – Today: 3, ")


def test_markup_in_a_deck_title_is_not_read(app: AppDriver, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    app.write_deck(basic_note("a"), title=f"<img src='{secret}'><b>x</b>")
    window = app.open_window()
    assert shown(app)[0][0].startswith("<img src=")
    window.start_session()
    guessing = [
        label
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert guessing == []


def test_counts_are_seen_in_the_smallest_window(app: AppDriver) -> None:
    two_decks(app)
    window = app.open_window()
    shown = app.decks_page.deck_list
    window.resize(1100, 700)
    app.wait_until_idle()
    assert all(area.width() > 0 for area in column_rects(shown, 44).values())
    for width, columns in (
        (800, (Column.NEW, Column.LEARNING, Column.DUE)),
        (window.minimumWidth(), (Column.NEW, Column.DUE)),
    ):
        window.resize(width, window.minimumHeight())
        app.wait_until_idle()
        narrow = column_rects(shown, 44)
        assert [column for column in Column if narrow[column].width() > 0] == [Column.DECK, *columns]
        assert narrow[Column.DECK].width() > 150
        assert narrow[Column.DUE].right() <= shown.width()
        assert min(narrow[column].width() for column in columns) >= 36


def test_large_text_in_the_smallest_window_is_not_cut(app: AppDriver) -> None:
    app.window_settings.text_size = 200
    page = app.study(basic_note("a"))
    app.window.resize(app.window.minimumSize())
    page.reveal()
    app.wait_until_idle()
    labels = [label for label in page.rating_buttons.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 8
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    app.window.show_decks()
    app.wait_until_idle()
    assert app.decks_page.study_button.geometry().top() >= app.decks_page.title.geometry().bottom()
    assert app.decks_page.study_button.width() >= app.decks_page.study_button.sizeHint().width()


def test_arrows_go_from_row_to_row_and_stay_within(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    rows = app.decks_page.deck_list.rows
    rows[0].setFocus()
    for key, place in ((Key.Key_Up, 0), (Key.Key_Down, 1), (Key.Key_Down, 1), (Key.Key_Up, 0)):
        app.press(key)
        assert rows[place].hasFocus()


def test_a_row_tells_all_in_words(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    row = app.decks_page.deck_list.rows[0]
    assert row.accessibleName() == "First"
    assert row.accessibleDescription() == "2 new, 0 learning, 0 due. 0 of 2 cards learned."


def test_a_deck_that_is_gone_has_no_row(app: AppDriver) -> None:
    two_decks(app)
    window = app.open_window()
    (app.decks_folder / "one.yaml").unlink()
    window.refresh_library()
    app.wait_until(lambda: shown(app) == [["Second", "1", "–", "–"]])


def nested(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), deck="fr", title="Languages::French")
    app.write_deck(basic_note("b"), basic_note("c"), deck="de", title="Languages::German")
    app.write_deck(basic_note("d"), deck="x", title="Other")
    app.open_window()


def lines_of(app: AppDriver) -> list[tuple[str, int, int]]:
    return [(row.text(), row.level, row.counts[Column.NEW]) for row in app.decks_page.deck_list.rows]


def test_decks_within_a_deck_stand_below_it_and_are_studied_together(app: AppDriver) -> None:
    nested(app)
    assert lines_of(app) == [("Languages", 0, 3), ("German", 1, 2), ("French", 1, 1), ("Other", 0, 1)]
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


def test_a_place_is_folded_by_mouse_and_keys_and_stays_so(app: AppDriver) -> None:
    nested(app)
    top = app.decks_page.deck_list.rows[0]
    QTest.mouseClick(top, Qt.MouseButton.LeftButton, pos=QPoint(18, 20))
    assert not app.is_reviewing
    folded = [("Languages", 0, 3), ("Other", 0, 1)]
    assert lines_of(app) == folded
    app.close()
    app.open_window()
    assert lines_of(app) == folded
    app.decks_page.deck_list.rows[0].setFocus()
    app.press(Key.Key_Right)
    assert len(lines_of(app)) == 4
    app.press(Key.Key_Left)
    assert lines_of(app) == folded
    assert "Level 1" in app.decks_page.deck_list.rows[0].accessibleDescription()


def test_at_the_first_start_the_keys_go_to_the_button_and_enter_presses_it(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    with Collection(app.collection_file, new_device_id):
        pass  # nothing was ever read
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    app.wait_until_idle()
    app.window.refresh_library()
    app.wait_until_idle()
    assert app.decks_page.study_button.hasFocus()
    app.press(Key.Key_Return)
    assert app.is_reviewing


def test_before_the_decks_were_read_it_does_not_say_that_there_are_none(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.desktop = DesktopApp(app.application, app.data_folder, [app.decks_folder], app.clock)
    app.desktop.show()
    assert app.decks_page.title.text() == "Reading your decks…"
    assert not app.decks_page.no_decks_label.isVisible()
    app.wait_until(lambda: app.decks_page.title.text() == "Welcome to StudyApp")
    assert app.decks_page.study_button.hasFocus()
