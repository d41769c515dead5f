"""What can be done about a leech: from the message after its rating, and from card info."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from studyapp.core.study.rating import Rating
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.card.leech_buttons import LeechButtons
from studyapp.ui.review.review_page import ReviewPage
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from tests.ui.app_driver import DAY, AppDriver, basic_note, click, text_of
from tests.ui.editor.editor_driver import area

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")


def forget(app: AppDriver) -> ReviewPage:
    """Study two notes, and forget the first one until it is a leech after two lapses."""
    page = app.study(basic_note("a"), basic_note("b"))
    set_option(app.collection, ALL_DECKS, "leech_lapses", "2")
    for _ in range(2):
        rate_first(app, page, Rating.EASY)
        app.now += 60 * DAY
        rate_first(app, page, Rating.AGAIN)
        app.now += 20 * 60_000
    return page


def rate_first(app: AppDriver, page: ReviewPage, rating: Rating) -> None:
    app.window.start_session()
    while app.card.note.id != "a":
        page.bury()
    page.reveal()
    page.rate(rating)


def buttons_of(widget: LeechButtons) -> list[QPushButton]:
    return [button for button in widget.buttons if button.isVisible()]


def test_the_message_about_a_leech_has_buttons(app: AppDriver) -> None:
    page = forget(app)
    buttons = page.notice_bar.leech_buttons
    assert [button.text() for button in buttons_of(buttons)] == ["Edit", "Split…", "Compare…"]
    bar = page.notice_bar
    assert all(bar.rect().contains(button.geometry().translated(buttons.pos())) for button in buttons.buttons)
    click(buttons.edit_button)
    assert area(app.window.editor, "front").toPlainText() == "Question a?"
    assert app.window.editor.windowTitle() == "Edit note"
    click(buttons.split_button)
    assert app.window.editor.windowTitle() == "Add notes"
    app.window.editor.close()
    click(buttons.similar_button)
    (dialog,) = app.window.findChildren(SimilarCardsDialog)
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.own.row is not None
    assert dialog.own.row.card_id.note_id == "a"
    dialog.close()


def test_the_buttons_are_reached_by_tab_and_go_with_the_message(app: AppDriver) -> None:
    page = forget(app)
    buttons = page.notice_bar.leech_buttons
    page.header.menu_button.setFocus()
    for button in buttons.buttons:
        app.press(Qt.Key.Key_Tab)
        assert button.hasFocus()
    app.press(Qt.Key.Key_Backtab)
    app.press(Qt.Key.Key_Return)
    assert app.window.editor.windowTitle() == "Add notes"
    app.window.editor.close()
    page.notice_bar.show_message("Another message")
    assert buttons_of(buttons) == []
    page.undo()
    assert buttons_of(buttons) == []


def test_card_info_of_a_leech_has_buttons(app: AppDriver) -> None:
    page = forget(app)
    page.undo()
    page.redo()
    app.window.show_browse()
    browse = app.window.browse_page
    app.wait_until(lambda: len(browse.model.cards) == 2)
    browse.table.select_row(0)
    browse.show_card_info()
    (dialog,) = browse.findChildren(CardInfoDialog)
    (buttons,) = dialog.findChildren(LeechButtons)
    texts = [text_of(label) for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("You have forgotten it 2 times. Edit the note") for text in texts)
    click(buttons.split_button)
    assert app.window.editor.windowTitle() == "Add notes"
    app.window.editor.close()
    click(buttons.similar_button)
    (similar,) = app.window.findChildren(SimilarCardsDialog)
    app.wait_until(lambda: not similar.is_busy)
    similar.close()
    dialog.close()


def test_card_info_of_another_card_has_a_button_for_similar_cards(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    page.show_card_info()
    (dialog,) = page.findChildren(CardInfoDialog)
    assert dialog.findChildren(LeechButtons) == []
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Similar cards…")
    click(button)
    (similar,) = app.window.findChildren(SimilarCardsDialog)
    app.wait_until(lambda: not similar.is_busy)
    assert similar.own.row is not None
    assert similar.own.row.card_id == app.card.id
    similar.close()
    dialog.close()


def test_a_card_on_screen_that_is_suspended_beside_a_similar_one_is_not_rated(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.window.show_similar_cards(app.card.id)
    (dialog,) = app.window.findChildren(SimilarCardsDialog)
    app.wait_until(lambda: not dialog.is_busy)
    click(dialog.own.suspend_button)
    dialog.close()
    assert app.card.note.id == "b"
    page.reveal()
    page.rate(Rating.GOOD)
    assert app.ratings() == [("b", 3)]
