"""Sync with a running Anki: pulls reviews made in Anki, and pushes notes and reviews made here.

Every step can be repeated safely, because reviews are identified by their timestamps and notes by their
GUIDs. If a sync is interrupted, the next one completes it.
"""

from collections.abc import Callable, Mapping

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES
from studyapp.anki.deck_identity import PARENT_DECK_NAME
from studyapp.anki.live.card_updates import is_stored_as_sent
from studyapp.anki.live.import_outcomes import (
    ImportOutcome,
)
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.writing.package import write_package_contents
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.transfer.package_model import LocatedNote, PackageData, SourceNote, notes_by_guid
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.progress_import import MergeResult, merge_progress
from studyapp.services.transfer.push_plan import PushPlan, plan_push
from studyapp.services.transfer.push_progress import PushedProgress, push_progress
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store import anki_sync_state, export_stamps, notes
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport
from studyapp.temporary_files import temporary_folder

_STEP_COUNT = 6


def sync_with_anki(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    connect: Callable[[Callable[[], None]], LiveAnki],
    progress: ProgressCallback | None = None,
) -> SyncReport:
    """Sync these decks with a running Anki. Work done before an error is kept.

    `connect` gets a callback to call while waiting for Anki; `progress` gets the steps done and may raise to stop.
    Raises AnkiConnectError if Anki can't be reached, UnreadableFileError if its data can't be read, and OSError and
    StoreError as `export_decks` does."""
    steps = _SyncProgress(progress or ignore_progress)
    anki = connect(steps.tick)
    steps.start_step(1)
    type_ids = _note_type_ids(collection, scope)
    in_anki = notes_by_guid(anki.read_packages(type_ids))
    created_at = _collection_created_at(in_anki)
    now = clock.now()
    with collection.read_transaction() as connection:
        synced = anki_sync_state.last_sync_times(connection, created_at, scope.decks, now)
        seen_keys = anki_sync_state.seen_notes(connection, created_at)
    steps.start_step(2)
    pulled = _NOTHING_PULLED
    if scope.with_progress:
        pulled = _pull_reviews(collection, in_anki, synced, clock, steps.progress)
    steps.start_step(3)
    plan = plan_push(collection, library, scope, clock, in_anki, seen_keys, steps.progress)
    if plan.contents_to_send:
        _send_package(anki, plan.contents_to_send)
        in_anki = notes_by_guid(anki.read_packages(type_ids))
    steps.start_step(4)
    unconfirmed = _confirm_sent_notes(collection, plan, in_anki)
    moved_count = _move_cards(anki, plan, in_anki)
    if moved_count:  # read the moved cards again
        in_anki = notes_by_guid(anki.read_packages(type_ids))
    steps.start_step(5)
    pushed = _NOTHING_PUSHED
    if scope.with_progress:
        pushed = push_progress(anki, plan.contents, in_anki, clock, steps.progress)
        if not pushed.postponed_card_count:
            with collection.transaction() as connection:
                anki_sync_state.save_sync_time(connection, _collection_created_at(in_anki), scope.decks, now)
    return _build_report(plan, pulled, pushed, moved_count, unconfirmed)


def _build_report(
    plan: PushPlan,
    pulled: MergeResult,
    pushed: PushedProgress,
    moved_card_count: int,
    unconfirmed: tuple[str, ...],
) -> SyncReport:
    not_updated = plan.keys_with_outcome(ImportOutcome.NEWER_IN_ANKI) + plan.keys_with_outcome(
        ImportOutcome.OVERWRITES_ANKI_EDIT
    )
    return SyncReport(
        added_count=len(plan.keys_with_outcome(ImportOutcome.NEW)),
        updated_count=len(plan.keys_with_outcome(ImportOutcome.UPDATED)),
        changed_in_anki=tuple(key for key in not_updated if key not in plan.deleted_in_anki),
        note_type_conflicts=tuple(plan.keys_with_outcome(ImportOutcome.NOTE_TYPE_CONFLICT)),
        deleted_in_anki=plan.deleted_in_anki,
        moved_card_count=moved_card_count,
        pulled_review_count=pulled.review_count,
        pushed_review_count=pushed.review_count,
        postponed_card_count=pushed.postponed_card_count,
        not_stored=unconfirmed,
        losses=(*pulled.losses, *plan.contents.losses),
    )


class _SyncProgress:
    """The progress of a sync."""

    def __init__(self, report: ProgressCallback) -> None:
        self._report, self._step = report, 0

    def start_step(self, step: int) -> None:
        """Report that a step starts."""
        self._step = step
        self.tick()

    def tick(self) -> None:
        """Report that the current step is still running."""
        self._report(self._step, _STEP_COUNT)

    def progress(self, done: int, total: int) -> None:  # noqa: ARG002 - a ProgressCallback
        """Report that the current step is still running, without its detailed progress."""
        self.tick()


_NOTHING_PULLED, _NOTHING_PUSHED = MergeResult(0, 0, ()), PushedProgress(0, 0)


def _collection_created_at(anki_note_by_guid: Mapping[str, LocatedNote]) -> int:
    """Return when Anki's collection was created (Unix seconds), which identifies it; 0 if it has no notes."""
    return next((located.package.created_at for located in anki_note_by_guid.values()), 0)


def _note_type_ids(collection: Collection, scope: ExportScope) -> list[int]:
    """Return the Anki ids of StudyApp's note types and of the custom ones used in these decks."""
    note_type_ids = {note_type.anki_id for note_type in ANKI_NOTE_TYPES}
    with collection.read_transaction() as connection:
        for deck in scope.decks:
            for note, _ in notes.iterate_present(connection, deck):
                note_type_ids |= {note.custom_note_type.anki_id} if note.custom_note_type else set()
    return sorted(note_type_ids - {0})


def _pull_reviews(
    collection: Collection,
    anki_note_by_guid: Mapping[str, LocatedNote],
    last_synced_by_deck: Mapping[str, int | None],
    clock: Clock,
    progress: ProgressCallback,
) -> MergeResult:
    """Add the reviews made in Anki on cards of these decks to the journal."""
    results: list[MergeResult] = []
    for deck, last_synced_at in last_synced_by_deck.items():
        with collection.read_transaction() as connection:
            notes_in_deck = [note for note, _ in notes.iterate_present(connection, deck)]
        pairs_by_package: dict[int, list[tuple[SourceNote, Note]]] = {}
        package_by_identity: dict[int, PackageData] = {}
        for note in notes_in_deck:
            located = anki_note_by_guid.get(note_guid(note))
            if located is not None:
                package_by_identity[id(located.package)] = located.package
                pairs_by_package.setdefault(id(located.package), []).append((located.note, note))
        results += (
            merge_progress(collection, package_by_identity[identity], pairs, clock, progress, last_synced_at)
            for identity, pairs in pairs_by_package.items()
        )
    return MergeResult(
        sum(result.entry_count for result in results),
        sum(result.review_count for result in results),
        tuple(loss for result in results for loss in result.losses),
    )


def _send_package(anki: LiveAnki, contents: PackageContents) -> None:
    with temporary_folder() as folder:
        package = folder / "exchange.apkg"
        write_package_contents(package, contents)
        anki.import_package(package)


def _confirm_sent_notes(
    collection: Collection, plan: PushPlan, anki_note_by_guid: Mapping[str, LocatedNote]
) -> tuple[str, ...]:
    """Save the export stamps of the notes that Anki stored as sent, and which notes were seen in Anki.

    Returns the keys of new and updated notes that were not stored as sent.
    """
    exports: dict[str, LastExport] = {}
    unconfirmed: list[str] = []
    for stamp, note in zip(plan.contents.stamps, plan.contents.notes, strict=True):
        key, located = stamp.note_key, anki_note_by_guid.get(note.guid)
        last = plan.last_export_by_key.get(key)
        if located is not None and is_stored_as_sent(note, located.note):
            content = plan.content_digest(key, located.note)
            exports[key] = LastExport(stamp.digest, located.note.changed_at, content)
        elif plan.outcome_by_key[key] in (ImportOutcome.NEW, ImportOutcome.UPDATED):
            unconfirmed.append(key)
        elif located is not None and last is not None and located.note.changed_at <= last.changed_at:
            exports[key] = last._replace(content_in_anki=plan.content_digest(key, located.note))
    seen_notes = {
        key: anki_note_by_guid[note.guid]
        for key, note in plan.note_by_key.items()
        if note.guid in anki_note_by_guid
    }
    with collection.transaction() as connection:
        for created_at in {note.package.created_at for note in seen_notes.values()}:
            seen_keys = (key for key, note in seen_notes.items() if note.package.created_at == created_at)
            anki_sync_state.save_seen_notes(connection, created_at, seen_keys)
        export_stamps.save(connection, exports)
    return tuple(unconfirmed)


def _move_cards(anki: LiveAnki, plan: PushPlan, anki_note_by_guid: Mapping[str, LocatedNote]) -> int:
    """Move cards in Anki to the decks they belong to, and return the number of cards moved.

    Only cards of new notes and cards in another subdeck of the parent deck for exports are moved. Cards that
    the user moved elsewhere in Anki, cards in filtered decks and cards of custom note types are left alone.
    """
    names = {deck.anki_id: deck.name for deck in plan.contents.decks}
    misplaced: dict[str, list[int]] = {}
    for key, note in plan.note_by_key.items():
        located = anki_note_by_guid.get(note.guid)
        if located is None or isinstance(note.note_type, CustomNoteType):
            continue
        for card in located.note.cards:
            current_name = located.package.deck_names_by_id.get(card.deck_id, "")
            is_ours = (
                current_name.casefold().startswith(f"{PARENT_DECK_NAME}::".casefold())
                or plan.outcome_by_key[key] is ImportOutcome.NEW
            )
            name = names[note.anki_deck_id]
            if current_name.casefold() != name.casefold() and is_ours and not card.is_filtered:
                misplaced.setdefault(name, []).append(card.card_id)
    for name, card_ids in misplaced.items():
        anki.move_cards(card_ids, name)
    return sum(map(len, misplaced.values()))
