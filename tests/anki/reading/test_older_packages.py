"""Packages that are older than what was imported or exported last."""

from pathlib import Path
from shutil import copyfile

import pytest
from anki.collection import Collection as Anki

from studyapp.services.transfer.file_import import ImportReport, import_file
from tests.anki.anki_collections import export_package
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import StudyAppInstance


@pytest.fixture
def both(anki: Anki, tmp_path: Path, instance: StudyAppInstance) -> PackageExchange:
    return PackageExchange(anki, instance, tmp_path)


def save_package(both: PackageExchange, name: str) -> Path:
    """Export everything from Anki to a file that later exports don't replace."""
    return Path(copyfile(export_package(both.anki, both.folder, "apkg"), both.folder / name))


def import_saved(both: PackageExchange, package: Path) -> ImportReport:
    return import_file(
        both.instance.collection,
        [both.instance.folder],
        both.instance.folder,
        package,
        both.instance.clock(),
    )


HOUR = 3600


def set_time(both: PackageExchange, seconds: int) -> None:
    """Give all notes in Anki a later modification time."""
    assert both.anki.db is not None
    both.anki.db.execute("UPDATE notes SET mod = mod + ?", seconds)


def test_package_from_before_an_export_that_anki_has_changes_nothing(both: PackageExchange) -> None:
    both.add("Basic", "question", "answer")
    old_package = save_package(both, "old.apkg")
    import_saved(both, old_package)
    both.edit_here("back: answer", "back: my answer")
    both.send_to_anki()
    assert both.import_package().unchanged_count == 1
    before = both.deck.read_bytes()
    report = import_saved(both, old_package)
    assert (report.updated_count, report.merged_count, report.conflicts) == (0, 0, ())
    assert both.deck.read_bytes() == before


def test_edit_that_anki_never_imported_is_kept(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("front: question", "front: my question")
    both.send_to_anki()
    both.edit_here("back: answer", "back: my answer\n    tags: [mine]")
    both.export()
    before = both.deck.read_bytes()
    report = both.import_package()
    assert report.conflicts == () and both.deck.read_bytes() == before
    both.edit_in_anki(note_id, "theirs")
    set_time(both, HOUR)
    both.import_package()
    text = both.deck.read_text()
    assert "my answer" in text and "my question" in text and "mine" in text and "theirs" in text


def test_tag_that_anki_never_imported_is_kept(both: PackageExchange) -> None:
    both.add("Basic", "question", "answer", tags=("gone",))
    both.import_package()
    both.edit_here("front: question", "front: my question")
    both.send_to_anki()
    both.edit_here("tags: [gone]", "tags: [mine]")
    both.export()
    before = both.deck.read_bytes()
    assert both.import_package().conflicts == ()
    assert both.deck.read_bytes() == before


def test_older_package_with_a_studyapp_note_changes_nothing(both: PackageExchange) -> None:
    (both.instance.folder / "default.yaml").write_text(
        "deck: default\ntitle: Default\nnotes:\n  - id: one\n    front: question\n    back: answer\n"
    )
    both.send_to_anki()
    (note_id,) = both.anki.find_notes("")
    both.edit_in_anki(note_id, Back="first")
    old_package = save_package(both, "old.apkg")
    import_saved(both, old_package)
    both.edit_here("front: question", "front: my question")
    both.send_to_anki()
    both.edit_in_anki(note_id, Back="second")
    set_time(both, 2 * HOUR)
    both.import_package()
    both.edit_here("back: second", "back: answer")
    before = both.deck.read_bytes()
    report = import_saved(both, old_package)
    assert (report.updated_count, report.merged_count, report.conflicts) == (0, 0, ())
    assert both.deck.read_bytes() == before


def test_edit_in_anki_on_top_of_an_earlier_export_is_a_conflict_with_a_later_edit(
    both: PackageExchange,
) -> None:
    note_id = both.add("Basic", "question", "answer")
    both.import_package()
    both.edit_here("front: question", "front: my question")
    both.edit_here("back: answer", "back: first")
    both.send_to_anki()
    both.edit_here("back: first", "back: second")
    both.edit_in_anki(note_id, Back="theirs")
    both.export()
    set_time(both, HOUR)
    before = both.deck.read_bytes()
    (conflict,) = both.import_package().conflicts
    assert conflict.fields == ("back",)
    assert both.deck.read_bytes() == before


def test_older_package_with_a_text_that_was_exported_again_changes_nothing(both: PackageExchange) -> None:
    note_id = both.add("Basic", "question", "answer")
    old_package = save_package(both, "old.apkg")
    import_saved(both, old_package)
    both.edit_in_anki(note_id, Front="new question", Back="new answer")
    set_time(both, HOUR)
    assert both.import_package().updated_count == 1
    both.edit_here("front: new question", "front: question")
    both.export()
    before = both.deck.read_bytes()
    report = import_saved(both, old_package)
    assert (report.updated_count, report.merged_count, report.conflicts) == (0, 0, ())
    assert both.deck.read_bytes() == before
