"""A change of language, text size, options or deck files leaves what is on screen as it is."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.settings.settings_dialog import SettingsDialog
from tests.ui.app_driver import MINUTE, AppDriver, Note, basic_note, choice_note, text_of, typed_note
from tests.ui.browse.browse_driver import BrowseDriver
from tests.ui.editor.editor_driver import area, notes_in_file, open_adding, open_editing, save, write

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)


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


REBUILDS = (change_text_size, change_language)


def open_browser(app: AppDriver) -> BrowseDriver:
    """Open the browse page over so many notes that the table scrolls, and select some at the end."""
    browse = BrowseDriver(app)
    browse.open(*(basic_note(f"n{number:03}") for number in range(260)))
    browse.type_query("question")
    return browse


@pytest.mark.parametrize("change", REBUILDS, ids=["text size", "interface language"])
def test_browse_page_keeps_query_selection_and_place(
    app: AppDriver, change: Callable[[AppDriver], None]
) -> None:
    browse = open_browser(app)
    table = browse.page.table
    table.scrollTo(browse.page.model.index(230, 1), table.ScrollHint.PositionAtTop)
    app.process_events()
    browse.select(231, 233)
    top = table.rowAt(0)
    old_page = browse.page
    change(app)
    browse.wait()
    page = browse.page
    assert page is not old_page
    assert app.window.current_page is page
    assert page.field.text() == "question"
    assert len(page.model.cards) == 260
    assert [card.note_id for card in page.table.selected_cards()] == ["n231", "n233"]
    assert page.table.current_card == page.model.cards[233]
    assert page.table.rowAt(0) == top
    assert page.table.hasFocus()


@pytest.mark.parametrize("change", REBUILDS, ids=["text size", "interface language"])
def test_hidden_browse_page_keeps_its_query(app: AppDriver, change: Callable[[AppDriver], None]) -> None:
    browse = open_browser(app)
    app.press_ctrl(Key.Key_D)
    change(app)
    assert app.window.current_page is app.decks_page
    app.press(Key.Key_B)
    browse.wait()
    assert browse.page.field.text() == "question"


@pytest.mark.parametrize("change", REBUILDS, ids=["text size", "interface language"])
def test_editor_keeps_unsaved_text(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, change: Callable[[AppDriver], None]
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: pytest.fail("asked"))
    app.write_deck(basic_note("a"))
    app.open_window()
    old_editor = open_editing(app, "d/a")
    write(old_editor, back="Better answer.")
    old_editor.schedule_box.setCurrentIndex(1)
    change(app)
    editor = app.window.editor
    assert editor is not old_editor
    assert editor.isVisible()
    assert area(editor, "back").text() == "Better answer."
    assert area(editor, "front").text() == "Question a?"
    assert editor.has_changes
    assert editor.schedule_box.currentIndex() == 1
    save(app, editor)
    assert notes_in_file(app) == [{"id": "a", "front": "Question a?", "back": "Better answer."}]


def test_editor_for_new_notes_keeps_text_deck_and_pins(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.write_deck(basic_note("b"), deck="e", title="Other")
    app.open_window()
    old_editor = open_adding(app, "e")
    write(old_editor, front="New")
    old_editor.form.pinned_fields.add("front")
    change_text_size(app)
    editor = app.window.editor
    assert editor.is_adding
    assert editor.deck_box.currentData() == "e"
    write(editor, back="Note")
    save(app, editor)
    assert notes_in_file(app, "e")[-1]["front"] == "New"
    assert area(editor, "front").text() == "New"
    assert area(editor, "back").text() == ""
    editor._deck = None


def test_note_that_is_being_saved_is_saved_before_the_window_is_replaced(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    editor = open_editing(app, "d/a")
    write(editor, back="Saved.")
    editor.save()
    window.app_dialogs.rebuildRequested.emit()
    assert app.window is window
    app.wait_until(lambda: app.window is not window)
    for dialog in app.window.findChildren(SettingsDialog):
        dialog.close()
    assert notes_in_file(app)[0]["back"] == "Saved."
    assert not app.window.editor.has_changes


def test_closed_editor_stays_closed(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    open_editing(app, "d/a").close()
    change_text_size(app)
    assert "editor" not in app.window.__dict__
