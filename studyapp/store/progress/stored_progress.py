"""The stored progress with which an import compares its own. It is loaded for whole decks, unless only few notes are
compared or single entries matter."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import IMPORTED_DEVICE_PREFIX, WHOLE_NOTE, Entry
from studyapp.core.study.schedule import Schedule
from studyapp.store import journal_entries, schedules

_ENTRIES_PER_NOTE = 100
"""If the journal has more entries per compared note, reading the entries of single cards is faster than reading decks."""


class ImportedHistory(NamedTuple):
    """The history of a card whose entries were all imported.

    `times` are those of the entries as recorded, which identify them, and `latest_at` is the newest time at which one of
    them counts; 0 if there are none. All are in UTC ms.
    """

    times: frozenset[int] = frozenset()
    latest_at: int = 0


class StoredProgress:
    """The stored progress of the cards of some notes, in one transaction."""

    def __init__(self, connection: sqlite3.Connection, note_count: int) -> None:
        self._connection = connection
        self._histories = cache(partial(_load_histories, connection))
        self._schedules = cache(partial(schedules.load_of_deck, connection))
        self._loads_single_cards = note_count * _ENTRIES_PER_NOTE < journal_entries.count(
            connection
        ) or journal_entries.has_moved_entries(connection)
        self._changed: set[CardId] = set()

    def imported_history(self, card: CardId) -> ImportedHistory | None:
        """Return the history of a card. None if it is not known, or if the card has other entries, or may have some since the
        history was read: then `load` its entries."""
        if self._loads_single_cards or card in self._changed:
            return None
        return self._histories(card.deck_id).get(card, ImportedHistory())

    def schedule(self, card: CardId) -> Schedule:
        """Return the schedule of a card that has an `imported_history`."""
        return self._schedules(card.deck_id).get(card, Schedule())

    def load(self, card: CardId) -> tuple[Sequence[Entry], Schedule]:
        """Return the entries of a card and its schedule."""
        if self.imported_history(card) == ImportedHistory():
            return (), Schedule()
        entries = journal_entries.load_for_card(self._connection, card)
        return entries, schedules.load(self._connection, card) if entries else Schedule()

    def note_changes(self, cards: Iterable[CardId]) -> None:
        """Tell that entries were added to these cards."""
        self._changed.update(cards)


def _load_histories(connection: sqlite3.Connection, deck: str) -> dict[CardId, ImportedHistory | None]:
    rows = connection.execute(
        "SELECT note, ordinal, group_concat(seq), max(effective_at), min(substr(device, 1, ?) = ?) FROM entry "
        f"WHERE deck = ? AND ordinal > {WHOLE_NOTE} GROUP BY note, ordinal",
        (len(IMPORTED_DEVICE_PREFIX), IMPORTED_DEVICE_PREFIX, deck),
    )
    return {
        CardId(deck, note, ordinal): ImportedHistory(frozenset(map(int, times.split(","))), latest_at)
        if is_imported
        else None
        for note, ordinal, times, latest_at, is_imported in rows
    }
