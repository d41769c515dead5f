"""The dialog that shows a card beside those that it may be confused with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.cards.card_id import CardId
from studyapp.store import schedules
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from tests.ui.app_driver import AppDriver, Note, basic_note, text_of
from tests.ui.editor.editor_driver import area, save, write

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (propagateSizeHints|raise)")

AFFECT: Note = {"id": "affect", "front": "to influence something", "back": "affect"}
EFFECT: Note = {"id": "effect", "front": "what comes of a cause", "back": "effect"}
AFFECTS: Note = {"id": "affects", "front": "he influences something", "back": "affects it"}
OTHER: Note = {"id": "poet", "front": "the author of Faust", "back": "Goethe"}


class Comparison:
    """The dialog for the card of a note, once the search has ended."""

    def __init__(self, app: AppDriver, *notes: Note, card: str = "affect") -> None:
        self.app = app
        app.write_deck(*notes)
        app.open_window().show_similar_cards(CardId("d", card, 1))
        self.wait()

    @property
    def dialog(self) -> SimilarCardsDialog:
        return self.app.window.findChildren(SimilarCardsDialog)[-1]

    def wait(self) -> None:
        """Wait until both cards are shown."""
        self.app.wait_until(lambda: not self.dialog.is_busy)
        previews = (self.dialog.own.preview, self.dialog.other.preview)
        self.app.wait_until(lambda: not any(preview._timer.isActive() for preview in previews))

    @property
    def listed(self) -> list[str]:
        cards = self.dialog.card_list
        return [cards.item(row).text() for row in range(cards.count())]

    @property
    def shown(self) -> tuple[str, str]:
        return tuple(
            text_of(one.preview.card_frame.card_view) for one in (self.dialog.own, self.dialog.other)
        )  # type: ignore[return-value]

    def marked(self) -> tuple[list[str], list[str]]:
        views = [one.preview.card_frame.card_view for one in (self.dialog.own, self.dialog.other)]
        own, other = ([mark.cursor.selectedText() for mark in view.extraSelections()] for view in views)
        return own, other


def is_suspended(app: AppDriver, note: str) -> bool:
    with app.collection.read_transaction() as connection:
        return schedules.load(connection, CardId("d", note, 1)).is_suspended


def test_the_card_is_shown_beside_the_most_similar_one(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, AFFECTS, OTHER, EFFECT)
    assert shown.listed == ["he influences something · affects it", "what comes of a cause · effect"]
    assert shown.shown == (
        "to influence something affect",
        "he influences something affects it",
    )
    assert shown.dialog.focusWidget() is shown.dialog.card_list
    QTest.keyClick(shown.dialog.card_list, Qt.Key.Key_Down)
    shown.wait()
    assert shown.shown[1] == "what comes of a cause effect"
    assert shown.dialog.result_label.text() == "2 similar cards"


def test_what_differs_is_marked_where_the_sides_are_similar(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, EFFECT)
    assert shown.marked() == (["a"], ["e"])
    shown.dialog.resize(700, 600)
    app.process_events()
    assert shown.marked() == (["a"], ["e"])


def test_characters_beyond_the_basic_plane_do_not_shift_the_marks(app: AppDriver) -> None:
    own: Note = {"id": "affect", "front": "🙂🙂 which word, affect", "back": "one"}
    shown = Comparison(app, own, {"id": "b", "front": "🙂🙂 which word, effect", "back": "two"})
    assert shown.marked()[0][0] == "a"
    assert shown.marked()[1][0] == "e"


def test_without_similar_cards_it_says_what_else_helps(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, OTHER)
    assert shown.dialog.result_label.text().startswith("No similar cards.")
    assert "split it in two" in shown.dialog.result_label.text()
    assert not shown.dialog.card_list.isVisible()
    assert not shown.dialog.other.isVisible()
    assert not shown.dialog.practice_button.isVisible()
    assert shown.shown[0] == "to influence something affect"
    assert shown.dialog.focusWidget() is shown.dialog.own.edit_button


def test_either_note_can_be_edited_and_is_shown_anew(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, EFFECT)
    shown.dialog.other.edit_button.click()
    assert area(app.window.editor, "front").toPlainText() == "what comes of a cause"
    app.window.editor.close()
    shown.dialog.own.edit_button.click()
    write(app.window.editor, front="to change something")
    save(app, app.window.editor)
    shown.dialog.activateWindow()
    app.wait_until(shown.dialog.isActiveWindow)
    shown.wait()
    assert shown.shown[0] == "to change something affect"


def test_either_card_can_be_suspended_and_restored(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, EFFECT)
    button = shown.dialog.other.suspend_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert is_suspended(app, "effect")
    assert not is_suspended(app, "affect")
    assert button.text() == "Restore"
    assert text_of(shown.dialog.other.details_label) == "The deck · Suspended"
    assert shown.dialog.focusWidget() is button
    shown.dialog.own.suspend_button.click()
    assert is_suspended(app, "affect")
    button.click()
    assert not is_suspended(app, "effect")
    shown.dialog.close()


def test_one_undo_takes_back_the_suspension(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, EFFECT)
    shown.dialog.own.suspend_button.click()
    shown.dialog.close()
    app.window.activateWindow()
    app.wait_until(app.window.isActiveWindow)
    app.press_ctrl(Qt.Key.Key_Z)
    app.wait_until(lambda: not is_suspended(app, "affect"))


def test_both_can_be_practiced(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, OTHER, EFFECT)
    shown.dialog.practice_button.click()
    assert app.is_reviewing
    cards = []
    for _ in range(2):
        cards.append(app.card.note.id)
        app.review_page.reveal()
        app.review_page.rate(app.prompt.ratings[-1])
    assert cards == ["affect", "effect"]
    assert app.review_page.prompt is None
    assert app.ratings() == []


def test_the_search_can_be_stopped_and_the_dialog_closed(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number}") for number in range(5)))
    app.open_window().show_similar_cards(CardId("d", "n1", 1))
    (dialog,) = app.window.findChildren(SimilarCardsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.isVisible()
    dialog.close()
    app.process_events()


def test_a_card_that_is_gone_is_not_compared(app: AppDriver) -> None:
    shown = Comparison(app, AFFECT, EFFECT, card="missing")
    assert shown.dialog.result_label.text().startswith("No similar cards.")
    assert not shown.dialog.own.edit_button.isEnabled()
