"""Bringing the entries and schedules of moved notes under their current keys (ADR 26)."""

from collections.abc import Iterable

from studyapp.core.note_moves.moved_notes import connected_keys, find_moves, resolve_card
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.store import journal_entries
from studyapp.store.collection import Collection


def update_moved_notes(collection: Collection, note_keys: Iterable[str], scheduler: Scheduler) -> None:
    """Recompute under which cards the entries of these notes count, after moves were recorded, undone or redone, and the
    schedules of these cards. Call it in a transaction."""
    connection = collection.connection
    moves = find_moves(journal_entries.load_for_whole_notes(connection))
    keys = connected_keys(note_keys, moves)
    cards = set()
    changed = []
    for pair in journal_entries.load_recorded_for_notes(connection, sorted(keys)):
        current = resolve_card(pair.effective._replace(card_id=pair.recorded.card_id), moves)
        cards |= {pair.recorded.card_id, pair.effective.card_id, current}
        if current != pair.effective.card_id:
            changed.append(pair._replace(effective=pair.effective._replace(card_id=current)))
    journal_entries.save_current_cards(connection, changed)
    rebuild_cards(collection, cards, scheduler)
