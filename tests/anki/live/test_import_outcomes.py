"""The export preview matches what Anki then does."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.anki.live.import_outcomes import ExportPreview, ImportOutcome
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note, Reversed
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_preview import preview_export
from studyapp.services.transfer.export_request import ExportRequest, ExportScope
from tests.anki.studyapp_instance import StudyAppInstance, create_instance

KINDS = (
    "new",
    "same",
    "changed in StudyApp",
    "changed in Anki",
    "changed on both sides",
    "another type",
    "deleted in Anki",
)


def note(note_number: int, words: str, *, other_type: bool = False) -> Note:
    content = (Reversed if other_type else Basic)(
        LocalizedText.language_neutral(words), LocalizedText.language_neutral("back")
    )
    return Note("d", f"n{note_number}", content)


def write(instance: StudyAppInstance, notes: list[Note]) -> None:
    path = instance.folder / "d.yaml"
    path.write_text(
        deck_to_yaml(DeckMetadata("d", LocalizedText.language_neutral("Deck")), notes), encoding="utf-8"
    )
    instance.time.now += 60_000
    refresh_library(instance.collection, [instance.folder], instance.clock())


def export_deck(instance: StudyAppInstance, path: Path) -> Path:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    export_decks(
        instance.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, path), instance.clock()
    )
    return path


def preview(instance: StudyAppInstance, anki: Path | None, *, with_progress: bool = False) -> ExportPreview:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    scope = ExportScope(("d",), CardLanguages.ENGLISH, with_progress)
    return preview_export(instance.collection, library, scope, instance.clock(), anki)


def import_package(anki: Anki, package: Path) -> dict[str, set[str]]:
    """Note keys by the outcome in Anki's import log."""
    wanted = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    log = anki.import_anki_package(wanted).log
    return {
        name: {one.fields[0] for one in getattr(log, name)}
        for name in ("new", "updated", "duplicate", "conflicting")
    }


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[StudyAppInstance]:
    empty_instance = create_instance(tmp_path / "studyapp", ())
    yield empty_instance
    empty_instance.close()


@settings(max_examples=15)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=10))
def test_preview_matches_import(kinds: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        instance = create_instance(folder / "studyapp", ())
        instance.time.now = round(time.time() * 1000) - 86_400_000
        anki = Anki(str(folder / "collection.anki2"))
        before = [
            note(note_number, f"words {note_number}")
            for note_number, kind in enumerate(kinds)
            if kind != "new"
        ]
        write(instance, before)
        import_package(anki, export_deck(instance, folder / "first.apkg"))
        later = []
        for note_number, kind in enumerate(kinds):
            changed = kind in ("new", "changed in StudyApp", "changed on both sides")
            later.append(
                note(
                    note_number,
                    f"{'other ' if changed else ''}words {note_number}",
                    other_type=kind == "another type",
                )
            )
            if kind in ("changed in Anki", "changed on both sides"):
                _edit_in_anki(anki, f"d/n{note_number}", round(instance.time.now / 1000) + 30)
            if kind == "deleted in Anki":
                anki.remove_notes(anki.find_notes(f'"Identity:d/n{note_number}"'))
        write(instance, later)
        instance.time.now += 600_000
        result = preview(instance, folder / "collection.anki2")
        imported = import_package(anki, export_deck(instance, folder / "second.apkg"))
        anki.close()
        instance.close()
    expected = {
        ImportOutcome.NEW: {"new", "deleted in Anki"},
        ImportOutcome.UPDATED: {"changed in StudyApp"},
        ImportOutcome.OVERWRITES_ANKI_EDIT: {"changed on both sides"},
        ImportOutcome.UNCHANGED: {"same"},
        ImportOutcome.NEWER_IN_ANKI: {"changed in Anki"},
        ImportOutcome.NOTE_TYPE_CONFLICT: {"another type"},
    }
    for outcome, names in expected.items():
        keys = {f"d/n{note_number}" for note_number, kind in enumerate(kinds) if kind in names}
        assert set(result.keys_by_outcome.get(outcome, ())) == keys
    keys_by_outcome = {outcome: set(result.keys_by_outcome.get(outcome, ())) for outcome in ImportOutcome}
    assert imported["new"] == keys_by_outcome[ImportOutcome.NEW]
    assert (
        imported["updated"]
        == keys_by_outcome[ImportOutcome.UPDATED] | keys_by_outcome[ImportOutcome.OVERWRITES_ANKI_EDIT]
    )
    assert (
        imported["duplicate"]
        == keys_by_outcome[ImportOutcome.UNCHANGED] | keys_by_outcome[ImportOutcome.NEWER_IN_ANKI]
    )
    assert imported["conflicting"] == keys_by_outcome[ImportOutcome.NOTE_TYPE_CONFLICT]


def _edit_in_anki(anki: Anki, key: str, at: int) -> None:
    """Edit the note in Anki at this time (Unix seconds)."""
    [note_number] = anki.find_notes(f'"Identity:{key}"')
    found = anki.get_note(note_number)
    found["Front"] = "mine"
    anki.update_note(found)
    assert anki.db is not None
    anki.db.execute("UPDATE notes SET mod = ? WHERE id = ?", at, note_number)


def test_note_type_changed_in_anki_is_reported(instance: StudyAppInstance, tmp_path: Path) -> None:
    write(instance, [note(1, "words")])
    anki = Anki(str(tmp_path / "collection.anki2"))
    import_package(anki, export_deck(instance, tmp_path / "x.apkg"))
    assert preview(instance, tmp_path / "collection.anki2").duplicated_note_type_names == ()
    basic_type = anki.models.by_name("StudyApp Basic")
    assert basic_type is not None
    anki.models.add_field(basic_type, anki.models.new_field("Mine"))
    anki.models.update_dict(basic_type)
    result = preview(instance, tmp_path / "collection.anki2", with_progress=True)
    assert result.duplicated_note_type_names == ("StudyApp Basic",)
    assert result.existing_card_count == 1
    anki.close()


def test_preview_without_collection_uses_last_export(instance: StudyAppInstance, tmp_path: Path) -> None:
    write(instance, [note(1, "one"), note(2, "two")])
    assert preview(instance, None).keys_by_outcome == {ImportOutcome.NEW: ("d/n1", "d/n2")}
    export_deck(instance, tmp_path / "x.apkg")
    assert preview(instance, None).keys_by_outcome == {ImportOutcome.UNCHANGED: ("d/n1", "d/n2")}
    write(instance, [note(1, "one"), note(2, "changed")])
    result = preview(instance, None)
    assert result.keys_by_outcome == {ImportOutcome.UNCHANGED: ("d/n1",), ImportOutcome.UPDATED: ("d/n2",)}


def test_preview_writes_nothing(instance: StudyAppInstance, tmp_path: Path) -> None:
    write(instance, [note(1, "one")])
    anki = Anki(str(tmp_path / "collection.anki2"))
    before = (tmp_path / "collection.anki2").read_bytes()
    preview(instance, tmp_path / "collection.anki2")
    assert (tmp_path / "collection.anki2").read_bytes() == before
    assert preview(instance, None).keys_by_outcome == {ImportOutcome.NEW: ("d/n1",)}
    anki.close()


def test_invalid_collection_is_reported(instance: StudyAppInstance, tmp_path: Path) -> None:
    write(instance, [note(1, "one")])
    (tmp_path / "collection.anki2").write_bytes(b"nothing" * 100)
    with pytest.raises(UnreadableFileError):
        preview(instance, tmp_path / "collection.anki2")
    with pytest.raises(FileNotFoundError):
        preview(instance, tmp_path / "none.anki2")
