"""Applying the changes made in Anki to the deck files and their media, except for undecided conflicts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.transfer.anki_changes.base_finding import ExistingNote, find_bases
from studyapp.services.transfer.anki_changes.change_finding import AnkiChanges, find_anki_changes
from studyapp.services.transfer.anki_changes.change_writing import WrittenChanges, apply_anki_changes
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.note_merging import Agreed, AnkiConflict, UpdateHere
from studyapp.services.transfer.anki_changes.repeated_guids import select_distinct_notes
from studyapp.services.transfer.note_writing.imported_note_writing import write_media
from studyapp.services.transfer.note_writing.note_type_ids import load_note_type_ids
from studyapp.store.notes import NoteDecoder


@dataclass(frozen=True, slots=True)
class ImportedChanges:
    """The result of applying the changes made in Anki.

    `agreed` are notes with a new common version, and `seen` those whose common version Anki still has. `updates` were
    written; the ones with `is_merge` were changed here as well. `conflicts` are still to be decided. `kept_count` is the
    number of notes that were only changed here.
    """

    agreed: tuple[Agreed, ...] = ()
    seen: tuple[Agreed, ...] = ()
    updates: tuple[UpdateHere, ...] = ()
    conflicts: tuple[AnkiConflict, ...] = ()
    unchanged_count: int = 0
    kept_count: int = 0
    losses: tuple[Loss, ...] = ()


def take_anki_changes(
    environment: EditEnvironment,
    existing: Sequence[ExistingNote],
    package: PackageData,
    choice: ConflictChoice,
    check_cancelled: Callable[[], None],
    decode: NoteDecoder | None = None,
) -> ImportedChanges:
    """Write the changes made in Anki to the deck files, as one step that can be undone.

    `decode` may be a decoder that has decoded these notes before. Raises OSError if a file can't be read or written, EditError or StoreError if an edit fails, and
    UnreadableFileError if the media don't fit on the disk.
    """
    distinct = select_distinct_notes(existing, package)
    folders = media_base_by_deck(environment)
    # A deck file may have been deleted after its notes were loaded.
    notes = [one for one in distinct.notes if one.note.deck_id in folders]
    bases = find_bases(environment.collection, environment.library, notes, package, check_cancelled, decode)
    note_type_ids = load_note_type_ids(environment.collection, folders)
    changes = find_anki_changes(notes, bases, package, note_type_ids, folders.__getitem__, check_cancelled)
    conflicts = _decide(changes, choice)
    losses = [*distinct.losses, *changes.losses]
    for deck_id in dict.fromkeys(update.mine.deck_id for update in changes.updates):
        media = [
            (update.source, update.media_name_by_path)
            for update in changes.updates
            if update.mine.deck_id == deck_id and update.media_name_by_path
        ]
        losses += write_media(folders[deck_id], media, package, check_cancelled)
    check_cancelled()
    written = apply_anki_changes(environment, changes.updates)
    conflicts += written.conflicts
    return ImportedChanges(
        (*changes.agreed, *(Agreed(update.source, update.common) for update in written.written)),
        tuple(changes.seen),
        written.written,
        tuple(conflicts),
        changes.unchanged_count,
        changes.kept_count,
        (*losses, *_list_losses(written, conflicts)),
    )


def media_base_by_deck(environment: EditEnvironment) -> dict[str, Path]:
    """Return the folder to which the media paths of each deck are relative once it is edited, by deck id."""
    return {
        deck.metadata.id: environment.user_decks_folder
        if deck.path.parent == environment.bundled_decks_folder
        else deck.path.parent
        for deck in environment.library.decks
    }


def _decide(changes: AnkiChanges, choice: ConflictChoice) -> list[AnkiConflict]:
    """Decide the conflicts, and return those that remain."""
    if choice is ConflictChoice.LEAVE:
        return changes.conflicts
    for conflict in changes.conflicts:
        fields = conflict.fields if choice is ConflictChoice.ANKI else ()
        resolved = conflict.resolve(frozenset(fields))
        if isinstance(resolved, UpdateHere):
            changes.updates.append(resolved)
        else:
            changes.agreed.append(resolved)
    return []


def _list_losses(written: WrittenChanges, conflicts: Sequence[AnkiConflict]) -> list[Loss]:
    return [
        *(loss for update in written.written for loss in update.losses),
        *(
            Loss(LossKind.NOT_WRITTEN, note_excerpt(update.source), str(error))
            for update, error in written.not_written
        ),
        *(
            Loss(LossKind.CONFLICT_WITH_ANKI, note_excerpt(one.source), ", ".join(one.fields))
            for one in conflicts
        ),
    ]
