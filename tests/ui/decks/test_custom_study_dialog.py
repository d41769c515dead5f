"""Sessions of one's own making, cards put away, and how a session may go, as a person meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from studyapp.core.study.custom_study_selection import StudyScope
from studyapp.core.study.journal import Confidence, Rating
from studyapp.services.options.study_options import set_option
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.backlog_dialog import BacklogDialog
from studyapp.ui.decks.custom_study_dialog import CustomStudyDialog
from studyapp.ui.decks.deck_list import Column
from studyapp.ui.decks.suspended_and_buried_dialog import SuspendedAndBuriedDialog
from studyapp.ui.review.review_shortcuts import build_card_menu
from tests.ui.room import DAY, MINUTE, Room, basic, visible

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def custom(room: Room) -> CustomStudyDialog:
    QTest.keySequence(room.window, QKeySequence("Ctrl+K"))
    return room.window.findChildren(CustomStudyDialog)[-1]


def start(room: Room, dialog: CustomStudyDialog | BacklogDialog) -> None:
    button = dialog.start_button if isinstance(dialog, CustomStudyDialog) else dialog.spread_button
    button.click()
    room.settle()


def check(found: QListWidget, words: str) -> None:
    (item,) = found.findItems(words, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)


def test_a_session_by_tag_asks_its_notes_alone(room: Room) -> None:
    room.write(
        basic("a", tags=["x"]), basic("b", tags=["y"], section="2"), basic("c", tags=["x"], section="10")
    )
    room.open()
    dialog = custom(room)
    assert [dialog.section_list.item(row).text() for row in range(2)] == ["Section 2", "Section 10"]
    check(dialog.tag_list, "x")
    start(room, dialog)
    assert room.is_reviewing
    assert room.prompt.counts.new == 2
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert room.ratings() == [("a", Rating.EASY)]


def test_practice_asks_everything_and_writes_nothing(room: Room) -> None:
    room.study(basic("a"), basic("b"))
    for _ in range(2):
        room.press(Key.Key_Space)
        room.press(Key.Key_4)
    before = room.digest()
    assert room.review.finished_panel.isVisible()
    room.review.finished_panel.custom_study_button.click()
    dialog = room.window.findChildren(CustomStudyDialog)[-1]
    dialog.button_by_scope[StudyScope.ALL].click()
    assert "doesn't affect your schedule" in dialog.explanation.text()
    start(room, dialog)
    room.press(Key.Key_Space)
    assert {rating for rating in Rating if room.review.rating_buttons.button_for(rating).isVisible()} == {
        Rating.AGAIN,
        Rating.GOOD,
    }
    room.press(Key.Key_2)
    assert room.review.rating_buttons.isVisible(), "hard is not offered"
    for _ in range(2):
        room.press(Key.Key_3)
        room.press(Key.Key_Space)
    assert "2 reviews" in room.review.finished_panel.summary_label.text()
    assert room.digest() == before


def test_more_new_cards_than_the_limit(room: Room) -> None:
    room.write(*(basic(f"n{number:02}") for number in range(40)))
    room.open()
    set_option(room.collection, ALL_DECKS, "new_a_day", "3")
    dialog = custom(room)
    dialog.button_by_scope[StudyScope.MORE_NEW].click()
    assert (dialog.new_cards_box.isEnabled(), dialog.days_ahead_box.isEnabled()) == (True, False)
    dialog.new_cards_box.setValue(5)
    start(room, dialog)
    assert room.prompt.counts.new == 8


def test_what_comes_due_tomorrow_is_asked_today(room: Room) -> None:
    room.study(basic("a"))
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.now += DAY
    room.control(Key.Key_S)
    assert room.review.finished_panel.isVisible()
    dialog = custom(room)
    dialog.button_by_scope[StudyScope.AHEAD].click()
    dialog.days_ahead_box.setValue(300)
    start(room, dialog)
    assert room.card.note.id == "a"


def test_a_suspended_card_is_brought_back(room: Room) -> None:
    room.study(basic("a"), basic("b"), basic("c"))
    room.type("@")
    room.press(Key.Key_Minus)
    room.control(Key.Key_D)
    (row,) = room.decks.deck_list.rows
    menu = room.decks.deck_list.build_menu(row)
    next(action for action in menu.actions() if action.text() == "Suspended and buried…").trigger()
    dialog = room.window.findChildren(SuspendedAndBuriedDialog)[-1]
    assert dialog.title.text() == "2 suspended or buried cards"
    assert [dialog.card_list.item(n).text() for n in range(2)] == [
        "Suspended · Question a?",
        "Buried until tomorrow · Question b?",
    ]
    assert not dialog.restore_button.isEnabled()
    dialog.card_list.selectAll()
    dialog.restore_button.click()
    assert dialog.title.text() == "No suspended or buried cards"
    assert row.counts[Column.NEW] == 3
    dialog.close()
    room.settle()
    room.control(Key.Key_Z)
    room.control(Key.Key_D)
    assert row.counts[Column.NEW] == 1


def test_confidence_is_said_with_the_reveal_and_kept(room: Room) -> None:
    room.write(*(basic(name) for name in "abc"))
    room.open()
    set_option(room.collection, ALL_DECKS, "confidence", "on")
    room.control(Key.Key_S)
    assert not room.review.reveal_button.isVisible()
    room.type("G")
    assert room.review.rating_buttons.isVisible()
    room.press(Key.Key_4)
    room.press(Key.Key_Space)  # sure has the focus
    room.press(Key.Key_1)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    kept = [row["confidence"] for row in room.journal()]
    assert kept == [Confidence.GUESS, Confidence.SURE, Confidence.UNSURE]
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert (
        room.review.finished_panel.calibration_label.text()
        == "Sure: 1 of 2 correct · Unsure: 1 of 1 correct · Guess: 1 of 1 correct"
    )


def test_two_ratings_are_all_there_is_where_that_is_chosen(room: Room) -> None:
    room.write(basic("a"))
    room.open()
    set_option(room.collection, ALL_DECKS, "rating_choice", "two")
    room.control(Key.Key_S)
    room.press(Key.Key_Space)
    assert not room.review.rating_buttons.button_for(Rating.HARD).isVisible()
    room.press(Key.Key_2)
    assert room.journal() == []
    room.press(Key.Key_3)
    assert room.ratings() == [("a", Rating.GOOD)]


def test_a_forgotten_card_offers_what_it_builds_on(room: Room) -> None:
    page = room.study(basic("top", requires=["base"]), basic("other"), basic("base"))
    room.press(Key.Key_Space)
    room.press(Key.Key_1)
    assert page.notice_bar.offer_button.isVisible()
    assert "Question base?" in page.notice_bar.offer_button.text()
    room.type("P")
    assert room.card.note.id == "base"
    assert not page.notice_bar.isVisible()
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    assert room.ratings() == [("top", 1), ("base", 4)]


def test_a_time_box_says_how_long_it_went_once(room: Room) -> None:
    room.write(*(basic(name) for name in "abc"))
    room.open()
    set_option(room.collection, ALL_DECKS, "time_box", "5")
    room.control(Key.Key_S)
    page = room.review
    for wait, words in ((MINUTE, ""), (4 * MINUTE, "5 minutes elapsed · 2 reviews"), (MINUTE, "")):
        room.now += wait
        room.press(Key.Key_Space)
        room.press(Key.Key_4)
        assert (page.banner.text() if page.banner.isVisible() else "") == words


def test_answer_and_next_card_come_by_themselves_and_stop_where_nobody_is(room: Room) -> None:
    room.write(*(basic(name) for name in "abcdef"))
    room.open()
    for name in ("auto_reveal", "auto_next"):
        set_option(room.collection, ALL_DECKS, name, "1")
    room.control(Key.Key_S)
    timer = room.review._auto_advance._timer
    seen = []
    for _ in range(3):
        seen.append(room.card.note.id)
        assert timer.isActive()
        timer.timeout.emit()
        assert room.review.rating_buttons.isVisible()
        timer.timeout.emit()
    assert seen == ["a", "b", "c"]
    assert (room.card.note.id, room.review.rating_buttons.isVisible()) == ("c", True)
    assert room.journal() == []
    room.press(Key.Key_3)
    assert room.ratings() == [("c", 3)]


def test_the_head_says_about_how_long_it_takes(room: Room) -> None:
    room.study(*(basic(f"n{number}") for number in range(12)))
    assert room.review.header.counts_label.text() == "12 new · 0 learning · 0 due · about 4 minutes"


@pytest.mark.parametrize("size", [(420, 560), (360, 300)])
def test_the_dialog_names_all_its_fields(room: Room, size: tuple[int, int]) -> None:
    room.write(basic("a", tags=["x"], section="1"))
    room.open()
    dialog = custom(room)
    dialog.resize(*size)
    fields: list[QWidget] = [
        dialog.new_cards_box,
        dialog.days_ahead_box,
        dialog.tag_list,
        dialog.section_list,
    ]
    assert all(field.accessibleName() for field in fields)
    assert dialog.start_button in visible(dialog)


def test_a_backlog_is_spread_over_days(room: Room) -> None:
    room.write(*(basic(f"n{number:03}") for number in range(60)))
    room.open()
    for name in ("new_a_day", "new_over_all"):
        set_option(room.collection, ALL_DECKS, name, "100")
    room.control(Key.Key_S)
    for _ in range(60):
        room.press(Key.Key_Space)
        room.press(Key.Key_4)
    room.control(Key.Key_D)
    assert not room.decks.spread_backlog_button.isVisible()
    room.now += 100 * DAY
    room.window.show_decks()
    assert room.decks.spread_backlog_button.text() == "Spread 60 overdue cards over several days…"
    room.decks.spread_backlog_button.click()
    dialog = room.window.findChildren(BacklogDialog)[-1]
    dialog.days_slider.setValue(3)
    assert dialog.chart_before._due_counts[:4] == (60, 0, 0, 0)
    assert dialog.chart_after._due_counts[:4] == (20, 20, 20, 0)
    start(room, dialog)
    assert not room.decks.spread_backlog_button.isVisible()
    assert room.decks.title.text() == "20 cards to review"
    room.control(Key.Key_Z)
    room.control(Key.Key_D)
    assert room.decks.title.text() == "60 cards to review"


def test_a_session_of_flagged_cards_asks_them_alone(room: Room) -> None:
    room.study(basic("a"), basic("b"), basic("c"))
    room.control(Key.Key_2)
    flagged = room.card.note.id
    room.press(Key.Key_Escape)
    dialog = custom(room)
    check(dialog.flag_list, "⚑ Orange flag")
    start(room, dialog)
    assert room.prompt.counts.total == 1
    assert room.card.note.id == flagged


def test_practice_says_so_in_its_head(room: Room) -> None:
    room.study(basic("a"))
    assert room.review.header.title.text() == "The deck"
    dialog = custom(room)
    dialog.button_by_scope[StudyScope.ALL].setChecked(True)
    start(room, dialog)
    assert room.review.header.title.text() == "Practice · The deck"


def test_the_menu_of_the_card_does_what_its_keys_do(room: Room) -> None:
    page = room.study(basic("a"), basic("b"))
    menu = build_card_menu(page)
    assert [action.objectName() for action in menu.actions() if action.objectName()][:2] == [
        "bury",
        "bury-note",
    ]
    first = room.card.note.id
    next(action for action in menu.actions() if action.objectName() == "suspend").trigger()
    assert room.card.note.id != first
    next(action for action in menu.actions() if action.objectName() == "undo").trigger()
    assert room.card.note.id == first
    assert page.banner.text() == "Undid: Suspend"
    room.control(Key.Key_Y)
    assert page.banner.text() == "Redid: Suspend"
