"""Collections and exports of earlier versions: after an update no note counts as changed."""

import shutil
from datetime import UTC
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportResponse

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import import_file
from studyapp.store import export_stamps, notes
from studyapp.store.collection import Collection
from tests.anki.save_export import COLLECTION, DECKS, EXPORT, FROM_ANKI
from tests.services.study_driver import DAY, MORNING

SAVED = sorted((Path(__file__).parents[1] / "saved").iterdir())
CLOCK = Clock(lambda: MORNING + 30 * DAY, UTC)


@pytest.fixture(params=SAVED, ids=lambda path: path.name)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a saved collection with its decks and exports."""
    return Path(shutil.copytree(request.param, tmp_path / "saved"))


def stored_notes(collection: Collection) -> dict[str, tuple[str, int]]:
    """Content and change time of each note."""
    with collection.read_transaction() as connection:
        return {
            note.key: (repr(note), changed_at)
            for deck in DECKS
            for note, changed_at in notes.iterate_present(connection, deck)
        }


def test_notes_of_earlier_version_are_unchanged(saved: Path) -> None:
    with Collection(saved / COLLECTION, lambda: "now") as collection:
        before = stored_notes(collection)
        assert len(before) == 12
        library, _ = refresh_library(
            collection, [saved / "decks"], CLOCK
        )  # files are read again because their path changed
        assert not library.problems
        assert stored_notes(collection) == before
        report = import_file(collection, [saved / "decks"], saved / "decks", saved / FROM_ANKI, CLOCK)
        assert (report.added_count, report.existing_count, report.written_files) == (0, 3, ())
        assert stored_notes(collection) == before


def test_export_of_earlier_version_is_updated_in_place(saved: Path, tmp_path: Path) -> None:
    with Collection(saved / COLLECTION, lambda: "now") as collection:
        library, _ = refresh_library(collection, [saved / "decks"], CLOCK)
        with collection.read_transaction() as connection:
            stamps = export_stamps.load_all(connection)
        out = tmp_path / "now.apkg"
        export_decks(
            collection, library, ExportRequest(DECKS, CardLanguages.ENGLISH_AND_TRADITIONAL, out), CLOCK
        )
        with collection.read_transaction() as connection:
            new_stamps = export_stamps.load_all(connection)
    assert {note: export.changed_at for note, export in new_stamps.items()} == {
        note: export.changed_at for note, export in stamps.items()
    }
    (tmp_path / "anki").mkdir()
    anki = Anki(str(tmp_path / "anki" / "collection.anki2"))
    assert len(import_into(anki, saved / EXPORT).new) == 12
    assert anki.db is not None
    before = anki.db.all("SELECT id, mod, flds, tags, mid FROM notes ORDER BY id")
    log = import_into(anki, out)
    assert (len(log.new), len(log.updated), len(log.conflicting), len(log.duplicate)) == (0, 0, 0, 12)
    assert anki.db.all("SELECT id, mod, flds, tags, mid FROM notes ORDER BY id") == before
    anki.close()


def import_into(anki: Anki, package: Path) -> ImportResponse.Log:
    options = ImportAnkiPackageOptions()
    return anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log


def test_changed_note_is_detected_after_update(saved: Path, tmp_path: Path) -> None:
    path = saved / "decks" / "everything.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("front: here", "front: over here"), encoding="utf-8"
    )
    with Collection(saved / COLLECTION, lambda: "now") as collection:
        library, _ = refresh_library(collection, [saved / "decks"], CLOCK)
        export_decks(
            collection,
            library,
            ExportRequest(DECKS, CardLanguages.ENGLISH_AND_TRADITIONAL, tmp_path / "now.apkg"),
            CLOCK,
        )
        with collection.read_transaction() as connection:
            stamps = export_stamps.load_all(connection)
    changed = {note for note, export in stamps.items() if export.changed_at == CLOCK.now() // 1000}
    assert changed == {"everything/reversed"}
