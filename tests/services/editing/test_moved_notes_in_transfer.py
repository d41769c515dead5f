"""Exports and imports of notes that were moved to another deck."""

from pathlib import Path

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.overview.doctor import check_collection
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import ImportReport, import_file
from studyapp.store import export_stamps
from tests.services.editing.edit_driver import EditDriver
from tests.services.study_driver import DAY


def export(editing: EditDriver, path: Path) -> None:
    request = ExportRequest(("deck", "other"), CardLanguages.ENGLISH, path, True)
    export_decks(editing.collection, editing.refresh().library, request, editing.time.clock())


def import_into(editing: EditDriver, path: Path) -> ImportReport:
    decks = editing.root / "decks"
    folders = [editing.root / "bundled", decks]
    return import_file(
        editing.collection, folders, decks, path, editing.time.clock(), bundled_folder=folders[0]
    )


def test_progress_of_a_moved_note_is_exported(editing: EditDriver, tmp_path: Path) -> None:
    editing.rate("deck/one")
    schedule = editing.schedule("deck/one")
    move_notes(editing.environment, ["deck/one"], "other")
    export(editing, tmp_path / "out.apkg")
    receiver = EditDriver.at(tmp_path / "receiver")
    receiver.time.now = editing.time.now + DAY
    report = import_into(receiver, tmp_path / "out.apkg")
    # The receiver has the note under its old key: for Anki and for imports, it is the same note.
    assert (report.added_count, report.review_count) == (0, 1)
    received = receiver.schedule("deck/one")
    assert (received.review_count, received.phase) == (schedule.review_count, schedule.phase)
    receiver.close()


def test_importing_again_after_a_move_adds_nothing(editing: EditDriver, tmp_path: Path) -> None:
    sender = EditDriver.at(tmp_path / "sender")
    sender.rate("deck/one")
    export(sender, tmp_path / "in.apkg")
    sender.close()
    editing.time.now += DAY
    assert import_into(editing, tmp_path / "in.apkg").review_count == 1
    schedule = editing.schedule("deck/one")
    editing.refresh()
    move_notes(editing.environment, ["deck/one"], "other")
    for _ in range(2):
        report = import_into(editing, tmp_path / "in.apkg")
        assert (report.added_count, report.entry_count) == (0, 0)
    assert editing.schedule("other/one-2") == schedule
    undo_last(editing.environment)
    assert import_into(editing, tmp_path / "in.apkg").entry_count == 0
    assert editing.schedule("deck/one") == schedule
    assert check_collection(editing.collection).mismatched_cards == ()


def test_what_anki_has_is_known_under_the_new_key(editing: EditDriver, tmp_path: Path) -> None:
    def stamp(key: str) -> object:
        with editing.collection.read_transaction() as connection:
            return export_stamps.load_all(connection).get(key)

    export(editing, tmp_path / "out.apkg")
    before = stamp("deck/one")
    assert before is not None
    move_notes(editing.environment, ["deck/one"], "other")
    assert (stamp("deck/one"), stamp("other/one-2")) == (None, before)
    undo_last(editing.environment)
    assert (stamp("deck/one"), stamp("other/one-2")) == (before, None)
