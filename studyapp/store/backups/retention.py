"""Which backups are kept: all recent ones, then one for each day, week and month."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import NamedTuple

RECENT_BACKUPS = 12
DAYS, WEEKS, MONTHS = 14, 8, 24
"""The number of days, weeks and months for which the last backup is kept."""

SPECIAL_BACKUPS = 5
"""The number of backups from before a restore that are kept besides."""


class RetentionItem(NamedTuple):
    """A backup: its number, the local date of its creation, and whether it was made before a restore."""

    number: int
    date: date
    is_special: bool = False


def select_outdated(backups: Iterable[RetentionItem]) -> set[int]:
    """Return the numbers of the backups to delete.

    Dates only group the backups and are never compared with the clock, so that a wrong clock can't delete new
    backups or keep old ones forever.
    """
    newest_first = sorted(backups, reverse=True)
    kept = {item.number for item in newest_first[:RECENT_BACKUPS]}
    kept |= {item.number for item in [item for item in newest_first if item.is_special][:SPECIAL_BACKUPS]}
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for count, period_of in periods:
        last_by_period: dict[Hashable, int] = {}
        for item in newest_first:
            last_by_period.setdefault(period_of(item.date), item.number)
        kept |= set(list(last_by_period.values())[:count])
    return {item.number for item in newest_first} - kept
