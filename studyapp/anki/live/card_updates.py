"""What of a learner's progress a running Anki has not yet: it ignores what a package says of cards that it knows."""

import json
import unicodedata

from studyapp.anki.card_progress import AnkiCard, CardQueue, CardState
from studyapp.anki.live.live_anki import CardUpdate
from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_row
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.transfer.package_model import SourceCard, SourceNote

_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)
_ANKI_TAGS = {"leech", "marked"}


def is_stored_as_sent(note: AnkiNote, stored_note: SourceNote) -> bool:
    """Whether Anki has a note as it was sent, but for tags that Anki gives itself."""
    sent = [unicodedata.normalize("NFC", field) for field in note.fields]
    tags, tags_there = (
        {tag.casefold() for tag in some} - _ANKI_TAGS for some in (note.tags, stored_note.tags)
    )
    return (
        list(stored_note.fields) == sent
        and stored_note.note_type.anki_id == note.note_type.anki_id
        and tags == tags_there  # Anki spells a tag as it was spelt first
    )


def build_card_update(
    card: AnkiCard, stored_card: SourceCard, day_offset: int, used_times: set[int]
) -> CardUpdate | None:
    """What brings Anki's card to where it stands here, by what was done to it here; None where it stands there. Days
    here count from a day that is `later` than Anki's first by so many. `taken` are the moments of lines in Anki; those
    of new lines are added."""
    ours = {line.at: line for line in card.log if line.at not in card.imported_times}
    theirs = [log_key_of_row(line) for line in stored_card.review_log if line.at not in card.imported_times]
    missing, _ = find_unmatched([log_key_of_row(line) for line in ours.values()], theirs)
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
    lines = []
    for mark in missing:
        at = mark.at
        while at in used_times:
            at += 1
        used_times.add(at)
        lines.append(ours[mark.at]._replace(at=at))
    return CardUpdate(stored_card.card_id, stored_card.changed_at, values, tuple(lines))


def _schedule_key(card: AnkiCard, day_offset: int) -> tuple[bool, int | None]:
    due = (card.due or 0) + day_offset if card.state is CardState.REVIEW else None
    return card.state is CardState.NEW, due


def _stored_schedule_key(stored_card: SourceCard, card: AnkiCard) -> tuple[bool, int | None]:
    return stored_card.state == CardState.NEW, stored_card.due if card.state is CardState.REVIEW else None


def _column_values(card: AnkiCard, stored_card: SourceCard, day_offset: int) -> dict[str, object]:
    due = card.due
    if card.state is CardState.REVIEW:
        due = (card.due or 0) + day_offset
    elif due is None:
        due = stored_card.due if stored_card.state == CardState.NEW else 0
    values: dict[str, object] = {
        "type": int(card.state),
        "queue": int(card.queue),
        "due": due,
        "ivl": card.interval,
        "factor": card.factor,
        "reps": card.reviews,
        "lapses": card.lapses,
        "left": card.left,
    }
    memory = json.loads(card.data) if card.data else {}
    values["memory_state"] = {"stability": memory["s"], "difficulty": memory["d"]} if memory else None
    if memory:
        values |= {"desired_retention": memory["dr"], "decay": memory["decay"]}
        if "lrt" in memory:
            values["last_review_time"] = memory["lrt"]
    return values
