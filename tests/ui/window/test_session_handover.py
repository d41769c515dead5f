"""A change of language, text size, options or deck files leaves the card on screen as it is."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.settings.settings_dialog import SettingsDialog
from tests.ui.app_driver import MINUTE, AppDriver, Note, basic_note, choice_note, text_of, typed_note

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


class Shown(NamedTuple):
    """What the learner sees of a card."""

    note: str
    card: str
    typed: str
    is_revealed: bool
    counts: str
    progress: int


def shown(app: AppDriver) -> Shown:
    page = app.review_page
    return Shown(
        app.card.note.id,
        text_of(page.card_view),
        page.answer_field.text(),
        page.rating_buttons.isVisible(),
        page.header.counts_label.text(),
        page.header.progress_bar.value(),
    )


def change_text_size(app: AppDriver) -> None:
    app.app_settings.text_size = 120
    app.window.app_dialogs.rebuildRequested.emit()
    for dialog in app.window.findChildren(SettingsDialog):
        dialog.close()
    app.wait_until_idle()


def change_language(app: AppDriver) -> None:
    app.window.languages.set_interface_language("zh-Hant")
    app.window.languages.set_interface_language("en")
    app.wait_until_idle()


CHANGES: dict[str, Callable[[AppDriver], None]] = {
    "text size": change_text_size,
    "interface language": change_language,
    "library": lambda app: app.window._notify_library_changed(),
    "options": lambda app: app.window._notify_options_changed(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("reveals", [False, True], ids=["question", "answer"])
@pytest.mark.parametrize(
    ("note", "respond"),
    [
        (basic_note("a"), lambda _: None),
        (typed_note("a", "cat"), lambda app: app.type_text("cot")),
        (choice_note("a"), lambda app: app.press(Key.Key_2)),
    ],
    ids=["basic", "typed", "choice"],
)
def test_card_on_screen_keeps_its_state(
    app: AppDriver,
    note: Note,
    respond: Callable[[AppDriver], None],
    reveals: bool,
    change: Callable[[AppDriver], None],
) -> None:
    page = app.study(basic_note("first"), note, basic_note("c"))
    app.press(Key.Key_Space)
    app.press(Key.Key_1)
    respond(app)
    if reveals:
        page.reveal()
    before, response = shown(app), page.card_frame.response
    change(app)
    assert app.is_reviewing
    assert shown(app) == before
    assert app.review_page.card_frame.response == response
    app.review_page.reveal()
    app.review_page.rate(Rating.GOOD)
    assert app.ratings()[-1] == ("a", Rating.GOOD)
    assert app.review_page.undo()
    assert app.card.note.id == "a"


def test_time_on_a_card_goes_on_after_a_change(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.now += MINUTE // 6
    change_language(app)
    app.now += MINUTE // 6
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    assert app.journal_rows()[0]["took"] == MINUTE // 3


def test_finished_session_stays_finished(app: AppDriver) -> None:
    page = app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    summary = page.finished_panel.summary_label.text()
    change_language(app)
    assert app.is_reviewing
    assert app.review_page.finished_panel.isVisible()
    assert app.review_page.finished_panel.summary_label.text() == summary


def test_decks_page_stays_when_no_session_is_on_screen(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Escape)
    change_language(app)
    assert not app.is_reviewing


def test_revealed_answer_stays_when_the_card_language_changes(app: AppDriver) -> None:
    note = {
        "id": "a",
        "front": {"en": "Where?", "zh-Hant": "哪裡？"},
        "back": {"en": "Here", "zh-Hant": "這裡"},
    }
    page = app.study(note)
    app.press(Key.Key_Space)
    app.window.languages.set_card_languages(CardLanguages.TRADITIONAL_CHINESE)
    assert text_of(page.card_view) == "哪裡？ 這裡"
    assert page.rating_buttons.button_for(Rating.GOOD).hasFocus()
    app.press(Key.Key_Space)
    assert app.ratings() == [("a", Rating.GOOD)]


def edit_deck(app: AppDriver, *notes: Note) -> None:
    app.write_deck(*notes)
    app.window.refresh_library()
    app.wait_until_idle()


def test_edited_note_is_shown_at_once_in_the_same_state(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    edit_deck(app, basic_note("a", back="Better."), basic_note("b"))
    assert text_of(page.card_view) == "Question a? Better."
    app.press(Key.Key_3)
    assert app.ratings() == [("a", Rating.GOOD)]


def test_new_and_removed_notes_change_the_queue(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    edit_deck(app, basic_note("a"), basic_note("c"), basic_note("d"), basic_note("e"))
    assert page.header.counts_label.text() == "4 new · 0 learning · 0 due"
    seen = []
    while app.review_page.prompt is not None:
        seen.append(app.card.note.id)
        page.reveal()
        page.rate(Rating.EASY)
    assert seen == ["a", "c", "d", "e"]


def test_removed_note_on_screen_is_reported_and_the_next_card_shown(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    edit_deck(app, basic_note("b"))
    assert app.card.note.id == "b"
    assert page.banner.text() == "The card is no longer in its deck file."
    edit_deck(app)
    assert page.finished_panel.isVisible()


def test_removed_options_are_no_longer_picked(app: AppDriver) -> None:
    page = app.study(choice_note("a", options=4))
    page.card_view.anchorClicked.emit("option:3")
    edit_deck(app, choice_note("a", options=3))
    assert page.card_frame.response.picked_options == frozenset()


def test_unchanged_card_keeps_focus_and_selected_text(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    page.rating_buttons.button_for(Rating.HARD).setFocus()
    page.card_view.selectAll()
    app.window.refresh_library()
    app.wait_until_idle()
    assert QApplication.focusWidget() is page.rating_buttons.button_for(Rating.HARD)
    assert page.card_view.textCursor().hasSelection()
