"""Finding notes that came from Anki and are no longer there."""

from collections.abc import Iterable, Iterator

from studyapp.core.notes.note_guid import note_guid
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.store import common_versions, notes
from studyapp.store.collection import Collection


def find_missing_notes(
    collection: Collection, deck_ids: Iterable[str], guids_in_anki: frozenset[str]
) -> Iterator[Loss]:
    """Yield a loss for each note of these decks that was in Anki and is missing from its whole collection.

    Decks of which the collection has less than half are left out: it may be another collection.
    """
    for deck_id in deck_ids:
        with collection.read_transaction() as connection:
            common_by_key = common_versions.load_of_deck(connection, deck_id)
            known = [
                note for note, _ in notes.iterate_present(connection, deck_id) if note.key in common_by_key
            ]
        missing = [note for note in known if note_guid(note) not in guids_in_anki]
        if 2 * len(missing) <= len(known):
            yield from (Loss(LossKind.NOT_IN_PACKAGE, note.key) for note in missing)
