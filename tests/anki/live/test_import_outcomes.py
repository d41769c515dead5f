"""What is said of an import beforehand is what the real Anki then does."""

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
from tests.anki.studyapp_instance import Machine, machine

KINDS = (
    "new",
    "same",
    "changed here",
    "changed there",
    "changed on both sides",
    "another type",
    "deleted there",
)


def note(number: int, words: str, *, other_type: bool = False) -> Note:
    content = (Reversed if other_type else Basic)(
        LocalizedText.language_neutral(words), LocalizedText.language_neutral("back")
    )
    return Note("d", f"n{number}", content)


def write(here: Machine, notes: list[Note]) -> None:
    path = here.folder / "d.yaml"
    path.write_text(
        deck_to_yaml(DeckMetadata("d", LocalizedText.language_neutral("Deck")), notes), encoding="utf-8"
    )
    here.time.now += 60_000
    refresh_library(here.collection, [here.folder], here.clock())


def exported(here: Machine, path: Path) -> Path:
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    export_decks(here.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, path), here.clock())
    return path


def foretold(here: Machine, anki: Path | None, *, with_progress: bool = False) -> ExportPreview:
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    scope = ExportScope(("d",), CardLanguages.ENGLISH, with_progress)
    return preview_export(here.collection, library, scope, here.clock(), anki)


def taken_in(anki: Anki, package: Path) -> dict[str, set[str]]:
    """What Anki says became of the notes, by their keys."""
    wanted = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    log = anki.import_anki_package(wanted).log
    return {
        name: {one.fields[0] for one in getattr(log, name)}
        for name in ("new", "updated", "duplicate", "conflicting")
    }


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Machine]:
    made = machine(tmp_path / "here", ())
    yield made
    made.close()


@settings(max_examples=15)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=10))
def test_what_is_foretold_happens(kinds: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        here = machine(folder / "here", ())
        here.time.now = round(time.time() * 1000) - 86_400_000
        anki = Anki(str(folder / "collection.anki2"))
        before = [note(number, f"words {number}") for number, kind in enumerate(kinds) if kind != "new"]
        write(here, before)
        taken_in(anki, exported(here, folder / "first.apkg"))
        later = []
        for number, kind in enumerate(kinds):
            changed = kind in ("new", "changed here", "changed on both sides")
            later.append(
                note(
                    number, f"{'other ' if changed else ''}words {number}", other_type=kind == "another type"
                )
            )
            if kind in ("changed there", "changed on both sides"):
                _edit(anki, f"d/n{number}", round(here.time.now / 1000) + 30)
            if kind == "deleted there":
                anki.remove_notes(anki.find_notes(f'"Identity:d/n{number}"'))
        write(here, later)
        here.time.now += 600_000
        told = foretold(here, folder / "collection.anki2")
        done = taken_in(anki, exported(here, folder / "second.apkg"))
        anki.close()
        here.close()
    expected = {
        ImportOutcome.NEW: {"new", "deleted there"},
        ImportOutcome.UPDATED: {"changed here"},
        ImportOutcome.OVERWRITES_ANKI_EDIT: {"changed on both sides"},
        ImportOutcome.UNCHANGED: {"same"},
        ImportOutcome.NEWER_IN_ANKI: {"changed there"},
        ImportOutcome.NOTE_TYPE_CONFLICT: {"another type"},
    }
    for verdict, names in expected.items():
        keys = {f"d/n{number}" for number, kind in enumerate(kinds) if kind in names}
        assert set(told.keys_by_outcome.get(verdict, ())) == keys
    verdicts = {verdict: set(told.keys_by_outcome.get(verdict, ())) for verdict in ImportOutcome}
    assert done["new"] == verdicts[ImportOutcome.NEW]
    assert done["updated"] == verdicts[ImportOutcome.UPDATED] | verdicts[ImportOutcome.OVERWRITES_ANKI_EDIT]
    assert done["duplicate"] == verdicts[ImportOutcome.UNCHANGED] | verdicts[ImportOutcome.NEWER_IN_ANKI]
    assert done["conflicting"] == verdicts[ImportOutcome.NOTE_TYPE_CONFLICT]


def _edit(anki: Anki, key: str, at: int) -> None:
    """As a learner does there at this moment (unix seconds)."""
    [number] = anki.find_notes(f'"Identity:{key}"')
    found = anki.get_note(number)
    found["Front"] = "mine"
    anki.update_note(found)
    assert anki.db is not None
    anki.db.execute("UPDATE notes SET mod = ? WHERE id = ?", at, number)


def test_a_note_type_that_was_changed_there_is_named(here: Machine, tmp_path: Path) -> None:
    write(here, [note(1, "words")])
    anki = Anki(str(tmp_path / "collection.anki2"))
    taken_in(anki, exported(here, tmp_path / "x.apkg"))
    assert foretold(here, tmp_path / "collection.anki2").duplicated_note_types == ()
    ours = anki.models.by_name("StudyApp Basic")
    assert ours is not None
    anki.models.add_field(ours, anki.models.new_field("Mine"))
    anki.models.update_dict(ours)
    told = foretold(here, tmp_path / "collection.anki2", with_progress=True)
    assert told.duplicated_note_types == ("StudyApp Basic",)
    assert told.existing_card_count == 1
    anki.close()


def test_without_a_collection_the_last_export_tells(here: Machine, tmp_path: Path) -> None:
    write(here, [note(1, "one"), note(2, "two")])
    assert foretold(here, None).keys_by_outcome == {ImportOutcome.NEW: ("d/n1", "d/n2")}
    exported(here, tmp_path / "x.apkg")
    assert foretold(here, None).keys_by_outcome == {ImportOutcome.UNCHANGED: ("d/n1", "d/n2")}
    write(here, [note(1, "one"), note(2, "changed")])
    told = foretold(here, None)
    assert told.keys_by_outcome == {ImportOutcome.UNCHANGED: ("d/n1",), ImportOutcome.UPDATED: ("d/n2",)}


def test_nothing_is_written_by_a_preview(here: Machine, tmp_path: Path) -> None:
    write(here, [note(1, "one")])
    anki = Anki(str(tmp_path / "collection.anki2"))
    before = (tmp_path / "collection.anki2").read_bytes()
    foretold(here, tmp_path / "collection.anki2")
    assert (tmp_path / "collection.anki2").read_bytes() == before
    assert foretold(here, None).keys_by_outcome == {ImportOutcome.NEW: ("d/n1",)}
    anki.close()


def test_what_is_no_collection_is_told(here: Machine, tmp_path: Path) -> None:
    write(here, [note(1, "one")])
    (tmp_path / "collection.anki2").write_bytes(b"nothing" * 100)
    with pytest.raises(UnreadableFileError):
        foretold(here, tmp_path / "collection.anki2")
    with pytest.raises(FileNotFoundError):
        foretold(here, tmp_path / "none.anki2")
