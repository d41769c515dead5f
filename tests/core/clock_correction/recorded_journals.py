"""Journals as they are recorded with a clock that is sometimes wrong."""

from dataclasses import dataclass, field
from datetime import tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from studyapp.core.clock_correction.corrected_times import Calendar
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import study_day_at, study_day_start
from tests.core.journals import CARD, DAY

HOUR, YEAR = DAY // 24, 365 * DAY
START = 1_790_000_000_000
"""A moment in 2026."""

TAIPEI = ZoneInfo("Asia/Taipei")
ZONES = tuple(
    map(
        ZoneInfo,
        ("Pacific/Kiritimati", "Asia/Taipei", "Europe/Berlin", "America/New_York", "Pacific/Pago_Pago"),
    )
)
OFFSETS = (100 * YEAR, 26 * YEAR, YEAR, 30 * DAY, 3 * DAY, -3 * DAY, -40 * DAY, -YEAR, -26 * YEAR)
"""How far a wrong clock is from the right time."""


def calendar_at(now: int, zone: tzinfo = TAIPEI) -> Calendar:
    return Calendar(
        now,
        study_day_at(now, zone),
        partial(study_day_at, zone=zone),
        lambda day: round(study_day_start(day, zone).timestamp() * 1000),
    )


@dataclass
class JournalRecorder:
    """Records entries as the app does. `now` is the real time; the clock shows it plus `offset`."""

    now: int = START
    offset: int = 0
    zone: tzinfo = TAIPEI
    device: str = "a"
    records_clock: bool = True
    """False for journals of earlier versions, which contain no `clock_at`."""

    entries: list[Entry] = field(default_factory=list)
    real_times: list[int] = field(default_factory=list)

    def record(self, wait: int = HOUR, *, learning: bool = False, entry_count: int = 1) -> None:
        """Wait, then record the entries of an action."""
        self.now += wait
        clock = self.now + self.offset
        at = max(clock, max((entry.at for entry in self.entries), default=0) + 1)
        day = study_day_at(clock, self.zone)
        for _ in range(entry_count):
            self.entries.append(
                Entry(
                    EntryId(self.device, len(self.entries) + 1), at, day, CARD, EntryKind.REVIEW, Rating.GOOD,
                    None if learning else day + 7, clock + 600_000 if learning else None,
                    clock_at=clock if clock != at and self.records_clock else None,
                )
            )  # fmt: skip
            self.real_times.append(self.now)


_WAITS = st.sampled_from((1000, 60_000, HOUR, 9 * HOUR, DAY, 3 * DAY, 40 * DAY))


@st.composite
def right_journals(draw: st.DrawFn) -> JournalRecorder:
    """A journal recorded with a right clock, which at most went back by some minutes, on travels through time zones."""
    recorder = JournalRecorder(records_clock=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 20))):
        recorder.zone = draw(st.sampled_from(ZONES))
        recorder.offset = draw(st.sampled_from((0, 0, 0, -5 * 60_000, 5 * 60_000)))
        recorder.record(draw(_WAITS), learning=draw(st.booleans()), entry_count=draw(st.integers(1, 3)))
    return recorder


@st.composite
def journals_with_wrong_clock(draw: st.DrawFn) -> JournalRecorder:
    """A journal recorded with a clock that was wrong for some time, or several times, and is right in the end."""
    recorder = JournalRecorder(records_clock=draw(st.booleans()))
    for _ in range(draw(st.integers(1, 5))):
        recorder.zone = draw(st.sampled_from(ZONES))
        recorder.offset = draw(st.sampled_from((0, *OFFSETS)))
        for _ in range(draw(st.integers(1, 5))):
            recorder.record(draw(_WAITS), learning=draw(st.booleans()), entry_count=draw(st.integers(1, 2)))
    recorder.offset = 0
    recorder.now += draw(_WAITS)
    return recorder
