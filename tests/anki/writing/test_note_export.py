"""Exporting chosen notes of a deck: to packages, which the real Anki imports, and to text files."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from studyapp.anki.live.import_outcomes import ImportOutcome
from studyapp.anki.writing.package import ExportReport
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note, Reversed
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_preview import preview_export
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.services.study_driver import rate_cards

text = LocalizedText.language_neutral


def notes(suffix: str = "") -> list[Note]:
    return [
        Note("d", "a", Basic(text("first"), text(f"1{suffix}"))),
        Note("d", "b", Reversed(text("second"), text(f"2{suffix}"))),
        Note("d", "c", Basic(text("third"), text(f"3{suffix}"))),
    ]


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    instance = create_instance(tmp_path / "studyapp", notes())
    instance.time.now = round(time.time() * 1000)
    yield instance
    instance.close()


def request(target: Path, *note_ids: str, with_progress: bool = False) -> ExportRequest:
    keys = frozenset(f"d/{note_id}" for note_id in note_ids)
    return ExportRequest(("d",), CardLanguages.ENGLISH, target, with_progress, keys)


def export(instance: StudyAppInstance, wanted: ExportRequest) -> ExportReport:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    return export_decks(instance.collection, library, wanted, instance.clock())


def change_all(instance: StudyAppInstance) -> None:
    metadata = DeckMetadata("d", text("Deck"))
    (instance.folder / "d.yaml").write_text(deck_to_yaml(metadata, notes(" changed")), encoding="utf-8")
    instance.time.now += 60_000


def import_package(anki: Anki, package: Path) -> None:
    options = ImportAnkiPackageOptions(with_scheduling=True)
    anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))


def test_a_package_has_all_cards_of_the_chosen_notes_and_only_their_reviews(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    rate_cards(instance.start_session(), Rating.EASY, Rating.EASY, Rating.EASY)
    report = export(instance, request(tmp_path / "out.apkg", "b", "c", with_progress=True))
    assert (report.note_count, report.card_count) == (2, 3)
    anki = Anki(str(tmp_path / "collection.anki2"))
    import_package(anki, tmp_path / "out.apkg")
    assert anki.db is not None
    keys = anki.db.list("SELECT substr(flds, 1, 3) FROM notes ORDER BY 1")
    assert keys == ["d/b", "d/c"]
    reviewed = anki.db.list(
        "SELECT substr(flds, 1, 3) FROM revlog r JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid ORDER BY 1"
    )
    assert reviewed == ["d/b", "d/c"]
    assert report.review_count == 2
    anki.close()


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".md"])
def test_a_text_file_has_only_the_chosen_notes(
    instance: StudyAppInstance, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"out{suffix}"
    report = export(instance, request(target, "b"))
    assert (report.note_count, report.card_count) == (1, 2)
    content = target.read_text(encoding="utf-8")
    assert "second" in content
    assert "first" not in content
    assert "third" not in content


def test_other_notes_still_count_as_changed_since_their_last_export(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    everything = ExportRequest(("d",), CardLanguages.ENGLISH, tmp_path / "all.apkg")
    export(instance, everything)
    change_all(instance)
    export(instance, request(tmp_path / "one.apkg", "a"))
    instance.time.now += 60_000
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    preview = preview_export(instance.collection, library, everything.scope, instance.clock(), None)
    assert preview.keys_by_outcome == {
        ImportOutcome.UNCHANGED: ("d/a",),
        ImportOutcome.UPDATED: ("d/b", "d/c"),
    }


def test_a_preview_is_about_the_chosen_notes(instance: StudyAppInstance, tmp_path: Path) -> None:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    scope = request(tmp_path / "out.apkg", "a", "c").scope
    preview = preview_export(instance.collection, library, scope, instance.clock(), None)
    assert preview.keys_by_outcome == {ImportOutcome.NEW: ("d/a", "d/c")}
