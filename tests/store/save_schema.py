"""Write a sample collection with the current schema: `python -m tests.store.save_schema FILE`.

Run it once when a schema is released and name the file after the version. Never overwrite a saved file: it
represents existing user collections.
"""

import sys
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import LocalizedText
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes

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
    review_entry(3, BETA),
    Entry(EntryId("here", 4), 4000, 101, BETA, EntryKind.SUSPEND),
    Entry(EntryId("there", 1), 5000, 101, GAMMA, EntryKind.REVIEW, Rating.EASY, due_day=109),
    Entry(EntryId("here", 5), 6000, 101, GAMMA, EntryKind.FLAG, flag=3),
    Entry(EntryId("here", 6), 7000, 102, ALPHA, EntryKind.REVIEW, Rating.AGAIN, due_at=607_000),
    Entry(EntryId("here", 7), 8000, 102, ALPHA, EntryKind.UNDO, undoes=EntryId("here", 6)),
    Entry(EntryId("here", 8), 9000, 102, GAMMA, EntryKind.BURY),
]


def save(path: Path) -> None:
    """Write the sample collection."""
    with open_collection(path) as collection:
        save_notes(collection, NOTES)
        for entry in JOURNAL:
            append_entries(collection, entry)


if __name__ == "__main__":
    save(Path(sys.argv[1]))
