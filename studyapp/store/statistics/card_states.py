"""Reading the states of cards as they are now.

The cards of a search and the studied cards that are present must have been chosen: see `selected_cards`.
"""

import sqlite3
from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.card_states import CardState, IntervalCount, Memories, StateCount
from studyapp.core.statistics.leeches import PredictedReview
from studyapp.core.statistics.selection import FoundCards, Selection
from studyapp.core.study.rating import Rating
from studyapp.store.statistics.columns import load_columns
from studyapp.store.statistics.selected_cards import Condition, is_selected

_CARDS = "card JOIN schedule USING (deck, note, ordinal)"
_STATES = (CardState.NEW, CardState.LEARNING, CardState.REVIEW, CardState.RELEARNING)
"""By the number of the phase as stored."""

_NEW = _STATES.index(CardState.NEW)

_QUARTER_MS = 900_000
"""A quarter of an hour, the unit in which it is kept when notes were added."""


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
    condition = _is_present_and_selected(connection, selection)
    rows = connection.execute(
        "SELECT due_at FROM schedule INDEXED BY schedule_learning "
        f"WHERE phase IN (1, 3) AND suspended = 0 AND buried_on IS NOT ? AND {condition.sql}",
        (day, *condition.parameters),
    )
    return [at for (at,) in rows]


def count_intervals(connection: sqlite3.Connection, selection: Selection, day: int) -> list[IntervalCount]:
    """Return how many of these cards in review have each interval, on a study day."""
    condition = is_selected(selection, "card")
    if isinstance(selection, FoundCards):
        query = (
            "SELECT counted_suspended, counted_interval, count(*) FROM card "
            f"WHERE present = 1 AND counted_interval > 0 AND {condition.sql} GROUP BY counted_suspended, counted_interval"
        )
    else:  # `interval_count` has the same numbers for whole decks
        query = (
            "SELECT suspended, interval, sum(cards) FROM interval_count AS card "
            f"WHERE {condition.sql} GROUP BY suspended, interval"
        )
    counts = Counter(
        {
            (not is_suspended, interval): cards
            for is_suspended, interval, cards in connection.execute(query, condition.parameters)
        }
    )
    buried = connection.execute(
        f"SELECT counted_interval FROM {_CARDS} WHERE present = 1 AND counted_interval > 0 AND counted_suspended = 0 "
        f"AND buried_on = ? AND {condition.sql}",
        (day, *condition.parameters),
    )
    for (interval,) in buried:
        counts[True, interval] -= 1
        counts[False, interval] += 1
    return [
        IntervalCount(is_active, interval, cards) for (is_active, interval), cards in counts.items() if cards
    ]


def load_memories(connection: sqlite3.Connection, selection: Selection, day: int) -> Memories:
    """Return the memory of those of these cards that were reviewed, on a study day."""
    condition = _is_present_and_selected(connection, selection)
    rows = connection.execute(  # with `+`, the table is read in its order rather than in that of an index
        "SELECT stability, difficulty, max(0, ? - last_day) / stability, first_day FROM schedule "
        f"WHERE +phase <> {_NEW} AND +reviews > 0 AND {condition.sql}",
        (day, *condition.parameters),
    )
    return Memories(*load_columns(rows))


def _is_present_and_selected(connection: sqlite3.Connection, selection: Selection) -> Condition:
    """Return the condition for the schedules of these cards."""
    condition = is_selected(selection, "schedule")
    if connection.execute("SELECT 1 FROM temp.absent_card LIMIT 1").fetchone() is None:
        return condition
    return Condition(
        f"(deck, note, ordinal) NOT IN temp.absent_card AND {condition.sql}", condition.parameters
    )


class ForgottenCard(NamedTuple):
    """A card, how often it was forgotten, and those of its reviews that FSRS predicted."""

    card: CardId
    lapses: int
    predicted: tuple[PredictedReview, ...]


def load_most_forgotten(
    connection: sqlite3.Connection, selection: Selection, min_lapses: int, limit: int
) -> list[ForgottenCard]:
    """Return the cards with at least `min_lapses` lapses, those with most lapses first."""
    condition = _is_present_and_selected(connection, selection)
    rows = connection.execute(
        "WITH forgotten AS MATERIALIZED (SELECT deck, note, ordinal, lapses FROM schedule "
        f"WHERE lapses >= {min_lapses} AND {condition.sql} ORDER BY lapses DESC, deck, note, ordinal LIMIT ?) "
        f"SELECT deck, note, ordinal, lapses, predicted, rating > {int(Rating.AGAIN)} FROM forgotten "
        "LEFT JOIN reviewed_card USING (deck, note, ordinal) "
        "LEFT JOIN review_fact ON review_fact.card = reviewed_card.id AND predicted IS NOT NULL "
        "ORDER BY lapses DESC, deck, note, ordinal",
        (*condition.parameters, limit),
    )
    return [
        ForgottenCard(
            CardId(*key[:3]),
            key[3],
            tuple(PredictedReview(*row[4:]) for row in of_card if row[4] is not None),
        )
        for key, of_card in groupby(rows, key=itemgetter(0, 1, 2, 3))
    ]


def count_added(connection: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Return by moments (UTC ms) how many of these cards have a note that was added then: each moment stands for the quarter of
    an hour that it begins."""
    if isinstance(selection, FoundCards):
        condition = is_selected(selection, "card")
        query = (
            "SELECT at / 900, count(*) FROM card JOIN note_added USING (deck, note) "
            f"WHERE present = 1 AND {condition.sql} GROUP BY at / 900"
        )
    else:  # `added_count` has the same numbers for whole decks
        condition = is_selected(selection, "added_count")
        query = f"SELECT quarter, sum(cards) FROM added_count WHERE {condition.sql} GROUP BY quarter"
    rows = connection.execute(query, condition.parameters)
    return {quarter * _QUARTER_MS: cards for quarter, cards in rows}


class GroupMemory(NamedTuple):
    """The cards of notes in one section with one evidence grade, either of which may be empty: how many there are, and of
    those with reviews the study days since the last one, in multiples of the stability."""

    section: str
    evidence: str
    cards: int
    elapsed: tuple[float, ...]


def load_memory_by_group(connection: sqlite3.Connection, selection: Selection, day: int) -> list[GroupMemory]:
    """Return the memory of these cards on a study day by the groups of their notes; cards in no group are left out. Notes
    must be indexed."""
    condition = is_selected(selection, "card")
    rows = connection.execute(
        "SELECT section, evidence, max(0, ? - last_day) / iif(reviews, stability, NULL) "
        "FROM search_note INDEXED BY search_note_group CROSS JOIN card USING (deck, note) "
        "LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE (section <> '' OR evidence <> '') AND card.present = 1 AND {condition.sql} ORDER BY section, evidence",
        (day, *condition.parameters),
    )
    memories = [
        _group_memory(section, evidence, [elapsed for _, _, elapsed in of_group])
        for (section, evidence), of_group in groupby(rows, key=itemgetter(0, 1))
    ]
    names = {section: _spell_section(connection, section) for section in {one.section for one in memories}}
    return [one._replace(section=names[one.section]) for one in memories]


def _spell_section(connection: sqlite3.Connection, folded: str) -> str:
    """Return a section as one of its notes spells it. The index has it in lower case."""
    row = connection.execute(
        "SELECT note.content ->> '$.section' FROM search_note "
        "JOIN note ON note.deck = search_note.deck AND note.id = search_note.note "
        "WHERE search_note.section = ? AND search_note.section <> '' AND note.present = 1 LIMIT 1",
        (folded,),
    ).fetchone()
    return folded if row is None else str(row[0])


def _group_memory(section: str, evidence: str, elapsed: list[float | None]) -> GroupMemory:
    return GroupMemory(section, evidence, len(elapsed), tuple(one for one in elapsed if one is not None))
