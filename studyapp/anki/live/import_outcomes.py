"""Prediction of what Anki will do with the notes of a package.

The rules are those of Anki's import with its default option "if newer", and tested with Anki.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.anki_note_types import AnkiNoteType
from studyapp.anki.live.collection_copy import open_collection_copy
from studyapp.anki.reading.note_type_reading import read_note_types
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class ImportOutcome(StrEnum):
    """What Anki does with a note."""

    NEW = QT_TRANSLATE_NOOP("Verdict", "New")
    UPDATED = QT_TRANSLATE_NOOP("Verdict", "Updated")
    OVERWRITES_ANKI_EDIT = QT_TRANSLATE_NOOP("Verdict", "Updated, overwriting your changes in Anki")
    UNCHANGED = QT_TRANSLATE_NOOP("Verdict", "Unchanged")
    NEWER_IN_ANKI = QT_TRANSLATE_NOOP("Verdict", "Not updated: changed more recently in Anki")
    NOTE_TYPE_CONFLICT = QT_TRANSLATE_NOOP("Verdict", "Not updated: different note type in Anki")
    REMOVED_HERE = QT_TRANSLATE_NOOP("Verdict", "Not deleted in Anki: no longer in StudyApp")


class CollectionSnapshot(NamedTuple):
    """The notes and note types in a collection.

    `notes` maps each guid to the note type id, the modification time (Unix seconds) and the number of cards.
    A schema consists of the names of the fields and of the templates.
    """

    notes: Mapping[str, tuple[int, int, int]]
    schema_by_note_type_id: Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]


class ExportPreview(NamedTuple):
    """The keys of the notes by predicted outcome.

    Anki will keep second copies of the note types named in `duplicated_note_types`, and ignore the progress
    of `existing_card_count` cards.
    """

    keys_by_outcome: Mapping[ImportOutcome, tuple[str, ...]]
    duplicated_note_type_names: tuple[str, ...] = ()
    existing_card_count: int = 0


def read_snapshot(collection: Path, check_cancelled: Callable[[], None]) -> CollectionSnapshot:
    """Return a snapshot of a collection, which Anki may have open.

    `check_cancelled` is called often and may raise to stop. Raises UnreadableFileError if the file is not a collection
    or Anki keeps writing to it, and OSError if it can't be read.
    """
    with open_collection_copy(collection, check_cancelled) as database:
        rows = database.rows(
            "SELECT guid, mid, notes.mod, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id GROUP BY notes.id"
        )
        notes = {
            guid: (note_type_id, changed_at, card_count)
            for guid, note_type_id, changed_at, card_count in rows
        }
        schema_by_note_type_id = {
            anki_id: (note_type.fields, tuple(template.name for template in note_type.templates))
            for anki_id, note_type in read_note_types(database).by_id.items()
        }
    return CollectionSnapshot(notes, schema_by_note_type_id)


def predict_import_outcomes(
    notes: Sequence[tuple[str, AnkiNote]],
    exported_at_by_key: Mapping[str, int],
    snapshot: CollectionSnapshot | None,
) -> ExportPreview:
    """Return what Anki would do with notes, which are given with their keys.

    `exported_at_by_key` has the modification time of each note's last export. Without a snapshot, the prediction relies on
    it.
    """
    keys_by_outcome: dict[ImportOutcome, list[str]] = {outcome: [] for outcome in ImportOutcome}
    for key, note in notes:
        last_exported_at = exported_at_by_key.get(key, 0)
        keys_by_outcome[
            _predict_without_snapshot(note, last_exported_at)
            if snapshot is None
            else _predict_outcome(note, last_exported_at, snapshot)
        ].append(key)
    nonempty_outcomes = {outcome: tuple(keys) for outcome, keys in keys_by_outcome.items() if keys}
    if snapshot is None:
        return ExportPreview(nonempty_outcomes)
    duplicated = tuple(
        note_type.name
        for note_type in dict.fromkeys(note.note_type for _, note in notes)
        if note_type.anki_id in snapshot.schema_by_note_type_id
        and snapshot.schema_by_note_type_id[note_type.anki_id] != note_type_schema(note_type)
    )
    existing_card_count = sum(
        snapshot.notes[note.guid][2] for _, note in notes if note.guid in snapshot.notes
    )
    return ExportPreview(
        nonempty_outcomes, duplicated_note_type_names=duplicated, existing_card_count=existing_card_count
    )


def note_type_schema(note_type: AnkiNoteType | CustomNoteType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what Anki compares in note types: the names of the fields and of the templates."""
    templates = note_type.templates if isinstance(note_type, CustomNoteType) else note_type.card_types
    return note_type.fields, tuple(template.name for template in templates)


def _predict_without_snapshot(note: AnkiNote, last_exported_at: int) -> ImportOutcome:
    if not last_exported_at:
        return ImportOutcome.NEW
    return ImportOutcome.UPDATED if note.changed_at > last_exported_at else ImportOutcome.UNCHANGED


def _predict_outcome(note: AnkiNote, last_exported_at: int, snapshot: CollectionSnapshot) -> ImportOutcome:
    if note.guid not in snapshot.notes:
        return ImportOutcome.NEW
    note_type_id, changed_at, _ = snapshot.notes[note.guid]
    if note_type_id != note.note_type.anki_id:
        return ImportOutcome.NOTE_TYPE_CONFLICT
    if changed_at == note.changed_at:
        return ImportOutcome.UNCHANGED
    if changed_at > note.changed_at:
        return ImportOutcome.NEWER_IN_ANKI
    return ImportOutcome.UPDATED if changed_at <= last_exported_at else ImportOutcome.OVERWRITES_ANKI_EDIT
