from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study.study_day import (
    DAY_MS,
    HOUR_MS,
    StudyDay,
    calendar_date,
    study_day_at,
    study_day_start,
)

TAIPEI = timezone(timedelta(hours=8))


def timestamp_ms(month: int, day: int, hour: int, minute: int = 0, zone: tzinfo = TAIPEI) -> int:
    return round(datetime(2023, month, day, hour, minute, tzinfo=zone).timestamp() * 1000)


def test_night_belongs_to_previous_study_day() -> None:
    evening, late, early = timestamp_ms(2, 17, 22), timestamp_ms(2, 18, 3, 59), timestamp_ms(2, 18, 4)
    assert study_day_at(evening, TAIPEI) == study_day_at(late, TAIPEI) == study_day_at(early, TAIPEI) - 1
    assert calendar_date(study_day_at(late, TAIPEI)) == date(2023, 2, 17)


def test_time_zone_determines_study_day() -> None:
    at = timestamp_ms(2, 18, 5)
    assert study_day_at(at, TAIPEI) == study_day_at(at, UTC) + 1


def test_day_starts_at_four_local_time_at_dst_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before, after = timestamp_ms(3, 26, 3, 59, zone=berlin), timestamp_ms(3, 26, 4, 0, zone=berlin)
    assert study_day_at(after, berlin) == study_day_at(before, berlin) + 1
    assert after - before == 60_000


@given(st.datetimes(datetime(1971, 1, 2), datetime(2100, 1, 1)))
def test_24_hours_later_is_next_study_day(at: datetime) -> None:
    now = round(at.replace(tzinfo=UTC).timestamp() * 1000)
    assert study_day_at(now + 86_400_000, UTC) == study_day_at(now, UTC) + 1
    assert calendar_date(study_day_at(now, UTC)) == (at - timedelta(hours=4)).date()


def test_study_day_of_a_moment_is_counted_from_a_known_day() -> None:
    day = StudyDay(50, 1_000, 1_000 + DAY_MS)
    moments = (
        1_000,
        DAY_MS + 999,
        DAY_MS + 1_000,
        2 * DAY_MS + 999,
        2 * DAY_MS + 1_000,
        999,
        1_000 - DAY_MS,
        999 - DAY_MS,
    )
    assert [day.day_of(at) for at in moments] == [50, 50, 51, 51, 52, 49, 49, 48]
    short = StudyDay(50, 1_000, 1_000 + DAY_MS - HOUR_MS)  # clocks are put forward
    assert [short.day_of(short.ends_at - 1), short.day_of(short.ends_at)] == [50, 51]


def test_start_of_a_study_day_is_at_the_rollover_hour() -> None:
    day = study_day_at(timestamp_ms(2, 17, 12), TAIPEI)
    start = study_day_start(day, TAIPEI)
    assert start == datetime(2023, 2, 17, 4, tzinfo=TAIPEI)
    assert start.utcoffset() == timedelta(hours=8)
    assert study_day_start(day, TAIPEI, 23) == datetime(2023, 2, 17, 23, tzinfo=TAIPEI)
    assert study_day_start(day, TAIPEI, 0) == datetime(2023, 2, 17, tzinfo=TAIPEI)


def test_start_of_a_study_day_has_the_offset_of_that_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    summer = study_day_at(timestamp_ms(7, 1, 12, zone=berlin), berlin)
    winter = study_day_at(timestamp_ms(1, 1, 12, zone=berlin), berlin)
    assert study_day_start(summer, berlin).utcoffset() == timedelta(hours=2)
    assert study_day_start(winter, berlin).utcoffset() == timedelta(hours=1)


@given(st.integers(1, 40_000), st.integers(0, 23))
def test_study_day_begins_at_its_start(day: int, hour: int) -> None:
    start = round(study_day_start(day, UTC, hour).timestamp() * 1000)
    assert study_day_at(start, UTC, hour) == day
    assert study_day_at(start - 1, UTC, hour) == day - 1
