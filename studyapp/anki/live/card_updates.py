"""What of a learner's progress a running Anki has not yet: it ignores what a package says of cards that it knows."""

import json
import unicodedata

from studyapp.anki.card_progress import AnkiCard, CardState, Queue
from studyapp.anki.live.live_anki import CardChange
from studyapp.anki.reading.log_matching import mark_of_line, unmatched
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.transfer.package_model import FoundCard, FoundNote

_BURIED = (Queue.BURIED, Queue.BURIED_BY_ANKI)
_TAGS_OF_ANKI = {"leech", "marked"}


def is_as_written(note: AnkiNote, there: FoundNote) -> bool:
    """Whether Anki has a note as it was sent, but for tags that Anki gives itself."""
    sent = [unicodedata.normalize("NFC", field) for field in note.fields]
    tags, tags_there = ({tag.casefold() for tag in some} - _TAGS_OF_ANKI for some in (note.tags, there.tags))
    return (
        list(there.fields) == sent
        and there.note_type.number == note.note_type.number
        and tags == tags_there  # Anki spells a tag as it was spelt first
    )


def card_change(card: AnkiCard, there: FoundCard, later: int, taken: set[int]) -> CardChange | None:
    """What brings Anki's card to where it stands here, by what was done to it here; None where it stands there. Days
    here count from a day that is `later` than Anki's first by so many. `taken` are the moments of lines in Anki; those
    of new lines are added."""
    ours = {line.at: line for line in card.log if line.at not in card.came}
    theirs = [mark_of_line(line) for line in there.log if line.at not in card.came]
    missing, _ = unmatched([mark_of_line(line) for line in ours.values()], theirs)
    values: dict[str, object] = {}
    if missing or _scheduled(card, later) != _scheduled_there(there, card):
        values = _values(card, there, later)
    elif (card.queue is Queue.SUSPENDED, card.queue in _BURIED) != (
        there.queue == Queue.SUSPENDED,
        there.queue in _BURIED,
    ):
        values = {"queue": int(card.queue)}
    if card.flag != there.flag:
        values["flags"] = card.flag
    if not values:
        return None
    lines = []
    for mark in missing:
        at = mark.at
        while at in taken:
            at += 1
        taken.add(at)
        lines.append(ours[mark.at]._replace(at=at))
    return CardChange(there.number, there.changed_at, values, tuple(lines))


def _scheduled(card: AnkiCard, later: int) -> tuple[bool, int | None]:
    due = (card.due or 0) + later if card.state is CardState.REVIEW else None
    return card.state is CardState.NEW, due


def _scheduled_there(there: FoundCard, card: AnkiCard) -> tuple[bool, int | None]:
    return there.state == CardState.NEW, there.due if card.state is CardState.REVIEW else None


def _values(card: AnkiCard, there: FoundCard, later: int) -> dict[str, object]:
    due = card.due
    if card.state is CardState.REVIEW:
        due = (card.due or 0) + later
    elif due is None:
        due = there.due if there.state == CardState.NEW else 0
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
