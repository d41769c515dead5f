"""What Anki would do with a package, told before it is written. The rules are those of Anki's own import with the choice "if
newer", which is the usual one; tested against it."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.live.collection_copy import copy_collection
from studyapp.anki.note_types import AnkiNoteType
from studyapp.anki.reading.collection_reading import configure_connection, read_note_types
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError


class ImportOutcome(StrEnum):
    """What becomes of a note."""

    NEW = QT_TRANSLATE_NOOP("Verdict", "New")
    UPDATED = QT_TRANSLATE_NOOP("Verdict", "Updated")
    OVERWRITES_ANKI_EDIT = QT_TRANSLATE_NOOP("Verdict", "Updated, overwriting your changes in Anki")
    UNCHANGED = QT_TRANSLATE_NOOP("Verdict", "Unchanged")
    NEWER_IN_ANKI = QT_TRANSLATE_NOOP("Verdict", "Not updated: changed in Anki since")
    NOTE_TYPE_CONFLICT = QT_TRANSLATE_NOOP("Verdict", "Not updated: different note type in Anki")


class CollectionSnapshot(NamedTuple):
    """What a collection has: for each guid the note type, the moment of change (unix seconds) and the number of cards;
    and the fields and templates of its note types."""

    notes: Mapping[str, tuple[int, int, int]]
    schema_by_note_type_id: Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]


class ExportPreview(NamedTuple):
    """The keys of the notes by what becomes of them. Anki will
    keep second copies of the note types in `differing`, and ignore the progress of `known_cards` cards."""

    keys_by_outcome: Mapping[ImportOutcome, tuple[str, ...]]
    duplicated_note_types: tuple[str, ...] = ()
    existing_card_count: int = 0


def read_snapshot(collection: Path) -> CollectionSnapshot:
    """What a collection of Anki has. It is read from a copy: Anki may have it open. UnreadablePackage when it is none,
    OSError when it can't be read."""
    with copy_collection(collection) as copy:
        try:
            return _read_database(copy)
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise UnreadableFileError("{path}: {reason}", path=collection, reason=error) from error


def _read_database(path: Path) -> CollectionSnapshot:
    with closing(sqlite3.connect(path)) as connection:
        configure_connection(connection)
        rows = connection.execute(
            "SELECT guid, mid, notes.mod, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id GROUP BY notes.id"
        )
        notes = {guid: (kind, changed_at, cards) for guid, kind, changed_at, cards in rows}
        types = {
            number: (found.fields, tuple(template.name for template in found.templates))
            for number, found in read_note_types(connection).items()
        }
    return CollectionSnapshot(notes, types)


def predict_import_outcomes(
    notes: Sequence[tuple[str, AnkiNote]],
    last_export_by_key: Mapping[str, tuple[str, int]],
    snapshot: CollectionSnapshot | None,
) -> ExportPreview:
    """What Anki would do with these notes, each with its key. `given` has the digest and the moment of what it was
    given last; without a look at what is there, that has to serve."""
    found: dict[ImportOutcome, list[str]] = {verdict: [] for verdict in ImportOutcome}
    for key, note in notes:
        last = last_export_by_key.get(key, ("", 0))[1]
        found[
            _predict_without_snapshot(note, last)
            if snapshot is None
            else _predict_outcome(note, last, snapshot)
        ].append(key)
    verdicts = {verdict: tuple(keys) for verdict, keys in found.items() if keys}
    if snapshot is None:
        return ExportPreview(verdicts)
    differing = tuple(
        one.name
        for one in dict.fromkeys(note.note_type for _, note in notes)
        if one.anki_id in snapshot.schema_by_note_type_id
        and snapshot.schema_by_note_type_id[one.anki_id] != note_type_schema(one)
    )
    known = sum(snapshot.notes[note.guid][2] for _, note in notes if note.guid in snapshot.notes)
    return ExportPreview(verdicts, duplicated_note_types=differing, existing_card_count=known)


def note_type_schema(note_type: AnkiNoteType | CustomNoteType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What Anki compares types by: the names of their fields and templates."""
    cards = note_type.templates if isinstance(note_type, CustomNoteType) else note_type.card_types
    return note_type.fields, tuple(card.name for card in cards)


def _predict_without_snapshot(note: AnkiNote, last_exported_at: int) -> ImportOutcome:
    if not last_exported_at:
        return ImportOutcome.NEW
    return ImportOutcome.UPDATED if note.changed_at > last_exported_at else ImportOutcome.UNCHANGED


def _predict_outcome(note: AnkiNote, last_exported_at: int, snapshot: CollectionSnapshot) -> ImportOutcome:
    if note.guid not in snapshot.notes:
        return ImportOutcome.NEW
    kind, changed_at, _ = snapshot.notes[note.guid]
    if kind != note.note_type.anki_id:
        return ImportOutcome.NOTE_TYPE_CONFLICT
    if changed_at == note.changed_at:
        return ImportOutcome.UNCHANGED
    if changed_at > note.changed_at:
        return ImportOutcome.NEWER_IN_ANKI
    return ImportOutcome.UPDATED if changed_at <= last_exported_at else ImportOutcome.OVERWRITES_ANKI_EDIT
