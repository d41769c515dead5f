import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Learning, New, Relearning, Review, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_options import DueOrder
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.store import card_queries, schedules
from studyapp.store.collection import Collection
from tests.store.samples import fill, note

MEMORY = Memory(12.3456789, 6.54321)
BOTH = LanguageChoice.BOTH


def card(name: str) -> CardId:
    return CardId("deck", name, 1)


def put(collection: Collection, **found: Schedule) -> None:
    fill(collection, [note(name) for name in found])
    with collection.transaction() as connection:
        for name, schedule in found.items():
            schedules.put(connection, card(name), schedule)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(),
        Schedule(suspended=True, flag=4),
        Schedule(Learning(MEMORY, 1, 99_000), 2, 0, 5, 6, 7, False, 6, 1),
        Schedule(Review(MEMORY, 140), 9, 2, 5, 100, 7),
        Schedule(Relearning(MEMORY, 0, 99_000), 9, 3, 5, 100, 7),
    ],
    ids=lambda schedule: type(schedule.phase).__name__,
)
def test_a_schedule_reads_back_exactly(collection: Collection, schedule: Schedule) -> None:
    put(collection, a=schedule)
    with collection.reading() as connection:
        assert schedules.of_card(connection, card("a")) == schedule
        assert list(schedules.everything(connection)) == [(card("a"), schedule)]
        assert schedules.of_card(connection, card("elsewhere")) == Schedule(New())


def test_reviews_come_the_longest_due_first_and_not_before_their_day(collection: Collection) -> None:
    put(
        collection,
        a=Schedule(Review(MEMORY, 102)),
        b=Schedule(Review(MEMORY, 99)),
        c=Schedule(Review(MEMORY, 104)),
    )
    with collection.reading() as connection:
        assert list(card_queries.due_reviews(connection, "deck", 103, BOTH)) == [
            (99, card("b")),
            (102, card("a")),
        ]
        assert card_queries.forecast(connection, "deck", 100, 104, BOTH) == {100: 1, 102: 1, 104: 1}
        assert card_queries.forecast(connection, "deck", 100, 103, BOTH) == {100: 1, 102: 1}
        assert card_queries.forecast(connection, "other", 100, 104, BOTH) == {}


def test_suspended_and_buried_cards_are_not_asked(collection: Collection) -> None:
    put(
        collection,
        a=Schedule(Review(MEMORY, 100), suspended=True),
        b=Schedule(Review(MEMORY, 100), buried_on=103),
        c=Schedule(suspended=True),
        d=Schedule(buried_on=103),
        e=Schedule(Learning(MEMORY, 0, 500), buried_on=103),
        f=Schedule(Learning(MEMORY, 0, 400), suspended=True),
    )
    with collection.reading() as connection:
        for day, reviews, new, learning in ((103, [], [], []), (104, ["b"], ["d"], ["e"])):
            assert [one.note for _, one in card_queries.due_reviews(connection, "deck", day, BOTH)] == reviews
            assert [one.note for one in card_queries.new_cards(connection, "deck", day, BOTH)] == new
            assert [one.note for _, one in card_queries.learning(connection, "deck", day, BOTH)] == learning


def test_what_was_rated_on_a_day_tells_first_days_apart(collection: Collection) -> None:
    put(
        collection,
        a=Schedule(Review(MEMORY, 120), reviews=1, first_day=103, last_day=103),
        b=Schedule(Review(MEMORY, 120), reviews=4, first_day=50, last_day=103),
        c=Schedule(Review(MEMORY, 120), reviews=4, first_day=50, last_day=102),
        d=Schedule(Review(MEMORY, 120), reviews=0, last_day=103),
        e=Schedule(Review(MEMORY, 103), reviews=4, first_day=50, last_day=103),
    )
    with collection.reading() as connection:
        assert sorted(card_queries.rated_on(connection, "deck", 103)) == [
            (card("a"), True, False),
            (card("b"), False, False),
            (card("e"), False, True),
        ]


def test_the_least_likely_recalled_come_first_where_that_is_wanted(collection: Collection) -> None:
    put(
        collection,
        a=Schedule(Review(Memory(10, 5), 103), last_day=83),
        b=Schedule(Review(Memory(50, 5), 90), last_day=83),
        c=Schedule(Review(Memory(2, 5), 102), last_day=98),
    )
    with collection.reading() as connection:
        found = card_queries.due_reviews(connection, "deck", 103, BOTH, DueOrder.RETRIEVABILITY)
        assert [one.note for _, one in found] == ["c", "a", "b"]


def test_learned_are_the_cards_past_their_first_steps(collection: Collection) -> None:
    put(
        collection,
        a=Schedule(Review(MEMORY, 120)),
        b=Schedule(Relearning(MEMORY, 0, 5)),
        c=Schedule(Learning(MEMORY, 0, 5)),
        d=Schedule(),
    )
    with collection.reading() as connection:
        assert card_queries.learned(connection, "deck", BOTH) == (2, 4)


def test_clearing_makes_every_card_new(collection: Collection) -> None:
    put(collection, a=Schedule(Review(MEMORY, 100)))
    with collection.transaction() as connection:
        schedules.clear(connection)
    with collection.reading() as connection:
        assert list(card_queries.new_cards(connection, "deck", 100, BOTH)) == [card("a")]
        assert list(schedules.everything(connection)) == []
