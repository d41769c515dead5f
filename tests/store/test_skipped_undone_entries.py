import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, effective_entries
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from tests.store.samples import open_collection, review_entry

CARD = CardId("deck", "alpha", 1)
IDS = [EntryId(device, seq) for device in ("here", "there") for seq in range(1, 8)]


def undo_of(target: EntryId, entry_id: EntryId, at: int) -> Entry:
    return Entry(entry_id, at, 100, CARD, EntryKind.UNDO, undoes=target)


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Entries of two devices, in which any entry may undo any other, even a later one, and times may be the same."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1))
    entries = []
    for entry_id in ids:
        at = draw(st.integers(1, 6))
        target = draw(st.none() | st.sampled_from(ids))
        if target is None or target == entry_id:
            entries.append(review_entry(1, CARD)._replace(id=entry_id, at=at))
        else:
            entries.append(undo_of(target, entry_id, at))
    return entries


@settings(max_examples=300, deadline=None)
@given(journals())
def test_leaving_out_undone_entries_changes_nothing(journal: list[Entry]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_collection(Path(folder) / "collection.db") as collection,
    ):
        connection = collection.connection
        journal_entries.append(connection, journal)
        expected = effective_entries(journal)
        assert (
            effective_entries(journal_entries.load_for_cards(connection, [CARD], skips_undone=True)[CARD])
            == expected
        )
        assert (
            effective_entries(journal_entries.iterate_newest_first(connection, skips_undone=True)) == expected
        )


def test_undone_ratings_are_left_out_and_redone_ones_are_not(collection: Collection) -> None:
    undone, redone = review_entry(1, CARD), review_entry(3, CARD)
    undo_of_redone = undo_of(redone.id, EntryId("here", 4), 4000)
    journal = [
        undone,
        undo_of(undone.id, EntryId("here", 2), 2000),
        redone,
        undo_of_redone,
        undo_of(undo_of_redone.id, EntryId("here", 5), 5000),
    ]
    journal_entries.append(collection.connection, journal)
    assert list(journal_entries.iterate_newest_first(collection.connection, skips_undone=True)) == [redone]
