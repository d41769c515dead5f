"""An export names the notes that Anki has from earlier exports and that are no longer in their decks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.live.import_outcomes import ImportOutcome
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.editing.edit_undo import undo_last
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.note_moving import move_notes
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_preview import preview_export
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.studyapp_instance import StudyAppInstance, create_instance

ENGLISH = CardLanguages.ENGLISH
HEADER = "deck: {0}\ntitle: Deck {0}\nnotes:\n"
NOTE_IDS = ("kept", "gone", "v1.2_x", "v1-2_x")


def note_lines(*note_ids: str) -> str:
    return "".join(f"  - {{id: {note_id}, front: front of {note_id}, back: b}}\n" for note_id in note_ids)


@dataclass
class Exporter:
    """Exports decks of a StudyApp collection, as a person does who exports from time to time."""

    instance: StudyAppInstance
    folder: Path

    def write_deck(self, deck: str, *note_ids: str) -> None:
        path = self.instance.folder / f"{deck}.yaml"
        path.write_text(HEADER.format(deck) + note_lines(*note_ids), encoding="utf-8")

    def refresh(self) -> Library:
        return refresh_library(
            self.instance.collection, [self.instance.folder], self.instance.clock()
        ).library

    def export(
        self, *decks: str, note_keys: frozenset[str] | None = None, suffix: str = ".apkg"
    ) -> tuple[Loss, ...]:
        self.instance.time.now += 60_000
        library = self.refresh()
        request = ExportRequest(decks or library.deck_ids, ENGLISH, self.package(suffix), note_keys=note_keys)
        return export_decks(self.instance.collection, library, request, self.instance.clock()).losses

    def package(self, suffix: str = ".apkg") -> Path:
        return self.folder / f"out{suffix}"

    def preview(self, anki_collection: Path | None = None) -> tuple[str, ...]:
        """The notes that would stay in Anki."""
        library = self.refresh()
        scope = ExportRequest(library.deck_ids, ENGLISH, self.package()).scope
        preview = preview_export(
            self.instance.collection, library, scope, self.instance.clock(), anki_collection
        )
        return preview.keys_by_outcome.get(ImportOutcome.REMOVED_HERE, ())

    def environment(self) -> EditEnvironment:
        return EditEnvironment(
            self.instance.collection,
            self.refresh(),
            self.instance.clock(),
            self.instance.folder,
            self.folder / "bundled",
        )


@pytest.fixture
def exporter(tmp_path: Path) -> Iterator[Exporter]:
    instance = create_instance(tmp_path / "studyapp", ())
    exporter = Exporter(instance, tmp_path)
    exporter.write_deck("d", *NOTE_IDS)
    exporter.write_deck("other", "o1", "o2")
    assert exporter.export() == ()
    yield exporter
    instance.close()


def removed(key: str, search: str) -> Loss:
    return Loss(LossKind.REMOVED_HERE_SEARCHABLE, key, f'"Identity:re:^{search}$"')


def test_removed_notes_are_named_once(exporter: Exporter) -> None:
    exporter.write_deck("d", "kept", "v1-2_x")
    search = "d/(gone|v1[.]2_x)"
    assert exporter.preview() == ("d/gone", "d/v1.2_x")
    assert exporter.export() == (removed("d/gone", search), removed("d/v1.2_x", search))
    assert exporter.preview() == ()
    assert exporter.export() == ()
    exporter.write_deck("d", "kept")
    exporter.write_deck("other", "o2")
    search = "(d/v1-2_x|other/o1)"
    assert exporter.export() == (removed("d/v1-2_x", search), removed("other/o1", search))


def test_note_that_returns_and_goes_again_is_named_again(exporter: Exporter) -> None:
    for _ in range(2):
        exporter.write_deck("d", *NOTE_IDS[1:])
        assert exporter.export() == (removed("d/kept", "d/kept"),)
        exporter.write_deck("d", *NOTE_IDS)
        assert exporter.export() == ()


def test_note_that_returns_is_updated_in_anki(exporter: Exporter) -> None:
    """Also if it returns as it was, and only the languages of the export are others than at the last one."""
    anki = Anki(str(exporter.folder / "collection.anki2"))
    path = exporter.instance.folder / "d.yaml"
    text = (
        HEADER.format("d") + "  - {id: n, front: {en: Hello, zh-Hant: 你好}, back: b}\n" + note_lines("kept")
    )
    path.write_text(text, encoding="utf-8")
    exporter.export()
    import_into_anki(exporter.package(), anki)
    exporter.write_deck("d", "kept")
    exporter.export()
    path.write_text(text, encoding="utf-8")
    exporter.instance.time.now += 60_000
    library = exporter.refresh()
    request = ExportRequest(("d",), CardLanguages.TRADITIONAL_CHINESE, exporter.package())
    export_decks(exporter.instance.collection, library, request, exporter.instance.clock())
    import_into_anki(exporter.package(), anki)
    (note_id,) = anki.find_notes("Identity:d/n")
    assert "你好" in anki.get_note(note_id)["Front"]
    anki.close()


def test_note_that_was_deleted_in_the_window_is_named_unless_it_is_restored(exporter: Exporter) -> None:
    environment = exporter.environment()
    delete_notes(environment, ["d/gone"])
    undo_last(environment)
    assert exporter.export() == ()
    delete_notes(exporter.environment(), ["d/gone"])
    assert exporter.export() == (removed("d/gone", "d/gone"),)


def test_only_removed_notes_of_the_exported_decks_are_named(exporter: Exporter) -> None:
    exporter.write_deck("d", "kept")
    exporter.write_deck("other", "o1")
    assert exporter.export("d", note_keys=frozenset({"d/kept"})) == ()
    assert exporter.export("other") == (removed("other/o2", "other/o2"),)
    assert [loss.note_excerpt for loss in exporter.export("d")] == ["d/gone", "d/v1-2_x", "d/v1.2_x"]


def test_other_files_name_no_removed_notes(exporter: Exporter) -> None:
    """A collection file replaces what is in Anki, and a text file is not for Anki."""
    exporter.write_deck("d", *NOTE_IDS[1:])
    for suffix in (".colpkg", ".csv", ".md"):
        assert exporter.export(suffix=suffix) == ()
    assert exporter.export() == (removed("d/kept", "d/kept"),)


def test_moved_and_new_notes_are_not_named(exporter: Exporter) -> None:
    move_notes(exporter.environment(), ["d/gone"], "other")
    assert exporter.export() == ()
    exporter.write_deck("d", "kept", "v1.2_x", "v1-2_x", "never-exported")
    exporter.refresh()
    exporter.write_deck("d", "kept", "v1.2_x", "v1-2_x")
    assert exporter.export() == ()


def test_note_from_anki_is_named_without_a_search_unless_its_guid_is_in_another_deck(
    exporter: Exporter,
) -> None:
    anki = Anki(str(exporter.folder / "collection.anki2"))
    for front in ("one", "two"):
        add_note(anki, "Basic", f"<u>{front}</u>", "back", deck="From Anki")
    package = export_package(anki, exporter.folder)
    anki.close()
    exporter.instance.import_file(package)
    path = exporter.instance.folder / "from-anki.yaml"
    head, one, two = path.read_text(encoding="utf-8").split("  - id: ")
    path.write_text(head.replace("notes:", "notes: []"), encoding="utf-8")
    head = head.replace("from-anki", "elsewhere").replace("From Anki", "Elsewhere")
    (exporter.instance.folder / "elsewhere.yaml").write_text(f"{head}  - id: new-{two}", encoding="utf-8")
    assert exporter.export() == (Loss(LossKind.REMOVED_HERE, "from-anki/one"),)
    assert one.startswith("one\n")


def test_many_notes_are_named_without_a_search(exporter: Exporter) -> None:
    exporter.write_deck("d", *(f"n{number}" for number in range(201)), "kept")
    exporter.export()
    exporter.write_deck("d", "kept")
    losses = exporter.export()
    assert {loss.kind for loss in losses} == {LossKind.REMOVED_HERE}
    assert len({loss.note_excerpt for loss in losses}) == len(losses) == 201


def test_anki_keeps_removed_notes_and_finds_them_with_the_search(exporter: Exporter) -> None:
    anki = Anki(str(exporter.folder / "collection.anki2"))
    import_into_anki(exporter.package(), anki)
    exporter.write_deck("d", "kept", "v1-2_x")
    exporter.write_deck("other", "o2")
    expected = ("d/gone", "d/v1.2_x", "other/o1")
    assert exporter.preview(exporter.folder / "collection.anki2") == expected
    losses = exporter.export()
    import_into_anki(exporter.package(), anki)
    (search,) = {loss.name for loss in losses}
    found = {anki.get_note(note_id)["Identity"] for note_id in anki.find_notes(search)}
    assert found == set(expected) == {loss.note_excerpt for loss in losses}
    assert exporter.preview(exporter.folder / "collection.anki2") == expected
    anki.remove_notes(anki.find_notes(search))
    assert exporter.preview(exporter.folder / "collection.anki2") == ()
    anki.close()
