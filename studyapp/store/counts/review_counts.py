"""Counting the reviews in the journal that are in effect.

Only an undo can make a review ineffective, so only undos and their targets are read.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryKind, effective_reviews
from studyapp.store import journal_entries

_AVERAGE_TIME = """
    WITH RECURSIVE recent (day, later_reviews) AS (
        SELECT max(effective_day), 0 FROM entry
        UNION ALL SELECT (SELECT max(effective_day) FROM entry WHERE effective_day < recent.day),
            later_reviews + (SELECT count(*) FROM entry WHERE effective_day = recent.day AND kind = :review)
        FROM recent WHERE later_reviews < :count AND recent.day IS NOT NULL
    )
    SELECT avg(took) FROM recent JOIN entry ON effective_day = recent.day AND kind = :review WHERE later_reviews < :count
"""
"""Goes back day by day, because an import can add thousands of entries that are newer than all reviews."""

_RECENT_CARDS = """
    WITH RECURSIVE recent (day, later_reviews) AS (
        SELECT max(effective_day), 0 FROM entry WHERE effective_day < :day
        UNION ALL SELECT (SELECT max(effective_day) FROM entry WHERE effective_day < recent.day),
            later_reviews + (SELECT count(*) FROM entry WHERE effective_day = recent.day AND kind = :review)
        FROM recent WHERE later_reviews < :count AND recent.day IS NOT NULL
    )
    SELECT is_new, count(*), sum(took) FROM (
        SELECT schedule.first_day IS recent.day AS is_new, sum(took) AS took
        FROM recent CROSS JOIN entry ON effective_day = recent.day AND kind = :review
        LEFT JOIN schedule ON (schedule.deck, schedule.note, schedule.ordinal) =
            (coalesce(current_deck, entry.deck), coalesce(current_note, entry.note), entry.ordinal)
        WHERE later_reviews < :count GROUP BY recent.day, entry.deck, entry.note, entry.ordinal
    ) GROUP BY is_new
"""
"""Goes back day by day, as `_AVERAGE_TIME` does."""


class CardTotals(NamedTuple):
    """How many cards were studied, each once a day, and the time that they took in milliseconds."""

    cards: int = 0
    duration_ms: int = 0


class ReviewTotals(NamedTuple):
    """The number of reviews, and the time that they took in milliseconds."""

    review_count: int
    duration_ms: int


def load_totals_of_day(connection: sqlite3.Connection, day: int) -> ReviewTotals:
    """Return the totals of the reviews of a study day. An undo on another day doesn't change them."""
    count, duration_ms = connection.execute(
        "SELECT count(*), coalesce(sum(took), 0) FROM entry WHERE effective_day = ? AND kind = ?",
        (day, EntryKind.REVIEW),
    ).fetchone()
    undos = journal_entries.load_undos(connection, day)
    targets = [entry for entry in _load_targets(connection, undos) if entry.study_day == day]
    undone = _find_undone_reviews([*undos, *targets])
    return ReviewTotals(count - len(undone), duration_ms - sum(entry.duration_ms for entry in undone))


def load_last_study_day(connection: sqlite3.Connection, before: int) -> int | None:
    """Return the last study day with reviews before a day; None if there is none. Undone reviews count too."""
    row = connection.execute(
        "SELECT effective_day FROM entry WHERE effective_day < ? AND kind = ? ORDER BY effective_day DESC LIMIT 1",
        (before, EntryKind.REVIEW),
    ).fetchone()
    return None if row is None else int(row[0])


def load_totals_by_day(connection: sqlite3.Connection, days: range) -> list[ReviewTotals]:
    """Return the totals of those of these study days that have reviews. Undone reviews count too."""
    rows = connection.execute(
        "SELECT count(*), coalesce(sum(took), 0) FROM entry WHERE effective_day >= ? AND effective_day < ? AND kind = ? "
        "GROUP BY effective_day",
        (days.start, days.stop, EntryKind.REVIEW),
    )
    return [ReviewTotals(*row) for row in rows]


def count_reviews(connection: sqlite3.Connection) -> int:
    """Return the number of all reviews in the journal. Undos count for the card under which they are recorded."""
    (count,) = connection.execute("SELECT count(*) FROM entry WHERE kind = ?", (EntryKind.REVIEW,)).fetchone()
    undos = journal_entries.load_undos(connection)
    entries_by_card: dict[CardId, list[Entry]] = defaultdict(list)
    for entry in [*undos, *_load_targets(connection, undos)]:
        entries_by_card[entry.card_id].append(entry)
    return int(count) - sum(len(_find_undone_reviews(entries)) for entries in entries_by_card.values())


def has_entries(connection: sqlite3.Connection) -> bool:
    """Return whether the journal has any entry."""
    return connection.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is not None


def average_rating_ms(connection: sqlite3.Connection, count: int = 200) -> float | None:
    """Return the average time of the latest reviews in milliseconds; None if there are none. It covers whole study days,
    from the newest back until there are `count` reviews."""
    (average,) = connection.execute(_AVERAGE_TIME, {"review": EntryKind.REVIEW, "count": count}).fetchone()
    return None if average is None else float(average)


def load_recent_cards(connection: sqlite3.Connection, day: int, count: int) -> tuple[CardTotals, CardTotals]:
    """Return the totals of the new cards and of the other cards that were studied before `day`. They cover whole study days,
    back until there are `count` reviews, of which undone ones are counted too."""
    values = {"day": day, "review": EntryKind.REVIEW, "count": count}
    rows = connection.execute(_RECENT_CARDS, values).fetchall()
    totals_by_newness = {bool(is_new): CardTotals(cards, duration_ms) for is_new, cards, duration_ms in rows}
    return totals_by_newness.get(True, CardTotals()), totals_by_newness.get(False, CardTotals())


def _load_targets(connection: sqlite3.Connection, undos: Iterable[Entry]) -> list[Entry]:
    """Return the entries that these undos concern, besides other undos."""
    ids = {undo.undoes for undo in undos if undo.undoes is not None}
    targets = journal_entries.load_by_id(connection, ids).values()
    return [entry for entry in targets if entry.undoes is None]


def _find_undone_reviews(entries: Iterable[Entry]) -> list[Entry]:
    entries = list(entries)
    effective = {entry.id for entry in effective_reviews(entries)}
    return [entry for entry in entries if entry.kind is EntryKind.REVIEW and entry.id not in effective]
