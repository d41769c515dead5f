"""Of a collection, only the notes that are not known are read, with all of their cards and reviews."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from anki.collection import Collection as Anki

from studyapp.anki.live.changed_notes import ChangedNotes, read_changed_notes
from studyapp.anki.live.collection_copy import open_collection_copy
from studyapp.core.transfer.package_model import SourceNote
from tests.anki.anki_collections import add_note, review_cards_in_anki


def read(anki: Path, is_known: Callable[[str, bytes], bool]) -> ChangedNotes:
    with open_collection_copy(anki, lambda: None) as database:
        return read_changed_notes(database, is_known)


def fill(anki: Anki) -> Path:
    """Add 1,500 notes, more than are read by one query, and some reviews; close the collection."""
    for number in range(1500):
        add_note(anki, "Basic", f"front {number}", "back", deck="Deck")
    for number in range(3):
        add_note(anki, "Basic (and reversed card)", f"pair {number}", "back", deck="Other")
    deck = anki.decks.id_for_name("Deck")
    assert deck is not None
    anki.decks.select(deck)
    review_cards_in_anki(anki, 1, 20)
    path = Path(anki.path)
    anki.close(downgrade=False)
    return path


def by_guid(changed: ChangedNotes) -> dict[str, SourceNote]:
    return {note.guid: note for note in changed.package.notes}


def test_unknown_notes_are_read_completely(collection: Anki) -> None:
    path = fill(collection)
    everything = read(path, lambda _guid, _digest: False)
    notes = by_guid(everything)
    assert any(card.review_log for note in notes.values() for card in note.cards)
    unknown = set(list(notes)[::2])
    changed = read(
        path, lambda guid, digest: guid not in unknown and digest == everything.digest_by_guid[guid]
    )
    assert by_guid(changed).keys() >= unknown
    assert all(note == notes[guid] for guid, note in by_guid(changed).items())
    assert changed.digest_by_guid == everything.digest_by_guid
    assert changed.package.deck_names_by_id == everything.package.deck_names_by_id
    collection.reopen()


def test_one_known_note_of_each_type_and_deck_is_read(collection: Anki) -> None:
    path = fill(collection)
    changed = read(path, lambda _guid, _digest: True)
    assert {note.note_type.name for note in changed.package.notes} == {"Basic", "Basic (and reversed card)"}
    assert len(changed.package.notes) == 2
    assert changed.package.losses == read(path, lambda _guid, _digest: False).package.losses
    collection.reopen()


def test_only_notes_that_changed_get_another_digest(collection: Anki) -> None:
    path = fill(collection)
    before = read(path, lambda _guid, _digest: False).digest_by_guid
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE notes SET flds = 'front' || char(31) || 'changed' WHERE flds LIKE 'front 7_' || char(31) || '%'"
        )
    changed = read(path, lambda guid, digest: before[guid] == digest)
    assert len([note for note in changed.package.notes if note.fields[1] == "changed"]) == 10
    assert len(changed.package.notes) <= 12
    collection.reopen()


def test_ids_that_are_no_numbers_are_not_run_as_sql(collection: Anki) -> None:
    path = fill(collection)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE copy AS SELECT * FROM cards")
        connection.execute("DROP TABLE cards")
        connection.execute("CREATE TABLE cards AS SELECT * FROM copy")
        connection.execute("UPDATE cards SET id = '0) OR (1' WHERE rowid = 1")
    before = read(path, lambda _guid, _digest: False)
    known = set(list(before.digest_by_guid)[1:])
    changed = read(path, lambda guid, _digest: guid in known)
    assert len(changed.package.notes) <= 3
    assert sum(len(note.cards) for note in changed.package.notes) <= 4
