"""Notes in Anki that their decks here have retired: a sync asks about them as about deleted ones, and never adds them."""

from pathlib import Path

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.exchange.anki_sync import compare_with_anki, sync_with_anki
from studyapp.services.exchange.sync_decisions import DeletedHereChoice, SyncDecisions
from studyapp.services.exchange.sync_report import SkipReason, SyncReport
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note, import_into_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.bundled_editions import read_decks, write_first_edition, write_revised_first_edition
from tests.anki.studyapp_instance import StudyAppInstance, create_instance
from tests.anki.sync_actions import compare, review_cards_in_server, sync, sync_request
from tests.services.study_driver import MINUTE

RETIRED = ("d/n0",)


def send_package(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    package = instance.path.parent / "sent.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, package, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    import_into_anki(package, server.anki)


def retire(instance: StudyAppInstance, *, is_kept: bool = False) -> None:
    """List `n0` as retired and remove it, unless it is kept by mistake."""
    path = instance.folder / "d.yaml"
    head, first, *others = path.read_text().split("\n  - id: ")
    assert first.startswith("n0\n")
    head = head.replace("\nnotes:", "\nretired: [n0]\nnotes:")
    path.write_text("\n  - id: ".join((head, *([first] if is_kept else []), *others)))
    instance.time.now += MINUTE


def edit_in_anki(server: AnkiConnectServer, front: str, new_front: str) -> None:
    (note_id,) = server.anki.find_notes(f'"Front:{front}"')
    note = server.anki.get_note(note_id)
    note["Front"] = new_front
    server.anki.update_note(note)


def retired_in_anki(server: AnkiConnectServer) -> object:
    """The retired note with its cards and reviews."""
    assert server.anki.db is not None
    (note_id,) = server.anki.find_notes('"Identity:d/n0"')
    return [
        server.anki.db.all("SELECT * FROM notes WHERE id = ?", note_id),
        server.anki.db.all("SELECT * FROM cards WHERE nid = ?", note_id),
        server.anki.db.all("SELECT * FROM revlog WHERE cid IN (SELECT id FROM cards WHERE nid = ?)", note_id),
    ]


def ids_here(instance: StudyAppInstance) -> set[str]:
    return {note.id for note in instance.load_notes()}


def test_first_sync_after_packages_names_a_retired_note(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    """Also if it was edited and reviewed in Anki, which keeps all of this."""
    send_package(instance, server)
    retire(instance)
    edit_in_anki(server, "front 0", "my own words")
    review_cards_in_server(server, 9)
    before = retired_in_anki(server)
    text = (instance.folder / "d.yaml").read_text()
    preview = compare(instance, server)
    assert (preview.retired_here, preview.deleted_here, preview.new_in_anki) == (RETIRED, (), ())
    report = sync(instance, server)
    assert report.skipped_notes == {SkipReason.RETIRED_HERE: RETIRED}
    assert (report.added_here_count, report.deleted_count, report.losses) == (0, 0, ())
    assert compare(instance, server).retired_here == RETIRED
    assert sync(instance, server) == SyncReport(retired_here=RETIRED)
    assert (instance.folder / "d.yaml").read_text() == text
    assert retired_in_anki(server) == before


def test_retired_note_is_named_once_after_an_earlier_sync(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    retire(instance)
    preview = compare(instance, server)
    assert (preview.retired_here, preview.deleted_here) == (RETIRED, ())
    assert sync(instance, server) == SyncReport(retired_here=RETIRED)


def test_retired_note_is_deleted_in_anki_if_wanted(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    send_package(instance, server)
    retire(instance)
    report = sync(instance, server, SyncDecisions(deleted_here=DeletedHereChoice.DELETE_IN_ANKI))
    assert (report.deleted_count, report.retired_here) == (1, ())
    assert server.anki.note_count() == 8 and not server.anki.find_notes('"Identity:d/n0"')
    assert not compare(instance, server).has_changes


def test_copy_made_in_anki_is_added_but_not_the_retired_note(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    send_package(instance, server)
    (note_id,) = server.anki.find_notes('"Front:front 0"')
    add_note(server.anki, "StudyApp basic", *server.anki.get_note(note_id).fields, deck="StudyApp::Deck")
    add_note(server.anki, "Basic", "from the phone", "yes", deck="StudyApp::Deck")
    retire(instance)
    report = sync(instance, server)
    assert (report.added_here_count, report.retired_here, report.losses) == (2, RETIRED, ())
    assert {"n0-2", "from-the-phone"} <= ids_here(instance) and "n0" not in ids_here(instance)
    assert sync(instance, server) == SyncReport(retired_here=RETIRED)


def test_retired_note_in_the_deck_of_another_one_is_not_added_there(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    """Neither is it named by a sync of other decks."""
    (instance.folder / "e.yaml").write_text("deck: e\ntitle: E\nnotes:\n  - {id: one, front: f, back: b}\n")
    send_package(instance, server)
    deck_id = server.anki.decks.id_for_name("StudyApp::E")
    assert deck_id is not None
    server.anki.set_deck(server.anki.find_cards('"Front:front 0"'), deck_id)
    retire(instance)
    request = sync_request(instance, server)
    request = request._replace(scope=request.scope._replace(decks=("e",)))
    assert not compare_with_anki(request).has_changes
    assert sync_with_anki(request, SyncDecisions()) == SyncReport()
    assert compare(instance, server).retired_here == RETIRED


def test_retired_notes_of_a_deck_that_was_removed_count_as_deleted(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    retire(instance)
    sync(instance, server)
    (instance.folder / "d.yaml").rename(instance.path.parent / "d.yaml")
    request = sync_request(instance, server)
    preview = compare_with_anki(request)
    assert preview.retired_here == () and len(preview.deleted_here) == 9


def test_note_with_a_retired_id_that_is_here_is_synced(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    retire(instance, is_kept=True)
    edit_in_anki(server, "front 0", "better words")
    assert sync(instance, server) == SyncReport(received_count=1)
    assert "better words" in (instance.folder / "d.yaml").read_text()


def test_new_computer_with_the_second_edition_gets_no_note_of_the_first(
    server: AnkiConnectServer, tmp_path: Path
) -> None:
    first, second = create_instance(tmp_path / "first", ()), create_instance(tmp_path / "second", ())
    write_first_edition(first.folder)
    write_revised_first_edition(second.folder)
    send_package(first, server)
    keys = [{note.key for deck in read_decks(one.folder) for note in deck.notes} for one in (first, second)]
    files = {path: path.read_bytes() for path in second.folder.glob("*.yaml")}
    assert set(compare(second, server).retired_here) == keys[0] - keys[1] != set()
    report = sync(second, server)
    assert (report.added_here_count, report.deleted_count) == (0, 0)
    assert sorted(report.retired_here) == sorted(keys[0] - keys[1])
    assert {path: path.read_bytes() for path in second.folder.glob("*.yaml")} == files
    first.close()
    second.close()
