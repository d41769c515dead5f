"""Cards that were only studied in Anki are told from the others."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.progress.stored_progress import ImportedHistory, StoredProgress

IMPORTED, MIXED, NEW = (CardId("d", note, 1) for note in ("imported", "mixed", "new"))


def entry(device: str, seq: int, at: int, card: CardId) -> Entry:
    return Entry(EntryId(device, seq), at, 1, card, EntryKind.SUSPEND)


def test_only_cards_with_imported_entries_alone_have_a_history(collection: Collection) -> None:
    entries = [
        entry("anki:d/imported#1", 7, 7, IMPORTED),
        entry("anki:d/imported#1", 5, 9, IMPORTED),
        entry("anki:d/mixed#1", 8, 8, MIXED),
        entry("here", 1, 10, MIXED),
    ]
    with collection.transaction() as connection:
        journal_entries.append(connection, entries)
        progress = StoredProgress(connection, note_count=3)
        assert progress.imported_history(IMPORTED) == ImportedHistory(frozenset((5, 7)), 9)
        assert progress.imported_history(MIXED) is None
        assert progress.imported_history(NEW) == ImportedHistory()
        assert len(progress.load(MIXED)[0]) == 2
        progress.note_changes([NEW])
        assert progress.imported_history(NEW) is None


def test_few_of_many_cards_are_loaded_one_by_one(collection: Collection) -> None:
    entries = [entry("anki:d/imported#1", number, number, IMPORTED) for number in range(1, 102)]
    with collection.transaction() as connection:
        journal_entries.append(connection, entries)
        assert StoredProgress(connection, note_count=2).imported_history(IMPORTED) is not None
        few = StoredProgress(connection, note_count=1)
        assert few.imported_history(IMPORTED) is None
        assert list(few.load(IMPORTED)[0]) == entries
