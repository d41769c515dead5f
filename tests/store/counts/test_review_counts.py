import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from tests.store.samples import append_entries, review_entry

CARD = CardId("deck", "alpha", 1)


@pytest.mark.parametrize(("count", "average_ms"), [(1, 4000), (2, 4000), (3, 2800), (6, 2800)])
def test_average_time_is_that_of_the_newest_days_with_enough_reviews(
    collection: Collection, count: int, average_ms: float
) -> None:
    reviews = [review_entry(seq, CARD, day=100 if seq <= 3 else 105) for seq in range(1, 6)]
    append_entries(
        collection,
        *(entry._replace(duration_ms=2000 if entry.study_day == 100 else 4000) for entry in reviews),
        review_entry(6, CARD, day=109)._replace(kind=EntryKind.SET_DUE, rating=None, duration_ms=0),
    )
    assert review_counts.average_rating_ms(collection.connection, count) == average_ms


def test_there_is_no_average_time_without_reviews(collection: Collection) -> None:
    assert review_counts.average_rating_ms(collection.connection) is None
    append_entries(collection, review_entry(1, CARD)._replace(kind=EntryKind.SUSPEND, rating=None))
    assert review_counts.average_rating_ms(collection.connection) is None
