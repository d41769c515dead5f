"""What the due day of a card depends on besides its memory: how many cards are due on each day, days off, and exams."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import DayLoad, StudyOptions, Switch
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import WeighDays
from studyapp.core.study.load_balancing import DayShares, weigh_day, weigh_days_for_card
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.store.collection import Collection
from studyapp.store.plans import days_off, due_load, exams

_BLOCK_DAYS = 64
"""How many days are counted at once."""


class DuePlan(NamedTuple):
    """Which days are preferred for a card, and the next exam that it is learned for, if any."""

    weigh_days: WeighDays | None = None
    exam: ExamDays | None = None


class DueLoad:
    """How many cards are due on each day, kept in memory during a session: reading it for each card would make ratings
    slower. It is read again after anything but a rating was written."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._has_exams = False
        self._external_version = self._own_write_count = -1
        self._shares = DayShares((DayLoad.NORMAL,) * 7, frozenset())
        self._counted_blocks: set[int] = set()
        self._count_by_day: dict[int, int] = {}
        self._weight_by_day: dict[int, float] = {}

    def is_current(self) -> bool:
        """Return whether this connection has written nothing since the numbers were read."""
        return self._own_write_count == self._collection.own_write_count()

    def load_due_plan(self, options: StudyOptions, card: CardId, today: int) -> DuePlan:
        """Return what the due day of a card depends on that is rated `today`."""
        with self._collection.read_transaction() as connection:
            external_version = self._collection.external_write_version()
            if external_version != self._external_version or not self.is_current():
                self._counted_blocks.clear()
                self._shares = DayShares(options.easy_days, days_off.load_after(connection, today))
                self._has_exams = exams.has_exam_after(connection, today)
                self._external_version = external_version
                self._own_write_count = self._collection.own_write_count()
            exam = exams.load_next_exam_of(connection, card, today) if self._has_exams else None
            if options.balance_load is Switch.OFF:
                return DuePlan(exam=exam)
            sibling_days = due_load.due_days_of_siblings(connection, card)

        def weigh(days: range) -> Sequence[float]:
            self._count(days)
            return weigh_days_for_card(days, today, self._weight_by_day, sibling_days)

        return DuePlan(weigh, exam)

    def move_card(self, before: Schedule, after: Schedule) -> None:
        """Take over what a rating has just written, if the numbers were current before."""
        self._add(before, -1)
        self._add(after, 1)
        self._own_write_count = self._collection.own_write_count()

    def _add(self, schedule: Schedule, change: int) -> None:
        if isinstance(schedule.phase, ReviewPhase) and not schedule.is_suspended:
            day = schedule.phase.due_day
            if day // _BLOCK_DAYS in self._counted_blocks:
                self._set_count(day, self._count_by_day[day] + change)

    def _count(self, days: range) -> None:
        for block in range(days.start // _BLOCK_DAYS, (days.stop - 1) // _BLOCK_DAYS + 1):
            if block not in self._counted_blocks:
                self._counted_blocks.add(block)
                days_of_block = range(block * _BLOCK_DAYS, (block + 1) * _BLOCK_DAYS)
                with self._collection.read_transaction() as connection:
                    due_counts = due_load.count_due(connection, days_of_block)
                for day in days_of_block:
                    self._set_count(day, due_counts.get(day, 0))

    def _set_count(self, day: int, count: int) -> None:
        self._count_by_day[day] = count
        self._weight_by_day[day] = weigh_day(self._shares.share_on(day), count)
