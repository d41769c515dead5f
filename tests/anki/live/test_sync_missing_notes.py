"""Notes that only one side has: deleted here, deleted in Anki, added in Anki."""

from pathlib import Path

import pytest

from studyapp.services.exchange.sync_decisions import DeletedHereChoice, DeletedInAnkiChoice, SyncDecisions
from studyapp.services.exchange.sync_report import SyncReport
from tests.anki.anki_collections import add_note, export_package, review_cards_in_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import compare, review_cards, sync
from tests.services.study_driver import MINUTE


def remove_in_anki(server: AnkiConnectServer, front: str) -> None:
    server.anki.remove_notes(server.anki.find_notes(f'"Front:{front}"'))


def remove_here(instance: StudyAppInstance, note_id: str) -> None:
    path = instance.folder / "d.yaml"
    blocks = path.read_text().split("\n  - ")
    kept = [block for block in blocks if not block.startswith(f"id: {note_id}\n")]
    assert len(kept) == len(blocks) - 1
    path.write_text("\n  - ".join(kept))
    instance.time.now += MINUTE


def ids_here(instance: StudyAppInstance) -> set[str]:
    return {note.id for note in instance.load_notes()}


@pytest.fixture
def spanish(server: AnkiConnectServer, tmp_path: Path) -> StudyAppInstance:
    """An instance with a deck that was imported from Anki."""
    add_note(server.anki, "Basic", "uno", "one", deck="Spanish")
    instance = create_instance(tmp_path / "studyapp", ())
    instance.import_file(export_package(server.anki, tmp_path))
    sync(instance, server)
    return instance


def test_note_deleted_in_anki_is_sent_again_with_its_reviews(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    review_cards(instance, 3)
    sync(instance, server)
    remove_in_anki(server, "front 0")
    assert compare(instance, server).deleted_in_anki == ("d/n0",)
    assert sync(instance, server).deleted_in_anki == ("d/n0",)
    assert server.anki.note_count() == 8
    report = sync(instance, server, SyncDecisions(deleted_in_anki=DeletedInAnkiChoice.SEND_AGAIN))
    assert (report.added_count, report.deleted_in_anki, report.pushed_review_count) == (1, (), 1)
    assert server.anki.note_count() == 9
    assert sync(instance, server) == SyncReport()


def test_note_deleted_in_anki_is_deleted_here_and_can_be_restored(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    remove_in_anki(server, "front 0")
    report = sync(instance, server, SyncDecisions(deleted_in_anki=DeletedInAnkiChoice.DELETE_HERE))
    assert (report.deleted_here_count, report.deleted_in_anki) == (1, ())
    assert "n0" not in ids_here(instance)
    assert sync(instance, server) == SyncReport()


def test_note_deleted_here_is_mentioned_and_deleted_in_anki_if_wanted(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    remove_here(instance, "n3")
    assert compare(instance, server).deleted_here == ("d/n3",)
    assert sync(instance, server).deleted_here == ("d/n3",)
    assert server.anki.note_count() == 9
    report = sync(instance, server, SyncDecisions(deleted_here=DeletedHereChoice.DELETE_IN_ANKI))
    assert (report.deleted_count, report.deleted_here) == (1, ())
    assert not server.anki.find_notes('"Front:front 3"')
    assert server.anki.note_count() == 8
    assert sync(instance, server) == SyncReport()


def test_imported_note_deleted_here_is_found_in_anki(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    path = spanish.folder / "spanish.yaml"
    path.write_text(path.read_text()[: path.read_text().index("notes:")] + "notes: []\n")
    spanish.time.now += MINUTE
    (key,) = sync(spanish, server).deleted_here
    assert key == "spanish/uno"
    assert compare(spanish, server).new_in_anki == ()
    spanish.close()


def test_note_added_in_anki_comes_with_its_reviews_and_media(
    spanish: StudyAppInstance, server: AnkiConnectServer
) -> None:
    server.anki.media.write_data("dos.png", b"two")
    add_note(server.anki, "Basic", "dos", 'two <img src="dos.png">', deck="Spanish", tags=("new",))
    add_note(server.anki, "Basic", "elsewhere", "not ours", deck="French")
    deck = server.anki.decks.id("Spanish")
    assert deck is not None
    server.anki.decks.select(deck)
    review_cards_in_anki(server.anki, 1, 1)
    before = (spanish.folder / "spanish.yaml").read_text()
    preview = compare(spanish, server)
    assert preview.new_in_anki == ("dos",)
    assert (spanish.folder / "spanish.yaml").read_text() == before
    report = sync(spanish, server)
    assert (report.added_here_count, report.pulled_review_count, report.losses) == (1, 1, ())
    text = (spanish.folder / "spanish.yaml").read_text()
    assert text.startswith(before.rstrip("\n")), "the other lines of the file stay"
    assert "dos" in text and "elsewhere" not in text
    assert [path.read_bytes() for path in spanish.folder.rglob("dos.png")] == [b"two"]
    assert sync(spanish, server) == SyncReport()
    assert server.anki.note_count() == 3
    spanish.close()


def test_note_added_in_anki_can_be_left_out(spanish: StudyAppInstance, server: AnkiConnectServer) -> None:
    add_note(server.anki, "Basic", "dos", "two", deck="Spanish")
    report = sync(spanish, server, SyncDecisions(adds_notes_from_anki=False))
    assert (report.added_here_count, report.new_in_anki) == (0, ("dos",))
    assert "dos" not in (spanish.folder / "spanish.yaml").read_text()
    spanish.close()


def test_note_added_in_a_deck_of_studyapp_joins_its_deck_file(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    add_note(server.anki, "Basic", "from the phone", "yes", deck="StudyApp::Deck")
    assert sync(instance, server).added_here_count == 1
    assert "from-the-phone" in ids_here(instance)
    assert sync(instance, server) == SyncReport()


def test_cards_that_anki_lacks_are_named(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    assert server.anki.db is not None
    cards = server.anki.find_cards('"card:2"')
    server.anki.remove_cards_and_orphaned_notes(list(cards))
    assert sync(instance, server).cards_missing_in_anki == ("d/cloze",)


def test_note_deleted_here_stays_deleted_when_another_one_comes_from_anki(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    remove_here(instance, "n0")
    add_note(server.anki, "Basic", "from the phone", "yes", deck="StudyApp::Deck")
    report = sync(instance, server)
    assert (report.added_here_count, report.deleted_here) == (1, ("d/n0",))
    assert "n0" not in ids_here(instance) and "from-the-phone" in ids_here(instance)
