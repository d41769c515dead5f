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
from tests.ui.app_driver import DAY, MINUTE, AppDriver, basic_note, visible_widgets

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def custom(app: AppDriver) -> CustomStudyDialog:
    QTest.keySequence(app.window, QKeySequence("Ctrl+K"))
    return app.window.findChildren(CustomStudyDialog)[-1]


def start(app: AppDriver, dialog: CustomStudyDialog | BacklogDialog) -> None:
    button = dialog.start_button if isinstance(dialog, CustomStudyDialog) else dialog.spread_button
    button.click()
    app.wait_until_idle()


def check(found: QListWidget, words: str) -> None:
    (item,) = found.findItems(words, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)


def test_a_session_by_tag_asks_its_notes_alone(app: AppDriver) -> None:
    app.write_deck(
        basic_note("a", tags=["x"]),
        basic_note("b", tags=["y"], section="2"),
        basic_note("c", tags=["x"], section="10"),
    )
    app.open_window()
    dialog = custom(app)
    assert [dialog.section_list.item(row).text() for row in range(2)] == ["Section 2", "Section 10"]
    check(dialog.tag_list, "x")
    start(app, dialog)
    assert app.is_reviewing
    assert app.prompt.counts.new == 2
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert app.ratings() == [("a", Rating.EASY)]


def test_practice_asks_everything_and_writes_nothing(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    for _ in range(2):
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
    before = app.database_digest()
    assert app.review_page.finished_panel.isVisible()
    app.review_page.finished_panel.custom_study_button.click()
    dialog = app.window.findChildren(CustomStudyDialog)[-1]
    dialog.button_by_scope[StudyScope.ALL].click()
    assert "doesn't affect your schedule" in dialog.explanation.text()
    start(app, dialog)
    app.press(Key.Key_Space)
    assert {rating for rating in Rating if app.review_page.rating_buttons.button_for(rating).isVisible()} == {
        Rating.AGAIN,
        Rating.GOOD,
    }
    app.press(Key.Key_2)
    assert app.review_page.rating_buttons.isVisible(), "hard is not offered"
    for _ in range(2):
        app.press(Key.Key_3)
        app.press(Key.Key_Space)
    assert "2 reviews" in app.review_page.finished_panel.summary_label.text()
    assert app.database_digest() == before


def test_more_new_cards_than_the_limit(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(40)))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "new_a_day", "3")
    dialog = custom(app)
    dialog.button_by_scope[StudyScope.MORE_NEW].click()
    assert (dialog.new_cards_box.isEnabled(), dialog.days_ahead_box.isEnabled()) == (True, False)
    dialog.new_cards_box.setValue(5)
    start(app, dialog)
    assert app.prompt.counts.new == 8


def test_what_comes_due_tomorrow_is_asked_today(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.now += DAY
    app.press_ctrl(Key.Key_S)
    assert app.review_page.finished_panel.isVisible()
    dialog = custom(app)
    dialog.button_by_scope[StudyScope.AHEAD].click()
    dialog.days_ahead_box.setValue(300)
    start(app, dialog)
    assert app.card.note.id == "a"


def test_a_suspended_card_is_brought_back(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.type_text("@")
    app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    (row,) = app.decks_page.deck_list.rows
    menu = app.decks_page.deck_list.build_menu(row)
    next(action for action in menu.actions() if action.text() == "Suspended and buried…").trigger()
    dialog = app.window.findChildren(SuspendedAndBuriedDialog)[-1]
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
    app.wait_until_idle()
    app.press_ctrl(Key.Key_Z)
    app.press_ctrl(Key.Key_D)
    assert row.counts[Column.NEW] == 1


def test_confidence_is_said_with_the_reveal_and_kept(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abc"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "confidence", "on")
    app.press_ctrl(Key.Key_S)
    assert not app.review_page.reveal_button.isVisible()
    app.type_text("G")
    assert app.review_page.rating_buttons.isVisible()
    app.press(Key.Key_4)
    app.press(Key.Key_Space)  # sure has the focus
    app.press(Key.Key_1)
    app.press(Key.Key_Tab)
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    kept = [row["confidence"] for row in app.journal_rows()]
    assert kept == [Confidence.GUESS, Confidence.SURE, Confidence.UNSURE]
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert (
        app.review_page.finished_panel.calibration_label.text()
        == "Sure: 1 of 2 correct · Unsure: 1 of 1 correct · Guess: 1 of 1 correct"
    )


def test_two_ratings_are_all_there_is_where_that_is_chosen(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "rating_choice", "two")
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    assert not app.review_page.rating_buttons.button_for(Rating.HARD).isVisible()
    app.press(Key.Key_2)
    assert app.journal_rows() == []
    app.press(Key.Key_3)
    assert app.ratings() == [("a", Rating.GOOD)]


def test_a_forgotten_card_offers_what_it_builds_on(app: AppDriver) -> None:
    page = app.study(basic_note("top", requires=["base"]), basic_note("other"), basic_note("base"))
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    assert page.notice_bar.offer_button.isVisible()
    assert "Question base?" in page.notice_bar.offer_button.text()
    app.type_text("P")
    assert app.card.note.id == "base"
    assert not page.notice_bar.isVisible()
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert app.ratings() == [("top", 1), ("base", 4)]


def test_a_time_box_says_how_long_it_went_once(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abc"))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "time_box", "5")
    app.press_ctrl(Key.Key_S)
    page = app.review_page
    for wait, words in ((MINUTE, ""), (4 * MINUTE, "5 minutes elapsed · 2 reviews"), (MINUTE, "")):
        app.now += wait
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
        assert (page.banner.text() if page.banner.isVisible() else "") == words


def test_answer_and_next_card_come_by_themselves_and_stop_where_nobody_is(app: AppDriver) -> None:
    app.write_deck(*(basic_note(name) for name in "abcdef"))
    app.open_window()
    for name in ("auto_reveal", "auto_next"):
        set_option(app.collection, ALL_DECKS, name, "1")
    app.press_ctrl(Key.Key_S)
    timer = app.review_page._auto_advance._timer
    seen = []
    for _ in range(3):
        seen.append(app.card.note.id)
        assert timer.isActive()
        timer.timeout.emit()
        assert app.review_page.rating_buttons.isVisible()
        timer.timeout.emit()
    assert seen == ["a", "b", "c"]
    assert (app.card.note.id, app.review_page.rating_buttons.isVisible()) == ("c", True)
    assert app.journal_rows() == []
    app.press(Key.Key_3)
    assert app.ratings() == [("c", 3)]


def test_the_head_says_about_how_long_it_takes(app: AppDriver) -> None:
    app.study(*(basic_note(f"n{number}") for number in range(12)))
    assert app.review_page.header.counts_label.text() == "12 new · 0 learning · 0 due · about 4 minutes"


@pytest.mark.parametrize("size", [(420, 560), (360, 300)])
def test_the_dialog_names_all_its_fields(app: AppDriver, size: tuple[int, int]) -> None:
    app.write_deck(basic_note("a", tags=["x"], section="1"))
    app.open_window()
    dialog = custom(app)
    dialog.resize(*size)
    fields: list[QWidget] = [
        dialog.new_cards_box,
        dialog.days_ahead_box,
        dialog.tag_list,
        dialog.section_list,
    ]
    assert all(field.accessibleName() for field in fields)
    assert dialog.start_button in visible_widgets(dialog)


def test_a_backlog_is_spread_over_days(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number:03}") for number in range(60)))
    app.open_window()
    for name in ("new_a_day", "new_over_all"):
        set_option(app.collection, ALL_DECKS, name, "100")
    app.press_ctrl(Key.Key_S)
    for _ in range(60):
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
    app.press_ctrl(Key.Key_D)
    assert not app.decks_page.spread_backlog_button.isVisible()
    app.now += 100 * DAY
    app.window.show_decks()
    assert app.decks_page.spread_backlog_button.text() == "Spread 60 overdue cards over several days…"
    app.decks_page.spread_backlog_button.click()
    dialog = app.window.findChildren(BacklogDialog)[-1]
    dialog.days_slider.setValue(3)
    assert dialog.chart_before._due_counts[:4] == (60, 0, 0, 0)
    assert dialog.chart_after._due_counts[:4] == (20, 20, 20, 0)
    start(app, dialog)
    assert not app.decks_page.spread_backlog_button.isVisible()
    assert app.decks_page.title.text() == "20 cards to review"
    app.press_ctrl(Key.Key_Z)
    app.press_ctrl(Key.Key_D)
    assert app.decks_page.title.text() == "60 cards to review"


def test_a_session_of_flagged_cards_asks_them_alone(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.press_ctrl(Key.Key_2)
    flagged = app.card.note.id
    app.press(Key.Key_Escape)
    dialog = custom(app)
    check(dialog.flag_list, "⚑ Orange flag")
    start(app, dialog)
    assert app.prompt.counts.total == 1
    assert app.card.note.id == flagged


def test_practice_says_so_in_its_head(app: AppDriver) -> None:
    app.study(basic_note("a"))
    assert app.review_page.header.title.text() == "The deck"
    dialog = custom(app)
    dialog.button_by_scope[StudyScope.ALL].setChecked(True)
    start(app, dialog)
    assert app.review_page.header.title.text() == "Practice · The deck"


def test_the_menu_of_the_card_does_what_its_keys_do(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    menu = build_card_menu(page)
    assert [action.objectName() for action in menu.actions() if action.objectName()][:2] == [
        "bury",
        "bury-note",
    ]
    first = app.card.note.id
    next(action for action in menu.actions() if action.objectName() == "suspend").trigger()
    assert app.card.note.id != first
    next(action for action in menu.actions() if action.objectName() == "undo").trigger()
    assert app.card.note.id == first
    assert page.banner.text() == "Undid: Suspend"
    app.press_ctrl(Key.Key_Y)
    assert page.banner.text() == "Redid: Suspend"
