"""Makes the saved collection of the schema as it is now: `python -m tests.store.save_schema FILE`.

Run it once when a schema is released, name the file after the version, and never again: it stands for the
collections that people have.
"""

import sys
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.journal import Entry, EntryId, EntryKind, Rating
from studyapp.core.text.localized_text import LocalizedText
from tests.store.samples import add, fill, note, opened, review

ALPHA, BETA, GAMMA = (CardId("deck", name, 1) for name in ("alpha", "beta", "gamma"))
NOTES = [
    note("alpha"),
    note("beta", "字"),
    Note("deck", "gamma", Cloze(LocalizedText.language_neutral("{{c1::a}} {{c2::b}}"))),
]

JOURNAL = [
    Entry(
        EntryId("here", 1), 1000, 100, ALPHA, EntryKind.REVIEW, Rating.GOOD, due_at=601_000, duration_ms=4000
    ),
    Entry(EntryId("here", 2), 2000, 100, ALPHA, EntryKind.REVIEW, Rating.GOOD, due_day=102, duration_ms=3000),
    review(3, BETA),
    Entry(EntryId("here", 4), 4000, 101, BETA, EntryKind.SUSPEND),
    Entry(EntryId("there", 1), 5000, 101, GAMMA, EntryKind.REVIEW, Rating.EASY, due_day=109),
    Entry(EntryId("here", 5), 6000, 101, GAMMA, EntryKind.FLAG, flag=3),
    Entry(EntryId("here", 6), 7000, 102, ALPHA, EntryKind.REVIEW, Rating.AGAIN, due_at=607_000),
    Entry(EntryId("here", 7), 8000, 102, ALPHA, EntryKind.UNDO, undoes=EntryId("here", 6)),
    Entry(EntryId("here", 8), 9000, 102, GAMMA, EntryKind.BURY),
]


def save(path: Path) -> None:
    """Write the collection of schema 1."""
    with opened(path) as collection:
        fill(collection, NOTES)
        for entry in JOURNAL:
            add(collection, entry)


if __name__ == "__main__":
    save(Path(sys.argv[1]))
