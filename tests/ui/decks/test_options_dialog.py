"""The options dialog: options are saved and applied at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from studyapp.core.options.option_descriptor import OptionScope
from studyapp.core.options.option_table import OPTIONS
from studyapp.core.options.study_options import NewCardOrder, StudyOptions
from studyapp.services.options.option_storage import load_option_overrides, load_study_options
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.deck_list.deck_columns import Column
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.dialogs import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note, text_of, typed_note
from tests.ui.decks.deck_page_actions import choose_in_row_menu, deck_rows, focus_row

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def open_options(app: AppDriver, deck: str = ALL_DECKS) -> OptionsDialog:
    app.window.deck_dialogs.show_options(deck)
    return app.window.findChildren(OptionsDialog)[-1]


def open_two_large_decks(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number}") for number in range(30)), deck="one")
    app.write_deck(*(basic_note(f"m{number}") for number in range(30)), deck="two")
    app.open_window()


def text_field(dialog: OptionsDialog, name: str) -> QLineEdit:
    field = dialog.field_by_option[name]
    assert isinstance(field, QLineEdit)
    return field


def enter_text(dialog: OptionsDialog, name: str, text: str) -> None:
    """Enter text in a field and leave it."""
    text_field(dialog, name).setText(text)
    text_field(dialog, name).editingFinished.emit()


def test_opening_shows_defaults_and_saves_nothing(app: AppDriver) -> None:
    open_two_large_decks(app)
    before = app.database_digest()
    dialog = open_options(app)
    assert sorted(dialog.field_by_option) == sorted(
        option.stored_name for option in OPTIONS if option.scope is not OptionScope.DECK
    )
    for name, default in (("new_a_day", "20"), ("retention", "90"), ("learning_steps", "1 10")):
        assert (text_field(dialog, name).text(), text_field(dialog, name).placeholderText()) == ("", default)
    assert app.database_digest() == before


def test_global_option_applies_at_once(app: AppDriver) -> None:
    open_two_large_decks(app)
    dialog = open_options(app)
    enter_text(dialog, "new_a_day", "7")
    assert [row.counts[Column.NEW] for row in deck_rows(app)] == [7, 7]
    assert app.decks_page.title_label.text() == "Welcome to StudyApp"
    assert load_study_options(app.collection) == StudyOptions(new_per_day=7)


def test_deck_option_overrides_global_option_until_reset(app: AppDriver) -> None:
    open_two_large_decks(app)
    enter_text(open_options(app), "new_a_day", "7")
    focus_row(app, 1)
    QTest.keySequence(app.window, QKeySequence("Ctrl+,"))
    dialog = app.window.findChildren(OptionsDialog)[-1]
    assert (
        not {option.stored_name for option in OPTIONS if option.scope is OptionScope.GLOBAL}
        & dialog.field_by_option.keys()
    )
    assert text_field(dialog, "new_a_day").placeholderText() == "7"
    enter_text(dialog, "new_a_day", "3")
    assert [row.counts[Column.NEW] for row in deck_rows(app)] == [7, 3]
    dialog.reset_button.click()
    assert load_option_overrides(app.collection, "two") == {}
    assert [row.counts[Column.NEW] for row in deck_rows(app)] == [7, 7]


@pytest.mark.parametrize(
    ("name", "invalid", "message", "valid"),
    [("learning_steps", "soon", "minutes", "2 20"), ("retention", "100", "from 70 to 99", "85")],
)
def test_invalid_value_is_reported_and_not_saved(
    app: AppDriver, name: str, invalid: str, message: str, valid: str
) -> None:
    open_two_large_decks(app)
    dialog = open_options(app)
    enter_text(dialog, name, invalid)
    error, field = dialog.error_by_option[name], text_field(dialog, name)
    assert error.isVisible()
    assert message in error.text()
    assert error.text() in field.accessibleDescription()
    app.wait_until(field.hasFocus)
    assert load_option_overrides(app.collection, ALL_DECKS) == {}
    enter_text(dialog, name, valid)
    assert not error.isVisible()
    assert message not in field.accessibleDescription()
    assert load_option_overrides(app.collection, ALL_DECKS) == {name: valid}


def test_new_card_order_is_saved(app: AppDriver) -> None:
    open_two_large_decks(app)
    dialog = open_options(app, "one")
    box = dialog.field_by_option["new_order"]
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Varied (all decks)"
    box.setCurrentIndex(box.findData(NewCardOrder.PREREQUISITES))
    box.activated.emit(box.currentIndex())
    assert load_study_options(app.collection, "one").new_card_order is NewCardOrder.PREREQUISITES
    dialog.close()
    reopened = open_options(app, "one").field_by_option["new_order"]
    assert isinstance(reopened, QComboBox)
    assert reopened.currentData() == NewCardOrder.PREREQUISITES


def test_typed_answers_are_compared_exactly_only_if_chosen(app: AppDriver) -> None:
    page = app.study(typed_note("a", "ChatGPT"))
    page.answer_field.setText("chat-gpt")
    page.reveal()
    assert "✓" in text_of(page.card_view)
    box = open_options(app).field_by_option["typed_answers"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("exact"))
    box.activated.emit(box.currentIndex())
    app.window.start_session()
    page.answer_field.setText("chat-gpt")
    page.reveal()
    assert "✗" in text_of(page.card_view)


def test_deck_menu_opens_options_and_studies_deck(app: AppDriver) -> None:
    open_two_large_decks(app)
    choose_in_row_menu(app, 1, "Deck options")
    assert (
        text_of(app.window.findChildren(OptionsDialog)[-1].reset_button) == "Reset to options for all decks"
    )
    choose_in_row_menu(app, 1, "Study")
    assert app.card.id.deck_id == "two"


def test_options_apply_to_running_session(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    enter_text(open_options(app), "learning_steps", "7 30")
    assert app.is_reviewing
    page.reveal()
    page.rate(next(iter(app.prompt.due_by_rating)))
    assert next(iter(app.prompt.due_by_rating.values())).delay == 7 * 60_000


def test_pending_edit_is_saved_when_the_window_closes(app: AppDriver) -> None:
    open_two_large_decks(app)
    dialog = open_options(app)
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    field = text_field(dialog, "new_a_day")
    field.setFocus()
    QTest.keyClicks(field, "5")
    app.window.close()
    assert load_study_options(app.collection).new_per_day == 5


def test_finished_screen_offers_more_new_cards(app: AppDriver) -> None:
    page = app.study(*(basic_note(f"n{number}") for number in range(5)))
    enter_text(open_options(app), "new_a_day", "1")
    app.window.start_session()
    page.reveal()
    app.press(Key.Key_4)
    assert page.finished_panel.more_new_cards_button.isVisible()
    assert page.finished_panel.more_new_cards_button.text() == "Study 4 more"
    page.finished_panel.more_new_cards_button.click()
    assert app.prompt.counts.new == 4


def test_enter_in_field_saves_value_and_does_not_reset(app: AppDriver) -> None:
    open_two_large_decks(app)
    dialog = open_options(app)
    enter_text(dialog, "retention", "85")
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    field = text_field(dialog, "new_a_day")
    field.setFocus()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Key.Key_Return)
    assert load_option_overrides(app.collection, ALL_DECKS) == {"new_a_day": "7", "retention": "85"}


def test_value_that_could_not_be_saved_is_reverted(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    open_two_large_decks(app)
    dialog = open_options(app)
    messages: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda parent, message: messages.append(message))
    app.collection.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(app.collection_file, isolation_level=None)) as other_connection:
        other_connection.execute("BEGIN IMMEDIATE")
        enter_text(dialog, "new_a_day", "7")
        other_connection.execute("ROLLBACK")
    assert len(messages) == 1
    assert text_field(dialog, "new_a_day").text() == ""
    enter_text(dialog, "new_a_day", "7")
    assert load_option_overrides(app.collection, ALL_DECKS) == {"new_a_day": "7"}


def test_deck_languages_override_global_languages(app: AppDriver) -> None:
    both = {"en": "A word", "zh-Hant": "一個詞"}
    app.write_deck(
        {"id": "a", "front": both, "back": {"en": "Its meaning", "zh-Hant": "它的意思"}}, deck="one"
    )
    app.write_deck({"id": "b", "front": both, "back": "B"}, deck="two")
    app.open_window()
    box = open_options(app, "one").field_by_option["languages"]
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Same as all decks"
    box.setCurrentIndex(box.findText("Front 繁體中文, back English"))
    box.activated.emit(box.currentIndex())
    app.window.start_session("one")
    assert text_of(app.review_page.card_view) == "一個詞"
    app.press(Key.Key_Space)
    assert "Its meaning" in text_of(app.review_page.card_view)
    assert "它的意思" not in text_of(app.review_page.card_view)
    app.window.start_session("two")
    assert text_of(app.review_page.card_view) == "A word"


def test_deck_languages_apply_to_current_card(app: AppDriver) -> None:
    app.write_deck({"id": "a", "front": {"en": "A word", "zh-Hant": "一個詞"}, "back": "A"})
    app.open_window()
    app.window.start_session()
    app.press(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = app.window.findChildren(OptionsDialog)[-1]
    box = dialog.field_by_option["languages"]  # the options of the current card's deck
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("繁體中文"))
    box.activated.emit(box.currentIndex())
    assert text_of(app.review_page.card_view) == "一個詞"
    dialog.close()
    app.wait_until_idle()
    app.press_ctrl(Key.Key_L)
    assert text_of(app.review_page.banner) == "This deck has its own card languages. Deck options: Ctrl+,"
    assert text_of(app.review_page.card_view) == "一個詞"


def test_deck_menu_opens_deck_file(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    open_two_large_decks(app)
    opened_files: list[Path] = []
    monkeypatch.setattr(app.window.deck_adder, "open_file", opened_files.append)
    choose_in_row_menu(app, 1, "Open deck file")
    assert [path.name for path in opened_files] == ["two.yaml"]


@pytest.mark.parametrize("deck", [ALL_DECKS, "one"])
def test_rows_keep_their_heights_when_one_of_them_changes(app: AppDriver, deck: str) -> None:
    open_two_large_decks(app)
    dialog = open_options(app, deck)

    def squeezed() -> list[str]:
        app.process_events()
        rows = {name: field.parentWidget() for name, field in dialog.field_by_option.items()}
        return [name for name, row in rows.items() if row and row.height() < row.heightForWidth(row.width())]

    assert not squeezed()
    enter_text(dialog, "new_a_day", "many")
    assert dialog.error_by_option["new_a_day"].isVisible() and not squeezed()
    enter_text(dialog, "new_a_day", "500")
    assert dialog.cap_note_by_option["new_a_day"].isVisible() and not squeezed()
