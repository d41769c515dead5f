"""Notes that Anki has from here and that are no longer in their decks. Importing a package doesn't delete them in Anki."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.export_request import ExportScope
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport

_MAX_NOTES_IN_SEARCH = 200
"""A search for more notes would be too long to copy from a report."""


class RemovedNote(NamedTuple):
    """A removed note: its key here, its GUID in Anki, and whether its key is in the field `Identity` there.

    `is_reported` states whether an export has named it.
    """

    key: str
    guid: str
    has_identity: bool
    is_reported: bool


def find_removed_notes(
    collection: Collection, library: Library, scope: ExportScope, last_exports: Mapping[str, LastExport]
) -> list[RemovedNote]:
    """Return the notes that were exported from the decks of a scope, or imported to them from Anki, and are no longer there.

    `last_exports` are by note key. A note that is now in another deck as the same note of Anki is left out, and so is
    everything if the scope selects notes.
    """
    if scope.note_keys is not None:
        return []
    removed: list[RemovedNote] = []
    with collection.read_transaction() as connection:
        present_ids = {deck: notes.present_ids(connection, deck) for deck in scope.decks}
        for key in sorted(last_exports):
            deck, note_id = split_note_key(key)
            if deck in present_ids and note_id not in present_ids[deck]:
                note = notes.load_removed(connection, deck, note_id)
                guid = note_guid(note) if note is not None else derive_guid(key)
                has_identity = note is None or note.custom_note_type is None
                removed.append(RemovedNote(key, guid, has_identity, last_exports[key].is_absent))
        if not removed:
            return []
        present_guids = {
            note_guid(stored.note)
            for deck in library.deck_ids
            for stored in notes.iterate_present(connection, deck)
        }
    return [note for note in removed if note.guid not in present_guids]


def report_removed_notes(removed: Sequence[RemovedNote]) -> Iterator[Loss]:
    """Yield a loss for each note. If there are not too many, it has the text that finds all of them in Anki."""
    searchable_keys = [note.key for note in removed if note.has_identity]
    search = _anki_search(searchable_keys) if len(searchable_keys) <= _MAX_NOTES_IN_SEARCH else ""
    for note in removed:
        if note.has_identity and search:
            yield Loss(LossKind.REMOVED_HERE_SEARCHABLE, note.key, search)
        else:
            yield Loss(LossKind.REMOVED_HERE, note.key)


def _anki_search(note_keys: Sequence[str]) -> str:
    """Return the search for notes by their keys, for Anki's browser. A dot in an ID stands for itself only in brackets."""
    ids_by_deck: dict[str, list[str]] = {}
    for deck, note_id in map(split_note_key, note_keys):
        ids_by_deck.setdefault(deck, []).append(note_id)
    pattern = _alternatives([f"{deck}/{_alternatives(ids)}" for deck, ids in ids_by_deck.items()])
    return f'"Identity:re:^{pattern.replace(".", "[.]")}$"'


def _alternatives(patterns: Sequence[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"({'|'.join(patterns)})"
