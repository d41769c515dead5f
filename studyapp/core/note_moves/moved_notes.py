"""Under which note the entries of the journal count after notes were moved to other decks (ADR 26)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind, effective_entries


class NoteMove(NamedTuple):
    """A move of a note, or its undo: from `source` to `target`, both note keys.

    `sort_key` is the position in the journal of the move or, if it was undone or redone since, of the last undo or redo.
    """

    source: str
    target: str
    device: str
    sort_key: tuple[int, EntryId]


def find_moves(entries: Iterable[Entry]) -> tuple[NoteMove, ...]:
    """Return the moves among these entries in the order in which they were last made, undone or redone.

    The entries must include all moves and their undos.
    """
    by_id = {entry.id: entry for entry in entries if entry.card_id.ordinal == WHOLE_NOTE}
    effective_ids = {entry.id for entry in effective_entries(by_id.values())}
    last_change_by_move: dict[EntryId, Entry] = {}
    for entry in sorted(by_id.values(), key=lambda entry: entry.sort_key):
        move = _undone_action(entry, by_id)
        if move is not None and move.kind is EntryKind.MOVE_NOTE:
            last_change_by_move[move.id] = entry
    moves = []
    for move_id, change in last_change_by_move.items():
        source, target = by_id[move_id].card_id.note_key, by_id[move_id].moved_to
        if move_id not in effective_ids:
            source, target = target, source
        moves.append(NoteMove(source, target, change.id.device, change.sort_key))
    return tuple(sorted(moves, key=lambda move: move.sort_key))


def _undone_action(entry: Entry, by_id: dict[EntryId, Entry]) -> Entry | None:
    """Return the action that an undo, or an undo of an undo, concerns; the entry itself if it is not an undo."""
    found: Entry | None = entry
    while found is not None and found.undoes is not None:
        found = by_id.get(found.undoes)
    return found


def resolve_card(entry: Entry, moves: Sequence[NoteMove]) -> CardId:
    """Return the card under which a recorded entry counts.

    What a device records for a note's old key after it moved the note belongs to another note, which got this key since.
    What other devices record there belongs to the moved note: they did not know of the move.
    """
    card = entry.card_id
    if card.ordinal == WHOLE_NOTE:
        return card
    key = card.note_key
    for move in moves:
        if move.source == key and (entry.sort_key < move.sort_key or entry.id.device != move.device):
            key = move.target
    deck_id, note_id = split_note_key(key)
    return CardId(deck_id, note_id, card.ordinal)


def apply_moves(recorded: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a whole journal with the cards under which they count, in the same order."""
    moves = find_moves(recorded)
    if not moves:
        return list(recorded)
    return [entry._replace(card_id=resolve_card(entry, moves)) for entry in recorded]


def connected_keys(keys: Iterable[str], moves: Iterable[NoteMove]) -> set[str]:
    """Return these note keys and all others under which the same notes were or are known."""
    neighbours: dict[str, set[str]] = {}
    for move in moves:
        neighbours.setdefault(move.source, set()).add(move.target)
        neighbours.setdefault(move.target, set()).add(move.source)
    found, pending = set[str](), list(keys)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending += neighbours.get(key, ())
    return found
