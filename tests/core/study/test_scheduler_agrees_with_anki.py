"""The same review history gives the same memory state in Anki and StudyApp."""

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection

from studyapp.core.study.schedule import fold
from tests.core.journals import SCHEDULER, reviews

if TYPE_CHECKING:
    from anki.cards import CardId  # must be imported after the collection

History = list[tuple[int, int]]
"""Days before today and rating of each review, the oldest first."""


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    collection = Collection(str(tmp_path / "collection.anki2"))
    collection.set_config("fsrs", True)
    yield collection
    collection.close()


def histories() -> list[History]:
    """Reproducible random histories with same-day reviews, lapses and long pauses."""
    source = random.Random(20230217)
    found = []
    for _ in range(60):
        gaps = [
            0,
            *(source.choice((0, 0, 1, 1, 2, 3, 8, 21, 60, 200, 700)) for _ in range(source.randint(0, 14))),
        ]
        days = list(accumulate(gaps))
        found.append([(days[-1] - day, source.choices((1, 2, 3, 4), (3, 1, 6, 1))[0]) for day in days])
    return found


def study_in_anki(anki: Collection, history: History) -> "CardId":
    """Write the history to Anki's review log: at noon of each day, one minute apart. Rows need different times, and the
    ID of a card is the time at which it was created."""
    notetype = anki.models.by_name("Basic")
    deck = anki.decks.id_for_name("Default")
    assert notetype is not None and deck is not None
    note = anki.new_note(notetype)
    note["Front"] = "?"
    anki.add_note(note, deck)
    card = note.cards()[0]
    noon = (anki.sched.day_cutoff - 12 * 3600) * 1000
    rows = [
        (
            (noon - ago * 86_400_000) + place * 60_000 + card.id % 59_999,
            card.id,
            rating,
            1,
            0 if place == 0 else 1,
        )
        for place, (ago, rating) in enumerate(history)
    ]
    db = anki.db
    assert db is not None
    db.executemany(
        "INSERT INTO revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) VALUES (?, ?, -1, ?, ?, 0, 500, 900, ?)",
        rows,
    )
    db.execute("UPDATE cards SET type = 2, queue = 2, ivl = 1, due = 1, reps = 1 WHERE id = ?", card.id)
    return card.id


def test_memory_matches_anki(anki: Collection) -> None:
    for history in histories():
        anki_memory = anki.compute_memory_state(study_in_anki(anki, history))
        memory = fold(reviews([(10_000 - ago, rating) for ago, rating in history]), SCHEDULER).memory
        assert memory is not None
        assert anki_memory.stability is not None and anki_memory.difficulty is not None
        # Anki rounds: stability to four places, difficulty to three.
        assert memory.stability == pytest.approx(anki_memory.stability, rel=1e-4, abs=1e-4), history
        assert memory.difficulty == pytest.approx(anki_memory.difficulty, rel=1e-4, abs=1e-3), history
