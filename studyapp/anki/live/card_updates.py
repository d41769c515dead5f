"""Updates of cards in a running Anki with learning progress that it doesn't have yet.

Anki ignores the progress in a package for cards that it already has, so these cards are updated separately.
"""

import json
import math

from studyapp.anki.card_progress import AnkiCard, CardQueue, CardState
from studyapp.anki.live.card_actions import CardUpdate
from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_row
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.transfer.package_model import SourceCard

_MEMORY_TOLERANCE = 5e-3
"""Largest difference, relative or absolute, between equal stabilities or difficulties: Anki stores a few digits."""

_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)


def build_card_update(
    card: AnkiCard,
    stored_card: SourceCard,
    day_offset: int,
    used_times: set[int],
    *,
    expects_memory: bool = False,
    has_same_scheduler: bool = True,
) -> CardUpdate | None:
    """Return the update that gives Anki's card the local progress, or None if it needs none.

    `day_offset` is the number of days by which the local calendar starts later than Anki's. `used_times` are
    the times of all rows in Anki's review log; the times of new rows are added. A different FSRS memory state is reason
    enough for an update if `has_same_scheduler`: that is what reviews on two devices leave, of which the later one to arrive
    at AnkiWeb wins. A missing one is reason enough if `expects_memory`, because Anki uses FSRS.
    """
    local_row_by_time = {row.at: row for row in card.review_log if row.at not in card.imported_times}
    anki_keys = [log_key_of_row(row) for row in stored_card.review_log if row.at not in card.imported_times]
    local_keys = [log_key_of_row(row) for row in local_row_by_time.values()]
    missing = find_unmatched(local_keys, anki_keys).local
    values: dict[str, object] = {}
    if (
        missing
        or _schedule_key(card, day_offset) != _stored_schedule_key(stored_card, card)
        or (has_same_scheduler and not _has_same_memory(card, stored_card, expects_memory=expects_memory))
    ):
        values = _column_values(card, stored_card, day_offset)
    elif (card.queue is CardQueue.SUSPENDED, card.queue in _BURIED_QUEUES) != (
        stored_card.queue == CardQueue.SUSPENDED,
        stored_card.queue in _BURIED_QUEUES,
    ):
        values = {"queue": int(card.queue)}
    if card.flag != stored_card.flag:
        values["flags"] = card.flag
    if not values:
        return None
    new_rows = []
    for key in missing:
        at = key.at
        while at in used_times:
            at += 1
        used_times.add(at)
        new_rows.append(local_row_by_time[key.at]._replace(at=at))
    return CardUpdate(stored_card.card_id, stored_card.changed_at, values, tuple(new_rows))


def _schedule_key(card: AnkiCard, day_offset: int) -> tuple[bool, int | None]:
    due = (card.due or 0) + day_offset if card.state is CardState.REVIEW else None
    return card.state is CardState.NEW, due


def _stored_schedule_key(stored_card: SourceCard, card: AnkiCard) -> tuple[bool, int | None]:
    return stored_card.state == CardState.NEW, stored_card.due if card.state is CardState.REVIEW else None


def _has_same_memory(card: AnkiCard, stored_card: SourceCard, *, expects_memory: bool) -> bool:
    """Return whether both memory states are equal, apart from rounding, or Anki has none and needs none."""
    own, stored = _memory_state(card.data), _memory_state(stored_card.data)
    if stored is None:
        return own is None or not expects_memory
    if own is None:
        return False
    return all(
        math.isclose(one, other, rel_tol=_MEMORY_TOLERANCE, abs_tol=_MEMORY_TOLERANCE)
        for one, other in zip(own, stored, strict=True)
    )


def _memory_state(card_data: str) -> tuple[float, float] | None:
    """Return the stability and the difficulty in the data of a card; None if there are none."""
    try:
        values = parse_untrusted_json(card_data or "{}")
    except ValueError:
        return None
    stability, difficulty = (values.get("s"), values.get("d")) if isinstance(values, dict) else (None, None)
    if isinstance(stability, int | float) and isinstance(difficulty, int | float):
        return stability, difficulty
    return None


def _column_values(card: AnkiCard, stored_card: SourceCard, day_offset: int) -> dict[str, object]:
    due = card.due
    if card.is_due_on_day:
        due = (card.due or 0) + day_offset
    elif due is None:
        due = stored_card.due if stored_card.state == CardState.NEW else 0
    values: dict[str, object] = {
        "type": int(card.state),
        "queue": int(card.queue),
        "due": due,
        "ivl": card.interval,
        "factor": card.factor,
        "reps": card.review_count,
        "lapses": card.lapse_count,
        "left": card.remaining_steps,
    }
    memory = json.loads(card.data) if card.data else {}
    values["memory_state"] = {"stability": memory["s"], "difficulty": memory["d"]} if memory else None
    if memory:
        values |= {"desired_retention": memory["dr"], "decay": memory["decay"]}
        if "lrt" in memory:
            values["last_review_time"] = memory["lrt"]
    return values
