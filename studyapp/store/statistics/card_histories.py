"""Reading the histories of many cards for the facts about reviews."""

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.review_facts import StudiedEntry
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Confidence, Rating
from studyapp.store import journal_entries

_KINDS = {kind.value: kind for kind in EntryKind}
_RATINGS: dict[int | None, Rating | None] = {None: None, **{rating.value: rating for rating in Rating}}
_CONFIDENCES: dict[int | None, Confidence | None] = {None: None, **{one.value: one for one in Confidence}}

_COLUMNS = (
    "kind, rating, effective_at, effective_day, effective_due_day, effective_due_at, took, confidence, "
    "undoes_device IS NOT NULL"
)
_HAS_UNDO = itemgetter(-1)


def load_histories(
    connection: sqlite3.Connection, cards: Sequence[CardId]
) -> dict[CardId, Sequence[Entry | StudiedEntry]]:
    """Return the entries in effect of each of these cards. The cards are in ascending order, and all of the journal between
    the first and the last."""
    if journal_entries.has_moved_entries(connection):
        entries_by_card = journal_entries.load_for_cards(connection, cards)
        return {card: effective_entries(entries) for card, entries in entries_by_card.items()}
    # One query for all cards, with few columns, because it may be the whole journal that is read.
    rows = connection.execute(
        f"SELECT deck, note, ordinal, {_COLUMNS} FROM entry "
        "WHERE (deck, note, ordinal) >= (?, ?, ?) AND (deck, note, ordinal) <= (?, ?, ?) "
        "ORDER BY deck, note, ordinal, effective_at, device, seq",
        (*cards[0], *cards[-1]),
    )
    rows_by_card = {CardId(*key): list(of_card) for key, of_card in groupby(rows, key=itemgetter(0, 1, 2))}
    return {card: _history(connection, card, rows_by_card.get(card, [])) for card in cards}


def _history(
    connection: sqlite3.Connection, card: CardId, rows: Sequence[tuple[Any, ...]]
) -> Sequence[Entry | StudiedEntry]:
    if any(map(_HAS_UNDO, rows)):
        return effective_entries(journal_entries.load_for_card(connection, card))
    return [
        StudiedEntry(
            _KINDS[kind], _RATINGS[rating], at, day, due_day, due_at, duration_ms, _CONFIDENCES[confidence]
        )
        for _, _, _, kind, rating, at, day, due_day, due_at, duration_ms, confidence, _ in rows
    ]
