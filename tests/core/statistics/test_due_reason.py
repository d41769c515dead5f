from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.due_reason import Adjustment, DueOrigin, explain_due
from studyapp.core.study.fuzz import fuzz_bounds
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, fold
from studyapp.core.study.scheduler import Scheduler
from tests.core.journals import SCHEDULER, entry, journals

EASY_STABILITY = 8.2956


def test_new_card_has_no_due_time() -> None:
    assert explain_due(fold([], SCHEDULER), [], SCHEDULER).origin is DueOrigin.NEVER_STUDIED


def test_reset_card_is_new_again() -> None:
    history = [entry(1), entry(2, EntryKind.RESET)]
    assert explain_due(fold(history, SCHEDULER), history, SCHEDULER).origin is DueOrigin.NEVER_STUDIED


def test_step_is_named_with_its_rating() -> None:
    history = [entry(1, rating=Rating.AGAIN, due_at=60_000)]
    reason = explain_due(fold(history, SCHEDULER), history, SCHEDULER)
    assert (reason.origin, reason.rating, reason.at) == (DueOrigin.STEP, Rating.AGAIN, 1000)
    assert reason.proposed_days is None


def test_interval_follows_from_stability_and_desired_retention() -> None:
    history = [entry(1, rating=Rating.EASY, due_day=108)]
    reason = explain_due(fold(history, SCHEDULER), history, SCHEDULER)
    assert (reason.origin, reason.rating, reason.interval_days) == (DueOrigin.RATING, Rating.EASY, 8)
    assert round(reason.stability or 0, 4) == EASY_STABILITY
    assert round(reason.proposed_days or 0, 4) == EASY_STABILITY  # at 90 %, the interval is the stability
    assert reason.adjustment is Adjustment.NONE


def test_lower_desired_retention_gives_a_longer_proposal() -> None:
    history = [entry(1, rating=Rating.EASY, due_day=108)]
    reason = explain_due(fold(history, SCHEDULER), history, Scheduler(desired_retention=0.8))
    assert (reason.proposed_days or 0) > 2 * EASY_STABILITY
    assert reason.adjustment is Adjustment.OTHER


def test_due_date_set_by_the_user_is_not_explained_by_memory() -> None:
    history = [entry(1, rating=Rating.EASY, due_day=108), entry(2, EntryKind.SET_DUE, due_day=120)]
    reason = explain_due(fold(history, SCHEDULER), history, SCHEDULER)
    assert (reason.origin, reason.interval_days, reason.rating) == (DueOrigin.SET_BY_USER, 20, None)


def test_rating_in_anki_is_told_from_one_here() -> None:
    history = [entry(1, device="anki:deck/note#1", rating=Rating.EASY, due_day=108)]
    assert explain_due(fold(history, SCHEDULER), history, SCHEDULER).origin is DueOrigin.ANKI


@given(st.integers(1, 60))
def test_fuzz_is_told_from_other_differences(days: int) -> None:
    history = [entry(1, rating=Rating.EASY, due_day=100 + days)]
    shortest, longest = fuzz_bounds(EASY_STABILITY)
    expected = (
        Adjustment.NONE
        if days == round(EASY_STABILITY)
        else Adjustment.FUZZ
        if shortest <= days <= longest
        else Adjustment.OTHER
    )
    assert explain_due(fold(history, SCHEDULER), history, SCHEDULER).adjustment is expected


@given(journals("a"))
def test_every_journal_is_explained(journal: list[Entry]) -> None:
    history = effective_entries(journal)
    schedule = fold(journal, SCHEDULER)
    reason = explain_due(schedule, history, SCHEDULER)
    assert (reason.interval_days is not None) is isinstance(schedule.phase, ReviewPhase)
