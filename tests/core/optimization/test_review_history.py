"""The reviews that are used to fit parameters are those from which `fold` computes the memory state."""

from hypothesis import given, settings

from studyapp.core.optimization.review_history import find_review_history, memory_after_history
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import NewPhase, fold
from tests.core.journals import SCHEDULER, entry, journals, reviews


@settings(max_examples=300)
@given(journals(max_entries=20))
def test_memory_is_that_of_the_fold(journal: list[Entry]) -> None:
    phase = fold(journal, SCHEDULER).phase
    expected = None if isinstance(phase, NewPhase) else phase.memory
    history = find_review_history(effective_entries(journal))
    assert memory_after_history(history, SCHEDULER) == expected


def test_reviews_count_since_the_last_reset() -> None:
    first, second, third = reviews([(10, 3), (12, 1), (20, 4)])
    reset = entry(4, EntryKind.RESET, at=second.at + 1)
    history = find_review_history([first, second, reset, third])
    assert [(one.rating, one.elapsed_days) for one in history.reviews] == [(Rating.EASY, 0)]


def test_days_count_from_the_latest_day() -> None:
    history = find_review_history(reviews([(10, 3), (12, 3), (11, 3), (13, 3)]))
    assert [one.elapsed_days for one in history.reviews] == [0, 2, 0, 1]
