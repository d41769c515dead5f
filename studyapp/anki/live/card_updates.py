"""Updates of cards in a running Anki with learning progress that it doesn't have yet.

Anki ignores the progress in a package for cards that it already has, so these cards are updated separately.
"""

import json
import unicodedata

from studyapp.anki.card_progress import AnkiCard, CardQueue, CardState
from studyapp.anki.content_digest import TAGS_SET_BY_ANKI
from studyapp.anki.live.live_anki import CardUpdate
from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_row
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.transfer.package_model import SourceCard, SourceNote

_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)


def is_stored_as_sent(note: AnkiNote, stored_note: SourceNote) -> bool:
    """Return whether Anki stores a note as it was sent, except for tags that Anki sets itself."""
    sent_fields = [unicodedata.normalize("NFC", field) for field in note.fields]
    sent_tags, stored_tags = (
        {tag.casefold() for tag in note_tags} - TAGS_SET_BY_ANKI
        for note_tags in (note.tags, stored_note.tags)
    )
    return (
        list(stored_note.fields) == sent_fields
        and stored_note.note_type.anki_id == note.note_type.anki_id
        and sent_tags == stored_tags  # Anki keeps the first spelling of a tag
    )


def build_card_update(
    card: AnkiCard, stored_card: SourceCard, day_offset: int, used_times: set[int]
) -> CardUpdate | None:
    """Return the update that gives Anki's card the local progress, or None if it needs none.

    `day_offset` is the number of days by which the local calendar starts later than Anki's. `used_times` are
    the times of all rows in Anki's review log; the times of new rows are added.
    """
    local_row_by_time = {row.at: row for row in card.review_log if row.at not in card.imported_times}
    anki_keys = [log_key_of_row(row) for row in stored_card.review_log if row.at not in card.imported_times]
    local_keys = [log_key_of_row(row) for row in local_row_by_time.values()]
    missing = find_unmatched(local_keys, anki_keys).local
    values: dict[str, object] = {}
    if missing or _schedule_key(card, day_offset) != _stored_schedule_key(stored_card, card):
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
