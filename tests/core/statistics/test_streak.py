"""Streaks, compared with a search day by day."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.streak import Streak, count_waiting, find_streaks

TODAY = 30
days = st.frozensets(st.integers(0, TODAY))


def series(studied: frozenset[int], off: frozenset[int], due: frozenset[int]) -> list[list[int]]:
    """The studied days, split where a day was missed; the last series may still go on."""
    found: list[list[int]] = [[]]
    for day in range(TODAY + 1):
        if day in studied:
            found[-1].append(day)
        elif day < TODAY and day in due and day not in off:
            found.append([])
    return found


@given(days, days, days)
def test_streaks_are_the_series_without_missed_days(
    studied: frozenset[int], off: frozenset[int], due: frozenset[int]
) -> None:
    expected = [Streak(len(one), one[0] if one else None) for one in series(studied, off, due)]
    streaks = find_streaks(studied, TODAY, off, due.__contains__)
    assert streaks.current == expected[-1]
    assert streaks.longest == max(reversed(expected), key=lambda streak: streak.studied_days)


def test_days_in_the_future_are_not_counted() -> None:
    assert find_streaks({TODAY, TODAY + 1}, TODAY, set(), lambda _: True).longest.studied_days == 1


@given(days, days, days, st.integers(0, TODAY))
def test_days_off_count_when_they_come_and_not_before(
    studied: frozenset[int], off: frozenset[int], due: frozenset[int], today: int
) -> None:
    """It makes no difference whether a day off was marked ahead."""
    studied_until = frozenset(day for day in studied if day <= today)
    off_until = frozenset(day for day in off if day <= today)
    marked_ahead = find_streaks(studied_until, today, off, due.__contains__)
    assert marked_ahead == find_streaks(studied_until, today, off_until, due.__contains__)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9))), st.integers(-2, 40))
def test_waiting_cards_are_those_between_their_due_day_and_their_review(
    periods: list[tuple[int, int]], day: int
) -> None:
    changes: dict[int, int] = {}
    for start, length in periods:
        changes[start] = changes.get(start, 0) + 1
        changes[start + length] = changes.get(start + length, 0) - 1
    assert count_waiting(changes)(day) == sum(start <= day < start + length for start, length in periods)
