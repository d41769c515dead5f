"""Notes that are in sync are neither read nor compared, until something changes on either side."""

from collections.abc import Callable

import pytest

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.exchange.anki_state import read_anki_state
from studyapp.services.exchange.notes_in_sync import load_notes_in_sync, record_notes_in_sync
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.options.option_storage import set_option
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import (
    compare,
    execute,
    preview_of_all,
    review_cards,
    review_one_card,
    sync,
    sync_request,
    sync_until_nothing_changes,
)
from tests.services.study_driver import DAY

TYPE_IDS = [note_type.anki_id for note_type in ANKI_NOTE_TYPES]
COLUMNS_OF_A_CARD = (
    "mod",
    "type",
    "queue",
    "due",
    "ivl",
    "factor",
    "reps",
    "lapses",
    "left",
    "flags",
    "data",
    "did",
)
COLUMNS_OF_A_REVIEW = ("ease", "ivl", "lastIvl", "factor", "time", "type")


def left_out(instance: StudyAppInstance, server: AnkiConnectServer) -> frozenset[str]:
    """The keys of the notes that a sync would not read."""
    request = sync_request(instance, server)
    known = load_notes_in_sync(request.environment, request.scope)
    state = read_anki_state(request.connect(lambda: None), TYPE_IDS, known.is_known)
    return known.left_out_keys(state)


@pytest.fixture
def synced(instance: StudyAppInstance, server: AnkiConnectServer) -> StudyAppInstance:
    """An instance with some studied cards, all of whose notes are in sync."""
    picture = instance.folder / "picture.png"
    picture.write_bytes(b"picture")
    deck = instance.folder / "d.yaml"
    deck.write_text(deck.read_text() + "  - {id: image, front: 'a ![](picture.png)', back: b}\n")
    review_cards(instance, 4)
    sync_until_nothing_changes(instance, server)
    return instance


def edit_deck(instance: StudyAppInstance, old: str, new: str) -> None:
    path = instance.folder / "d.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    instance.time.now += 60_000


def test_notes_in_sync_are_left_out(synced: StudyAppInstance, server: AnkiConnectServer) -> None:
    # Of each note type, one is read: it shows which note types Anki has, and in which deck the notes are.
    assert len(left_out(synced, server)) == 10 - 2
    assert compare(synced, server).has_changes is False
    assert sync(synced, server) == SyncReport()


def export(instance: StudyAppInstance, _server: AnkiConnectServer) -> None:
    library = sync_request(instance, _server).environment.library
    target = instance.folder.parent / "export.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.TRADITIONAL_CHINESE, target)
    export_decks(instance.collection, library, request, instance.clock())


CHANGES_OF_ALL: dict[str, Callable[[StudyAppInstance, AnkiConnectServer], object]] = {
    "option": lambda instance, _: set_option(instance.collection, "d", "retention", "80"),
    "title": lambda instance, _: edit_deck(instance, "title: Deck", "title: Another"),
    "export in another language": export,
    "deck in Anki": lambda _, server: server.anki.decks.id("Another"),
    "calendar in Anki": lambda _, server: execute(server, "UPDATE col SET crt = crt - 86400"),
    "scheduler in Anki": lambda _, server: server.anki.set_config("fsrs", True),
}


@pytest.mark.parametrize("change", CHANGES_OF_ALL.values(), ids=CHANGES_OF_ALL)
def test_change_of_what_notes_share_leads_to_a_comparison_of_all(
    synced: StudyAppInstance,
    server: AnkiConnectServer,
    change: Callable[[StudyAppInstance, AnkiConnectServer], object],
) -> None:
    change(synced, server)
    assert left_out(synced, server) == frozenset()
    sync_until_nothing_changes(synced, server)
    assert len(left_out(synced, server)) == 10 - 2


CHANGES_OF_ONE: dict[str, Callable[[StudyAppInstance, AnkiConnectServer], object]] = {
    "image": lambda instance, _: (instance.folder / "picture.png").write_bytes(b"another picture"),
    "text here": lambda instance, _: edit_deck(instance, "front 3", "front three"),
    "review here": lambda instance, _: review_one_card(instance),
    "fields in Anki": lambda _, server: execute(
        server, "UPDATE notes SET flds = replace(flds, 'front 3', 'front three')"
    ),
    "tags in Anki": lambda _, server: execute(
        server, "UPDATE notes SET tags = ' other ' WHERE flds LIKE '%front 3%'"
    ),
    "deletion in Anki": lambda _, server: server.anki.remove_notes(server.anki.find_notes('"front 3"')),
    "new note in Anki": lambda _, server: add_note(server.anki, "Basic", "new", "", deck="StudyApp::Deck"),
}


@pytest.mark.parametrize("change", CHANGES_OF_ONE.values(), ids=CHANGES_OF_ONE)
def test_change_of_a_note_leads_to_its_comparison(
    synced: StudyAppInstance,
    server: AnkiConnectServer,
    change: Callable[[StudyAppInstance, AnkiConnectServer], object],
) -> None:
    change(synced, server)
    assert len(left_out(synced, server)) >= 10 - 3
    assert compare(synced, server).has_changes
    sync_until_nothing_changes(synced, server)
    assert len(left_out(synced, server)) >= 10 - 3


@pytest.mark.parametrize("column", COLUMNS_OF_A_CARD)
def test_every_column_of_a_card_in_anki_counts(
    synced: StudyAppInstance, server: AnkiConnectServer, column: str
) -> None:
    value = "'{}'" if column == "data" else f"{column} + 1"
    execute(server, "UPDATE cards SET data = '{\"s\":1}'")
    sync_until_nothing_changes(synced, server)
    before = left_out(synced, server)
    execute(server, f"UPDATE cards SET {column} = {value}")
    assert before and not left_out(synced, server)


@pytest.mark.parametrize("column", COLUMNS_OF_A_REVIEW)
def test_every_column_of_a_review_in_anki_counts(
    synced: StudyAppInstance, server: AnkiConnectServer, column: str
) -> None:
    before = left_out(synced, server)
    execute(server, f"UPDATE revlog SET {column} = {column} + 1")
    assert left_out(synced, server) < before


def test_buried_card_is_compared_until_it_comes_back(
    synced: StudyAppInstance, server: AnkiConnectServer
) -> None:
    (card,) = server.anki.find_cards('"front 7"')
    server.anki.sched.bury_cards([card])
    sync_until_nothing_changes(synced, server)
    assert "d/n7" not in left_out(synced, server)
    synced.time.now += DAY
    assert compare(synced, server) == preview_of_all(synced, server)


def test_what_can_not_be_carried_over_is_reported_by_every_sync(
    synced: StudyAppInstance, server: AnkiConnectServer
) -> None:
    execute(server, "UPDATE cards SET factor = 1300, data = '' WHERE type = 0")
    losses = [sync(synced, server).losses for _ in range(3)]
    assert losses[0] and losses == [losses[0]] * 3


def test_notes_with_the_same_guid_are_never_left_out(
    synced: StudyAppInstance, server: AnkiConnectServer
) -> None:
    with synced.collection.transaction() as connection:
        connection.execute(
            "UPDATE note SET content = json_set(content, '$.guid', 'same') WHERE id IN ('n1', 'n2')"
        )
        connection.execute("UPDATE note SET content = json_set(content, '$.guid', 'other') WHERE id = 'n3'")
    request = sync_request(synced, server)
    key_by_guid = load_notes_in_sync(request.environment, request.scope).key_by_guid
    assert "same" not in key_by_guid and key_by_guid["other"] == "d/n3"


@pytest.mark.parametrize(
    ("name", "markdown"),
    [
        ("p.png", "![a][b]\\n\\n[b]: p.png"),
        ("p.png", "![a](p.png 'title')"),
        ("p.png", "![a]( p.png )"),
        ("p(1).png", "![a](p(1).png)"),
        ("p_q.png", "![a](p&#95;q.png)"),
        ("p_q.png", "![a](p\\\\_q.png)"),
    ],
)
def test_change_of_an_image_is_found_however_it_is_written(
    synced: StudyAppInstance, server: AnkiConnectServer, name: str, markdown: str
) -> None:
    picture = synced.folder / name
    picture.write_bytes(b"first")
    edit_deck(
        synced, "  - {id: image,", f'  - {{id: other, front: "c {markdown}", back: b}}\n  - {{id: image,'
    )
    sync_until_nothing_changes(synced, server)
    picture.write_bytes(b"another picture")
    synced.time.now += 60_000
    assert "d/other" in preview_of_all(synced, server).updated_in_anki
    assert compare(synced, server) == preview_of_all(synced, server)


def test_note_without_a_guid_in_anki_is_compared(synced: StudyAppInstance, server: AnkiConnectServer) -> None:
    add_note(server.anki, "Basic", "new", "", deck="StudyApp::Deck")
    execute(server, "UPDATE notes SET guid = '' WHERE id = (SELECT max(id) FROM notes)")
    before = compare(synced, server)
    assert before == preview_of_all(synced, server)
    assert before.new_in_anki


def test_note_that_changes_during_the_sync_is_compared_again(
    synced: StudyAppInstance, server: AnkiConnectServer
) -> None:
    request = sync_request(synced, server)
    known = load_notes_in_sync(request.environment, request.scope)
    reviewed_key = review_one_card(synced).partition("#")[0]
    found = dict.fromkeys(known.own_digest_by_key, b"in Anki")
    record_notes_in_sync(request.environment, request.scope, known, 1, found)
    now = load_notes_in_sync(request.environment, request.scope)
    recorded = {key for key, digest in now.in_sync if digest == now.digest(key, b"in Anki")}
    assert recorded == found.keys() - {reviewed_key}
