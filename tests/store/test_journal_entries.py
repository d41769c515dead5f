import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from tests.store.samples import append_entries, open_collection, review_entry

CARD = CardId("deck", "a", 1)
OTHER = CardId("deck", "b", 1)


def test_entries_load_in_journal_order(collection: Collection) -> None:
    journal = [
        review_entry(3, CARD),
        Entry(EntryId("zz", 1), 500, 99, CARD, EntryKind.FLAG, flag=4),
        Entry(
            EntryId("here", 4), 4000, 101, CARD, EntryKind.REVIEW, Rating.AGAIN, due_at=4600, duration_ms=1200
        ),
        Entry(EntryId("here", 5), 5000, 101, CARD, EntryKind.UNDO, undoes=EntryId("zz", 1)),
    ]
    append_entries(collection, *journal)
    append_entries(collection, review_entry(6, OTHER))
    in_order = sorted(journal, key=lambda one: one.sort_key)
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == in_order
        assert dict(journal_entries.iterate_by_card(connection)) == {
            CARD: in_order,
            OTHER: [review_entry(6, OTHER)],
        }
        assert list(journal_entries.iterate_newest_first(connection)) == [
            review_entry(6, OTHER),
            *reversed(in_order),
        ]
        assert journal_entries.load_for_day(connection, 101) == in_order[-2:]
        assert journal_entries.count(connection) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET rating = 4",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry SELECT device, seq, at, day, deck, note, ordinal, kind, 4, due_day, due_at, took, flag, "
        "undoes_device, undoes_seq, confidence FROM entry",
    ],
)
def test_journal_is_append_only(collection: Collection, statement: str) -> None:
    append_entries(collection, review_entry(1, CARD))
    with pytest.raises(sqlite3.IntegrityError, match="only appended"), collection.transaction() as connection:
        connection.execute(statement)
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == [review_entry(1, CARD)]


def test_duplicate_entry_is_rejected(collection: Collection) -> None:
    append_entries(collection, review_entry(1, CARD))
    with pytest.raises(sqlite3.IntegrityError):
        append_entries(collection, review_entry(1, CARD)._replace(rating=Rating.EASY))
    with collection.read_transaction() as connection:
        assert journal_entries.count(connection) == 1


@settings(max_examples=20)
@given(st.lists(st.integers(0, 10), max_size=12))
def test_entries_stay_in_order_when_the_clock_goes_back(moments: list[int]) -> None:
    import tempfile
    from pathlib import Path

    with (
        tempfile.TemporaryDirectory() as folder,
        open_collection(Path(folder) / "collection.db") as collection,
    ):
        written = [review_entry(1, CARD, device="elsewhere")]
        append_entries(collection, *written)
        for moment in moments:
            with collection.transaction() as connection:
                entry_id, at = journal_entries.next_id_and_time(connection, "here", moment)
                written.append(review_entry(1, CARD)._replace(id=entry_id, at=at))
                journal_entries.append(connection, written[-1:])
        with collection.read_transaction() as connection:
            assert journal_entries.load_for_card(connection, CARD) == written
        assert [one.id.seq for one in written[1:]] == list(range(1, len(moments) + 1))
