from collections import Counter

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_day import DAY_MS, HOUR_MS, StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.counts.day_numbers import DayNumbers, load_day_numbers
from tests.store.samples import note, save_notes

MEMORY = Memory(10, 5)
LANGUAGES = CardLanguages.ENGLISH_AND_TRADITIONAL
TODAY = StudyDay(100, 100 * DAY_MS, 101 * DAY_MS)
LAST_DAY = 106


def load(collection: Collection, *found: Schedule) -> DayNumbers:
    """Return the numbers of a deck with a card for each schedule."""
    save_notes(collection, [note(f"n{number}") for number in range(len(found))])
    with collection.transaction() as connection:
        for number, schedule in enumerate(found):
            schedules.save(connection, CardId("deck", f"n{number}", 1), schedule)
        return load_day_numbers(connection, {"deck": LANGUAGES}, TODAY, LAST_DAY)["deck"]


def review(due_day: int, *, buried_on: int | None = None, is_suspended: bool = False) -> Schedule:
    return Schedule(
        ReviewPhase(MEMORY, due_day), 3, 0, 50, 80, is_suspended=is_suspended, buried_on_day=buried_on
    )


def steps(due_at: int, rated_on: int, *, buried_on: int | None = None) -> Schedule:
    phase = RelearningPhase(MEMORY, 0, due_at)
    return Schedule(phase, 3, 1, 50, rated_on, buried_on_day=buried_on)


def test_cards_past_their_learning_steps_are_learned(collection: Collection) -> None:
    numbers = load(
        collection,
        review(120),
        steps(TODAY.starts_at, 100),
        Schedule(LearningPhase(MEMORY, 0, TODAY.starts_at)),
        Schedule(NewPhase()),
    )
    assert (numbers.learned, numbers.cards) == (2, 4)


def test_due_reviews_count_today_unless_they_are_buried_or_suspended(collection: Collection) -> None:
    numbers = load(
        collection,
        review(90),
        review(100),
        review(101),
        review(100, buried_on=100),
        review(100, buried_on=99),
        review(100, is_suspended=True),
    )
    assert numbers.due == 3


def test_forecast_counts_overdue_cards_for_yesterday_and_ends_with_the_last_day(
    collection: Collection,
) -> None:
    numbers = load(collection, review(80), review(99), review(100), review(LAST_DAY), review(LAST_DAY + 1))
    assert +numbers.due_by_day == Counter({99: 2, 100: 1, LAST_DAY: 1})


def test_cards_in_steps_count_today_unless_they_are_due_later_or_buried(collection: Collection) -> None:
    morning = TODAY.starts_at + HOUR_MS
    numbers = load(
        collection,
        steps(morning, 100),
        steps(TODAY.starts_at - HOUR_MS, 99),
        steps(morning, 98),
        steps(morning, 98, buried_on=100),
        steps(morning, 98, buried_on=99),
        steps(morning, 100, buried_on=100),
        steps(TODAY.ends_at + DAY_MS, 100),
        steps((LAST_DAY + 1) * DAY_MS, 100),
    )
    assert (numbers.in_steps, numbers.interday) == (4, 2)
    assert +numbers.due_by_day == Counter({102: 1})


def test_cards_rated_today_are_new_or_not(collection: Collection) -> None:
    first, again = Schedule(ReviewPhase(MEMORY, 110), 1, 0, 100, 100), steps(TODAY.ends_at, 100)
    never_rated = Schedule(ReviewPhase(MEMORY, 120), 0, last_review_day=100)
    numbers = load(collection, first, again, again, never_rated, review(110))
    assert (numbers.new_cards_done, numbers.reviews_done) == (1, 2)


def test_many_cards_of_the_same_quarter_of_an_hour_are_counted_by_their_days(collection: Collection) -> None:
    midnight = TODAY.ends_at
    numbers = load(
        collection,
        *[steps(midnight - 1, 99)] * 3,
        *[steps(midnight, 99)] * 2,
        steps(midnight + 1, 99),
    )
    assert (numbers.in_steps, numbers.interday, +numbers.due_by_day) == (3, 3, Counter({101: 3}))
