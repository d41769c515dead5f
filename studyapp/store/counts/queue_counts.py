"""Counting the notes with a card that may be studied today. Siblings, which wait for it, are not counted."""

import sqlite3
from typing import NamedTuple

from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key

_SHOWN = """
    JOIN card ON card.deck = schedule.deck AND card.note = schedule.note AND card.ordinal = schedule.ordinal
    WHERE schedule.deck = :deck AND card.present = 1 AND schedule.suspended = 0 AND instr(card.asked_in, :choice)
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


def count_due_notes(
    connection: sqlite3.Connection, deck: str, day: StudyDay, languages: CardLanguages
) -> int:
    """Count the notes of a deck with a review due on `day` that doesn't wait for a sibling."""
    values = {"deck": deck, "day": day.number, "end": day.ends_at, "choice": availability_key(languages)}
    return int(connection.execute(_DUE_NOTES, values).fetchone()[0])


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
