"""Finding the entries that were recorded while the clock was wrong."""

from collections.abc import Sequence
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from studyapp.core.study.journal import Entry
from studyapp.core.study.study_day import DAY_MS, TRAVEL_DAYS

_SAME_DAY_MS = 4 * DAY_MS
"""A time this close to noon (UTC) of a study day can be on that day, in any time zone and with any start of the day."""

_LONG_PAUSE_DAYS, _PAUSE_COST = 30, 30
"""Where days decrease, either those before or those after are wrong. A wrong clock usually leaves a pause of more than
this many days, which counts as much as this many actions."""


class Verdict(Enum):
    """Whether the clock was right. TIME_UNKNOWN: it was, but the entry contains only the study day that it showed."""

    RIGHT = 1
    TIME_UNKNOWN = 2
    WRONG = 3


class Moment(NamedTuple):
    """The entries of one action. `clock_at` is the time that the clock showed (UTC ms), if it is known."""

    entries: tuple[Entry, ...]
    clock_at: int | None
    verdict: Verdict

    @property
    def study_day(self) -> int:
        """The study day according to the clock."""
        return self.entries[0].study_day


def judge_times(entries: Sequence[Entry], now: int, today: int) -> list[Moment]:
    """Return whether the clock was right at each moment, for the entries of one device in the order of recording.

    Small differences are ignored, because travel through time zones looks the same. Entries more than a day in the
    future are wrong, and then also those less than a day in the future. Of the others,
    days must not decrease. Where they do, the larger part without a long pause is taken as right, and so is every day that
    fits into it.
    """
    moments = [_moment(tuple(group)) for _, group in groupby(entries, key=lambda entry: entry.at)]
    judged = _judge(moments, now + DAY_MS, today + TRAVEL_DAYS)
    is_right = all(moment.verdict is Verdict.RIGHT for moment in judged)
    return judged if is_right else _judge(moments, now, today + TRAVEL_DAYS)


def _judge(moments: Sequence[Moment], last_time: int, last_day: int) -> list[Moment]:
    plausible = [
        index
        for index, moment in enumerate(moments)
        if moment.study_day <= last_day and (moment.clock_at is None or moment.clock_at <= last_time)
    ]
    days = [moments[index].study_day for index in plausible]
    right = {plausible[position] for position in _positions_in_order(days)}
    return [
        moment if index in right else moment._replace(verdict=Verdict.WRONG)
        for index, moment in enumerate(moments)
    ]


def _moment(entries: tuple[Entry, ...]) -> Moment:
    entry = entries[0]
    noon = entry.study_day * DAY_MS + DAY_MS // 2
    if entry.clock_at is None and abs(entry.at - noon) > _SAME_DAY_MS:
        return Moment(entries, None, Verdict.TIME_UNKNOWN)
    return Moment(entries, entry.at if entry.clock_at is None else entry.clock_at, Verdict.RIGHT)


def _positions_in_order(days: Sequence[int]) -> list[int]:
    """Return the positions of the most plausible order of days, and of all other days that fit into it: none is more
    than `TRAVEL_DAYS` before an earlier one."""
    chosen = {position for run in _most_plausible_runs(_split_into_runs(days), days) for position in run}
    earliest_after = [0] * len(days)
    earliest = max(days, default=0)
    for position in reversed(range(len(days))):
        earliest = min(earliest, days[position]) if position in chosen else earliest
        earliest_after[position] = earliest
    accepted: list[int] = []
    latest = min(days, default=0)
    for position, day in enumerate(days):
        if latest - TRAVEL_DAYS <= day <= earliest_after[position] + TRAVEL_DAYS:
            accepted.append(position)
            latest = max(latest, day)
    return accepted


def _split_into_runs(days: Sequence[int]) -> list[range]:
    """Return the positions of successive days, split where a day is left out and where the day decreases."""
    starts = [
        position
        for position, day in enumerate(days)
        if position == 0 or not 0 <= day - days[position - 1] <= 1
    ]
    return [range(start, end) for start, end in zip(starts, [*starts, len(days)][1:], strict=True)]


def _most_plausible_runs(runs: Sequence[range], days: Sequence[int]) -> list[range]:
    """Return the runs, in order and with no day before an earlier one, that contain most positions; a long pause
    between two of them counts as `_PAUSE_COST` positions less."""
    values: list[int] = []
    previous: list[int | None] = []
    ends = set(range(len(runs)))
    for index, run in enumerate(runs):
        best: tuple[int, int] | None = None
        for earlier in range(index):
            pause = days[run.start] - days[runs[earlier].stop - 1]
            if pause >= 0:
                ends.discard(earlier)
                candidate = (values[earlier] - (_PAUSE_COST if pause > _LONG_PAUSE_DAYS else 0), earlier)
                best = candidate if best is None else max(best, candidate)
        values.append(len(run) + (best[0] if best else 0))
        previous.append(best[1] if best else None)
    chosen = []
    position = max(ends, key=lambda end: (values[end], end), default=None)
    while position is not None:
        chosen.append(runs[position])
        position = previous[position]
    return chosen
