"""Notes with random texts and schedules for searching and browsing, here and in Anki."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

from anki.collection import AddNoteRequest
from anki.collection import Collection as Anki

from benchmarks.data.anki_collection import write_rows
from benchmarks.data.note_texts import make_texts
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.text.localized_text import LocalizedText
from studyapp.store import decks, notes, schedules
from studyapp.store.collection import Collection

TODAY = 20_000
"""The study day on which everything is searched."""


def make_notes(number: int) -> list[Note]:
    """Return notes of one deck with tags."""
    return [
        Note(
            "measured",
            f"n{index}",
            Basic(LocalizedText.language_neutral(front), LocalizedText.language_neutral(back)),
            tags=(f"part::{index % 50}", "all"),
        )
        for index, (front, back) in enumerate(make_texts(number))
    ]


def store_notes(collection: Collection, written: list[Note]) -> None:
    """Store the notes, 60 % of them with a schedule."""
    source = random.Random(1)
    with collection.transaction() as connection:
        decks.save(connection, DeckMetadata("measured", LocalizedText.language_neutral("Measured")), "digest")
        notes.replace_all(connection, "measured", written, int(time.time()))
        for note in written:
            if source.random() < 0.6:
                interval = source.randint(1, 100)
                last_day = TODAY - source.randint(0, interval)
                schedule = Schedule(
                    ReviewPhase(Memory(float(interval), source.uniform(1, 10)), last_day + interval),
                    source.randint(1, 20), source.randint(0, 5), TODAY - 200, last_day, flag=source.randint(0, 4),
                )  # fmt: skip
                schedules.save(connection, CardId("measured", note.id, 1), schedule)


def make_searched_anki(path: Path, written: Sequence[Note]) -> Anki:
    """Return an open Anki collection with the same notes and schedules like those."""
    anki = Anki(str(path))
    note_type = anki.models.by_name("Basic")
    assert note_type is not None and anki.db is not None
    deck = anki.decks.id("Measured")
    assert deck is not None
    requests = []
    for note in written:
        assert isinstance(note.content, Basic)
        anki_note = anki.new_note(note_type)
        anki_note["Front"] = note.content.front.version_texts[0]
        anki_note["Back"] = note.content.back.version_texts[0]
        anki_note.tags = list(note.tags)
        requests.append(AddNoteRequest(anki_note, deck))
    anki.add_notes(requests)
    today = anki.sched.today
    source = random.Random(1)
    rows = []
    for (card,) in anki.db.execute("SELECT id FROM cards ORDER BY id"):
        if source.random() < 0.6:
            interval = source.randint(1, 100)
            due = today - source.randint(0, interval) + interval
            data = f'{{"s":{interval},"d":{source.uniform(1, 10):.3f},"dr":0.9,"decay":0.1542}}'
            rows.append(
                (due, interval, source.randint(1, 20), source.randint(0, 5), source.randint(0, 4), data, card)
            )
    update = "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, reps = ?, lapses = ?, flags = ?, data = ? WHERE id = ?"
    write_rows(anki, (update, rows))
    return anki
