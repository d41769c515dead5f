"""When entries that were recorded while the clock was wrong really happened."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from studyapp.core.clock_correction.wrong_times import Moment, Verdict, judge_times
from studyapp.core.study.journal import Entry, TimeCorrection
from studyapp.core.study.study_day import DAY_MS, MINUTE_MS

_LONGEST_GAP_MS = 365 * DAY_MS
"""Between two moments of a wrong clock. Where it shows more, it was set from one wrong time to another."""


class Calendar(NamedTuple):
    """The current time (UTC ms) and study day; `study_day_at` returns the study day of a time, `day_start` the time
    at which a study day starts."""

    now: int
    today: int
    study_day_at: Callable[[int], int]
    day_start: Callable[[int], int]


def find_corrections(entries: Sequence[Entry], calendar: Calendar) -> list[TimeCorrection]:
    """Return corrections of all wrong times, for the entries of one device in the order of recording.

    The time between entries recorded under a wrong clock is kept. They end just before the next entry of a right clock, or now, and
    start after the entry before them; if they don't fit, it is shortened. Applying the corrections
    keeps the order of the entries, and then there are no wrong times left.
    """
    moments = judge_times(entries, calendar.now, calendar.today)
    if all(moment.verdict is Verdict.RIGHT for moment in moments):
        return []
    times = _times_of_right_moments(moments, calendar)
    days = _days_around(moments)
    corrections: list[TimeCorrection] = []
    position = 0
    for is_wrong, group in groupby(moments, key=lambda moment: moment.verdict is Verdict.WRONG):
        block = list(group)
        if is_wrong:
            after = times.get(position + len(block))
            block_times = _fit_block(block, times.get(position - 1), after, calendar.now)
            for moment, at in zip(block, block_times, strict=True):
                corrections += _move(moment, at, _clamp(calendar.study_day_at(at), days[position]))
        else:
            for index, moment in enumerate(block, position):
                if moment.verdict is Verdict.TIME_UNKNOWN:
                    corrections += (
                        TimeCorrection(entry.id, times[index], entry.study_day, entry.due_day, entry.due_at)
                        for entry in moment.entries
                    )
        position += len(block)
    return corrections


def _times_of_right_moments(moments: Sequence[Moment], calendar: Calendar) -> dict[int, int]:
    """Return the times of the moments at which the clock was right, by position.

    A moment of which only the day is known is put at the end of the day, which leaves time for what happened before.
    """
    times: dict[int, int] = {}
    next_at = calendar.now
    for position in reversed(range(len(moments))):
        moment = moments[position]
        if moment.verdict is Verdict.TIME_UNKNOWN:
            times[position] = min(calendar.day_start(moment.study_day + 1), next_at) - MINUTE_MS
        elif moment.verdict is Verdict.RIGHT and moment.clock_at is not None:
            times[position] = moment.clock_at
        next_at = min(next_at, times.get(position, next_at))
    return _in_order(times, moments)


def _in_order(times: dict[int, int], moments: Sequence[Moment]) -> dict[int, int]:
    """Move times that are before the previous one after it, with a millisecond for each moment in between. Times that
    are not corrected stay."""
    ordered: dict[int, int] = {}
    previous: tuple[int, int] | None = None
    for position in sorted(times):
        moment, at = moments[position], times[position]
        is_fixed = moment.verdict is Verdict.RIGHT and moment.entries[0].clock_at is None
        if previous is not None and not is_fixed:
            at = max(at, previous[1] + position - previous[0])
        ordered[position] = at
        previous = (position, at)
    return ordered


def _fit_block(block: Sequence[Moment], before: int | None, after: int | None, now: int) -> list[int]:
    """Return the times of successive moments of a wrong clock, between the times of the moments around them, at least a
    millisecond apart."""
    steps = len(block) - 1
    last = now if after is None else after - 1
    if before is not None:
        last = max(last, before + 1 + steps)
    offsets = _offsets(block, _LONGEST_GAP_MS if before is None else last - before)
    if before is None or last - before > offsets[-1]:
        return [last - offsets[-1] + offset for offset in offsets]
    surplus, spare = offsets[-1] - steps, last - (before + 1) - steps
    return [
        before + 1 + index + (offset - index) * spare // surplus if surplus else before + 1 + index
        for index, offset in enumerate(offsets)
    ]


def _offsets(block: Sequence[Moment], longest_gap: int) -> list[int]:
    """Return the time from the first moment to each (ms). They increase, and by at most `longest_gap`, even where the
    clock was set in between."""
    offsets = [0]
    for moment, following in pairwise(block):
        gap = _shown_at(following) - _shown_at(moment)
        offsets.append(offsets[-1] + max(1, min(gap, longest_gap)))
    return offsets


def _shown_at(moment: Moment) -> int:
    return moment.entries[0].at if moment.clock_at is None else moment.clock_at


def _days_around(moments: Sequence[Moment]) -> list[tuple[int | None, int | None]]:
    """Return the latest right study day before each moment and the earliest one after it."""
    latest: list[int | None] = []
    earliest: list[int | None] = []
    for days, ordered, choose in ((latest, moments, max), (earliest, moments[::-1], min)):
        found: int | None = None
        for moment in ordered:
            if moment.verdict is not Verdict.WRONG:
                found = moment.study_day if found is None else choose(found, moment.study_day)
            days.append(found)
    return list(zip(latest, earliest[::-1], strict=True))


def _clamp(day: int, days_around: tuple[int | None, int | None]) -> int:
    """Return the day within the right days around it: they may have been counted in another time zone."""
    latest_before, earliest_after = days_around
    if latest_before is None or earliest_after is None:
        day = day if latest_before is None else max(day, latest_before)
        return day if earliest_after is None else min(day, earliest_after)
    low, high = sorted((latest_before, earliest_after))
    return max(low, min(day, high))


def _move(moment: Moment, at: int, day: int) -> Iterator[TimeCorrection]:
    """Yield the corrections of a moment's entries. The interval that a rating set is kept; if the time that the clock
    showed is unknown, a card in learning becomes due at once."""
    for entry in moment.entries:
        due_day = None if entry.due_day is None else entry.due_day + day - entry.study_day
        delay = 0 if entry.due_at is None or moment.clock_at is None else entry.due_at - moment.clock_at
        yield TimeCorrection(entry.id, at, day, due_day, None if entry.due_at is None else at + delay)
