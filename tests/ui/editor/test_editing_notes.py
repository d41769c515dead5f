"""Editing a note: from review and back, the schedule, and what others changed meanwhile."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from studyapp.core.study.rating import Rating
from studyapp.core.text.text_formatting import TextFormat
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from tests.ui.app_driver import AppDriver, basic_note, choice_note, click, text_of
from tests.ui.editor.editor_driver import (
    area,
    check,
    conflict_dialog,
    notes_in_file,
    open_editing,
    save,
    wait_for_focus,
    write,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def app_with_deck(app: AppDriver) -> AppDriver:
    app.write_deck(basic_note("n1", tags=["old"]), basic_note("n2"))
    app.open_window()
    return app


def change_file(app: AppDriver, **changes: object) -> Path:
    """Change the first note of the deck file, as another editor would."""
    path = app.decks_folder / "d.yaml"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["notes"][0].update(changes)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def test_e_edits_the_card_in_review_and_returns_to_it(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    app.window.start_session()
    app.review_page.reveal()
    card = app.card.id
    app.press(Qt.Key.Key_E)
    editor = wait_for_focus(app, app.window.editor)
    assert area(editor, "back").text() == "Answer n1."
    write(editor, back="Corrected answer.")
    app.press_ctrl(Qt.Key.Key_S)
    app.wait_until(editor.isHidden)
    app.wait_until(lambda: "Corrected" in text_of(app.review_page.card_view))
    assert app.card.id == card
    assert app.review_page._session is not None
    assert app.review_page._session.is_revealed
    assert notes_in_file(app)[0]["back"] == "Corrected answer."
    app.window.activateWindow()
    app.wait_until(app.window.isActiveWindow)
    app.review_page.rate(Rating.GOOD)
    assert app.ratings() == [("n1", 3)]


def test_the_other_notes_of_the_file_stay_as_they_are(app_with_deck: AppDriver) -> None:
    before = notes_in_file(app_with_deck)
    editor = open_editing(app_with_deck, "d/n1")
    write(editor, front="New question")
    save(app_with_deck, editor)
    assert notes_in_file(app_with_deck) == [{**before[0], "front": "New question"}, before[1]]


def test_saving_without_changes_writes_nothing(app_with_deck: AppDriver) -> None:
    path = app_with_deck.decks_folder / "d.yaml"
    before = path.read_bytes()
    editor = open_editing(app_with_deck, "d/n1")
    save(app_with_deck, editor)
    assert path.read_bytes() == before
    assert editor.isHidden()


@pytest.mark.parametrize(
    ("change", "is_new", "is_due"),
    [
        (ScheduleChange.KEEP, False, False),
        (ScheduleChange.REVIEW_SOON, False, True),
        (ScheduleChange.RESET, True, True),
    ],
)
def test_the_schedule_stays_unless_the_meaning_changed(
    app_with_deck: AppDriver, change: ScheduleChange, is_new: bool, is_due: bool
) -> None:
    app = app_with_deck
    app.window.start_session()
    app.review_page.reveal()
    app.review_page.rate(Rating.EASY)
    app.window.show_decks()
    editor = open_editing(app, "d/n1")
    assert not editor.schedule_box.isEnabled()
    write(editor, front="Something else?")
    assert editor.schedule_box.isEnabled()
    editor.schedule_box.setCurrentIndex(editor.schedule_box.findData(change))
    save(app, editor)
    app.window.start_session()
    counts = app.prompt.counts
    assert counts.new == (2 if is_new else 1)
    assert counts.review == (1 if is_due and not is_new else 0)


def test_changes_of_other_fields_in_the_file_are_merged(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    change_file(app, back="Theirs")
    save(app, editor)
    assert (notes_in_file(app)[0]["front"], notes_in_file(app)[0]["back"]) == ("Mine", "Theirs")
    assert editor.isVisible()
    assert "Back" in editor.notice.label.text()
    assert area(editor, "back").text() == "Theirs"


def test_what_is_written_while_a_note_is_saved_stays(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    change_file(app, back="Theirs")
    editor.save()
    assert editor.saver.is_busy
    write(editor, front="Mine, and more")
    app.wait_until(lambda: not editor.saver.is_busy)
    assert editor.isVisible() and editor.has_changes
    assert (area(editor, "front").text(), area(editor, "back").text()) == ("Mine, and more", "Theirs")
    save(app, editor)
    assert (notes_in_file(app)[0]["front"], notes_in_file(app)[0]["back"]) == ("Mine, and more", "Theirs")
    assert editor.isHidden()


def test_the_editor_stays_open_for_what_was_written_while_saving(app_with_deck: AppDriver) -> None:
    editor = open_editing(app_with_deck, "d/n1")
    write(editor, front="Mine")
    editor.save()
    write(editor, back="Later")
    app_with_deck.wait_until(lambda: not editor.saver.is_busy)
    assert editor.isVisible() and area(editor, "back").text() == "Later"
    assert "Save again" in editor.notice.label.text()


def test_another_note_is_opened_once_the_first_one_is_saved(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    editor.save()
    assert not editor.edit("d/n2")
    app.wait_until(lambda: area(editor, "front").text() == "Question n2?")
    write(editor, front="Other")
    save(app, editor)
    assert [note["front"] for note in notes_in_file(app)] == ["Mine", "Other"]


@pytest.mark.parametrize("takes_file", [False, True])
def test_a_conflict_is_resolved_field_by_field(app_with_deck: AppDriver, takes_file: bool) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine", back="My answer")
    change_file(app, front="Theirs", section="3")
    save(app, editor)
    assert notes_in_file(app)[0]["front"] == "Theirs"  # nothing is overwritten
    dialog = conflict_dialog(editor)
    assert list(dialog.file_button_by_field) == ["front"]
    if takes_file:
        dialog.file_button_by_field["front"].click()
    click(dialog.save_button)
    app.wait_until(lambda: notes_in_file(app)[0]["back"] == "My answer")
    assert notes_in_file(app)[0]["front"] == ("Theirs" if takes_file else "Mine")
    assert notes_in_file(app)[0]["section"] == "3"
    app.wait_until(lambda: not editor.saver.is_busy)


def test_a_conflict_can_be_left_open(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    change_file(app, front="Theirs")
    save(app, editor)
    conflict_dialog(editor).reject()
    assert area(editor, "front").text() == "Mine"
    assert notes_in_file(app)[0]["front"] == "Theirs"


def test_a_note_that_is_gone_can_be_added_again(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    app.write_deck(basic_note("n2"))
    save(app, editor)
    assert "no longer" in editor.notice.label.text()
    click(editor.notice.button)
    app.wait_until(lambda: len(notes_in_file(app)) == 2)
    app.wait_until(lambda: not editor.saver.is_busy)
    assert notes_in_file(app)[-1]["front"] == "Mine"
    assert notes_in_file(app)[-1]["tags"] == ["old"]


def test_an_error_in_saving_keeps_the_text(app_with_deck: AppDriver) -> None:
    app = app_with_deck
    editor = open_editing(app, "d/n1")
    write(editor, front="Mine")
    (app.decks_folder / "d.yaml").write_text("notes: [", encoding="utf-8")
    save(app, editor)
    assert editor.isVisible()
    assert "d.yaml" in editor.notice.label.text()
    assert area(editor, "front").text() == "Mine"
    assert editor.save_button.isEnabled()


def test_options_and_details_are_shown_and_saved(app: AppDriver) -> None:
    app.write_deck(
        {**choice_note("n1"), "section": "2", "evidence": "hypothesis", "requires": ["n2"], "why": "So"},
        basic_note("n2"),
    )
    app.open_window()
    editor = open_editing(app, "d/n1")
    details, options = editor.form.details, editor.form.options_field
    assert details.section_field.line.text() == "2"
    assert details.evidence_box.currentData() == "hypothesis"
    assert details.prerequisites_field.line.text() == "n2"
    assert [row.correct_box.isChecked() for row in options.rows] == [True, False, False]
    click(options.rows[2].remove_button)
    click(options.add_button)
    next(iter(options.rows[2].text_field.areas.values())).change_text("another")
    details.section_field.line.setText("3")
    check(editor)
    save(app, editor)
    saved = notes_in_file(app)[0]
    assert [option["text"] for option in saved["options"]] == ["n1-0", "n1-1", "another"]  # type: ignore[attr-defined]
    assert (saved["section"], saved["requires"], saved["why"]) == ("3", ["n2"], "So")


def test_fields_of_custom_note_types_are_html(app: AppDriver) -> None:
    note_type = {
        "name": "Verb",
        "fields": ["Infinitive", "Past"],
        "cards": [{"name": "Card", "front": "{{Infinitive}}", "back": "{{Past}}"}],
    }
    note = {"id": "n1", "type": "verb", "fields": {"Infinitive": "ir", "Past": "<b>fui</b>"}}
    app.write_deck(note, note_types={"verb": note_type})
    app.open_window()
    editor = open_editing(app, "d/n1")
    past = area(editor, "Past")
    assert past.text() == "<b>fui</b>"
    assert not editor.type_box.isEnabled()
    past.selectAll()
    past.setFocus()
    editor.format_selection(TextFormat.ITALIC)
    check(editor)
    assert "fui" in editor.preview.panels[0].card_view.toPlainText()
    save(app, editor)
    assert notes_in_file(app)[0]["fields"] == {"Infinitive": "ir", "Past": "<i><b>fui</b></i>"}
