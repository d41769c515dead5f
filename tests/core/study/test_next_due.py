from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.fuzz import MAX_INTERVAL_DAYS, compute_fuzz_factor, round_half_up
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase, Schedule, apply_entry
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_day import MINUTE_MS
from tests.core.journals import CARD, SCHEDULER, entry

MEMORY = Memory(stability=20.0, difficulty=5.0)
STEPS = StepMinutes()


def delay_minutes(schedule: Schedule, steps: StepMinutes = STEPS) -> list[float | None]:
    """Delays of the four ratings in minutes, None where the due is a day."""
    found = next_due_by_rating(schedule, 1000, 100, SCHEDULER, steps, fuzz_factor=None)
    assert all(due.due_at in (None, 1000 + due.delay) for due in found.values())
    return [None if due.due_at is None else due.delay / MINUTE_MS for due in found.values()]


def test_new_card_uses_learning_steps_of_anki() -> None:
    assert delay_minutes(Schedule()) == [1, 5.5, 10, None]


def test_last_learning_step_schedules_a_day() -> None:
    assert delay_minutes(Schedule(LearningPhase(MEMORY, 1, 0))) == [1, 10, None, None]


def test_forgotten_card_uses_relearning_step() -> None:
    review = Schedule(ReviewPhase(MEMORY, 100), last_review_day=80)
    assert delay_minutes(review) == [10, None, None, None]
    assert delay_minutes(Schedule(RelearningPhase(MEMORY, 0, 0), last_review_day=100)) == [10, 15, None, None]


def test_without_steps_every_rating_schedules_a_day() -> None:
    no_steps = StepMinutes(learning=(), relearning=())
    for phase in (
        Schedule(),
        Schedule(LearningPhase(MEMORY, 3, 0)),
        Schedule(ReviewPhase(MEMORY, 100), last_review_day=80),
    ):
        assert delay_minutes(phase, no_steps) == [None] * 4


def test_step_beyond_configured_steps_counts_as_last() -> None:
    assert delay_minutes(Schedule(LearningPhase(MEMORY, 7, 0))) == [1, 10, None, None]


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
def test_better_rating_never_gives_shorter_delay(
    schedule: Schedule, day: int, fuzz_factor: float | None
) -> None:
    found = next_due_by_rating(schedule, 0, day, SCHEDULER, STEPS, fuzz_factor)
    assert list(found) == list(Rating)
    delays = [due.delay if due.due_day is None else due.delay * 24 * 60 * MINUTE_MS for due in found.values()]
    assert delays == sorted(delays)
    if isinstance(schedule.phase, ReviewPhase) and delays[-1] < MAX_INTERVAL_DAYS * 24 * 60 * MINUTE_MS:
        assert len(set(delays)) == len(delays)
    for due in found.values():
        assert (due.due_day is None) != (due.due_at is None)
        assert due.due_day is None or 1 <= due.due_day - day == due.delay <= MAX_INTERVAL_DAYS


@given(st.floats(5, 400), st.integers(5, 400), st.floats(0, 1, exclude_max=True))
def test_growing_interval_grows_by_at_least_one_day(stability: float, last: int, fuzz_factor: float) -> None:
    schedule = Schedule(
        ReviewPhase(Memory(stability, 5.0), 100 + last),
        review_count=3,
        first_review_day=1,
        last_review_day=100,
    )
    exact = SCHEDULER.intervals(schedule.memory, last)
    found = next_due_by_rating(schedule, 0, 100 + last, SCHEDULER, STEPS, fuzz_factor)
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        assert found[rating].delay > last or round_half_up(exact[rating]) <= last


def test_previewed_due_matches_applied_entry() -> None:
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


def test_fuzz_factor_is_deterministic_and_uniform() -> None:
    assert compute_fuzz_factor(CardId("glossary", "rlhf", 1), 4) == compute_fuzz_factor(
        CardId("glossary", "rlhf", 1), 4
    )
    fuzz_factors = [compute_fuzz_factor(CardId("d", f"n{number}", 1), 3) for number in range(2000)]
    assert all(0 <= fuzz_factor < 1 for fuzz_factor in fuzz_factors)
    tenths = [
        sum(tenth <= fuzz_factor * 10 < tenth + 1 for fuzz_factor in fuzz_factors) for tenth in range(10)
    ]
    assert min(tenths) > 140


def intervals(schedule: Schedule, day: int, fuzz_factor: float | None = None) -> list[int]:
    """The delays of the four ratings in days, for a card without steps."""
    found = next_due_by_rating(schedule, 0, day, SCHEDULER, StepMinutes((), ()), fuzz_factor)
    return [due.delay for due in found.values()]


def reviewed(stability: float, last: int) -> Schedule:
    return Schedule(
        ReviewPhase(Memory(stability, 5.0), 100 + last),
        review_count=3,
        first_review_day=1,
        last_review_day=100,
    )


def test_fuzz_applies_to_every_rating() -> None:
    schedule = reviewed(200.0, 200)
    shortest, middle, longest = (intervals(schedule, 300, factor) for factor in (0.0, None, 0.999))
    assert all(low < exact < high for low, exact, high in zip(shortest, middle, longest, strict=True))


def test_shorter_interval_than_the_last_one_is_allowed() -> None:
    late = reviewed(2.0, 400)
    assert intervals(late, 101)[1] < 400
    assert intervals(reviewed(0.1, 1), 100)[1] == 1


def test_each_rating_is_a_day_longer_for_tiny_intervals() -> None:
    assert intervals(reviewed(0.1, 1), 100)[1:] == [1, 2, 3]
    assert intervals(Schedule(LearningPhase(Memory(0.1, 9.0), 0, 0), 1, 0, 100, 100), 100)[1:] == [1, 1, 2]


def test_only_step_of_learning_delays_hard_by_half_more() -> None:
    assert delay_minutes(Schedule(), StepMinutes((7,), ())) == [7, 10.5, None, None]
    assert delay_minutes(Schedule(), StepMinutes((2, 8, 30), ())) == [2, 5, 8, None]
    second = Schedule(LearningPhase(MEMORY, 1, 0))
    assert delay_minutes(second, StepMinutes((2, 8, 30), ())) == [2, 8, 30, None]
    assert delay_minutes(Schedule(RelearningPhase(MEMORY, 1, 0)), StepMinutes((1,), (3, 9))) == [
        3,
        9,
        None,
        None,
    ]


def test_interval_that_rounds_to_the_last_one_need_not_grow() -> None:
    schedule = reviewed(4.0, 20)
    assert round_half_up(SCHEDULER.intervals(schedule.memory, 20)[Rating.HARD]) == 20
    assert intervals(schedule, 120)[1] == 20
