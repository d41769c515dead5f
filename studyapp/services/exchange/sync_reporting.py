"""Building the preview and the report of a sync."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.live.package_sending import sends_by_hand_over
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.exchange.exchange_plan import ExchangePlan, NoteState
from studyapp.services.exchange.note_receiving import Received
from studyapp.services.exchange.note_sending import SentNotes, count_logged_reviews
from studyapp.services.exchange.notes_in_sync import NotesInSync
from studyapp.services.exchange.notes_missing import NotesMissingHere
from studyapp.services.exchange.progress_sending import CardUpdates, SentProgress, plan_card_updates
from studyapp.services.exchange.review_receiving import find_progress_to_receive
from studyapp.services.exchange.sync_decisions import DeletedInAnkiChoice, SyncDecisions, SyncPreview
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.transfer.export_request import ExportScope
from studyapp.services.transfer.progress_import import MergeResult, NewProgress


class SyncStart(NamedTuple):
    """What Anki has at the start, at `now`, the notes that were in sync before, and when each deck was last in sync (UTC ms)."""

    state: AnkiState
    last_synced_by_deck: Mapping[str, int | None]
    now: int
    in_sync: NotesInSync


def build_preview(
    environment: EditEnvironment,
    scope: ExportScope,
    anki: LiveAnki,
    start: SyncStart,
    plan: ExchangePlan,
    missing: NotesMissingHere,
    progress: ProgressCallback,
) -> SyncPreview:
    """Return what a sync would do before the user has decided anything."""
    decisions = SyncDecisions()
    to_add = plan.keys_to_add(decisions)
    added = [plan.planned_by_key[key].to_send for key in to_add]
    planned, to_receive = CardUpdates((), 0), NewProgress(0, frozenset())
    if scope.with_progress:
        clock, collection = environment.clock, environment.collection
        planned = plan_card_updates(collection, plan.contents, start.state, clock)
        to_receive = find_progress_to_receive(
            collection, start.state, start.last_synced_by_deck, clock, progress, scope.includes
        )
    # Cards that only Anki has progress for are equal once that has been received.
    updates = [
        update for update in planned.updates if update.log_rows or update.card_id not in to_receive.card_ids
    ]
    renames = plan.deck_mapping.rename_by_deck.values()
    return SyncPreview(
        anki.profile_name,
        added_to_anki=to_add,
        updated_in_anki=plan.keys(NoteState.CHANGED_HERE),
        updated_here=plan.keys(NoteState.CHANGED_IN_ANKI),
        new_in_anki=tuple(map(note_excerpt, missing.added_in_anki)),
        conflicts=tuple(plan.edited.conflict_by_key.values()),
        deleted_in_anki=plan.keys(NoteState.DELETED_IN_ANKI),
        deleted_here=tuple(missing.deleted_here),
        retired_here=tuple(missing.retired_here),
        card_count=sum(len(note.cards) for note in added) + len(updates),
        moved_card_count=sum(len(rename.card_ids) for rename in renames),
        pushed_review_count=count_logged_reviews(added) + planned.review_count,
        pulled_review_count=to_receive.review_count,
        pulled_card_count=len(to_receive.card_ids),
        is_handed_over=bool(to_add) and sends_by_hand_over(anki),
    )


def build_report(
    plan: ExchangePlan,
    sent: SentNotes,
    received: Received,
    missing: NotesMissingHere,
    decisions: SyncDecisions,
    pulled: MergeResult,
    progress: SentProgress,
) -> SyncReport:
    """Return the report of a sync. `plan` is the plan by which notes were sent."""
    is_sent_again = decisions.deleted_in_anki is DeletedInAnkiChoice.SEND_AGAIN
    return SyncReport(
        added_count=len(sent.added),
        updated_count=len(sent.updated),
        deleted_count=len(sent.deleted),
        received_count=len(received.updated),
        added_here_count=received.added_count,
        deleted_here_count=len(received.deleted),
        moved_card_count=sent.moved_card_count,
        pulled_review_count=pulled.review_count,
        pushed_review_count=_count_reviews_in_package(plan, sent) + progress.review_count,
        updated_card_count=progress.card_count,
        postponed_card_count=progress.postponed_card_count,
        conflicts=plan.keys(NoteState.CONFLICT),
        note_type_conflicts=plan.keys(NoteState.OTHER_NOTE_TYPE),
        deleted_in_anki=() if is_sent_again else plan.keys(NoteState.DELETED_IN_ANKI),
        deleted_here=tuple(key for key in missing.deleted_here if key not in sent.deleted),
        retired_here=tuple(key for key in missing.retired_here if key not in sent.deleted),
        new_in_anki=() if decisions.adds_notes_from_anki else tuple(map(note_excerpt, missing.added_in_anki)),
        cards_missing_in_anki=_keys_with_missing_cards(plan, sent.state),
        media_kept_in_anki=sent.media_kept_in_anki,
        not_received=received.not_updated,
        not_stored=sent.not_stored,
        losses=(*received.losses, *pulled.losses, *plan.contents.losses),
    )


def _count_reviews_in_package(plan: ExchangePlan, sent: SentNotes) -> int:
    """Return the number of reviews that Anki got with new notes. Its import dialog may leave them out."""
    guids = (plan.planned_by_key[key].to_send.guid for key in sent.added)
    return sum(
        row.ease > 0
        for guid in guids
        for card in sent.state.note_by_guid[guid].note.cards
        for row in card.review_log
    )


def _keys_with_missing_cards(plan: ExchangePlan, state: AnkiState) -> tuple[str, ...]:
    """Return the keys of the notes that Anki has, but not all of their cards."""
    return tuple(
        key
        for key, planned in plan.planned_by_key.items()
        if (located := state.note_by_guid.get(planned.to_send.guid)) is not None
        and not set(planned.to_send.ordinals) <= {card.ordinal for card in located.note.cards}
    )
