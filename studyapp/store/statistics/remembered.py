"""Memory states of cards on past days, and the stored expected numbers of recalled cards."""

import sqlite3
from collections.abc import Iterator, Mapping

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.remembered import MemoryPeriod
from studyapp.core.statistics.selection import AllCards, Selection
from studyapp.store.statistics.selected_cards import is_selected

_FACTS = "review_fact JOIN reviewed_card ON reviewed_card.id = review_fact.card"


def iterate_memory_periods(
    connection: sqlite3.Connection, selection: Selection, until_after: int
) -> Iterator[MemoryPeriod]:
    """Yield the memory states of these cards that lasted beyond a study day. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    rows = connection.execute(
        f"SELECT day, next_day, stability FROM {_FACTS} "
        f"WHERE {condition.sql} AND (next_day IS NULL OR next_day > ?)",
        (*condition.parameters, until_after),
    )
    return map(MemoryPeriod._make, rows)


def load_elapsed(connection: sqlite3.Connection, selection: Selection, day: int) -> list[float]:
    """Return for each of these cards with a memory on a study day, after which nothing happened, the days since its last
    review, in multiples of the stability. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    facts = "review_fact" if isinstance(selection, AllCards) else _FACTS
    rows = connection.execute(
        f"SELECT (? - day) / stability FROM {facts} WHERE next_day IS NULL AND day <= ? AND {condition.sql}",
        (day, day, *condition.parameters),
    )
    return [elapsed for (elapsed,) in rows]


def load_periods_by_card(
    connection: sqlite3.Connection, selection: Selection
) -> dict[CardId, list[MemoryPeriod]]:
    """Return all memory states of each of these cards that was ever reviewed, in journal order. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    rows = connection.execute(
        f"SELECT deck, note, ordinal, day, next_day, stability FROM {_FACTS} "
        f"WHERE {condition.sql} ORDER BY review_fact.card, review_fact.number",
        condition.parameters,
    )
    periods_by_card: dict[CardId, list[MemoryPeriod]] = {}
    for deck, note, ordinal, *period in rows:
        periods_by_card.setdefault(CardId(deck, note, ordinal), []).append(MemoryPeriod(*period))
    return periods_by_card


def load_remembered(connection: sqlite3.Connection, deck: str) -> dict[int, float]:
    """Return the stored expected numbers of recalled cards, by study day. `deck` may be `ALL_DECKS`."""
    return dict(connection.execute("SELECT day, expected FROM remembered_total WHERE deck = ?", (deck,)))


def save_remembered(connection: sqlite3.Connection, deck: str, expected_by_day: Mapping[int, float]) -> None:
    """Keep expected numbers of cards recalled. `deck` may be `ALL_DECKS`. Call it in a transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO remembered_total (deck, day, expected) VALUES (?, ?, ?)",
        ((deck, day, expected) for day, expected in expected_by_day.items()),
    )


def forget_remembered(connection: sqlite3.Connection, first_day_by_deck: Mapping[str, int]) -> None:
    """Forget the numbers of these decks, one of which may be `ALL_DECKS`, from a study day on. Call it in a transaction."""
    connection.executemany(
        "DELETE FROM remembered_total WHERE deck = ? AND day >= ?", first_day_by_deck.items()
    )
