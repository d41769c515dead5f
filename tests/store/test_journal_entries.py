import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, TimeCorrection
from studyapp.core.study.rating import Rating
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.journal_entries import _RECORDED_COLUMNS
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
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
        *(f"UPDATE entry SET {column} = {column}" for column in _RECORDED_COLUMNS.split(", ")),
    ],
)
def test_journal_is_append_only(collection: Collection, statement: str) -> None:
    append_entries(collection, review_entry(1, CARD))
    with pytest.raises(sqlite3.IntegrityError, match="only appended"), collection.transaction() as connection:
        connection.execute(statement)
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == [review_entry(1, CARD)]


def test_completed_steps_of_a_card_that_was_put_into_its_steps_are_stored(collection: Collection) -> None:
    in_steps = Entry(EntryId("anki", 1), 500, 99, CARD, EntryKind.SET_DUE, due_at=900, steps_done=2)
    append_entries(collection, in_steps)
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == [in_steps]


def test_effective_times_replace_the_recorded_ones(collection: Collection) -> None:
    journal = [review_entry(seq, CARD, day=100 + seq) for seq in (1, 2, 3)]
    append_entries(collection, *journal)
    moved = journal[2]._replace(at=1500, study_day=101, due_day=104)
    with collection.transaction() as connection:
        journal_entries.save_effective_times(connection, [moved])
    in_order = [journal[0], moved, journal[1]]
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == in_order
        assert list(journal_entries.iterate_by_card(connection)) == [(CARD, in_order)]
        assert list(journal_entries.iterate_newest_first(connection)) == in_order[::-1]
        assert journal_entries.load_for_day(connection, 101) == in_order[:2]
        assert journal_entries.load_for_day(connection, 103) == []
        assert journal_entries.newest_time(connection) == 2000
        assert journal_entries.next_id_and_time(connection, "here", 1700) == (EntryId("here", 4), 2001, 1700)
        assert journal_entries.load_recorded(connection) == list(
            zip(journal, [*journal[:2], moved], strict=True)
        )


def test_recorded_entries_are_in_the_order_of_their_device(collection: Collection) -> None:
    journal = [review_entry(seq, CARD) for seq in (1, 2, 3)]
    elsewhere = review_entry(9, CARD, device="elsewhere")
    append_entries(collection, journal[2], elsewhere, journal[0], journal[1])
    with collection.read_transaction() as connection:
        recorded = [pair.recorded for pair in journal_entries.load_recorded(connection)]
    assert recorded == [journal[0], elsewhere, *journal[1:]]


def test_corrections_are_stored(collection: Collection) -> None:
    target = review_entry(1, CARD)
    correction = TimeCorrection(target.id, 400, 90, 93, 500)
    entry = Entry(
        EntryId("here", 2), 2000, 101, CARD, EntryKind.CORRECT_TIME, clock_at=1900, correction=correction
    )
    append_entries(collection, target, entry)
    with collection.transaction() as connection:
        assert journal_entries.load_for_card(connection, CARD) == [target, entry]
        moved = entry._replace(at=1950)  # a correction can itself have a wrong time
        journal_entries.save_effective_times(connection, [moved])
        assert journal_entries.load_for_card(connection, CARD) == [target, moved]


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
                entry_id, at, clock_at = journal_entries.next_id_and_time(connection, "here", moment)
                written.append(review_entry(1, CARD)._replace(id=entry_id, at=at, clock_at=clock_at))
                journal_entries.append(connection, written[-1:])
        with collection.read_transaction() as connection:
            assert journal_entries.load_for_card(connection, CARD) == written
        assert [one.id.seq for one in written[1:]] == list(range(1, len(moments) + 1))


def test_moved_entries_are_found_under_their_current_card(collection: Collection) -> None:
    moved = CardId("other", "alpha-2", CARD.ordinal)
    with collection.transaction() as connection:
        journal_entries.append(connection, [review_entry(1, CARD), review_entry(2, OTHER)])
        assert not journal_entries.has_moved_entries(connection)
        (pair,) = journal_entries.load_recorded_for_notes(connection, [CARD.note_key])
        pair = pair._replace(effective=pair.effective._replace(card_id=moved))
        journal_entries.save_current_cards(connection, [pair])
    with collection.read_transaction() as connection:
        entry = review_entry(1, CARD)._replace(card_id=moved)
        assert journal_entries.has_moved_entries(connection)
        assert journal_entries.load_for_card(connection, moved) == [entry]
        assert journal_entries.load_for_card(connection, CARD) == []
        assert dict(journal_entries.iterate_by_card(connection)) == {
            moved: [entry],
            OTHER: [review_entry(2, OTHER)],
        }
        assert journal_entries.load_recorded(connection)[0] == (review_entry(1, CARD), entry)
    with collection.transaction() as connection:
        journal_entries.save_current_cards(connection, [pair._replace(effective=pair.recorded)])
        assert journal_entries.load_for_card(connection, CARD) == [review_entry(1, CARD)]


def test_entries_of_whole_notes_belong_to_no_card(collection: Collection) -> None:
    move = Entry(
        EntryId("here", 1), 1000, 100, CARD._replace(ordinal=0), EntryKind.MOVE_NOTE, moved_to="other/alpha"
    )
    with collection.transaction() as connection:
        journal_entries.append(connection, [move, review_entry(2, CARD)])
    with collection.read_transaction() as connection:
        assert journal_entries.load_for_whole_notes(connection) == [move]
        assert [card for card, _ in journal_entries.iterate_by_card(connection)] == [CARD]
        row = connection.execute("SELECT * FROM entry WHERE seq = 1").fetchone()
    assert journal_entries.decode_row(row) == move
