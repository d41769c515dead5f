"""Adding notes: what is written, what stays for the next note, and undo."""

import pytest
from PySide6.QtCore import Qt

from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.modal_dialogs import UnsavedChoice
from studyapp.ui.editor.fields.text_area import TextArea
from tests.ui.app_driver import AppDriver, basic_note, click
from tests.ui.editor.editor_driver import (
    area,
    check,
    choose_deck,
    choose_type,
    messages,
    notes_in_file,
    open_adding,
    save,
    write,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def decks(app: AppDriver) -> AppDriver:
    app.write_deck(basic_note("n1", tags=["old"]))
    app.write_deck(basic_note("m1"), deck="e", title="Other")
    app.open_window()
    return app


def test_a_note_is_added_by_keyboard_alone(decks: AppDriver) -> None:
    decks.press(Qt.Key.Key_A)
    editor = decks.window.editor
    decks.wait_until(editor.isActiveWindow)
    decks.process_events()
    decks.type_text("what")
    decks.press(Qt.Key.Key_Tab)
    decks.type_text("that")
    decks.press_ctrl(Qt.Key.Key_Return)
    decks.wait_until(lambda: not editor.notice.isHidden())
    added = notes_in_file(decks, editor.form.draft().deck_id)[-1]
    assert (added["front"], added["back"]) == ("WHAT", "THAT")
    assert area(editor, "front").text() == area(editor, "back").text() == ""
    assert area(editor, "front").hasFocus()
    assert "WHAT" in editor.notice.label.text()


def test_the_new_card_can_be_studied_at_once(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="New question", back="New answer")
    save(decks, editor)
    decks.window.start_session()
    assert decks.prompt.counts.new == 3


def test_adding_is_undone(decks: AppDriver) -> None:
    editor = open_adding(decks)
    before = notes_in_file(decks)
    write(editor, front="Wrong", back="Note")
    save(decks, editor)
    assert len(notes_in_file(decks)) == 2
    click(editor.notice.button)
    decks.wait_until(lambda: not editor.saver.is_busy)
    assert notes_in_file(decks) == before
    assert area(editor, "front").text() == "Wrong"  # to be corrected and added again


def test_what_is_written_while_a_note_is_added_stays(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="First", back="Note")
    editor.save()
    assert editor.saver.is_busy
    area(editor, "front").change_text("Second")
    decks.wait_until(lambda: not editor.saver.is_busy)
    assert (notes_in_file(decks)[-1]["front"], notes_in_file(decks)[-1]["back"]) == ("First", "Note")
    assert (area(editor, "front").text(), area(editor, "back").text()) == ("Second", "")
    assert editor.has_changes


def test_undo_does_not_take_back_something_else(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="First", back="Note")
    save(decks, editor)
    decks.window.start_session()
    decks.review_page.bury()
    click(editor.notice.button)
    decks.wait_until(lambda: not editor.saver.is_busy)
    assert len(notes_in_file(decks)) == 2
    assert "main window" in editor.notice.label.text()


def test_pinned_fields_tags_type_and_deck_stay(decks: AppDriver) -> None:
    editor = open_adding(decks)
    choose_deck(editor, "e")
    choose_type(editor, "typed")
    editor.form.tags_line.setText("geo  city geo")
    area(editor, "front").setFocus()
    editor.form.toggle_pin()
    write(editor, front="Capital of Peru?", answer="Lima")
    save(decks, editor)
    added = notes_in_file(decks, "e")[-1]
    assert added["tags"] == ["geo", "city"]
    assert area(editor, "front").text() == "Capital of Peru?"
    assert area(editor, "answer").text() == ""
    assert editor.form.tags_line.words() == ("geo", "city")
    assert (editor.type_box.currentData(), editor.deck_box.currentData()) == ("typed", "e")
    assert not editor.has_changes


def test_another_type_keeps_the_texts(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="GPT", back="A model")
    choose_type(editor, "term")
    assert area(editor, "term").text() == "GPT"
    assert area(editor, "definition").text() == "A model"
    choose_type(editor, "choice")
    assert [row.option().text for row in editor.form.options_field.rows] == [(("", "A model"),), (("", ""),)]


@pytest.mark.parametrize("type_name", ["basic", "reversed", "term", "cloze", "choice", "typed", "claim"])
def test_every_type_can_be_added(decks: AppDriver, type_name: str) -> None:
    editor = open_adding(decks)
    choose_type(editor, type_name)
    for text_area in editor.form.text_fields.values():
        next(iter(text_area.areas.values())).change_text(
            "Some {{c1::text}}" if type_name == "cloze" else "Some text"
        )
    if type_name == "choice":
        for row, text in zip(editor.form.options_field.rows, ("right", "wrong"), strict=True):
            next(iter(row.text_field.areas.values())).change_text(text)
        editor.form.options_field.rows[0].correct_box.setChecked(True)
    if type_name == "claim":
        editor.form.details.evidence_box.setCurrentIndex(2)
        next(iter(editor.form.details.explanation_field.areas.values())).change_text("Because")
    check(editor)
    assert editor.preview.panels
    save(decks, editor)
    assert len(notes_in_file(decks)) == 2
    assert editor.notice.property("calm")


def test_errors_are_shown_at_the_field_and_nothing_is_added(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="Question")
    assert messages(editor, "back") == []  # not before the field was left
    save(decks, editor)
    assert messages(editor, "back") == ["Write something here."]
    assert area(editor, "back").hasFocus()
    assert area(editor, "back").accessibleDescription() == "Write something here."
    assert len(notes_in_file(decks)) == 1


def test_a_field_that_was_left_empty_is_reported(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="Question")
    decks.press(Qt.Key.Key_Tab)
    decks.press(Qt.Key.Key_Tab)
    check(editor)
    assert messages(editor, "back") == ["Write something here."]


def test_duplicates_are_shown_at_the_first_field(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="Question n1?")
    assert any("already" in text for text in messages(editor, "front"))
    write(editor, front="Question n2?")
    assert not any("already" in text for text in messages(editor, "front"))


def test_closing_asks_only_if_something_is_written(decks: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[UnsavedChoice] = []

    def answer(choice: UnsavedChoice) -> None:
        def ask(_: object) -> UnsavedChoice:
            asked.append(choice)
            return choice

        monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", ask)

    editor = open_adding(decks)
    choose_type(editor, "cloze")
    decks.press(Qt.Key.Key_Escape)
    assert editor.isHidden()
    editor = open_adding(decks)
    write(editor, front="Kept")
    answer(UnsavedChoice.CANCEL)
    decks.press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    answer(UnsavedChoice.DISCARD)
    decks.press(Qt.Key.Key_Escape)
    assert editor.isHidden()
    assert asked == [UnsavedChoice.CANCEL, UnsavedChoice.DISCARD]
    assert len(notes_in_file(decks)) == 1


def test_closing_can_save_first(decks: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: UnsavedChoice.SAVE)
    editor = open_adding(decks)
    write(editor, front="Saved", back="Too")
    editor.close()
    decks.wait_until(editor.isHidden)
    assert notes_in_file(decks)[-1]["front"] == "Saved"


def test_the_main_window_stays_while_a_note_is_kept(
    decks: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: UnsavedChoice.CANCEL)
    editor = open_adding(decks)
    write(editor, front="Kept")
    assert not decks.window.close()
    monkeypatch.setattr(modal_dialogs, "ask_unsaved_changes", lambda _: UnsavedChoice.DISCARD)
    assert decks.window.close()


def test_languages_of_the_deck_have_areas_of_their_own(app: AppDriver) -> None:
    note = {"id": "n", "front": {"en": "Q", "zh-Hant": "問"}, "back": "3599"}
    app.write_deck(note, language=["en", "zh-Hant"])
    app.open_window()
    editor = open_adding(app)
    field = editor.form.text_fields["front"]
    assert list(field.areas) == ["en", "zh-Hant"]
    area(editor, "front", "en").change_text("How many?")
    area(editor, "front", "zh-Hant").change_text("多少？")
    area(editor, "back", "en").change_text("7 dogs")
    editor.form.text_fields["back"]._join_languages()
    check(editor)
    save(app, editor)
    added = notes_in_file(app)[-1]
    assert (added["front"], added["back"]) == ({"en": "How many?", "zh-Hant": "多少？"}, "7 dogs")


def test_a_language_can_be_added(decks: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modal_dialogs, "ask_language", lambda _: "de")
    editor = open_adding(decks)
    write(editor, front="dog", back="an animal")
    editor.form.add_language()
    assert list(editor.form.text_fields["front"].areas) == ["en", "de"]
    assert area(editor, "front", "en").text() == "dog"
    area(editor, "front", "de").change_text("Hund")
    save(decks, editor)
    assert notes_in_file(decks)[-1]["front"] == {"en": "dog", "de": "Hund"}


def test_the_preview_shows_every_card(decks: AppDriver) -> None:
    decks.app_settings.card_languages = CardLanguages.ENGLISH
    editor = open_adding(decks)
    choose_type(editor, "cloze")
    write(editor, text="{{c1::Lima}} is in {{c2::Peru}}")
    texts = [panel.card_view.toPlainText() for panel in editor.preview.panels]
    assert len(texts) == 2
    assert "[…] is in Peru" in texts[0].replace("\u2060", "")
    assert "Lima is in Peru" in texts[0].replace("\u2060", "")


def test_the_preview_shows_a_note_that_is_not_complete(decks: AppDriver) -> None:
    editor = open_adding(decks)
    assert editor.preview.hint_label.isVisible()
    write(editor, front="Only a question")
    (panel,) = editor.preview.panels
    assert "Only a question" in panel.card_view.toPlainText()
    assert not editor.preview.hint_label.isVisible()


def test_tags_are_completed(decks: AppDriver) -> None:
    editor = open_adding(decks)
    line = editor.form.tags_line
    line.setFocus()
    decks.type_text("ol")
    assert line._take_candidate()
    assert line.text() == "old "


def test_adding_again_keeps_what_was_begun(decks: AppDriver) -> None:
    editor = open_adding(decks)
    write(editor, front="Begun")
    assert editor.add("e")
    assert area(editor, "front").text() == "Begun"
    assert isinstance(editor.focusWidget(), TextArea)
