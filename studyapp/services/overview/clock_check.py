"""Whether the clock disagrees with the journal. It runs at every start, so it reads only the newest entries."""

from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.study.study_day import DAY_MS, TRAVEL_DAYS
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.counts.day_order import are_newest_days_out_of_order

_LONGEST_PAUSE_DAYS = 400
"""A pause of more than a year may be real, but the clock may also have been set to another year."""


class ClockProblem(Enum):
    """How the clock disagrees with the journal."""

    JOURNAL_IN_FUTURE = auto()
    """The newest entry is in the future: the clock was or is wrong."""

    DAYS_OUT_OF_ORDER = auto()
    """Among the newest entries, a study day is before an earlier one: the clock was wrong for some time."""

    LONG_PAUSE = auto()
    """The newest entry is very old: the clock may be wrong now."""


class ClockWarning(NamedTuple):
    """A problem with the clock: the time that it shows and that of the newest entry, both in UTC milliseconds."""

    problem: ClockProblem
    now: int
    newest_at: int


def check_clock(collection: Collection, clock: Clock) -> ClockWarning | None:
    """Compare the clock with the journal. Returns None if they agree. Raises StoreError if reading fails."""
    with collection.read_transaction() as connection:
        newest_at, now = journal_entries.newest_time(connection), clock.now()
        if newest_at is None:
            return None
        if newest_at > now + DAY_MS:
            return ClockWarning(ClockProblem.JOURNAL_IN_FUTURE, now, newest_at)
        if are_newest_days_out_of_order(connection, collection.device_id, TRAVEL_DAYS):
            return ClockWarning(ClockProblem.DAYS_OUT_OF_ORDER, now, newest_at)
        if newest_at < now - _LONGEST_PAUSE_DAYS * DAY_MS:
            return ClockWarning(ClockProblem.LONG_PAUSE, now, newest_at)
    return None
