"""Queries over the tables of cards and schedules. They return card ids and numbers rather than schedules."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import ReviewOrder
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_queue import LearningCard
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.stored_options import HIDDEN

_AVAILABLE_CARDS = """
    JOIN card ON card.deck = schedule.deck AND card.note = schedule.note AND card.ordinal = schedule.ordinal
    WHERE schedule.deck = :deck AND card.present = 1 AND schedule.suspended = 0
    AND schedule.buried_on IS NOT :day AND instr(card.asked_in, :choice)
"""


_RANK_BY_ORDER = {
    ReviewOrder.MOST_OVERDUE: "due_day",
    ReviewOrder.DECK: "0.0",
    ReviewOrder.RANDOM: "0.0",
    # Retrievability depends only on elapsed days / stability (see `Scheduler.retrievability`).
    ReviewOrder.LOWEST_RETRIEVABILITY: "(last_day - :day) / stability",
}


def due_reviews(
    connection: sqlite3.Connection,
    deck: str,
    day: int,
    languages: CardLanguages,
    order: ReviewOrder = ReviewOrder.MOST_OVERDUE,
    days_ahead: int = 0,
) -> Iterator[tuple[float, CardId]]:
    """Yield the reviews due by `day` plus `days_ahead` (-1 for only overdue cards) with their ranks, sorted by `order`.

    For random order, all have the same rank and are sorted by id. The result is read lazily.
    """
    rank = _RANK_BY_ORDER[order]
    rows = connection.execute(
        f"SELECT {rank}, schedule.note, schedule.ordinal FROM schedule {_AVAILABLE_CARDS} AND phase = 2 AND due_day <= :day + :ahead "
        f"ORDER BY {'card.position' if order is ReviewOrder.DECK else rank}, schedule.note, schedule.ordinal",
        {"deck": deck, "day": day, "choice": availability_key(languages), "ahead": days_ahead},
    )
    return ((rank, CardId(deck, note, ordinal)) for rank, note, ordinal in rows)


def available_cards(
    connection: sqlite3.Connection, deck: str, day: int, languages: CardLanguages
) -> Iterator[CardId]:
    """Return all cards that are neither suspended nor buried on `day`, new or not, in deck order."""
    rows = connection.execute(
        "SELECT card.note, card.ordinal FROM card LEFT JOIN schedule USING (deck, note, ordinal) "
        "WHERE card.deck = ? AND card.present = 1 AND instr(card.asked_in, ?) AND coalesce(schedule.suspended, 0) = 0 "
        "AND schedule.buried_on IS NOT ? ORDER BY card.position, card.ordinal",
        (deck, availability_key(languages), day),
    )
    return (CardId(deck, note, ordinal) for note, ordinal in rows)


class CardsInSteps(NamedTuple):
    """The cards in learning or relearning steps that may be asked on a day. `interday` are those whose step began on an
    earlier day than the one on which they are due: as in Anki, they are due from the start of the day."""

    learning: list[LearningCard]
    interday: list[LearningCard]


def cards_in_steps(
    connection: sqlite3.Connection, deck: str, day: StudyDay, languages: CardLanguages
) -> CardsInSteps:
    """Return the cards in learning or relearning steps that are due by the end of `day`, by their due time."""
    rows = connection.execute(
        "SELECT due_at, coalesce(last_day, :day), schedule.note, schedule.ordinal "
        f"FROM schedule {_AVAILABLE_CARDS} AND phase IN (1, 3) AND due_at < :end ORDER BY due_at",
        {"deck": deck, "day": day.number, "choice": availability_key(languages), "end": day.ends_at},
    )
    found = CardsInSteps([], [])
    for due_at, last_day, note, ordinal in rows:
        is_interday = day.day_of(due_at) > last_day
        (found.interday if is_interday else found.learning).append(
            LearningCard(due_at, CardId(deck, note, ordinal))
        )
    return found


def new_cards(
    connection: sqlite3.Connection, deck: str, day: int, languages: CardLanguages
) -> Iterator[CardId]:
    """Return the cards that were never rated, in deck order. The result is read lazily."""
    rows = connection.execute(
        "SELECT card.note, card.ordinal FROM card LEFT JOIN schedule USING (deck, note, ordinal) "
        "WHERE card.deck = ? AND card.present = 1 AND card.started = 0 AND instr(card.asked_in, ?) "
        "AND coalesce(schedule.suspended, 0) = 0 AND schedule.buried_on IS NOT ? "
        "ORDER BY card.position, card.ordinal",
        (deck, availability_key(languages), day),
    )
    return (CardId(deck, note, ordinal) for note, ordinal in rows)


def new_cards_with_kinds(
    connection: sqlite3.Connection, deck: str, day: int, languages: CardLanguages
) -> Iterator[tuple[str, CardId]]:
    """Yield the same cards as `new_cards`, each with its kind: the type of its note, and for terms what is asked."""
    rows = connection.execute(
        "SELECT json_extract(note.content, '$.type'), card.note, card.ordinal FROM card "
        "LEFT JOIN note ON note.deck = card.deck AND note.id = card.note LEFT JOIN schedule "
        "ON schedule.deck = card.deck AND schedule.note = card.note AND schedule.ordinal = card.ordinal "
        "WHERE card.deck = ? AND card.present = 1 AND card.started = 0 AND instr(card.asked_in, ?) "
        "AND coalesce(schedule.suspended, 0) = 0 AND schedule.buried_on IS NOT ? "
        "ORDER BY card.position, card.ordinal",
        (deck, availability_key(languages), day),
    )
    return (
        (f"{note_type}/{ordinal}" if note_type == "term" else str(note_type), CardId(deck, note, ordinal))
        for note_type, note, ordinal in rows
    )


def next_due_day(
    connection: sqlite3.Connection, deck: str, day: StudyDay, languages: CardLanguages
) -> int | None:
    """Return the first study day after `day` on which a review or a step is due; None if there is none."""
    available = "suspended = 0 AND present = 1 AND instr(asked_in, ?)"
    (due_day,) = connection.execute(
        "SELECT min(max(due_day, ? + 1)) FROM card_count "
        "WHERE deck = ? AND phase = 2 AND suspended = 0 AND instr(asked_in, ?)",
        (day.number, deck, availability_key(languages)),
    ).fetchone()
    (due_at,) = connection.execute(
        "SELECT min(due_at) FROM schedule JOIN card USING (deck, note, ordinal) "
        f"WHERE schedule.deck = ? AND phase IN (1, 3) AND due_at >= ? AND {available}",
        (deck, day.ends_at, availability_key(languages)),
    ).fetchone()
    days = [due_day, None if due_at is None else day.day_of(due_at)]
    return min((found for found in days if found is not None), default=None)


def suspended_and_buried_cards(
    connection: sqlite3.Connection, deck: str, day: int
) -> Iterator[tuple[CardId, bool]]:
    """Return the cards that are suspended, or buried on `day`, in deck order, each with whether it is suspended."""
    rows = connection.execute(
        "SELECT card.note, card.ordinal, suspended FROM schedule JOIN card USING (deck, note, ordinal) "
        "WHERE card.deck = ? AND card.present = 1 AND (suspended = 1 OR buried_on = ?) "
        "ORDER BY card.position, card.ordinal",
        (deck, day),
    )
    return ((CardId(deck, note, ordinal), bool(suspended)) for note, ordinal, suspended in rows)


def unmet_prerequisites(connection: sqlite3.Connection, card: CardId) -> tuple[str, ...]:
    """Return the keys of the prerequisites of the card's note that are not started yet. Notes that are in no deck now
    or in another deck that is hidden, or whose cards are all suspended, are ignored."""
    from_cards_of_prerequisite = (
        "FROM card WHERE deck = substr(required.value, 1, instr(required.value, '/') - 1) "
        "AND note = substr(required.value, instr(required.value, '/') + 1)"
    )
    rows = connection.execute(
        "SELECT required.value FROM note, json_each(note.content, '$.requires') AS required "
        "WHERE note.deck = ? AND note.id = ? "
        f"AND EXISTS (SELECT 1 {from_cards_of_prerequisite} AND present = 1 AND NOT EXISTS (SELECT 1 FROM schedule "
        "WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal) AND suspended = 1) "
        "AND (card.deck = note.deck OR NOT EXISTS (SELECT 1 FROM setting WHERE (deck, name) = (card.deck, ?)))) "
        f"AND NOT EXISTS (SELECT 1 {from_cards_of_prerequisite} AND started = 1)",
        (card.deck_id, card.note_id, HIDDEN),
    )
    return tuple(row[0] for row in rows)


class RatedCard(NamedTuple):
    """A card that was rated on a day. `is_first_review` is whether the card was first reviewed on that day; `is_due` is
    whether it is due again on or before that day."""

    card_id: CardId
    is_first_review: bool
    is_due_again: bool


def cards_rated_on(connection: sqlite3.Connection, deck: str, day: int) -> list[RatedCard]:
    """Return the cards last rated on `day`."""
    rows = connection.execute(
        "SELECT note, ordinal, first_day = last_day, phase = 2 AND due_day <= last_day FROM schedule "
        "WHERE deck = ? AND last_day = ? AND reviews > 0",
        (deck, day),
    )
    return [
        RatedCard(CardId(deck, note, ordinal), bool(is_first), bool(is_due))
        for note, ordinal, is_first, is_due in rows
    ]


def due_forecast(
    connection: sqlite3.Connection, deck: str, first: int, last: int, languages: CardLanguages
) -> dict[int, int]:
    """Return how many reviews are due on each study day from `first` to `last`. Overdue cards count for `first`."""
    rows = connection.execute(
        "SELECT max(due_day, ?), sum(cards) FROM card_count "
        "WHERE deck = ? AND phase = 2 AND due_day <= ? AND suspended = 0 AND instr(asked_in, ?) GROUP BY 1",
        (first, deck, last, availability_key(languages)),
    )
    return dict(rows)


@cache
def availability_key(languages: CardLanguages) -> str:
    """Return the text to look for in the column `asked_in`: it is present in cards that are shown in these
    languages."""
    return f" {languages.combined.value} "
