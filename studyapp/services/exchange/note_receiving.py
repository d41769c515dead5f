"""Bringing notes from Anki into the deck files: new ones, changed ones, and deletions."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_state import AnkiState, home_deck_id
from studyapp.services.exchange.exchange_plan import ExchangePlan, NoteState
from studyapp.services.exchange.notes_missing import NotesMissingHere
from studyapp.services.exchange.sync_decisions import DeletedInAnkiChoice, SyncDecisions
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.anki_changes.base_finding import first_deck_name
from studyapp.services.transfer.anki_changes.change_writing import apply_anki_changes
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.imported_changes import media_base_by_deck
from studyapp.services.transfer.anki_changes.note_merging import (
    Agreed,
    UpdateHere,
    make_common_version,
)
from studyapp.services.transfer.import_baseline import record_common_versions
from studyapp.services.transfer.note_import import import_notes
from studyapp.services.transfer.note_writing.imported_note_writing import DeckFilePaths, write_media
from studyapp.store import notes


class Received(NamedTuple):
    """The changes from Anki that were written to the deck files.

    `updated` and `deleted` are the keys of notes here, `not_updated` of those whose file could not be changed.
    `agreed_count` is the number of notes that now have a new version in common with Anki. `losses`
    are what of the notes could not be carried over. `environment` has the library as it is now.
    """

    environment: EditEnvironment
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    not_updated: tuple[str, ...] = ()
    added_count: int = 0
    agreed_count: int = 0
    losses: tuple[Loss, ...] = ()

    @property
    def has_changes(self) -> bool:
        """Whether a deck file was changed, or a common version was recorded."""
        return bool(self.agreed_count or self.deleted or self.added_count)


def receive_notes(
    environment: EditEnvironment,
    folders: Sequence[Path],
    state: AnkiState,
    plan: ExchangePlan,
    missing: NotesMissingHere,
    decisions: SyncDecisions,
    progress: ProgressCallback,
) -> Received:
    """Bring the notes that were changed, added and deleted in Anki into the deck files, as far as the user decided.

    Changes, and deletions, are one step each that can be undone. Raises AnkiConnectError, EditError, DeckEditError, OSError
    and StoreError.
    """
    received = _take_edits(environment, plan, state, decisions, progress)
    deleted = plan.keys(NoteState.DELETED_IN_ANKI)
    if deleted and decisions.deleted_in_anki is DeletedInAnkiChoice.DELETE_HERE:
        delete_notes(environment, deleted)
        received = received._replace(deleted=deleted)
    if missing.added_in_anki and decisions.adds_notes_from_anki:
        known_guids = {planned.to_send.guid for planned in plan.planned_by_key.values()}
        package = _package_of(state, missing.added_in_anki, known_guids)
        added = add_notes_here(environment, folders, package, progress)
        received = received._replace(added_count=added.note_count, losses=(*received.losses, *added.losses))
    if received.has_changes:
        library = refresh_library(
            environment.collection,
            folders,
            environment.clock,
            bundled_folder=environment.bundled_decks_folder,
        ).library
        received = received._replace(environment=environment._replace(library=library))
    return received


def _take_edits(
    environment: EditEnvironment,
    plan: ExchangePlan,
    state: AnkiState,
    decisions: SyncDecisions,
    progress: ProgressCallback,
) -> Received:
    """Write notes that were edited in Anki to their deck files, with those conflicts that the user decided."""
    edited = plan.edited
    updates, agreed = list(edited.update_by_key.values()), list(edited.agreed_by_key.values())
    for key, conflict in edited.conflict_by_key.items():
        choice = decisions.conflict_choice(key)
        if choice is ConflictChoice.LEAVE:
            continue
        resolved = conflict.resolve(frozenset(conflict.fields if choice is ConflictChoice.ANKI else ()))
        match resolved:
            case UpdateHere():
                updates.append(resolved)
            case Agreed():
                agreed.append(resolved)
    losses = _write_media(environment, updates, state, lambda: progress(0, 0))
    written = apply_anki_changes(environment, updates)
    agreed += (Agreed(update.source, update.common) for update in written.written)
    record_common_versions(environment.collection, environment.library, agreed, (), lambda: progress(0, 0))
    return Received(
        environment,
        updated=tuple(update.note.key for update in written.written if update.note != update.mine),
        agreed_count=len(agreed),
        not_updated=(
            *(conflict.mine.key for conflict in written.conflicts),
            *(one.update.mine.key for one in written.not_written),
        ),
        losses=(
            *edited.losses,
            *losses,
            *(loss for update in written.written for loss in update.losses),
        ),
    )


def _write_media(
    environment: EditEnvironment,
    updates: Sequence[UpdateHere],
    state: AnkiState,
    check_cancelled: Callable[[], None],
) -> list[Loss]:
    """Write the new media of notes next to their deck files; return those that could not be read."""
    folders = media_base_by_deck(environment)
    losses: list[Loss] = []
    for update in updates:
        if update.media_name_by_path:
            package = state.note_by_guid[update.source.guid].package
            media = [(update.source, update.media_name_by_path)]
            losses += write_media(folders[update.mine.deck_id], media, package, check_cancelled)
    return losses


class AddedNotes(NamedTuple):
    """The number of notes added here, and what of them could not be carried over."""

    note_count: int
    losses: tuple[Loss, ...]


def add_notes_here(
    environment: EditEnvironment,
    folders: Sequence[Path],
    package: PackageData,
    progress: ProgressCallback,
) -> AddedNotes:
    """Add those notes from Anki that are not here to the files of the decks that their decks in Anki belong to.

    Raises AnkiConnectError, OSError if writing fails, and UnreadableFileError if the media don't fit on the disk.
    """
    bundled = environment.bundled_decks_folder
    own_decks = [deck for deck in environment.library.decks if deck.path.parent != bundled]
    paths = DeckFilePaths(environment.user_decks_folder, {deck.metadata.id: deck.path for deck in own_decks})
    imported = import_notes(
        environment.collection,
        environment.library,
        paths,
        package,
        progress,
        before_writing=lambda _decks: None,
    )
    library = refresh_library(
        environment.collection,
        folders,
        environment.clock,
        bundled_folder=bundled,
        known_readings=imported.known_readings,
    ).library
    agreed = [
        Agreed(
            one.source,
            make_common_version(note, one.source, first_deck_name(one.source, package), one.languages),
        )
        for one in imported.added
        if (note := _load_note(environment, one.key)) is not None
    ]
    record_common_versions(environment.collection, library, agreed, (), lambda: progress(0, 0))
    return AddedNotes(len(imported.added), imported.losses)


def _package_of(
    state: AnkiState, new_notes: Sequence[SourceNote], known_guids: AbstractSet[str]
) -> PackageData:
    """Return a package of the new notes, of which there must be some, and of one known note for each of their decks, which
    shows where they belong. A note that was deleted here is not known: it would be added again."""
    known_by_deck: dict[int, SourceNote] = {}
    for guid, located in state.note_by_guid.items():
        if guid in known_guids:
            known_by_deck.setdefault(home_deck_id(located.note), located.note)
    known = {
        note.guid: note
        for deck_id in map(home_deck_id, new_notes)
        if (note := known_by_deck.get(deck_id)) is not None
    }
    package = state.note_by_guid[new_notes[0].guid].package
    return package._replace(notes=(*known.values(), *new_notes))


def _load_note(environment: EditEnvironment, key: str) -> Note | None:
    deck, note_id = split_note_key(key)
    with environment.collection.read_transaction() as connection:
        return notes.load(connection, deck, note_id)
