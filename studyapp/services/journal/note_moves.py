"""Bringing the entries and schedules of moved notes under their current keys (ADR 26)."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.note_moves.moved_notes import connected_keys, find_moves, resolve_card
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.store import anki_sync_state, common_versions, export_stamps, journal_entries
from studyapp.store.collection import Collection


class KeyChange(NamedTuple):
    """A note that had one key and has another now."""

    old_key: str
    new_key: str


def list_key_changes(undone: Sequence[Entry], restored: Sequence[Entry]) -> list[KeyChange]:
    """Return the notes whose key changes because these entries were undone, or are in effect again."""
    return [
        *(
            KeyChange(entry.moved_to, entry.card_id.note_key)
            for entry in undone
            if entry.kind is EntryKind.MOVE_NOTE
        ),
        *(
            KeyChange(entry.card_id.note_key, entry.moved_to)
            for entry in restored
            if entry.kind is EntryKind.MOVE_NOTE
        ),
    ]


def update_moved_notes(collection: Collection, changes: Sequence[KeyChange]) -> None:
    """Bring everything that is stored for these notes under their new keys, after moves were recorded, undone or redone:
    which entries count for them, the schedules of their cards, and what is known of them in Anki.

    Call it in a transaction.
    """
    if not changes:
        return
    connection = collection.connection
    moves = find_moves(journal_entries.load_for_whole_notes(connection))
    keys = connected_keys([key for change in changes for key in change], moves)
    cards = set()
    changed = []
    for pair in journal_entries.load_recorded_for_notes(connection, sorted(keys)):
        current = resolve_card(pair.effective._replace(card_id=pair.recorded.card_id), moves)
        cards |= {pair.recorded.card_id, pair.effective.card_id, current}
        if current != pair.effective.card_id:
            changed.append(pair._replace(effective=pair.effective._replace(card_id=current)))
    journal_entries.save_current_cards(connection, changed)
    rebuild_cards(collection, cards)
    for change in changes:
        export_stamps.rename_note(connection, *change)
        anki_sync_state.rename_note(connection, *change)
        common_versions.rename_note(connection, *change)
