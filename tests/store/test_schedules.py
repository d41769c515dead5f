import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import ReviewOrder
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import schedules, session_card_queries
from studyapp.store.collection import Collection
from tests.store.samples import note, save_notes

MEMORY = Memory(12.3456789, 6.54321)
BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def card(name: str) -> CardId:
    return CardId("deck", name, 1)


def save_schedules(collection: Collection, **found: Schedule) -> None:
    save_notes(collection, [note(name) for name in found])
    with collection.transaction() as connection:
        for name, schedule in found.items():
            schedules.save(connection, card(name), schedule)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(),
        Schedule(is_suspended=True, flag=4),
        Schedule(LearningPhase(MEMORY, 1, 99_000), 2, 0, 5, 6, 7, False, 6, 1),
        Schedule(ReviewPhase(MEMORY, 140), 9, 2, 5, 100, 7),
        Schedule(RelearningPhase(MEMORY, 0, 99_000), 9, 3, 5, 100, 7),
    ],
    ids=lambda schedule: type(schedule.phase).__name__,
)
def test_schedule_round_trips(collection: Collection, schedule: Schedule) -> None:
    save_schedules(collection, a=schedule)
    with collection.read_transaction() as connection:
        assert schedules.load(connection, card("a")) == schedule
        assert list(schedules.iterate_all(connection)) == [(card("a"), schedule)]
        assert schedules.load(connection, card("elsewhere")) == Schedule(NewPhase())


def test_due_reviews_are_ordered_most_overdue_first(collection: Collection) -> None:
    save_schedules(
        collection,
        a=Schedule(ReviewPhase(MEMORY, 102)),
        b=Schedule(ReviewPhase(MEMORY, 99)),
        c=Schedule(ReviewPhase(MEMORY, 104)),
    )
    with collection.read_transaction() as connection:
        assert list(session_card_queries.due_reviews(connection, "deck", 103, BOTH)) == [
            (99, card("b")),
            (102, card("a")),
        ]
        assert session_card_queries.due_forecast(connection, "deck", 100, 104, BOTH) == {
            100: 1,
            102: 1,
            104: 1,
        }
        assert session_card_queries.due_forecast(connection, "deck", 100, 103, BOTH) == {100: 1, 102: 1}
        assert session_card_queries.due_forecast(connection, "other", 100, 104, BOTH) == {}


def test_suspended_and_buried_cards_are_excluded(collection: Collection) -> None:
    save_schedules(
        collection,
        a=Schedule(ReviewPhase(MEMORY, 100), is_suspended=True),
        b=Schedule(ReviewPhase(MEMORY, 100), buried_on_day=103),
        c=Schedule(is_suspended=True),
        d=Schedule(buried_on_day=103),
        e=Schedule(LearningPhase(MEMORY, 0, 500), buried_on_day=103),
        f=Schedule(LearningPhase(MEMORY, 0, 400), is_suspended=True),
    )
    with collection.read_transaction() as connection:
        for day, reviews, new, learning in ((103, [], [], []), (104, ["b"], ["d"], ["e"])):
            assert [
                one.note_id for _, one in session_card_queries.due_reviews(connection, "deck", day, BOTH)
            ] == reviews
            assert [
                one.note_id for one in session_card_queries.new_cards(connection, "deck", day, BOTH)
            ] == new
            assert [
                one.note_id
                for _, one in session_card_queries.cards_in_steps(
                    connection, "deck", StudyDay(day, 0, 1000), BOTH
                ).learning
            ] == learning


def test_cards_rated_on_distinguishes_first_reviews(collection: Collection) -> None:
    save_schedules(
        collection,
        a=Schedule(ReviewPhase(MEMORY, 120), review_count=1, first_review_day=103, last_review_day=103),
        b=Schedule(ReviewPhase(MEMORY, 120), review_count=4, first_review_day=50, last_review_day=103),
        c=Schedule(ReviewPhase(MEMORY, 120), review_count=4, first_review_day=50, last_review_day=102),
        d=Schedule(ReviewPhase(MEMORY, 120), review_count=0, last_review_day=103),
        e=Schedule(ReviewPhase(MEMORY, 103), review_count=4, first_review_day=50, last_review_day=103),
    )
    with collection.read_transaction() as connection:
        assert sorted(session_card_queries.cards_rated_on(connection, "deck", 103)) == [
            (card("a"), True, False),
            (card("b"), False, False),
            (card("e"), False, True),
        ]


def test_lowest_retrievability_order(collection: Collection) -> None:
    save_schedules(
        collection,
        a=Schedule(ReviewPhase(Memory(10, 5), 103), last_review_day=83),
        b=Schedule(ReviewPhase(Memory(50, 5), 90), last_review_day=83),
        c=Schedule(ReviewPhase(Memory(2, 5), 102), last_review_day=98),
    )
    with collection.read_transaction() as connection:
        found = session_card_queries.due_reviews(
            connection, "deck", 103, BOTH, ReviewOrder.LOWEST_RETRIEVABILITY
        )
        assert [one.note_id for _, one in found] == ["c", "a", "b"]


def test_deleting_schedules_makes_every_card_new(collection: Collection) -> None:
    save_schedules(collection, a=Schedule(ReviewPhase(MEMORY, 100)))
    with collection.transaction() as connection:
        schedules.delete_all(connection)
    with collection.read_transaction() as connection:
        assert list(session_card_queries.new_cards(connection, "deck", 100, BOTH)) == [card("a")]
        assert list(schedules.iterate_all(connection)) == []
