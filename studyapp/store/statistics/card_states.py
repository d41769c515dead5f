"""Reading the states of cards as they are now."""

import sqlite3
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.card_states import CardCounts, MemoryValues
from studyapp.core.statistics.review_facts import MATURE_DAYS
from studyapp.core.statistics.selection import Selection
from studyapp.store.statistics.selected_cards import is_selected

_CARDS = "card LEFT JOIN schedule USING (deck, note, ordinal)"
_INTERVAL = "max(1, due_day - coalesce(last_day, due_day))"


def count_cards(connection: sqlite3.Connection, selection: Selection, day: int) -> CardCounts:
    """Return how many of these cards are in each state on a study day. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        "SELECT CASE WHEN coalesce(suspended, 0) THEN 'suspended' WHEN buried_on = ? THEN 'buried' "
        "WHEN coalesce(phase, 0) = 0 THEN 'new' WHEN phase = 1 THEN 'learning' WHEN phase = 3 THEN 'relearning' "
        f"WHEN {_INTERVAL} >= {MATURE_DAYS} THEN 'mature' ELSE 'young' END AS state, count(*) "
        f"FROM {_CARDS} WHERE card.present = 1 AND {condition.sql} GROUP BY state",
        (day, *condition.parameters),
    )
    return CardCounts(**dict(rows))


class DueCards(NamedTuple):
    """How many cards are due on each study day, and at which moments (UTC ms) the steps of those in learning end. Suspended
    cards are left out, and so are buried ones that would be due today or before."""

    by_day: Counter[int]
    step_ends: tuple[int, ...]


def load_due(connection: sqlite3.Connection, selection: Selection, day: int) -> DueCards:
    """Return when these cards are due. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    from_where = (
        f"FROM {_CARDS} WHERE card.present = 1 AND suspended = 0 AND {condition.sql} AND buried_on IS NOT ?"
    )
    by_day = connection.execute(
        f"SELECT due_day, count(*) {from_where.replace('buried_on IS NOT ?', '(buried_on IS NOT ? OR due_day > ?)')} "
        "AND phase = 2 GROUP BY due_day",
        (*condition.parameters, day, day),
    )
    steps = connection.execute(
        f"SELECT due_at {from_where} AND phase IN (1, 3)", (*condition.parameters, day)
    )
    return DueCards(Counter(dict(by_day)), tuple(at for (at,) in steps))


def count_intervals(connection: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Return how many of these cards in review or relearning have each interval in days. That of relearning is 1, as in
    exported packages. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        f"SELECT CASE phase WHEN 2 THEN {_INTERVAL} ELSE 1 END AS days, count(*) FROM {_CARDS} "
        f"WHERE card.present = 1 AND phase IN (2, 3) AND {condition.sql} GROUP BY days",
        condition.parameters,
    )
    return dict(rows)


def load_memory(connection: sqlite3.Connection, selection: Selection, day: int) -> MemoryValues:
    """Return the memory of these cards on a study day. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        f"SELECT stability, difficulty, max(0, ? - last_day) FROM {_CARDS} "
        f"WHERE card.present = 1 AND reviews > 0 AND stability IS NOT NULL AND {condition.sql}",
        (day, *condition.parameters),
    ).fetchall()
    return MemoryValues(*zip(*rows, strict=True)) if rows else MemoryValues()


class CardLapses(NamedTuple):
    """A card and how often it was forgotten."""

    card: CardId
    lapses: int


def load_most_forgotten(
    connection: sqlite3.Connection, selection: Selection, min_lapses: int, limit: int
) -> list[CardLapses]:
    """Return the cards with at least `min_lapses` lapses, those with most lapses first. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        f"SELECT deck, note, ordinal, lapses FROM {_CARDS} WHERE card.present = 1 AND lapses >= ? AND {condition.sql} "
        "ORDER BY lapses DESC, deck, note, ordinal LIMIT ?",
        (min_lapses, *condition.parameters, limit),
    )
    return [CardLapses(CardId(*card), lapses) for *card, lapses in rows]


def count_added(connection: sqlite3.Connection, selection: Selection) -> list[tuple[int, int]]:
    """Return at which moments (UTC ms) notes of these cards were added, and how many cards each has. Call `choose_cards`
    before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        "SELECT note_added.at * 1000, count(*) FROM card JOIN note_added USING (deck, note) "
        f"WHERE card.present = 1 AND {condition.sql} GROUP BY note_added.at",
        condition.parameters,
    )
    return list(rows)


def count_learned(connection: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Return how many of these cards were reviewed first on each study day. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        f"SELECT first_day, count(*) FROM {_CARDS} WHERE card.present = 1 AND reviews > 0 AND {condition.sql} GROUP BY first_day",
        condition.parameters,
    )
    return dict(rows)


class GroupMemory(NamedTuple):
    """The memory of a card in a group of notes."""

    group: str
    stability: float | None
    days: int | None


class GroupColumn(StrEnum):
    """The columns by which notes are grouped."""

    SECTION = "section"
    EVIDENCE = "evidence"


def load_memory_by_group(
    connection: sqlite3.Connection, selection: Selection, day: int, column: GroupColumn
) -> list[GroupMemory]:
    """Return the group of each of these cards with its memory. Cards of notes without a value in the column are left out.
    Notes must be indexed. Call `choose_cards` before."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        f"SELECT search_note.{column.value}, stability, max(0, ? - last_day) FROM {_CARDS} JOIN search_note USING (deck, note) "
        f"WHERE card.present = 1 AND search_note.{column.value} <> '' AND {condition.sql}",
        (day, *condition.parameters),
    )
    return [GroupMemory(*row) for row in rows]
