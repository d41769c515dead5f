"""Notes with prerequisites and a review history of ten years."""

import random
import time
from itertools import count

from benchmarks.data.note_texts import make_texts
from benchmarks.data.review_histories import make_history
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note, Reversed
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS
from studyapp.core.text.localized_text import LocalizedText
from studyapp.store import decks, journal_entries, notes
from studyapp.store.collection import Collection

DECK, TITLE = "measured", LocalizedText.language_neutral("Measured")
_DAYS = 3650
_FURTHEST = 100
"""How many notes back a prerequisite is at most."""


def make_map_notes(number: int) -> list[Note]:
    """Return notes of one deck with two cards each. Nine of ten require one to three of the notes before them."""
    source = random.Random(number)
    return [
        Note(
            DECK,
            f"n{index:05}",
            Reversed(LocalizedText.language_neutral(front), LocalizedText.language_neutral(back)),
            prerequisites=tuple(
                sorted(
                    {
                        f"{DECK}/n{source.randint(max(0, index - _FURTHEST), index - 1):05}"
                        for _ in range(source.choice((1, 1, 2, 3)) if index and index % 10 else 0)
                    }
                )
            ),
        )
        for index, (front, back) in enumerate(make_texts(number))
    ]


def store_map_notes(collection: Collection, written: list[Note], today: int) -> None:
    """Store the notes, and about ten reviews of each card on the days up to today."""
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata(DECK, TITLE), "digest")
        notes.replace_all(connection, DECK, written, int(time.time()))
        journal_entries.append(connection, _make_journal(written, today))


def _make_journal(written: list[Note], today: int) -> list[Entry]:
    source, scheduler, numbers = random.Random(1), Scheduler(), count(1)
    journal = []
    for note in written:
        for ordinal in (1, 2):
            history = make_history(source, scheduler)
            day = today - max(history.total_days, source.randint(0, _DAYS))
            for review in history.reviews:
                day += review.elapsed_days
                entry = EntryId("here", next(numbers))
                card = CardId(DECK, note.id, ordinal)
                journal.append(
                    Entry(entry, day * DAY_MS, day, card, EntryKind.REVIEW, review.rating, due_day=day + 1)
                )
    return journal
