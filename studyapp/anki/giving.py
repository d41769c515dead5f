"""What of a learner's progress a running Anki has not yet: it ignores what a package says of cards that it knows."""

import json
import unicodedata
from collections.abc import Sequence

from studyapp.anki.collection_file import AnkiNote
from studyapp.anki.found import FoundCard, FoundNote
from studyapp.anki.progress import AnkiCard, CardState, LogLine, Queue
from studyapp.anki.running import CardChange

_APART = 50
"""Milliseconds that may lie between one of our lines and what became of it in Anki."""

_BURIED = (Queue.BURIED, Queue.BURIED_BY_ANKI)
_TAGS_OF_ANKI = {"leech", "marked"}


def is_as_written(note: AnkiNote, there: FoundNote) -> bool:
    """Whether Anki has a note as it was sent, but for tags that Anki gives itself."""
    sent = [unicodedata.normalize("NFC", field) for field in note.fields]
    return (
        list(there.fields) == sent
        and there.note_type.number == note.note_type.number
        and {*there.tags} - _TAGS_OF_ANKI == {*note.tags} - _TAGS_OF_ANKI
    )


def card_change(card: AnkiCard, there: FoundCard, later: int, taken: set[int]) -> CardChange | None:
    """What brings Anki's card to where it stands here; None where it stands there, as far as that can be told by what was
    done to it here. Days here count from a day that is `later` than Anki's first by so many. `taken` are the moments of
    lines in Anki; those of new lines are added."""
    missing = _missing(card.log, there.log)
    if not missing and _stands(card, later) == _stands_there(there, card):
        return None
    lines = []
    for line in missing:
        at = line.at
        while at in taken:
            at += 1
        taken.add(at)
        lines.append(line._replace(at=at))
    return CardChange(there.number, there.changed_at, _values(card, there, later), tuple(lines))


def _missing(ours: Sequence[LogLine], theirs: Sequence[LogLine]) -> list[LogLine]:
    """Our lines that are not in Anki; each of theirs stands for one of ours."""
    left = sorted(theirs)
    missing = []
    for line in sorted(ours):
        match = next((one for one in left if _is_same(line, one)), None)
        if match is None:
            missing.append(line)
        else:
            left.remove(match)
    return missing


def _is_same(ours: LogLine, theirs: LogLine) -> bool:
    """Intervals of ratings don't tell: Anki writes the wait of a step down before it spreads it a little."""
    if not 0 <= theirs.at - ours.at < _APART or theirs.ease != ours.ease:
        return False
    return ours.ease > 0 or theirs.interval == ours.interval


def _stands(card: AnkiCard, later: int) -> tuple[object, ...]:
    due = (card.due or 0) + later if card.state is CardState.REVIEW else None
    return card.state is CardState.NEW, due, card.flag, card.queue is Queue.SUSPENDED, card.queue in _BURIED


def _stands_there(there: FoundCard, card: AnkiCard) -> tuple[object, ...]:
    return (
        there.state == CardState.NEW,
        there.due if card.state is CardState.REVIEW else None,
        there.flag,
        there.queue == Queue.SUSPENDED,
        there.queue in _BURIED,
    )


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
        "flags": card.flag,
    }
    memory = json.loads(card.data) if card.data else {}
    values["memory_state"] = {"stability": memory["s"], "difficulty": memory["d"]} if memory else None
    if memory:
        values |= {"desired_retention": memory["dr"], "decay": memory["decay"]}
        if "lrt" in memory:
            values["last_review_time"] = memory["lrt"]
    return values
