"""The options: chosen in a form, held at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from studyapp.core.study.option_descriptor import OptionScope
from studyapp.core.study.option_table import OPTIONS
from studyapp.core.study.study_options import NewCardOrder, StudyOptions
from studyapp.services.options.study_options import load_option_overrides, load_study_options
from studyapp.store.settings import ALL_DECKS
from studyapp.ui.decks.deck_list import Column
from studyapp.ui.decks.options_dialog import OptionsDialog
from studyapp.ui.kit import modal_dialogs
from tests.ui.app_driver import AppDriver, basic_note, text_of, typed_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def opened(app: AppDriver, deck: str = ALL_DECKS) -> OptionsDialog:
    app.window.deck_dialogs.show_options(deck)
    return app.window.findChildren(OptionsDialog)[-1]


def many(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number}") for number in range(30)), deck="one")
    app.write_deck(*(basic_note(f"m{number}") for number in range(30)), deck="two")
    app.open_window()


def line(dialog: OptionsDialog, name: str) -> QLineEdit:
    field = dialog.field_by_option[name]
    assert isinstance(field, QLineEdit)
    return field


def write(dialog: OptionsDialog, name: str, words: str) -> None:
    """As a person does who then goes on to the next field."""
    line(dialog, name).setText(words)
    line(dialog, name).editingFinished.emit()


def test_opening_chooses_nothing_and_shows_the_defaults(app: AppDriver) -> None:
    many(app)
    before = app.database_digest()
    dialog = opened(app)
    assert sorted(dialog.field_by_option) == sorted(
        option.stored_name for option in OPTIONS if option.scope is not OptionScope.DECK
    )
    for name, usual in (("new_a_day", "20"), ("retention", "90"), ("learning_steps", "1 10")):
        assert (line(dialog, name).text(), line(dialog, name).placeholderText()) == ("", usual)
    assert app.database_digest() == before


def test_a_choice_for_all_holds_at_once(app: AppDriver) -> None:
    many(app)
    dialog = opened(app)
    write(dialog, "new_a_day", "7")
    assert [row.counts[Column.NEW] for row in app.decks_page.deck_list.rows] == [7, 7]
    assert app.decks_page.title.text() == "Welcome to StudyApp"
    assert load_study_options(app.collection) == StudyOptions(new_per_day=7)


def test_a_deck_shows_what_holds_for_all_and_has_its_own(app: AppDriver) -> None:
    many(app)
    write(opened(app), "new_a_day", "7")
    app.decks_page.deck_list.rows[1].setFocus()
    QTest.keySequence(app.window, QKeySequence("Ctrl+,"))
    dialog = app.window.findChildren(OptionsDialog)[-1]
    assert (
        not {option.stored_name for option in OPTIONS if option.scope is OptionScope.GLOBAL}
        & dialog.field_by_option.keys()
    )
    assert line(dialog, "new_a_day").placeholderText() == "7"
    write(dialog, "new_a_day", "3")
    assert [row.counts[Column.NEW] for row in app.decks_page.deck_list.rows] == [7, 3]
    dialog.reset_button.click()
    assert load_option_overrides(app.collection, "two") == {}
    assert [row.counts[Column.NEW] for row in app.decks_page.deck_list.rows] == [7, 7]


@pytest.mark.parametrize(
    ("name", "wrong", "words", "right"),
    [("learning_steps", "soon", "minutes", "2 20"), ("retention", "100", "from 70 to 99", "85")],
)
def test_what_makes_no_sense_is_told_and_not_kept(
    app: AppDriver, name: str, wrong: str, words: str, right: str
) -> None:
    many(app)
    dialog = opened(app)
    write(dialog, name, wrong)
    assert dialog.error_banner.isVisible()
    assert words in dialog.error_banner.text()
    assert load_option_overrides(app.collection, ALL_DECKS) == {}
    write(dialog, name, right)
    assert not dialog.error_banner.isVisible()
    assert load_option_overrides(app.collection, ALL_DECKS) == {name: right}


def test_the_order_of_new_cards_is_chosen(app: AppDriver) -> None:
    many(app)
    dialog = opened(app, "one")
    box = dialog.field_by_option["new_order"]
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Deck order (all decks)"
    box.setCurrentIndex(box.findData(NewCardOrder.PREREQUISITES))
    box.activated.emit(box.currentIndex())
    assert load_study_options(app.collection, "one").new_card_order is NewCardOrder.PREREQUISITES
    dialog.close()
    again = opened(app, "one").field_by_option["new_order"]
    assert isinstance(again, QComboBox)
    assert again.currentData() == NewCardOrder.PREREQUISITES


def test_typed_answers_are_forgiven_once_that_is_chosen(app: AppDriver) -> None:
    page = app.study(typed_note("a", "ChatGPT"))
    box = opened(app).field_by_option["typed_answers"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("forgiving"))
    box.activated.emit(box.currentIndex())
    app.window.start_session()
    page.answer_field.setText("chat-gpt")
    page.reveal()
    assert "✓" in text_of(page.card_view)


def test_the_menu_of_a_row(app: AppDriver) -> None:
    many(app)
    row = app.decks_page.deck_list.rows[1]
    study, _, _, options, _ = app.decks_page.deck_list.build_menu(row).actions()
    options.trigger()
    assert text_of(app.window.findChildren(OptionsDialog)[-1].reset_button) == "Reset to global options"
    study.trigger()
    assert app.card.id.deck_id == "two"


def test_the_next_card_of_a_running_session_has_them(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    write(opened(app), "learning_steps", "7 30")
    assert app.is_reviewing
    page.reveal()
    page.rate(next(iter(app.prompt.due_by_rating)))
    assert next(iter(app.prompt.due_by_rating.values())).delay == 7 * 60_000


def test_what_stands_in_a_field_is_kept_when_the_window_closes(app: AppDriver) -> None:
    many(app)
    dialog = opened(app)
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    field = line(dialog, "new_a_day")
    field.setFocus()
    QTest.keyClicks(field, "5")
    app.window.close()
    assert load_study_options(app.collection).new_per_day == 5


def test_more_new_cards_are_offered_at_the_end(app: AppDriver) -> None:
    page = app.study(*(basic_note(f"n{number}") for number in range(5)))
    write(opened(app), "new_a_day", "1")
    app.window.start_session()
    page.reveal()
    app.press(Key.Key_4)
    assert page.finished_panel.more_new_cards_button.isVisible()
    assert page.finished_panel.more_new_cards_button.text() == "Study 4 more new cards"
    page.finished_panel.more_new_cards_button.click()
    assert app.prompt.counts.new == 4


def test_enter_in_a_field_keeps_what_it_says_and_resets_nothing(app: AppDriver) -> None:
    many(app)
    dialog = opened(app)
    write(dialog, "retention", "85")
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    field = line(dialog, "new_a_day")
    field.setFocus()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Key.Key_Return)
    assert load_option_overrides(app.collection, ALL_DECKS) == {"new_a_day": "7", "retention": "85"}


def test_a_choice_that_could_not_be_kept_is_not_shown_as_kept(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(app)
    dialog = opened(app)
    told: list[str] = []
    monkeypatch.setattr(modal_dialogs, "show_error", lambda parent, words: told.append(words))
    app.collection.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(app.collection_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        write(dialog, "new_a_day", "7")
        other.execute("ROLLBACK")
    assert len(told) == 1
    assert line(dialog, "new_a_day").text() == ""
    write(dialog, "new_a_day", "7")
    assert load_option_overrides(app.collection, ALL_DECKS) == {"new_a_day": "7"}


def test_a_deck_with_languages_of_its_own_shows_them(app: AppDriver) -> None:
    both = {"en": "A word", "zh-Hant": "一個詞"}
    app.write_deck(
        {"id": "a", "front": both, "back": {"en": "Its meaning", "zh-Hant": "它的意思"}}, deck="one"
    )
    app.write_deck({"id": "b", "front": both, "back": "B"}, deck="two")
    app.open_window()
    box = opened(app, "one").field_by_option["languages"]
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


def test_the_languages_of_a_deck_change_under_the_card_on_screen(app: AppDriver) -> None:
    app.write_deck({"id": "a", "front": {"en": "A word", "zh-Hant": "一個詞"}, "back": "A"})
    app.open_window()
    app.window.start_session()
    app.press(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = app.window.findChildren(OptionsDialog)[-1]
    box = dialog.field_by_option["languages"]  # the options are those of the card's deck
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("繁體中文"))
    box.activated.emit(box.currentIndex())
    assert text_of(app.review_page.card_view) == "一個詞"
    dialog.close()
    app.wait_until_idle()
    app.press_ctrl(Key.Key_L)
    assert text_of(app.review_page.banner) == "This deck has its own card languages. Deck options: Ctrl+,"
    assert text_of(app.review_page.card_view) == "一個詞"


def test_the_file_of_a_deck_is_opened_from_its_row(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    many(app)
    opened_files: list[Path] = []
    monkeypatch.setattr(app.window.deck_adder, "open_file", opened_files.append)
    app.decks_page.deck_list.build_menu(app.decks_page.deck_list.rows[1]).actions()[-1].trigger()
    assert [path.name for path in opened_files] == ["two.yaml"]
