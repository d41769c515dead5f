"""Choosing versions of notes that were changed here and in Anki."""

from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.notes import NoteId

from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.transfer.conflict_resolution import ConflictDecision
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.dialogs.wrapping_buttons import WrappingRadioButton
from studyapp.ui.transfer.import_conflicts_dialog import ImportConflictsDialog
from studyapp.ui.transfer.import_dialog import ImportDialog
from tests.anki.anki_collections import add_note, export_package
from tests.services.sample_conflicts import sample_conflict
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def open_dialog(app: AppDriver, *names: str) -> tuple[ImportConflictsDialog, list[list[ConflictDecision]]]:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = ImportConflictsDialog([sample_conflict(name) for name in names], app.window)
    decided: list[list[ConflictDecision]] = []
    dialog.decided.connect(decided.append)
    dialog.open()
    return dialog, decided


def buttons(dialog: ImportConflictsDialog) -> list[WrappingRadioButton]:
    """The buttons of the note that is shown: one's own and Anki's version of each field."""
    return [button for choice in dialog.choices for button in choice.findChildren(WrappingRadioButton)]


def test_both_versions_are_shown_and_nothing_is_chosen(app: AppDriver) -> None:
    dialog, _ = open_dialog(app, "one")
    texts = [view.toPlainText() for choice in dialog.choices for view in choice.findChildren(SelectableText)]
    assert texts[::2][0] == "My one" and texts[1] == "one of Anki" and texts[3] == "Another answer"
    assert not any(button.isChecked() for button in buttons(dialog))
    assert not dialog.save_button.isEnabled() and not dialog.note_list.isVisible()


def test_each_field_is_chosen_separately(app: AppDriver) -> None:
    dialog, decided = open_dialog(app, "one")
    own_front, _, _, anki_back = buttons(dialog)
    own_front.click()
    assert not dialog.save_button.isEnabled()
    anki_back.click()
    dialog.save_button.click()
    ((decision,),) = decided
    assert decision.fields_of_anki == {"back"}


def test_notes_without_a_choice_are_left_out(app: AppDriver) -> None:
    dialog, decided = open_dialog(app, "one", "two", "three")
    dialog.note_list.setCurrentRow(1)
    for button in buttons(dialog)[::2]:
        button.click()
    assert [dialog.note_list.item(row).text()[0] for row in range(3)] == ["?", "✓", "?"]
    dialog.save_button.click()
    assert [[decision.conflict.mine.id for decision in decisions] for decisions in decided] == [["two"]]


def test_one_side_is_chosen_for_all(app: AppDriver) -> None:
    dialog, decided = open_dialog(app, "one", "two")
    dialog.keep_all_button.click()
    assert [button.isChecked() for button in buttons(dialog)] == [True, False, True, False]
    dialog.take_all_button.click()
    dialog.save_button.click()
    assert [decision.fields_of_anki for decision in decided[0]] == [{"front", "back"}] * 2


def test_deciding_later_changes_nothing(app: AppDriver) -> None:
    dialog, decided = open_dialog(app, "one")
    dialog.reject()
    assert decided == []


def edit_on_both_sides(app: AppDriver, folder: Path) -> tuple[Path, Path]:
    """Import a package, edit two notes here and in Anki, and return the next package and the deck file."""
    app.write_deck(basic_note("a"))
    app.open_window()
    assert app.desktop is not None
    app.desktop.tasks.base_deck_folders = (app.decks_folder, app.data_folder / "decks")
    anki = Anki(str(folder / "collection.anki2"))
    ids = [add_note(anki, "Basic", f"question {number}", "answer") for number in range(2)]
    app.desktop.tasks.import_file(export_package(anki, folder), lambda *_: None)
    deck = app.data_folder / "decks" / "default.yaml"
    deck.write_text(deck.read_text().replace("back: answer", "back: mine"))
    for note_id in ids:
        note = anki.get_note(NoteId(note_id))
        note["Back"] = "theirs"
        anki.update_note(note)
    package = export_package(anki, folder)
    anki.close()
    return package, deck


def test_chosen_versions_are_written_after_the_import(app: AppDriver, tmp_path: Path) -> None:
    package, deck = edit_on_both_sides(app, tmp_path)
    app.window.deck_adder.import_file(package)
    (dialog,) = app.window.findChildren(ImportDialog)
    app.wait_until(lambda: bool(dialog.findChildren(ImportConflictsDialog)))
    assert "2 changed here and in Anki" in dialog.result_banner.text()
    (conflicts,) = dialog.findChildren(ImportConflictsDialog)
    for button in buttons(conflicts)[1::2]:
        button.click()
    conflicts.save_button.click()
    app.wait_until(lambda: not dialog.is_busy and "Choice saved for 1 note" in dialog.result_banner.text())
    assert (deck.read_text().count("back: mine"), deck.read_text().count("back: theirs")) == (1, 1)
    assert dialog.conflicts_button.isVisible() and dialog.loss_list.count() == 1
    dialog.conflicts_button.click()
    app.wait_until(lambda: any(one.isVisible() for one in dialog.findChildren(ImportConflictsDialog)))
    (again,) = (one for one in dialog.findChildren(ImportConflictsDialog) if one.isVisible())
    again.choices[0].findChildren(WrappingRadioButton)[0].click()
    again.save_button.click()
    app.wait_until(lambda: not dialog.is_busy and not dialog.conflicts_button.isVisible())
    assert dialog.loss_list.count() == 0
    report = app.desktop.tasks.import_file(package, lambda *_: None)  # type: ignore[union-attr]
    assert not [loss for loss in report.losses if loss.kind is LossKind.CONFLICT_WITH_ANKI]
    assert (report.unchanged_count, report.kept_count) == (1, 1)
