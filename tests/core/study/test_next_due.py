from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Rating
from studyapp.core.study.next_due import StepMinutes, compute_fuzz_factor, next_due_by_rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase, Schedule, apply_entry
from studyapp.core.study.scheduler import MAX_INTERVAL_DAYS, Memory, round_half_up
from studyapp.core.study.study_day import MINUTE_MS
from tests.core.journals import CARD, SCHEDULER, entry

MEMORY = Memory(stability=20.0, difficulty=5.0)
STEPS = StepMinutes()


def minutes(schedule: Schedule, steps: StepMinutes = STEPS) -> list[float | None]:
    """The waits of the four ratings in minutes, None where a day was chosen."""
    found = next_due_by_rating(schedule, 1000, 100, SCHEDULER, steps, fuzz_factor=None)
    assert all(due.due_at in (None, 1000 + due.delay) for due in found.values())
    return [None if due.due_at is None else due.delay / MINUTE_MS for due in found.values()]


def test_a_new_card_takes_the_steps_of_anki() -> None:
    assert minutes(Schedule()) == [1, 5.5, 10, None]


def test_the_last_step_leads_to_a_day() -> None:
    assert minutes(Schedule(LearningPhase(MEMORY, 1, 0))) == [1, 10, None, None]


def test_a_forgotten_card_takes_the_relearning_step() -> None:
    review = Schedule(ReviewPhase(MEMORY, 100), last_review_day=80)
    assert minutes(review) == [10, None, None, None]
    assert minutes(Schedule(RelearningPhase(MEMORY, 0, 0), last_review_day=100)) == [10, 15, None, None]


def test_without_steps_every_rating_leads_to_a_day() -> None:
    none = StepMinutes(learning=(), relearning=())
    for phase in (
        Schedule(),
        Schedule(LearningPhase(MEMORY, 3, 0)),
        Schedule(ReviewPhase(MEMORY, 100), last_review_day=80),
    ):
        assert minutes(phase, none) == [None] * 4


def test_a_step_beyond_those_configured_counts_as_the_last() -> None:
    assert minutes(Schedule(LearningPhase(MEMORY, 7, 0))) == [1, 10, None, None]


phases = st.one_of(
    st.just(Schedule()),
    st.builds(
        lambda stability, difficulty, last, wait: Schedule(
            ReviewPhase(Memory(stability, difficulty), last + wait),
            review_count=3,
            first_review_day=1,
            last_review_day=last,
        ),
        st.floats(0.1, 40_000),
        st.floats(1, 10),
        st.integers(1, 90),
        st.integers(1, 400),
    ),
    st.builds(
        lambda stability, step: Schedule(LearningPhase(Memory(stability, 5), step, 0), last_review_day=100),
        st.floats(0.1, 50),
        st.integers(0, 2),
    ),
)


@given(phases, st.integers(90, 600), st.one_of(st.none(), st.floats(0, 1, exclude_max=True)))
def test_a_better_rating_never_waits_less(schedule: Schedule, day: int, luck: float | None) -> None:
    found = next_due_by_rating(schedule, 0, day, SCHEDULER, STEPS, luck)
    assert list(found) == list(Rating)
    waits = [due.delay if due.due_day is None else due.delay * 24 * 60 * MINUTE_MS for due in found.values()]
    assert waits == sorted(waits)
    if isinstance(schedule.phase, ReviewPhase) and waits[-1] < MAX_INTERVAL_DAYS * 24 * 60 * MINUTE_MS:
        assert len(set(waits)) == len(waits)
    for due in found.values():
        assert (due.due_day is None) != (due.due_at is None)
        assert due.due_day is None or 1 <= due.due_day - day == due.delay <= MAX_INTERVAL_DAYS


@given(st.floats(5, 400), st.integers(5, 400), st.floats(0, 1, exclude_max=True))
def test_a_wait_that_grows_grows_by_a_day_at_least(stability: float, last: int, luck: float) -> None:
    schedule = Schedule(
        ReviewPhase(Memory(stability, 5.0), 100 + last),
        review_count=3,
        first_review_day=1,
        last_review_day=100,
    )
    exact = SCHEDULER.next_states(schedule.memory, last)
    found = next_due_by_rating(schedule, 0, 100 + last, SCHEDULER, STEPS, luck)
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        assert found[rating].delay > last or round_half_up(exact[rating][1]) <= last


def test_what_the_button_says_is_what_the_fold_makes_of_it() -> None:
    schedule = Schedule()
    for seq, rating in enumerate((Rating.GOOD, Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY), start=1):
        due = next_due_by_rating(
            schedule, 5000, 100, SCHEDULER, STEPS, compute_fuzz_factor(CARD, schedule.review_count)
        )[rating]
        schedule = apply_entry(
            schedule, entry(seq, rating=rating, due_day=due.due_day, due_at=due.due_at), SCHEDULER
        )
        phase = schedule.phase
        assert (phase.due_day if isinstance(phase, ReviewPhase) else None) == due.due_day
        assert (phase.due_at if isinstance(phase, LearningPhase | RelearningPhase) else None) == due.due_at


def test_luck_is_fixed_by_card_and_reviews_and_spreads() -> None:
    assert compute_fuzz_factor(CardId("glossary", "rlhf", 1), 4) == compute_fuzz_factor(
        CardId("glossary", "rlhf", 1), 4
    )
    lucks = [compute_fuzz_factor(CardId("d", f"n{number}", 1), 3) for number in range(2000)]
    assert all(0 <= luck < 1 for luck in lucks)
    tenths = [sum(tenth <= luck * 10 < tenth + 1 for luck in lucks) for tenth in range(10)]
    assert min(tenths) > 140
