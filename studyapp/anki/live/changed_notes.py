"""Reading the notes of a collection that are not known yet.

A note is known by a digest of its own rows, those of its cards and reviews, and of what all notes of the collection share.
Digests take a small part of the time and the memory of reading. They are only compared, so that values that no reader
understands do no harm.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from studyapp.anki.reading.collection_reading import (
    CARD_COLUMNS,
    LOG_COLUMNS,
    NOTE_COLUMNS,
    read_collection,
    read_guid,
)
from studyapp.anki.reading.note_type_reading import read_note_types
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.core.transfer.package_model import PackageData
from studyapp.core.value_digest import digest_values

IsKnown = Callable[[str, bytes], bool]
"""Tells from the guid and the digest of a note whether it is known."""


class ChangedNotes(NamedTuple):
    """The data of a collection without the notes that are known, and the digests of all notes by guid."""

    package: PackageData
    digest_by_guid: dict[str, bytes]


def read_changed_notes(database: UntrustedDatabase, is_known: IsKnown) -> ChangedNotes:
    """Return the data of a collection, without notes that are known, and without media.

    Of each note type and each deck, at least one note is read even if it is known. If the collection is damaged, raises one of
    the errors that `open_untrusted_database` replaces.
    """
    shared = _digest_shared_values(database)
    digest_by_guid: dict[str, bytes] = {}
    ids_to_read: list[int] = []
    known: list[_Note] = []
    seen_groups: set[object] = set()
    for note in _iterate_notes(database):
        # Only a damaged collection contains guids or ids of other types.
        is_regular = isinstance(note.note_id, int) and note.guid not in digest_by_guid
        digest_by_guid[note.guid] = digest = digest_values((shared, note.digest))
        if is_regular and is_known(note.guid, digest):
            known.append(note)
        else:
            ids_to_read.append(note.note_id)
            seen_groups |= note.groups
    for note in known:
        if not note.groups <= seen_groups:
            ids_to_read.append(note.note_id)
            seen_groups |= note.groups
    if not known or not all(isinstance(note_id, int) for note_id in ids_to_read):
        return ChangedNotes(read_collection(database), digest_by_guid)
    return ChangedNotes(read_collection(database, sorted(ids_to_read)), digest_by_guid)


class _Note(NamedTuple):
    """A note, and its note type and the decks of its cards."""

    note_id: int
    guid: str
    digest: bytes
    groups: frozenset[tuple[str, object]]


def _iterate_notes(database: UntrustedDatabase) -> Iterator[_Note]:
    logs = database.rows(f"SELECT {LOG_COLUMNS} FROM revlog ORDER BY cid, id")
    log_digest_by_card = {card: digest_values(list(rows)) for card, rows in groupby(logs, itemgetter(0))}
    cards = database.rows(f"SELECT {CARD_COLUMNS} FROM cards ORDER BY nid, ord, id")
    cards_by_note = {
        note: _digest_cards(rows, log_digest_by_card) for note, rows in groupby(cards, itemgetter(0))
    }
    for row in database.rows(f"SELECT {NOTE_COLUMNS} FROM notes ORDER BY id"):
        note_id, guid, note_type_id, *_ = row
        cards_digest, decks = cards_by_note.get(note_id, (b"", frozenset()))
        groups = decks | {("note type", note_type_id)}
        yield _Note(note_id, read_guid(guid, note_id), digest_values((row, cards_digest)), groups)


def _digest_cards(
    rows: Iterator[tuple[object, ...]], log_digest_by_card: dict[object, bytes]
) -> tuple[bytes, frozenset[tuple[str, object]]]:
    """Return the digest of a note's cards and their reviews, and the decks of the cards."""
    cards = list(rows)
    digest = digest_values([(row, log_digest_by_card.get(row[1], b"")) for row in cards])
    return digest, frozenset(("deck", row[2]) for row in cards)


def _digest_shared_values(database: UntrustedDatabase) -> bytes:
    """Return a digest of what matters to a sync of any note: note types, decks, calendar and scheduler."""
    package = read_collection(database, ())
    values = (
        list(read_note_types(database).by_id.values()),
        dict(package.deck_names_by_id),
        {deck: preset.fsrs_parameters for deck, preset in package.presets_by_deck_id.items()},
        (package.created_at, package.minutes_west, package.rollover_hour, package.uses_fsrs),
    )
    return digest_values(repr(values))
