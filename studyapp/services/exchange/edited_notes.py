"""Three-way merge of notes that were edited in Anki."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from studyapp.anki.reading.studyapp_notes import read_studyapp_note
from studyapp.core.notes.note import Note
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import LocatedNote, PackageData
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.transfer.anki_changes.base_finding import ExistingNote, find_bases
from studyapp.services.transfer.anki_changes.change_finding import find_anki_changes
from studyapp.services.transfer.anki_changes.imported_changes import media_base_by_deck
from studyapp.services.transfer.anki_changes.note_merging import Agreed, AnkiConflict, UpdateHere
from studyapp.services.transfer.note_writing.note_type_ids import load_note_type_ids


class EditedNotes(NamedTuple):
    """The merge results of notes that were edited in Anki, by note key.

    `unchanged_keys` are notes that turned out to be as they were last seen, and `losses` what can't be taken over.
    """

    update_by_key: dict[str, UpdateHere]
    agreed_by_key: dict[str, Agreed]
    conflict_by_key: dict[str, AnkiConflict]
    unchanged_keys: AbstractSet[str]
    losses: tuple[Loss, ...]


def find_edited_notes(
    environment: EditEnvironment,
    edited: Sequence[tuple[Note, LocatedNote]],
    check_cancelled: Callable[[], None],
) -> EditedNotes:
    """Return what is to be done with notes that were edited in Anki, given as they are here and there.

    Raises OSError if a media file can't be read, and StoreError if the collection can't be read.
    """
    result = EditedNotes({}, {}, {}, set(), ())
    unchanged_keys: set[str] = set()
    losses: list[Loss] = []
    existing_by_package: dict[int, list[ExistingNote]] = {}
    package_by_identity: dict[int, PackageData] = {}
    for note, (source, package) in edited:
        package_by_identity[id(package)] = package
        existing_by_package.setdefault(id(package), []).append(
            ExistingNote(source, note, read_studyapp_note(source))
        )
    note_type_ids = load_note_type_ids(environment.collection, environment.library.deck_ids)
    for identity, existing in existing_by_package.items():
        package = package_by_identity[identity]
        bases = find_bases(environment.collection, environment.library, existing, package, check_cancelled)
        changes = find_anki_changes(
            existing,
            bases,
            package,
            note_type_ids,
            media_base_by_deck(environment).__getitem__,
            check_cancelled,
        )
        result.update_by_key.update((one.mine.key, one) for one in changes.updates)
        result.conflict_by_key.update((one.mine.key, one) for one in changes.conflicts)
        result.agreed_by_key.update((one.common.note.key, one) for one in changes.agreed)
        unchanged_keys |= {one.common.note.key for one in changes.seen}
        losses += changes.losses
    return result._replace(unchanged_keys=unchanged_keys, losses=tuple(losses))
