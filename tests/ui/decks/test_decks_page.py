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
from tests.ui.room import DAY, Room, basic, choice, typed, visible

Key = Qt.Key


def shown(room: Room) -> list[list[str]]:
    """What the rows say, apart from their bars."""
    return [
        [row.text(), *(str(count or "–") for count in row.counts.values())]
        for row in room.decks.deck_list.rows
    ]


def two_decks(room: Room) -> None:
    room.write(basic("a"), basic("b"), deck="one", title={"en": "First", "zh-Hant": "第一"})
    room.write(basic("c"), deck="two", title="Second")


def test_each_deck_shows_what_it_asks(room: Room) -> None:
    two_decks(room)
    room.open()
    assert shown(room) == [["First", "2", "–", "–"], ["Second", "1", "–", "–"]]


def test_counts_follow_the_ratings(room: Room) -> None:
    two_decks(room)
    room.open()
    room.control(Key.Key_S)
    room.press(Key.Key_Space)
    room.press(Key.Key_1)
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.press(Key.Key_Escape)
    assert shown(room) == [["First", "–", "1", "–"], ["Second", "1", "–", "–"]]
    assert room.decks.deck_list.rows[0].learned_share == pytest.approx(0.5)
    room.now += 60 * DAY
    room.control(Key.Key_D)
    assert shown(room) == [["First", "–", "1", "1"], ["Second", "1", "–", "–"]]


def test_head_says_how_much_waits(room: Room) -> None:
    two_decks(room)
    room.open()
    assert room.decks.title.text() == "Welcome to StudyApp"
    room.control(Key.Key_S)
    room.press(Key.Key_Minus)
    room.control(Key.Key_D)
    assert room.decks.title.text() == "2 new"
    assert room.decks.study_button.isEnabled()
    for _ in range(2):
        room.control(Key.Key_S)
        room.press(Key.Key_Minus)
    room.control(Key.Key_D)
    assert room.decks.title.text() == "Done for today"
    assert not room.decks.study_button.isEnabled()


def test_side_bar_counts_the_reviews_of_today(room: Room) -> None:
    two_decks(room)
    room.open()
    assert room.window.sidebar.today_label.text() == ""
    room.control(Key.Key_S)
    for _ in range(2):
        room.press(Key.Key_Space)
        room.now += 45_000
        room.press(Key.Key_4)
    room.press(Key.Key_Escape)
    assert room.window.sidebar.today_label.text() == "2 reviews today\n2 minutes"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_studies_the_selected_deck(room: Room, key: Key) -> None:
    two_decks(room)
    room.open()
    room.decks.deck_list.rows[0].setFocus()
    room.press(Key.Key_Down)
    room.press(key)
    assert room.card.id.deck_id == "two"
    assert room.prompt.counts.total == 1


@pytest.mark.parametrize("row", [0, 1])
def test_click_studies_a_deck(room: Room, row: int) -> None:
    two_decks(room)
    room.open()
    QTest.mouseClick(room.decks.deck_list.rows[row], Qt.MouseButton.LeftButton)
    assert room.is_reviewing
    assert room.card.id.deck_id == ("one", "two")[row]


def test_primary_button_studies_all_decks(room: Room) -> None:
    two_decks(room)
    room.open()
    assert room.decks.study_button.hasFocus()
    room.press(Key.Key_Space)
    assert room.prompt.counts.total == 3


def test_selected_deck_stays_selected_when_the_page_is_shown_anew(room: Room) -> None:
    two_decks(room)
    room.open()
    room.decks.deck_list.rows[0].setFocus()
    room.press(Key.Key_Down)
    room.control(Key.Key_L)
    assert room.decks.deck_list.rows[1].hasFocus()


def test_titles_follow_the_language_of_the_cards(room: Room) -> None:
    two_decks(room)
    room.open()
    room.window.set_card_language(CardLanguages.ENGLISH_AND_TRADITIONAL)
    assert [row[0] for row in shown(room)] == ["First · 第一", "Second"]


def test_empty_library_says_what_to_do(room: Room) -> None:
    room.open()
    room.wait(room.decks.no_decks_label.isVisible)
    assert room.decks.title.text() == "No decks yet"
    assert ".yaml" in room.decks.no_decks_label.text()
    assert not room.decks.deck_list.isVisible()
    assert not room.decks.study_button.isEnabled()
    room.control(Key.Key_S)
    assert room.review.finished_panel.title.text() == "Nothing to study right now"


def test_problems_of_a_deck_file_are_plain_text_with_their_place(room: Room) -> None:
    (room.decks_folder / "d.yaml").write_text(
        "deck: d\ntitle: t\nnotes:\n  - {id: a, front: f, back: b}\n  - {id: b, front: f, <b>bold</b>: x}\n"
    )
    room.open()
    banner = room.decks.problems_panel.problems_label
    assert banner.isVisible()
    assert banner.textFormat() is Qt.TextFormat.PlainText
    assert "d.yaml:5" in banner.text()
    assert "<b>bold</b>" in banner.text()
    assert shown(room) == [["t", "1", "–", "–"]]


def test_many_problems_are_cut_and_the_way_to_all_is_named(room: Room) -> None:
    notes = "".join(f"  - {{id: n{number}, front: f}}\n" for number in range(30))
    (room.decks_folder / "d.yaml").write_text("deck: d\ntitle: t\nnotes:\n" + notes)
    room.open()
    lines = room.decks.problems_panel.problems_label.text().splitlines()
    assert lines[0] == "30 problems in the deck files. Other notes work normally."
    assert len(lines) == 7
    assert "studyapp check" in lines[-1]


def test_no_problems_no_banner(room: Room) -> None:
    two_decks(room)
    room.open()
    assert not room.decks.problems_panel.isVisible()


def test_showing_pages_writes_nothing_to_the_collection(room: Room) -> None:
    two_decks(room)
    room.open()
    before = room.digest()
    for _ in range(2):
        room.control(Key.Key_D)
        room.control(Key.Key_S)
        room.press(Key.Key_Space)
        room.press(Key.Key_Escape)
        room.control(Key.Key_L)
    room.window.restyle()
    room.window.refresh_library()
    room.settle()
    assert room.digest() == before


def interactive(window: QWidget) -> list[QWidget]:
    """What a person can work, except for parts of other controls."""
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QTextEdit)
    return [widget for widget in visible(window) if isinstance(widget, kinds) and widget.isEnabled()]


def reached_by_tab(room: Room) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _ in range(40):
        room.press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
    return reached


def test_tab_reaches_every_control_of_the_decks_page(room: Room) -> None:
    two_decks(room)
    window = room.open()
    assert len(interactive(window)) >= 7
    assert reached_by_tab(room) >= set(interactive(window))


@pytest.mark.parametrize("note", [basic("a"), choice("a"), typed("a", "x")])
def test_tab_reaches_every_control_of_the_review_page(room: Room, note: dict[str, object]) -> None:
    room.study(note)
    assert reached_by_tab(room) >= set(interactive(room.window))
    room.press(Key.Key_F1)
    room.press(Key.Key_F1)
    room.review.reveal()
    assert {
        room.review.rating_buttons.button_for(rating) for rating in room.prompt.due_by_rating
    } <= reached_by_tab(room)


@pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
def test_every_control_has_a_name_for_those_who_do_not_see_it(room: Room) -> None:
    two_decks(room)
    window = room.open()
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


def test_bars_of_the_week_are_told_in_words(room: Room) -> None:
    two_decks(room)
    room.open()
    assert room.decks.forecast_chart.accessibleName().startswith("Cards in the next days – Today: 3, ")


def test_markup_in_a_deck_title_is_not_read(room: Room, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    room.write(basic("a"), title=f"<img src='{secret}'><b>x</b>")
    window = room.open()
    assert shown(room)[0][0].startswith("<img src=")
    window.start_session()
    guessing = [
        label
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert guessing == []


def test_counts_are_seen_in_the_smallest_window(room: Room) -> None:
    two_decks(room)
    window = room.open()
    shown = room.decks.deck_list
    window.resize(1100, 700)
    room.settle()
    assert all(area.width() > 0 for area in column_rects(shown, 44).values())
    for width, columns in (
        (800, (Column.NEW, Column.LEARNING, Column.DUE)),
        (window.minimumWidth(), (Column.NEW, Column.DUE)),
    ):
        window.resize(width, window.minimumHeight())
        room.settle()
        narrow = column_rects(shown, 44)
        assert [column for column in Column if narrow[column].width() > 0] == [Column.DECK, *columns]
        assert narrow[Column.DECK].width() > 150
        assert narrow[Column.DUE].right() <= shown.width()
        assert min(narrow[column].width() for column in columns) >= 36


def test_large_text_in_the_smallest_window_is_not_cut(room: Room) -> None:
    room.remembered.text_size = 200
    page = room.study(basic("a"))
    room.window.resize(room.window.minimumSize())
    page.reveal()
    room.settle()
    labels = [label for label in page.rating_buttons.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 8
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    room.window.show_decks()
    room.settle()
    assert room.decks.study_button.geometry().top() >= room.decks.title.geometry().bottom()
    assert room.decks.study_button.width() >= room.decks.study_button.sizeHint().width()


def test_arrows_go_from_row_to_row_and_stay_within(room: Room) -> None:
    two_decks(room)
    room.open()
    rows = room.decks.deck_list.rows
    rows[0].setFocus()
    for key, place in ((Key.Key_Up, 0), (Key.Key_Down, 1), (Key.Key_Down, 1), (Key.Key_Up, 0)):
        room.press(key)
        assert rows[place].hasFocus()


def test_a_row_tells_all_in_words(room: Room) -> None:
    two_decks(room)
    room.open()
    row = room.decks.deck_list.rows[0]
    assert row.accessibleName() == "First"
    assert row.accessibleDescription() == "2 new, 0 learning, 0 due. 0 of 2 cards learned."


def test_a_deck_that_is_gone_has_no_row(room: Room) -> None:
    two_decks(room)
    window = room.open()
    (room.decks_folder / "one.yaml").unlink()
    window.refresh_library()
    room.wait(lambda: shown(room) == [["Second", "1", "–", "–"]])


def nested(room: Room) -> None:
    room.write(basic("a"), deck="fr", title="Languages::French")
    room.write(basic("b"), basic("c"), deck="de", title="Languages::German")
    room.write(basic("d"), deck="x", title="Other")
    room.open()


def lines_of(room: Room) -> list[tuple[str, int, int]]:
    return [(row.text(), row.level, row.counts[Column.NEW]) for row in room.decks.deck_list.rows]


def test_decks_within_a_deck_stand_below_it_and_are_studied_together(room: Room) -> None:
    nested(room)
    assert lines_of(room) == [("Languages", 0, 3), ("German", 1, 2), ("French", 1, 1), ("Other", 0, 1)]
    QTest.mouseClick(room.decks.deck_list.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert room.is_reviewing
    assert room.prompt.counts.new == 3
    assert [
        action.text() for action in room.decks.deck_list.build_menu(room.decks.deck_list.rows[0]).actions()
    ] == [
        "Study",
        "Custom study…",
        "Suspended and buried…",
    ]


def test_a_place_is_folded_by_mouse_and_keys_and_stays_so(room: Room) -> None:
    nested(room)
    top = room.decks.deck_list.rows[0]
    QTest.mouseClick(top, Qt.MouseButton.LeftButton, pos=QPoint(18, 20))
    assert not room.is_reviewing
    folded = [("Languages", 0, 3), ("Other", 0, 1)]
    assert lines_of(room) == folded
    room.close()
    room.open()
    assert lines_of(room) == folded
    room.decks.deck_list.rows[0].setFocus()
    room.press(Key.Key_Right)
    assert len(lines_of(room)) == 4
    room.press(Key.Key_Left)
    assert lines_of(room) == folded
    assert "Level 1" in room.decks.deck_list.rows[0].accessibleDescription()


def test_at_the_first_start_the_keys_go_to_the_button_and_enter_presses_it(room: Room) -> None:
    room.write(basic("a"))
    with Collection(room.file, new_device_id):
        pass  # nothing was ever read
    room.desktop = DesktopApp(room.application, room.data, [room.decks_folder], room.clock)
    room.desktop.show()
    room.settle()
    room.window.refresh_library()
    room.settle()
    assert room.decks.study_button.hasFocus()
    room.press(Key.Key_Return)
    assert room.is_reviewing


def test_before_the_decks_were_read_it_does_not_say_that_there_are_none(room: Room) -> None:
    room.write(basic("a"))
    room.desktop = DesktopApp(room.application, room.data, [room.decks_folder], room.clock)
    room.desktop.show()
    assert room.decks.title.text() == "Reading your decks…"
    assert not room.decks.no_decks_label.isVisible()
    room.wait(lambda: room.decks.title.text() == "Welcome to StudyApp")
    assert room.decks.study_button.hasFocus()
