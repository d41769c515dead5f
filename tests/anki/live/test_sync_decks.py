"""Decks, presets, tags and cards that the learner arranged in Anki stay as they are."""

from pathlib import Path

from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.anki_collections import add_note, export_package
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import compare, sync

NEW_NOTE = "  - {id: added, front: a new note, back: x}\n"


def edit_file(instance: StudyAppInstance, old: str, new: str, deck: str = "d") -> None:
    path = instance.folder / f"{deck}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    instance.time.now += 3_600_000


def add_note_here(instance: StudyAppInstance, deck: str = "d") -> None:
    path = instance.folder / f"{deck}.yaml"
    path.write_text(path.read_text().rstrip("\n") + "\n" + NEW_NOTE)
    instance.time.now += 3_600_000


def use_own_preset(server: AnkiConnectServer, deck: str) -> int:
    """Give a deck in Anki a preset of the learner, and return the preset's id."""
    preset = server.anki.decks.add_config("Mine")
    found = server.anki.decks.by_name(deck)
    assert found is not None
    found["conf"] = preset["id"]
    server.anki.decks.save(found)
    return int(preset["id"])


def preset_of(server: AnkiConnectServer, deck: str) -> int:
    found = server.anki.decks.by_name(deck)
    assert found is not None
    return int(found["conf"])


def deck_names(server: AnkiConnectServer) -> set[str]:
    return {deck.name for deck in server.anki.decks.all_names_and_ids()} - {"Default"}


def notes_by_deck(server: AnkiConnectServer) -> dict[str, int]:
    return {
        name: len(server.anki.find_cards(f'"deck:{name}" -"deck:{name}::*"')) for name in deck_names(server)
    }


def test_sent_notes_leave_the_preset_of_their_deck_alone(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    preset = use_own_preset(server, "StudyApp::Deck")
    add_note_here(instance)
    edit_file(instance, "front 1", "front one")
    report = sync(instance, server)
    assert (report.added_count, report.updated_count) == (1, 1)
    assert preset_of(server, "StudyApp::Deck") == preset


def test_new_notes_go_to_the_deck_that_was_renamed_in_anki(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    deck = server.anki.decks.id_for_name("StudyApp::Deck")
    assert deck is not None
    server.anki.decks.rename(deck, "Languages::Mine")
    add_note_here(instance)
    report = sync(instance, server)
    assert (report.added_count, report.moved_card_count) == (1, 0)
    assert notes_by_deck(server) == {"StudyApp": 0, "Languages": 0, "Languages::Mine": 11}


def test_new_title_renames_the_deck_and_keeps_its_preset(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    preset = use_own_preset(server, "StudyApp::Deck")
    edit_file(instance, "title: Deck", "title: Other")
    add_note_here(instance)
    assert compare(instance, server).moved_card_count == 10
    report = sync(instance, server)
    assert (report.moved_card_count, report.added_count) == (10, 1)
    assert notes_by_deck(server) == {"StudyApp": 0, "StudyApp::Deck": 0, "StudyApp::Other": 11}
    assert preset_of(server, "StudyApp::Other") == preset


def test_new_title_does_not_rename_a_deck_that_has_another_name_in_anki(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    deck = server.anki.decks.id_for_name("StudyApp::Deck")
    assert deck is not None
    server.anki.decks.rename(deck, "StudyApp::Mine")
    edit_file(instance, "title: Deck", "title: Other")
    assert sync(instance, server).moved_card_count == 0
    assert notes_by_deck(server) == {"StudyApp": 0, "StudyApp::Mine": 10}


def test_moved_cards_stay_where_the_learner_put_them(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    other = server.anki.decks.id("StudyApp::Hard")
    assert other is not None
    server.anki.set_deck(server.anki.find_cards("")[:3], other)
    edit_file(instance, "front 0", "front zero")
    assert sync(instance, server).updated_count == 1
    assert notes_by_deck(server) == {"StudyApp": 0, "StudyApp::Deck": 7, "StudyApp::Hard": 3}
    edit_file(instance, "title: Deck", "title: Other")
    assert sync(instance, server).moved_card_count == 7
    assert notes_by_deck(server)["StudyApp::Hard"] == 3


def test_notes_of_an_imported_deck_get_company_in_their_deck_in_anki(
    server: AnkiConnectServer, tmp_path: Path
) -> None:
    add_note(server.anki, "Basic", "uno", "one", deck="Spanish::Words")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    add_note_here(instance, "spanish-words")
    report = sync(instance, server)
    assert (report.added_count, report.moved_card_count) == (1, 0)
    assert notes_by_deck(server) == {"Spanish": 0, "Spanish::Words": 2}
    instance.close()


def test_stars_and_leech_tags_survive_an_update(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    (number,) = server.anki.find_notes('"Front:front 1"')
    server.anki.tags.bulk_add([number], "marked leech")
    edit_file(instance, "front 1", "front one")
    report = sync(instance, server)
    assert (report.updated_count, report.conflicts) == (1, ())
    note = server.anki.get_note(number)
    assert (note["Front"], sorted(note.tags)) == ("front one", ["leech", "marked"])


def test_note_touched_in_anki_without_a_change_is_still_updated(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    numbers = server.anki.find_notes('"Front:front 1"')
    server.anki.tags.bulk_add(numbers, "short")
    server.anki.tags.bulk_remove(numbers, "short")
    assert server.anki.db is not None
    server.anki.db.execute("UPDATE notes SET mod = mod + 86400")
    edit_file(instance, "front 1", "front one")
    report = sync(instance, server)
    assert (report.updated_count, report.conflicts) == (1, ())
    assert server.anki.find_notes('"Front:front one"')


def test_field_added_to_a_type_of_studyapp_in_anki_is_kept(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    (number,) = server.anki.find_notes('"Front:front 1"')
    note_type = server.anki.get_note(number).note_type()
    assert note_type is not None
    server.anki.models.add_field(note_type, server.anki.models.new_field("Mnemonic"))
    server.anki.models.update_dict(note_type)
    note = server.anki.get_note(number)
    note["Mnemonic"] = "only there"
    server.anki.update_note(note)
    edit_file(instance, "front 1", "front one")
    add_note_here(instance)
    types = server.anki.models.all_names_and_ids()
    report = sync(instance, server)
    assert (report.added_count, report.updated_count, report.note_type_conflicts) == (1, 1, ())
    note = server.anki.get_note(number)
    assert (note["Front"], note["Mnemonic"]) == ("front one", "only there")
    assert server.anki.models.all_names_and_ids() == types
    assert not sync(instance, server).has_changes


def test_description_of_a_deck_in_anki_is_kept(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    edit_file(instance, "title: Deck", "title: Deck\ndescription: ours")
    sync(instance, server)
    deck = server.anki.decks.by_name("StudyApp::Deck")
    assert deck is not None
    deck["desc"] = "mine"
    server.anki.decks.save(deck)
    add_note_here(instance)
    assert sync(instance, server).added_count == 1
    deck = server.anki.decks.by_name("StudyApp::Deck")
    assert deck is not None
    assert deck["desc"] == "mine"


def test_decks_with_the_same_title_stay_apart(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    text = (instance.folder / "d.yaml").read_text()
    (instance.folder / "e.yaml").write_text(text.replace("deck: d", "deck: e"))
    assert sync(instance, server).added_count == 18
    assert sorted(notes_by_deck(server).values()) == [0, 10, 10]
    assert sync(instance, server) == SyncReport()
