"""Reading the states of cards as they are now.

The cards of a search, and the reviewed cards that are no longer present, must have been chosen: see `selected_cards`.
"""

import sqlite3
from collections import Counter
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.card_states import CardState, StartedCards, StateCount
from studyapp.core.statistics.selection import FoundCards, Selection
from studyapp.store.statistics.selected_cards import Condition, is_selected

_CARDS = "card JOIN schedule USING (deck, note, ordinal)"
_STATES = (CardState.NEW, CardState.LEARNING, CardState.REVIEW, CardState.RELEARNING)
"""By the number of the phase as stored."""

_NEW, _IN_REVIEW = _STATES.index(CardState.NEW), _STATES.index(CardState.REVIEW)


def count_states(connection: sqlite3.Connection, selection: Selection, day: int) -> list[StateCount]:
    """Return how many of these cards are alike on a study day."""
    condition = is_selected(selection, "card")
    if isinstance(selection, FoundCards):
        alike = "counted_phase, counted_suspended, counted_due_day"
        query = f"SELECT {alike}, count(*) FROM card WHERE present = 1 AND {condition.sql} GROUP BY {alike}"
    else:  # `card_count` has the same numbers for whole decks
        alike = "phase, suspended, due_day"
        query = f"SELECT {alike}, sum(cards) FROM card_count AS card WHERE {condition.sql} GROUP BY {alike}"
    counts = Counter(
        {
            (phase, is_suspended, 0, due): count
            for phase, is_suspended, due, count in connection.execute(query, condition.parameters)
        }
    )
    buried = connection.execute(
        f"SELECT counted_phase, counted_suspended, counted_due_day FROM {_CARDS} WHERE present = 1 AND buried_on = ? AND {condition.sql}",
        (day, *condition.parameters),
    )
    for phase, is_suspended, due in buried:
        counts[phase, is_suspended, 0, due] -= 1
        counts[phase, is_suspended, 1, due] += 1
    return [
        StateCount(_STATES[phase], bool(is_suspended), bool(is_buried), due, count)
        for (phase, is_suspended, is_buried, due), count in counts.items()
        if count
    ]


def load_step_ends(connection: sqlite3.Connection, selection: Selection, day: int) -> list[int]:
    """Return when (UTC ms) the steps of these cards in learning and relearning end, without suspended cards and those buried
    on the study day."""
    condition = _is_reviewed_and_selected(selection)
    rows = connection.execute(
        f"SELECT due_at FROM schedule WHERE phase IN (1, 3) AND suspended = 0 AND buried_on IS NOT ? AND {condition.sql}",
        (day, *condition.parameters),
    )
    return [at for (at,) in rows]


def load_started(connection: sqlite3.Connection, selection: Selection, day: int) -> StartedCards:
    """Return the cards that aren't new, on a study day."""
    condition = _is_reviewed_and_selected(selection)
    rows = connection.execute(
        f"SELECT CASE phase WHEN {_IN_REVIEW} THEN max(1, due_day - coalesce(last_day, due_day)) END, "
        "suspended OR buried_on IS ?, iif(reviews, stability, NULL), difficulty, max(0, ? - last_day), first_day "
        f"FROM schedule WHERE phase <> {_NEW} AND {condition.sql}",
        (day, day, *condition.parameters),
    ).fetchall()
    return StartedCards(*zip(*rows, strict=True)) if rows else StartedCards()


def _is_reviewed_and_selected(selection: Selection) -> Condition:
    condition = is_selected(selection, "schedule")
    return Condition(
        f"(deck, note, ordinal) NOT IN temp.absent_card AND {condition.sql}", condition.parameters
    )


class CardLapses(NamedTuple):
    """A card and how often it was forgotten."""

    card: CardId
    lapses: int


def load_most_forgotten(
    connection: sqlite3.Connection, selection: Selection, min_lapses: int, limit: int
) -> list[CardLapses]:
    """Return the cards with at least `min_lapses` lapses, those with most lapses first."""
    condition = _is_reviewed_and_selected(selection)
    rows = connection.execute(
        f"SELECT deck, note, ordinal, lapses FROM schedule WHERE lapses >= ? AND {condition.sql} "
        "ORDER BY lapses DESC, deck, note, ordinal LIMIT ?",
        (min_lapses, *condition.parameters, limit),
    )
    return [CardLapses(CardId(*card), lapses) for *card, lapses in rows]


def count_added(connection: sqlite3.Connection, selection: Selection) -> list[tuple[int, int]]:
    """Return at which moments (UTC ms) notes of these cards were added, and how many cards each has."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        "SELECT note_added.at * 1000, count(*) FROM card JOIN note_added USING (deck, note) "
        f"WHERE card.present = 1 AND {condition.sql} GROUP BY note_added.at",
        condition.parameters,
    )
    return list(rows)


class GroupMemory(NamedTuple):
    """The groups of the note of a card, empty where it has none, and the card's memory."""

    section: str
    evidence: str
    stability: float | None
    days: int | None


def load_memory_by_group(connection: sqlite3.Connection, selection: Selection, day: int) -> list[GroupMemory]:
    """Return the groups of each of these cards with its memory on a study day; cards in no group are left out. Notes must be
    indexed."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        "SELECT section, evidence, iif(reviews, stability, NULL), max(0, ? - last_day) "
        "FROM search_note CROSS JOIN card USING (deck, note) LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE (section <> '' OR evidence <> '') AND card.present = 1 AND {condition.sql}",
        (day, *condition.parameters),
    )
    return list(map(GroupMemory._make, rows))
