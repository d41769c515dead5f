"""Syncing edited notes, decks and note types."""

from pathlib import Path

import pytest

from studyapp.anki.live.ankiconnect import Address, AnkiConnectClient
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.anki_collections import add_note, export_package, review_cards_in_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import (
    anki_snapshot,
    review_cards,
    sync,
)


def test_note_changed_on_both_sides_is_not_updated(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front one").replace("front 2", "front two"))
    (number,) = server.anki.find_notes('"Front:front 2"')
    note = server.anki.get_note(number)
    note["Front"] = "mine"
    assert server.anki.db is not None
    server.anki.update_note(note)
    server.anki.db.execute("UPDATE notes SET mod = mod + 30 WHERE id = ?", number)
    instance.time.now += 3_600_000
    report = sync(instance, server)
    assert (report.updated_count, report.conflicts) == (1, ("d/n2",))
    assert server.anki.find_notes('"Front:front one"')
    assert server.anki.get_note(number)["Front"] == "mine"
    assert sync(instance, server).conflicts == ("d/n2",)


def test_cards_move_to_renamed_deck(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    other_deck = server.anki.decks.id("My own deck")
    assert other_deck is not None
    cards = server.anki.find_cards("")
    server.anki.set_deck(cards[:2], other_deck)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: Another::Name"))
    report = sync(instance, server)
    assert report.moved_card_count == 8
    names = server.do_get_decks(list(cards))
    assert {name: len(found) for name, found in names.items()} == {
        "My own deck": 2,
        "StudyApp::Another::Name": 8,
    }
    assert sync(instance, server).moved_card_count == 0


def test_notes_from_anki_are_synced_in_place(server: AnkiConnectServer, tmp_path: Path) -> None:
    add_note(server.anki, "Basic", "front", "bakc", deck="Spanish")
    add_note(server.anki, "Basic", "<u>kept</u>", "as it is", deck="Spanish")
    review_cards_in_anki(server.anki, 1, 2)
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    before = anki_snapshot(server)
    assert sync(instance, server) == SyncReport()
    assert anki_snapshot(server) == before
    path = instance.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    instance.time.now += 3_600_000
    review_cards(instance, 1, "spanish")
    report = sync(instance, server)
    assert (
        report.added_count,
        report.updated_count,
        report.moved_card_count,
        report.pushed_review_count,
    ) == (0, 1, 0, 1)
    assert server.anki.find_notes('"Back:back"')
    assert sync(instance, server) == SyncReport()
    instance.close()


def test_imported_note_changed_in_studyapp_is_updated_in_anki(
    server: AnkiConnectServer, tmp_path: Path
) -> None:
    number = add_note(server.anki, "Basic", "front", "bakc", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    path = instance.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    instance.time.now += 3_600_000
    assert sync(instance, server).updated_count == 1
    assert server.anki.get_note(number)["Back"] == "back"  # type: ignore[arg-type]
    instance.close()


def test_first_sync_keeps_identical_notes(
    instance: StudyAppInstance, server: AnkiConnectServer, tmp_path: Path
) -> None:
    sync(instance, server)
    other = create_instance(tmp_path / "other", instance.load_notes())
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE notes SET mod = mod - 1000")
    before = anki_snapshot(server)
    assert sync(other, server) == SyncReport()
    assert anki_snapshot(server) == before
    other.close()


@pytest.mark.parametrize("is_remote", [False, True])
def test_unreadable_media_are_not_listed(server: AnkiConnectServer, is_remote: bool) -> None:
    server.anki.media.write_data("a.png", b"picture")
    add_note(server.anki, "Basic", '<img src="a.png">', "back", deck="Spanish")
    server.is_remote = is_remote
    live_anki = LiveAnki(AnkiConnectClient(Address("127.0.0.1", server.port), server.key))
    kinds = [int(kind.id) for kind in server.anki.models.all_names_and_ids()]
    ((found, _),) = live_anki.read_changed_notes(kinds, lambda _guid, _digest: False)
    assert len(found.notes) == 1
    assert {name: found.read_media(name) for name in found.media_names} == {}


def test_note_type_with_renamed_field_is_not_updated(server: AnkiConnectServer, tmp_path: Path) -> None:
    number = add_note(server.anki, "Basic", "front", "bakc", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    basic_note = server.anki.models.by_name("Basic")
    assert basic_note is not None
    server.anki.models.rename_field(basic_note, basic_note["flds"][1], "Rueck")
    server.anki.models.update_dict(basic_note)
    path = instance.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    instance.time.now += 3_600_000
    before = anki_snapshot(server)
    report = sync(instance, server)
    assert (report.updated_count, len(report.note_type_conflicts)) == (0, 1)
    assert anki_snapshot(server) == before
    assert server.anki.get_note(number).fields == ["front", "bakc"]  # type: ignore[arg-type]
    instance.close()


def test_title_with_different_case_moves_nothing(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("title: Deck", "title: DECK"))
    assert sync(instance, server).moved_card_count == 0


def test_note_type_with_new_field_is_updated(server: AnkiConnectServer, tmp_path: Path) -> None:
    number = add_note(server.anki, "Basic", "front", "bakc", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    basic_note = server.anki.models.by_name("Basic")
    assert basic_note is not None
    server.anki.models.add_field(basic_note, server.anki.models.new_field("More"))
    server.anki.models.update_dict(basic_note)
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE notes SET mod = mod + 7")  # a new field changes every note
    add_note(server.anki, "Basic", "new", "note", "with more", deck="Spanish")
    instance.import_file(export_package(server.anki, tmp_path))
    path = instance.folder / "spanish.yaml"
    path.write_text(path.read_text().replace("bakc", "back"))
    instance.time.now += 3_600_000
    types = server.anki.models.all_names_and_ids()
    report = sync(instance, server)
    assert (report.updated_count, report.conflicts, report.note_type_conflicts) == (1, (), ())
    assert server.anki.get_note(number).fields == ["front", "back", ""]  # type: ignore[arg-type]
    assert server.anki.models.all_names_and_ids() == types
    assert sync(instance, server) == SyncReport()
    instance.close()


def add_field(server: AnkiConnectServer, name: str) -> None:
    """Add a field to Anki's type “Basic”, some seconds after the last change. This changes every note's modification
    time."""
    basic_type = server.anki.models.by_name("Basic")
    assert basic_type is not None
    server.anki.models.add_field(basic_type, server.anki.models.new_field(name))
    server.anki.models.update_dict(basic_type)
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE notes SET mod = mod + 7")


def edit_deck(instance: StudyAppInstance, old: str, new: str) -> None:
    path = instance.folder / "spanish.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    instance.time.now += 3_600_000


@pytest.mark.parametrize("is_synced_first", [False, True])
def test_edit_reaches_a_note_whose_type_got_a_field_in_anki(
    server: AnkiConnectServer, tmp_path: Path, is_synced_first: bool
) -> None:
    number = add_note(server.anki, "Basic", "front", "<b>bakc</b>", deck="Spanish", tags=("b", "A"))
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    if is_synced_first:
        sync(instance, server)
    add_field(server, "More")
    filled = server.anki.get_note(number)  # type: ignore[arg-type]
    filled["More"] = "only in Anki"
    server.anki.update_note(filled)
    add_field(server, "Still more")
    edit_deck(instance, "bakc", "back")
    report = sync(instance, server)
    assert (report.updated_count, report.conflicts, report.note_type_conflicts) == (1, (), ())
    assert server.anki.get_note(number).fields == ["front", "<strong>back</strong>", "only in Anki", ""]  # type: ignore[arg-type]
    assert sync(instance, server) == SyncReport()
    instance.close()


def test_note_whose_type_got_a_field_counts_as_unchanged(server: AnkiConnectServer, tmp_path: Path) -> None:
    add_note(server.anki, "Basic", "front", "<b>back</b>", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    add_field(server, "More")
    before = anki_snapshot(server)
    assert sync(instance, server) == SyncReport()
    assert anki_snapshot(server) == before
    instance.close()


@pytest.mark.parametrize("change", ["field", "tag"])
def test_changes_of_both_sides_are_merged_if_the_note_type_got_a_field(
    server: AnkiConnectServer, tmp_path: Path, change: str
) -> None:
    number = add_note(server.anki, "Basic", "front", "bakc", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    add_field(server, "More")
    note = server.anki.get_note(number)  # type: ignore[arg-type]
    if change == "field":
        note["Front"] = "mine"
    else:
        note.tags = ["mine"]
    server.anki.update_note(note)
    edit_deck(instance, "bakc", "back")
    report = sync(instance, server)
    assert (report.received_count, report.updated_count, report.conflicts) == (1, 1, ())
    note = server.anki.get_note(number)  # type: ignore[arg-type]
    assert note.fields == ["mine" if change == "field" else "front", "back", ""]
    assert note.tags == ([] if change == "field" else ["mine"])
    assert "mine" in (instance.folder / "spanish.yaml").read_text()
    assert sync(instance, server) == SyncReport()
    instance.close()


def test_empty_picture_does_not_stop_the_sync(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    """AnkiConnect refuses files without content."""
    sync(instance, server)
    media = instance.folder / "d"
    media.mkdir(exist_ok=True)
    (media / "empty.png").write_bytes(b"")
    (media / "dot.png").write_bytes(b"dot")
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front ![](d/empty.png) ![](d/dot.png)"))
    instance.time.now += 3_600_000
    report = sync(instance, server)
    assert (report.updated_count, report.not_stored, report.media_kept_in_anki) == (1, (), ())
    (name,) = server.do_get_media_files_names("*.png")
    assert (Path(server.anki.media.dir()) / name).read_bytes() == b"dot"
    assert sync(instance, server) == SyncReport()
