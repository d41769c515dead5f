"""Sync with a running Anki: reviews in both directions, and notes in both directions by three-way merge.

Every step can be repeated safely, because reviews are identified by their timestamps and notes by their
GUIDs. If a sync is interrupted, the next one completes it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES
from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.live.note_actions import delete_notes
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.process_lock import acquire_process_lock
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_state import AnkiState, read_anki_state
from studyapp.services.exchange.exchange_plan import ExchangePlan, NoteState, plan_exchange
from studyapp.services.exchange.note_receiving import receive_notes
from studyapp.services.exchange.note_sending import (
    SentNotes,
    add_notes,
    rename_decks,
    update_notes_in_anki,
)
from studyapp.services.exchange.notes_in_sync import (
    NOTHING_KNOWN,
    find_notes_in_sync,
    load_notes_in_sync,
    record_notes_in_sync,
)
from studyapp.services.exchange.notes_missing import NotesMissingHere, find_notes_missing_here
from studyapp.services.exchange.progress_sending import (
    CardUpdates,
    plan_card_updates,
    send_progress,
)
from studyapp.services.exchange.review_receiving import (
    NOTHING_RECEIVED,
    combine_results,
    receive_reviews,
)
from studyapp.services.exchange.sync_decisions import DeletedHereChoice, SyncDecisions, SyncPreview
from studyapp.services.exchange.sync_recording import record_sending, record_sync
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.exchange.sync_reporting import SyncStart, build_preview, build_report
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.progress_import import MergeResult
from studyapp.store import anki_sync_state, custom_note_types, errors
from studyapp.store.collection import Collection

Connect = Callable[[Callable[[], None]], LiveAnki]
"""Connects to Anki; gets a callback to call while waiting for it."""

_STEP_COUNT = 7
_LOCK_FILE = "exchange.lock"


class SyncRequest(NamedTuple):
    """What to sync and how to reach Anki.

    `folders` are the folders with decks. With `with_ankiweb`, Anki itself syncs with AnkiWeb before the comparison and
    after the sync, so that reviews and edits made on a phone take part.
    """

    environment: EditEnvironment
    folders: Sequence[Path]
    scope: ExportScope
    connect: Connect
    with_ankiweb: bool = False


def compare_with_anki(request: SyncRequest, progress: ProgressCallback | None = None) -> SyncPreview:
    """Return what a sync would do. Neither side is changed, except by Anki's own sync with AnkiWeb.

    Raises as `sync_with_anki` does.
    """
    steps = _SyncProgress(progress or ignore_progress)
    with _exchange_lock(request.environment.collection):
        anki = request.connect(steps.tick)
        if request.with_ankiweb:
            anki.sync_with_ankiweb()
        steps.start_step(2)
        request = _with_current_library(request)
        start = _read_start(request, anki)
        request = _without_notes_in_sync(request, start)
        steps.start_step(4)
        plan = plan_exchange(request.environment, request.scope, start.state, steps.progress)
        missing = _find_missing(request, start.state, plan)
        steps.start_step(5)
        preview = build_preview(
            request.environment, request.scope, anki, start, plan, missing, steps.progress
        )
        steps.finish()
        return preview


def sync_with_anki(
    request: SyncRequest, decisions: SyncDecisions, progress: ProgressCallback | None = None
) -> SyncReport:
    """Sync these decks with a running Anki. Work done before an error is kept.

    `progress` gets the steps done and may raise to stop. Raises AnkiConnectError if Anki can't be reached,
    UnreadableFileError if its data can't be read, EditError or DeckEditError if a deck file can't be edited, StoreBusy if
    another sync is running, and OSError and StoreError as `export_decks` does.
    """
    steps = _SyncProgress(progress or ignore_progress)
    with _exchange_lock(request.environment.collection):
        anki = request.connect(steps.tick)
        _check_profile(anki, decisions)
        report = _sync(_with_current_library(request), decisions, anki, steps)
        if request.with_ankiweb:
            steps.start_step(6)
            report = _sync_with_ankiweb(anki, report)
        steps.finish()
        return report


def _sync(
    request: SyncRequest, decisions: SyncDecisions, anki: LiveAnki, steps: "_SyncProgress"
) -> SyncReport:
    steps.start_step(1)
    start = _read_start(request, anki)
    request = _without_notes_in_sync(request, start)
    scope = request.scope
    steps.start_step(2)
    pulled = _receive_reviews(request, start, start.last_synced_by_deck, steps.progress)
    plan = plan_exchange(request.environment, scope, start.state, steps.progress)
    missing = _find_missing(request, start.state, plan)
    received = receive_notes(
        request.environment, request.folders, start.state, plan, missing, decisions, steps.progress
    )
    request = request._replace(environment=received.environment)
    if received.has_changes:
        no_times: dict[str, int | None] = dict.fromkeys(scope.decks)
        if received.added_count:
            more = _receive_reviews(request, start, no_times, steps.progress)
            pulled = combine_results([pulled, more])
        plan = plan_exchange(request.environment, scope, start.state, steps.progress)
    steps.start_step(3)
    sent = _send_notes(request, anki, start, plan, missing, decisions, steps)
    steps.start_step(5)
    planned = CardUpdates((), 0)
    if scope.with_progress:
        planned = plan_card_updates(
            request.environment.collection, plan.contents, sent.state, request.environment.clock
        )
        if planned.updates and not sent.has_changes:
            anki.close_reviewer()
    progress_sent = send_progress(anki, planned, steps.progress)
    if sent.has_changes or planned.updates:
        anki.show_deck_list()
    if scope.with_progress and not progress_sent.postponed_card_count:
        with request.environment.collection.transaction() as connection:
            anki_sync_state.save_sync_time(connection, sent.state.created_at, scope.decks, start.now)
    card_ids = {update.card_id for update in planned.updates}
    found = find_notes_in_sync(plan, start.state, sent.state, start.in_sync, card_ids, pulled.guids)
    record_notes_in_sync(request.environment, scope, start.in_sync, sent.state.created_at, found)
    return build_report(plan, sent, received, missing, decisions, pulled, progress_sent)


def _check_profile(anki: LiveAnki, decisions: SyncDecisions) -> None:
    """Raise AnkiConnectError if another profile was opened in Anki since the comparison."""
    if decisions.profile_name and anki.profile_name != decisions.profile_name:
        raise AnkiConnectError(ConnectProblem.OTHER_PROFILE, anki.profile_name)


def _with_current_library(request: SyncRequest) -> SyncRequest:
    """Return the request with the decks as their files are now."""
    environment = request.environment
    library = refresh_library(
        environment.collection,
        request.folders,
        environment.clock,
        bundled_folder=environment.bundled_decks_folder,
    ).library
    return request._replace(environment=environment._replace(library=library))


def _sync_with_ankiweb(anki: LiveAnki, report: SyncReport) -> SyncReport:
    """Let Anki send the result to AnkiWeb. If that fails, the sync itself is complete, so it is only reported."""
    try:
        anki.sync_with_ankiweb()
    except AnkiConnectError as error:
        return report._replace(ankiweb_failure=str(error))
    return report


def _send_notes(
    request: SyncRequest,
    anki: LiveAnki,
    start: SyncStart,
    plan: ExchangePlan,
    missing: NotesMissingHere,
    decisions: SyncDecisions,
    steps: "_SyncProgress",
) -> SentNotes:
    """Send notes, deletions and changed deck titles to Anki, and record what it then has."""
    state = start.state
    to_add, to_update = plan.keys_to_add(decisions), plan.keys(NoteState.CHANGED_HERE)
    deletes_in_anki = decisions.deleted_here is DeletedHereChoice.DELETE_IN_ANKI
    to_delete = missing.removed_here if deletes_in_anki else {}
    has_renames = any(rename.card_ids for rename in plan.deck_mapping.rename_by_deck.values())
    has_changes = bool(to_add or to_update or to_delete or has_renames)
    kept_media: tuple[str, ...] = ()
    moved_count = 0
    if has_changes:
        anki.close_reviewer()
        collection, languages = request.environment.collection, request.scope.languages
        record_sending(collection, plan, (*to_add, *to_update), languages)
        moved_count = rename_decks(anki, plan)
        add_notes(anki, plan, to_add, state)
        kept_media = update_notes_in_anki(anki, plan, to_update, state, steps.progress)
        delete_notes(anki.client, [note.note_id for note in to_delete.values()])
        steps.start_step(4)
        state = read_anki_state(anki, _note_type_ids(request), start.in_sync.is_known)
    not_stored = record_sync(
        request.environment.collection, plan, state, (*to_add, *to_update), request.scope.languages
    )
    return SentNotes(
        state,
        has_changes,
        tuple(key for key in to_add if key not in not_stored),
        tuple(key for key in to_update if key not in not_stored),
        tuple(to_delete),
        moved_count,
        kept_media,
        not_stored,
    )


def _read_start(request: SyncRequest, anki: LiveAnki) -> SyncStart:
    # There are digests only if Anki runs on this computer, because only then its files are read.
    in_sync = load_notes_in_sync(request.environment, request.scope) if anki.is_local else NOTHING_KNOWN
    state = read_anki_state(anki, _note_type_ids(request), in_sync.is_known)
    now = request.environment.clock.now()
    with request.environment.collection.read_transaction() as connection:
        synced = anki_sync_state.last_sync_times(connection, state.created_at, request.scope.decks, now)
    return SyncStart(state, synced, now, in_sync)


def _without_notes_in_sync(request: SyncRequest, start: SyncStart) -> SyncRequest:
    """Return the request without the notes that were not read from Anki."""
    left_out = start.in_sync.left_out_keys(start.state)
    return request._replace(scope=request.scope._replace(left_out_keys=left_out))


def _receive_reviews(
    request: SyncRequest,
    start: SyncStart,
    last_synced_by_deck: Mapping[str, int | None],
    progress: ProgressCallback,
) -> MergeResult:
    if not request.scope.with_progress:
        return NOTHING_RECEIVED
    environment = request.environment
    return receive_reviews(
        environment.collection,
        start.state,
        last_synced_by_deck,
        environment.clock,
        progress,
        request.scope.includes,
    )


def _find_missing(request: SyncRequest, state: AnkiState, plan: ExchangePlan) -> NotesMissingHere:
    environment = request.environment
    return find_notes_missing_here(
        environment.collection, environment.library, request.scope, state, plan.deck_mapping
    )


def _note_type_ids(request: SyncRequest) -> list[int]:
    """Return the Anki ids of StudyApp's note types and of the custom ones used in these decks."""
    note_type_ids = {note_type.anki_id for note_type in ANKI_NOTE_TYPES}
    with request.environment.collection.read_transaction() as connection:
        for deck in request.scope.decks:
            note_type_ids |= {one.anki_id for one in custom_note_types.load_of_deck(connection, deck)}
    return sorted(note_type_ids - {0})


@contextmanager
def _exchange_lock(collection: Collection) -> Iterator[None]:
    """Hold the sync lock. Raises StoreBusy if another sync is running."""
    lock = acquire_process_lock(collection.path.with_name(_LOCK_FILE))
    if lock is None:
        raise errors.StoreBusy(errors.BUSY, collection.path)
    try:
        yield
    finally:
        lock.release()


class _SyncProgress:
    """The progress of a sync."""

    def __init__(self, report: ProgressCallback) -> None:
        self._report, self._step = report, 0

    def start_step(self, step: int) -> None:
        """Report that a step starts."""
        self._step = step
        self.tick()

    def finish(self) -> None:
        """Report that all steps are done."""
        self._report(_STEP_COUNT, _STEP_COUNT)

    def tick(self) -> None:
        """Report that the current step is still running."""
        self._report(self._step, _STEP_COUNT)

    def progress(self, done: int, total: int) -> None:  # noqa: ARG002 - a ProgressCallback
        """Report that the current step is still running, without its detailed progress."""
        self.tick()
