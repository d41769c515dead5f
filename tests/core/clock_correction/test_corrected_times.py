from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.clock_correction.corrected_times import find_corrections
from studyapp.core.clock_correction.effective_times import apply_corrections
from studyapp.core.study.journal import Entry, EntryId, EntryKind, TimeCorrection
from studyapp.core.study.study_day import TRAVEL_DAYS, study_day_start
from tests.core.clock_correction.recorded_journals import (
    HOUR,
    YEAR,
    ZONES,
    JournalRecorder,
    calendar_at,
    journals_with_wrong_clock,
    right_journals,
)
from tests.core.journals import CARD, DAY


def record_corrections(recorder: JournalRecorder, corrections: list[TimeCorrection]) -> list[Entry]:
    """The entries of the journal, followed by the corrections."""
    newest = max(entry.at for entry in recorder.entries)
    seq = len(recorder.entries) + 1
    day = calendar_at(recorder.now, recorder.zone).today
    return [
        *recorder.entries,
        *(
            Entry(
                EntryId(recorder.device, seq + offset), max(recorder.now, newest + 1), day, CARD, EntryKind.CORRECT_TIME,
                clock_at=recorder.now, correction=correction,
            )
            for offset, correction in enumerate(corrections)
        ),
    ]  # fmt: skip


def corrected(recorder: JournalRecorder) -> list[Entry]:
    """The entries of the journal at the times at which they count after all wrong times are corrected."""
    corrections = find_corrections(
        apply_corrections(recorder.entries), calendar_at(recorder.now, recorder.zone)
    )
    return apply_corrections(record_corrections(recorder, corrections))[: len(recorder.entries)]


@given(right_journals(), st.sampled_from(ZONES), st.sampled_from((0, HOUR, 500 * DAY)))
def test_right_times_are_not_corrected(recorder: JournalRecorder, zone: ZoneInfo, later: int) -> None:
    now = recorder.now + later
    assert find_corrections(apply_corrections(recorder.entries), calendar_at(now, zone)) == []
    assert [entry.at for entry in apply_corrections(recorder.entries)] == [
        entry.at for entry in recorder.entries
    ]


@given(journals_with_wrong_clock())
def test_corrected_times_keep_the_order_and_are_not_in_the_future(recorder: JournalRecorder) -> None:
    entries = corrected(recorder)
    assert entries == sorted(entries, key=lambda entry: entry.sort_key)
    for (recorded, following), (one, other) in zip(
        pairwise(recorder.entries), pairwise(entries), strict=True
    ):
        assert (one.at == other.at) is (recorded.at == following.at)
    assert all(entry.at <= recorder.now + DAY for entry in entries)
    last_day = calendar_at(recorder.now, recorder.zone).today + TRAVEL_DAYS
    assert all(entry.study_day <= last_day for entry in entries)


@given(journals_with_wrong_clock())
def test_nothing_is_left_to_correct(recorder: JournalRecorder) -> None:
    calendar = calendar_at(recorder.now, recorder.zone)
    corrections = find_corrections(apply_corrections(recorder.entries), calendar)
    journal = record_corrections(recorder, corrections) if recorder.entries else []
    assert find_corrections(apply_corrections(journal), calendar) == []


@given(journals_with_wrong_clock())
def test_intervals_stay(recorder: JournalRecorder) -> None:
    for recorded, entry in zip(recorder.entries, corrected(recorder), strict=True):
        if recorded.due_day is not None:
            assert entry.due_day is not None
            assert entry.due_day - entry.study_day == recorded.due_day - recorded.study_day
        if recorded.due_at is not None and recorder.records_clock:
            assert entry.due_at is not None
            shown = recorded.at if recorded.clock_at is None else recorded.clock_at
            if entry.at != shown and entry.study_day != recorded.study_day:
                assert entry.due_at - entry.at == recorded.due_at - shown


@pytest.mark.parametrize("records_clock", [True, False])
def test_clock_set_forward_by_a_century(records_clock: bool) -> None:
    recorder = JournalRecorder(records_clock=records_clock)
    recorder.record()
    recorder.offset = 100 * YEAR
    recorder.record(DAY, learning=True)
    recorder.record(60_000)
    recorder.offset = 0
    recorder.record(60_000)
    recorder.record(DAY)
    entries = corrected(recorder)
    real_days = [calendar_at(real).today for real in recorder.real_times]
    assert [entry.study_day for entry in entries] == real_days
    assert [entry.due_day for entry in entries if entry.due_day] == [real_days[i] + 7 for i in (0, 2, 3, 4)]
    assert entries[2].at - entries[1].at == 60_000
    assert entries[1].due_at == entries[1].at + 600_000
    if records_clock:  # then the right ones need no correction: only the day is known without
        assert [entries[i].at for i in (0, 3, 4)] == [recorder.real_times[i] for i in (0, 3, 4)]
        assert entries[2].at == entries[3].at - 1


def test_clock_set_back() -> None:
    recorder = JournalRecorder()
    recorder.record()
    recorder.offset = -26 * YEAR
    for _ in range(4):
        recorder.record(HOUR, learning=True)
    recorder.offset = 0
    recorder.record(5 * DAY)
    entries = corrected(recorder)
    first, *wrong, last = entries
    assert (first, last) == (recorder.entries[0], recorder.entries[-1])
    assert [last.at - entry.at for entry in wrong] == [3 * HOUR + 1, 2 * HOUR + 1, HOUR + 1, 1]
    assert all(entry.due_at == entry.at + 600_000 for entry in wrong)


def test_distances_are_shortened_if_they_do_not_fit() -> None:
    recorder = JournalRecorder()
    recorder.record()
    recorder.offset = 100 * YEAR
    for _ in range(3):
        recorder.record(DAY)
    recorder.offset, recorder.now = 0, recorder.now - 3 * DAY  # the clock ran fast while it was wrong
    recorder.record(300)
    entries = corrected(recorder)
    first, *block, last = (entry.at for entry in entries)
    assert [block[0] - first, block[1] - block[0], block[2] - block[1], last - block[2]] == [1, 149, 149, 1]


@pytest.mark.parametrize("is_right_again", [True, False])
def test_moments_without_room_between_them_keep_their_order(is_right_again: bool) -> None:
    recorder = JournalRecorder()
    recorder.record()
    recorder.offset = 100 * YEAR
    for _ in range(4):
        recorder.record(1000)
    recorder.offset, recorder.now = 0, recorder.real_times[0] + 2
    if is_right_again:
        recorder.record(0)
    times = [entry.at - recorder.real_times[0] for entry in corrected(recorder)]
    assert times == [0, 1, 2, 3, 4, 5][: len(times)]


@pytest.mark.parametrize("records_clock", [True, False])
@pytest.mark.parametrize(
    "program",
    [
        [(1000, 3 * DAY), (DAY, 3 * DAY)],
        [(1000, 100 * YEAR), (1000, 0), (1000, 100 * YEAR)],
        [(1000, 0), (1000, 100 * YEAR), (1000, 0), (1000, 0)],
        [(1000, 0), (1000, -YEAR), (1000, 100 * YEAR), (1000, 0)],
    ],
    ids=["less than a day ahead at first", "wrong again", "right again within seconds", "two wrong times"],
)
def test_times_are_distinct_and_not_in_the_future(
    program: list[tuple[int, int]], records_clock: bool
) -> None:
    recorder = JournalRecorder(records_clock=records_clock)
    for wait, recorder.offset in program:
        recorder.record(wait)
    recorder.now += program[-1][0]
    times = [entry.at for entry in corrected(recorder)]
    assert times == sorted(set(times))
    assert times[-1] <= recorder.now


@pytest.mark.parametrize("is_right_again", [True, False])
def test_days_fit_those_counted_in_another_time_zone(is_right_again: bool) -> None:
    east, west = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")
    dawn = study_day_start(20_800, east).timestamp() * 1000 + HOUR // 2  # two study days earlier in the west
    recorder = JournalRecorder(round(dawn), zone=east)
    recorder.record(0)
    recorder.offset = 100 * YEAR
    recorder.record(1000)
    recorder.offset = 0
    if is_right_again:
        recorder.record(1000)
    recorder.zone = west
    entries = corrected(recorder)
    assert [entry.study_day for entry in entries] == [20_800] * len(entries)
    assert find_corrections(entries, calendar_at(recorder.now + HOUR, west)) == []


def test_leap_from_one_wrong_time_to_another_counts_as_a_year() -> None:
    recorder = JournalRecorder(offset=100 * YEAR)
    recorder.record()
    recorder.offset = 200 * YEAR
    recorder.record()
    recorder.record()
    recorder.offset = 0
    assert [recorder.now - entry.at for entry in corrected(recorder)] == [YEAR + HOUR, HOUR, 0]


def test_the_majority_is_right_when_the_wrong_time_has_passed() -> None:
    recorder = JournalRecorder()
    recorder.record()
    recorder.offset = YEAR
    recorder.record(DAY)
    recorder.offset = 0
    for _ in range(3):
        recorder.record(DAY)
    recorder.record(2 * YEAR)
    entries = corrected(recorder)
    assert [entry.at for entry in entries[:1] + entries[2:]] == [
        real for index, real in enumerate(recorder.real_times) if index != 1
    ]
    assert entries[1].at == entries[2].at - 1
