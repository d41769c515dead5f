"""An Anki collection as a user of some years has it.

60 % of the cards are in review, with about ten reviews each, 10 % in learning and 30 % new. A tenth of the reviews is due.
"""

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from anki.collection import AddNoteRequest
from anki.collection import Collection as Anki
from anki.dbproxy import ValueForDB
from anki.decks import DeckId

from benchmarks.data.note_texts import make_texts
from benchmarks.data.review_histories import ReviewHistory, make_history
from studyapp.core.study.scheduler import Scheduler

DECK = "Measured"
_SUBDECKS = 10
_NOTES_PER_REQUEST = 1000
_DAY_SECONDS = 86_400
_AGE_DAYS = 4000
"""The age of the collection. All reviews are younger."""

_FIRST_STEP = {"s": 2.3065, "d": 2.118, "dr": 0.9, "decay": 0.154}
_UPDATE_CARD = (
    "UPDATE cards SET type = ?, queue = ?, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?, left = ?, data = ?"
    " WHERE id = ?"
)


def make_anki_collection(path: Path, notes: int) -> None:
    """Create a collection with this number of notes in the subdecks of `DECK`."""
    anki = Anki(str(path))
    try:
        _add_notes(anki, notes)
        _set_options(anki)
        assert anki.db is not None
        age = _AGE_DAYS * _DAY_SECONDS
        anki.db.execute("UPDATE col SET crt = ?", anki.sched.day_cutoff - _DAY_SECONDS - age)
        _add_histories(anki, notes)
    finally:
        anki.close()


def open_deck(anki: Anki) -> DeckId:
    """Choose the measured deck and return its id."""
    deck = anki.decks.id(DECK)
    assert deck is not None
    anki.decks.select(deck)
    return deck


def write_rows(anki: Anki, *statements: tuple[str, Sequence[Sequence[ValueForDB]]]) -> None:
    """Run each statement for each of its rows, all in one transaction."""
    assert anki.db is not None
    database = anki.db

    def write() -> None:
        for statement, rows in statements:
            database.executemany(statement, rows)

    database.transact(write)


def _add_notes(anki: Anki, notes: int) -> None:
    note_type = anki.models.by_name("Basic")
    decks = [anki.decks.id(f"{DECK}::{number}") for number in range(_SUBDECKS)]
    assert note_type is not None
    requests = []
    for number, (front, back) in enumerate(make_texts(notes)):
        note = anki.new_note(note_type)
        note.guid = f"measured{number}"
        note.fields = [front, f"{back}<br>{number}"]
        note.tags = [f"part::{number % 50}"]
        deck = decks[number % _SUBDECKS]
        assert deck is not None
        requests.append(AddNoteRequest(note, deck))
    for first in range(0, notes, _NOTES_PER_REQUEST):
        anki.add_notes(requests[first : first + _NOTES_PER_REQUEST])


def _set_options(anki: Anki) -> None:
    anki.set_config("fsrs", True)
    for options in anki.decks.all_config():
        options["rev"]["perDay"] = 9999
        options["new"]["perDay"] = 100
        anki.decks.update_config(options)
    open_deck(anki)


class _Writing(NamedTuple):
    """The rows to write. Times of reviews identify them, so each occurs once."""

    now: int
    used_times: set[int]
    reviews: list[tuple[int, ...]]
    cards: list[tuple[ValueForDB, ...]]

    def add_review(self, seconds: int, card: int, rating: int, interval: int, last: int, kind: int) -> None:
        at = seconds * 1000 + card % 1000
        while at in self.used_times:
            at += 1
        self.used_times.add(at)
        self.reviews.append((at, card, -1, rating, interval, last, 500, 6000, kind))


def _add_histories(anki: Anki, notes: int) -> None:
    assert anki.db is not None
    source, scheduler = random.Random(notes), Scheduler()
    writing = _Writing(int(time.time()), set(), [], [])
    in_review, in_learning = notes * 6 // 10, max(1, notes // 10)
    cards = anki.db.list("SELECT id FROM cards ORDER BY id")
    for number, card in enumerate(cards[: in_review + in_learning]):
        if number < in_review:
            history = make_history(source, scheduler)
            days_since = (
                history.interval_days + source.randrange(10)
                if number % 10 == 0
                else source.randrange(history.interval_days)
            )
            _write_review_card(writing, card, history, days_since)
        else:
            _write_learning_card(writing, card)
    write_rows(
        anki,
        ("INSERT INTO revlog VALUES (?,?,?,?,?,?,?,?,?)", writing.reviews),
        (_UPDATE_CARD, writing.cards),
    )


def _write_review_card(writing: _Writing, card: int, history: ReviewHistory, days_since: int) -> None:
    seconds = writing.now - (days_since + history.total_days) * _DAY_SECONDS - 3600
    for index, review in enumerate(history.reviews):
        seconds += review.elapsed_days * _DAY_SECONDS
        days = max(1, review.elapsed_days)
        writing.add_review(seconds, card, review.rating, days, review.elapsed_days, min(index, 1))
    memory = history.memory
    data = {"s": round(memory.stability, 4), "d": round(memory.difficulty, 3), "dr": 0.9, "decay": 0.154}
    text = json.dumps(data | {"lrt": seconds}, separators=(",", ":"))
    due = _AGE_DAYS + history.interval_days - days_since
    writing.cards.append(
        (2, 2, due, history.interval_days, 2500, len(history.reviews), history.lapses, 0, text, card)
    )


def _write_learning_card(writing: _Writing, card: int) -> None:
    seconds = writing.now - 900
    writing.add_review(seconds, card, 3, -600, 0, 0)
    data = json.dumps(_FIRST_STEP | {"lrt": seconds}, separators=(",", ":"))
    writing.cards.append((1, 1, writing.now - 300, 0, 0, 1, 0, 1, data, card))
