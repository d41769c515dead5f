"""Counting the cards that may be studied today."""

import sqlite3
from typing import NamedTuple

from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key

_SHOWN = """
    JOIN card ON card.deck = schedule.deck AND card.note = schedule.note AND card.ordinal = schedule.ordinal
    WHERE schedule.deck = :deck AND card.present = 1 AND schedule.suspended = 0 AND instr(card.asked_in, :choice)
"""

_COUNTED = "FROM card_count WHERE deck = :deck AND suspended = 0 AND instr(asked_in, :choice)"

_DONE_TODAY = "FROM schedule WHERE deck = :deck AND last_day = :day AND reviews > 0"

_IN_STEPS = f"""
    SELECT (SELECT coalesce(sum(cards), 0) {_COUNTED} AND phase IN (1, 3))
        - (SELECT count(*) FROM schedule {_SHOWN} AND phase IN (1, 3) AND due_at >= :end)
        - (SELECT count(*) FROM schedule {_SHOWN} AND buried_on = :day AND phase IN (1, 3) AND due_at < :end),
    (SELECT count(*) {_DONE_TODAY}), (SELECT coalesce(sum(first_day = last_day), 0) {_DONE_TODAY}),
    EXISTS (SELECT 1 FROM schedule WHERE deck = :deck AND ordinal > 1)
"""

_DUE_OF_SINGLE_CARDS = f"""
    SELECT (SELECT coalesce(sum(cards), 0) {_COUNTED} AND phase = 2 AND due_day <= :day)
        - (SELECT count(*) FROM schedule {_SHOWN} AND buried_on = :day AND phase = 2 AND due_day <= :day)
"""

_DUE_NOTES = f"""
    SELECT count(DISTINCT schedule.note) FROM schedule {_SHOWN} AND buried_on IS NOT :day AND phase = 2 AND due_day <= :day
    AND NOT EXISTS (
        SELECT 1 FROM schedule AS other WHERE other.deck = schedule.deck AND other.note = schedule.note
        AND (other.last_day = :day AND other.reviews > 0 AND NOT (other.phase = 2 AND other.due_day <= other.last_day)
        OR other.phase IN (1, 3) AND other.due_at < :end AND other.suspended = 0 AND other.buried_on IS NOT :day
        AND EXISTS (SELECT 1 FROM card AS shown WHERE (shown.deck, shown.note, shown.ordinal)
            = (other.deck, other.note, other.ordinal) AND shown.present = 1 AND instr(shown.asked_in, :choice)))
    )
"""

_INTERDAY_STEPS = f"""
    SELECT due_at, last_day FROM schedule {_SHOWN}
    AND buried_on IS NOT :day AND phase IN (1, 3) AND due_at < :end AND last_day < :day
"""

_NEW_NOTES = """
    SELECT DISTINCT note FROM card WHERE deck = :deck AND present = 1 AND started = 0 AND instr(asked_in, :choice)
    AND NOT EXISTS (SELECT 1 FROM schedule WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal)
        AND (suspended = 1 OR buried_on = :day))
"""

_MAY_WAIT = """
    (EXISTS (SELECT 1 FROM schedule WHERE schedule.deck = card.deck AND schedule.note = card.note
        AND (last_day = :day OR phase IN (1, 3) AND due_at < :end OR phase = 2 AND due_day <= :day))
    OR :has_prerequisites AND EXISTS (SELECT 1 FROM note WHERE note.deck = card.deck AND note.id = card.note
        AND instr(content, '"requires": [')))
"""
"""A new card that may have to wait: for a sibling that is studied today, or for prerequisites."""


class QueueNumbers(NamedTuple):
    """How many cards of a deck may be studied on a day, and how many were rated on it.

    `in_steps` are the cards in learning or relearning steps that are due by the end of the day, of which `interday` have a
    step that began on an earlier day than the one on which it ends. `due_notes` are the notes with a review due that don't
    wait for a sibling.
    """

    in_steps: int
    interday: int
    due_notes: int
    new_cards_done: int
    reviews_done: int


def load_queue_numbers(
    connection: sqlite3.Connection, deck: str, day: StudyDay, languages: CardLanguages
) -> QueueNumbers:
    """Count the cards of a deck that may be studied on `day`, besides new ones."""
    values = {"deck": deck, "day": day.number, "end": day.ends_at, "choice": availability_key(languages)}
    in_steps, rated, new_done, has_siblings = connection.execute(_IN_STEPS, values).fetchone()
    due_query = _DUE_NOTES if has_siblings else _DUE_OF_SINGLE_CARDS
    (due_notes,) = connection.execute(due_query, values).fetchone()
    steps = connection.execute(_INTERDAY_STEPS, values)
    interday = sum(day.day_of(due_at) > last_day for due_at, last_day in steps)
    return QueueNumbers(in_steps, interday, due_notes, new_done, rated - new_done)


class NewNotes(NamedTuple):
    """How many notes of a deck have a new card that need not wait, up to a limit. `has_others` is whether the limit was not
    reached and other new cards may have to wait for a sibling or for prerequisites."""

    note_count: int = 0
    has_others: bool = False


def count_new_notes(
    connection: sqlite3.Connection,
    deck: str,
    day: StudyDay,
    languages: CardLanguages,
    at_most: int,
    *,
    has_prerequisites: bool,
) -> NewNotes:
    """Count up to `at_most` notes with a card that was never rated. Prerequisites are ignored unless
    `has_prerequisites`."""
    values = {
        "deck": deck, "day": day.number, "end": day.ends_at, "choice": availability_key(languages),
        "limit": at_most, "has_prerequisites": has_prerequisites,
    }  # fmt: skip
    (count,) = connection.execute(
        f"SELECT count(*) FROM ({_NEW_NOTES} AND NOT {_MAY_WAIT} LIMIT :limit)", values
    ).fetchone()
    if count == at_most:
        return NewNotes(count)
    (has_others,) = connection.execute(f"SELECT EXISTS ({_NEW_NOTES} AND {_MAY_WAIT})", values).fetchone()
    return NewNotes(count, bool(has_others))
