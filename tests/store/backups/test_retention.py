from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.store.backups.retention import (
    DAYS,
    MONTHS,
    RECENT_BACKUPS,
    SPECIAL_BACKUPS,
    WEEKS,
    RetentionItem,
    select_outdated,
)

FIRST_DAY = date(2023, 2, 17)


def items(dates: list[date], special: set[int] = frozenset()) -> list[RetentionItem]:  # type: ignore[assignment]
    return [RetentionItem(number, day, number in special) for number, day in enumerate(dates, 1)]


def kept(backups: list[RetentionItem]) -> set[int]:
    return {item.number for item in backups} - select_outdated(backups)


def test_recent_backups_of_one_day_are_kept() -> None:
    backups = items([FIRST_DAY] * (RECENT_BACKUPS + 5))
    assert kept(backups) == set(range(6, RECENT_BACKUPS + 6))


def test_last_backup_of_each_day_week_and_month_is_kept() -> None:
    # Three backups on each day of three years.
    backups = items([FIRST_DAY + timedelta(day) for day in range(3 * 365) for _ in range(3)])
    last_of_day = {item.date: item.number for item in backups}
    days = sorted(last_of_day)
    assert {last_of_day[day] for day in days[-DAYS:]} <= kept(backups)
    sundays = [day for day in days if day.weekday() == 6][-WEEKS + 1 :]
    assert {last_of_day[day] for day in sundays} <= kept(backups)
    month_ends = [day for day in days if (day + timedelta(1)).day == 1][-MONTHS + 1 :]
    assert {last_of_day[day] for day in month_ends} <= kept(backups)
    assert len(kept(backups)) <= RECENT_BACKUPS + DAYS + WEEKS + MONTHS


def test_backup_with_a_date_in_the_future_is_deleted_in_time() -> None:
    backups = items([date(2126, 1, 1), *(FIRST_DAY + timedelta(day) for day in range(3 * 365))])
    assert 1 not in kept(backups)


def test_new_backups_are_kept_after_the_clock_was_set_back() -> None:
    backups = items([date(2126, 1, day) for day in range(1, 31)] + [FIRST_DAY])
    assert len(backups) in kept(backups)


def test_backups_from_before_a_restore_are_kept_longer() -> None:
    backups = items([FIRST_DAY] * 40, special={1, 2})
    assert {1, 2} <= kept(backups)
    backups = items([FIRST_DAY] * 40, special=set(range(1, 20)))
    assert set(range(20 - SPECIAL_BACKUPS, 20)) <= kept(backups) and 1 not in kept(backups)


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.booleans()),
        max_size=80,
    )
)
def test_newest_backups_are_always_kept(backups: list[tuple[date, bool]]) -> None:
    numbered = [RetentionItem(number, day, special) for number, (day, special) in enumerate(backups, 1)]
    newest = {item.number for item in numbered[-RECENT_BACKUPS:]}
    outdated = select_outdated(numbered)
    assert not outdated & newest
    # What remains is kept when it is looked at again.
    assert not select_outdated([item for item in numbered if item.number not in outdated])
