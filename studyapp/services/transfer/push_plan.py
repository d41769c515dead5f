"""Planning what a sync sends to Anki."""

from collections.abc import Collection as AbstractCollection
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from studyapp.anki.content_digest import compute_content_digest
from studyapp.anki.live.card_updates import is_stored_as_sent
from studyapp.anki.live.import_outcomes import (
    CollectionSnapshot,
    ImportOutcome,
    note_type_schema,
    predict_import_outcomes,
)
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.package_contents import ExportDeck, PackageContents, build_package_contents
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.transfer.package_model import LocatedNote, SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.deck_export import load_export_decks
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport

_CHANGED_IN_ANKI = (ImportOutcome.OVERWRITES_ANKI_EDIT, ImportOutcome.NEWER_IN_ANKI)
"""The outcomes of notes whose modification time in Anki is later than that of their last export."""


class PushPlan(NamedTuple):
    """What to send to Anki.

    `contents` are the decks as Anki should have them, `outcome_by_key` is the predicted outcome of each note,
    `deleted_in_anki` are the keys of notes that were deleted there, and `contents_to_send` is the part to
    send; None if there is none. `last_export_by_key` and `fields_by_key` are the last export of each note and the fields
    that it has here.
    """

    contents: PackageContents
    note_keys: tuple[str, ...]
    outcome_by_key: Mapping[str, ImportOutcome]
    deleted_in_anki: tuple[str, ...]
    contents_to_send: PackageContents | None
    last_export_by_key: Mapping[str, LastExport]
    fields_by_key: Mapping[str, tuple[str, ...]]

    def keys_with_outcome(self, outcome: ImportOutcome) -> list[str]:
        """Return the keys of the notes with this outcome."""
        return [key for key in self.note_keys if self.outcome_by_key[key] is outcome]

    @property
    def note_by_key(self) -> dict[str, AnkiNote]:
        """The notes by key."""
        return dict(zip(self.note_keys, self.contents.notes, strict=True))

    def content_digest(self, key: str, stored_note: SourceNote) -> str:
        """Return the digest of a note as Anki stores it, without fields that it has only there."""
        return compute_content_digest(stored_note, self.fields_by_key[key])


def plan_push(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    anki_note_by_guid: Mapping[str, LocatedNote],
    seen_in_anki: AbstractSet[str],
    progress: ProgressCallback,
) -> PushPlan:
    """Compare the notes of these decks with those in Anki.

    `seen_in_anki` are the keys of the notes that Anki had at an earlier sync. Raises OSError if an image can't be read,
    and StoreError if the collection can't be read.
    """
    with collection.read_transaction() as connection:
        exports = export_stamps.load_all(connection)
    decks = load_export_decks(collection, library, scope, clock, exports)
    anki_note_types = {located.note.note_type for located in anki_note_by_guid.values()}
    contents = build_package_contents(decks, scope.languages, clock.now() // 1000, progress, anki_note_types)
    keys = tuple(stamp.note_key for stamp in contents.stamps)
    fields_by_key = _own_fields(decks, dict(zip(keys, contents.notes, strict=True)))
    contents = replace(
        contents,
        notes=tuple(
            _keep_fields_added_in_anki(note, fields_by_key[key], anki_note_by_guid.get(note.guid))
            for key, note in zip(keys, contents.notes, strict=True)
        ),
    )
    plan = PushPlan(contents, keys, {}, (), None, exports, fields_by_key)
    outcomes = _predict_outcomes(plan, anki_note_by_guid)
    deleted = tuple(
        key
        for key, note in plan.note_by_key.items()
        if note.guid not in anki_note_by_guid and key in seen_in_anki
    )
    outcomes |= dict.fromkeys(deleted, ImportOutcome.NEWER_IN_ANKI)
    to_send = tuple(
        _make_newer(note, anki_note_by_guid.get(note.guid))
        for key, note in plan.note_by_key.items()
        if outcomes[key] in (ImportOutcome.NEW, ImportOutcome.UPDATED)
    )
    contents_to_send = replace(contents, notes=to_send) if to_send else None
    return plan._replace(outcome_by_key=outcomes, deleted_in_anki=deleted, contents_to_send=contents_to_send)


def _own_fields(
    decks: Sequence[ExportDeck], note_by_key: Mapping[str, AnkiNote]
) -> dict[str, tuple[str, ...]]:
    """Return the fields that each note has here, by key."""
    custom_type_by_key = {
        exported.note.key: exported.note.custom_note_type for deck in decks for exported in deck.notes
    }
    return {key: (custom_type_by_key[key] or note.note_type).fields for key, note in note_by_key.items()}


def _predict_outcomes(
    plan: PushPlan, anki_note_by_guid: Mapping[str, LocatedNote]
) -> dict[str, ImportOutcome]:
    """Return the outcome of each note, by key."""
    snapshot = CollectionSnapshot(
        {
            guid: (located.note.note_type.anki_id, located.note.changed_at, 0)
            for guid, located in anki_note_by_guid.items()
        },
        {},
    )
    exported_at_by_key = {key: last.changed_at for key, last in plan.last_export_by_key.items()}
    preview = predict_import_outcomes(list(plan.note_by_key.items()), exported_at_by_key, snapshot)
    outcomes = {key: outcome for outcome, keys in preview.keys_by_outcome.items() for key in keys}
    schemas = {
        located.note.note_type.anki_id: note_type_schema(located.note.note_type)
        for located in anki_note_by_guid.values()
    }
    for key, note in plan.note_by_key.items():
        located = anki_note_by_guid.get(note.guid)
        schema = note_type_schema(note.note_type)
        if located is not None and is_stored_as_sent(note, located.note):
            outcomes[key] = ImportOutcome.UNCHANGED
        elif schemas.get(note.note_type.anki_id, schema) != schema:
            outcomes[key] = ImportOutcome.NOTE_TYPE_CONFLICT  # Anki would change its note type
        elif located is not None and outcomes[key] in _CHANGED_IN_ANKI:
            last = plan.last_export_by_key.get(key)
            if last is not None and last.content_in_anki == plan.content_digest(key, located.note):
                is_edited = note.changed_at > last.changed_at
                outcomes[key] = ImportOutcome.UPDATED if is_edited else ImportOutcome.UNCHANGED
    return outcomes


def _keep_fields_added_in_anki(
    note: AnkiNote, fields: AbstractCollection[str], located: LocatedNote | None
) -> AnkiNote:
    """Return the note with Anki's content of the fields that only Anki's note type has."""
    if located is None or set(note.note_type.fields) <= set(fields):
        return note
    stored_note = located.note
    stored = dict(zip(stored_note.note_type.fields, stored_note.fields, strict=False))
    return replace(
        note,
        fields=tuple(
            content if name in fields else stored.get(name, content)
            for name, content in zip(note.note_type.fields, note.fields, strict=True)
        ),
    )


def _make_newer(note: AnkiNote, located: LocatedNote | None) -> AnkiNote:
    """Return the note with a modification time for which Anki updates its note."""
    if located is None:
        return note
    return replace(note, changed_at=max(note.changed_at, located.note.changed_at + 1))
