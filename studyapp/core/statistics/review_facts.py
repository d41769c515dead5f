"""What statistics need to know about each review of a card.

Kinds and intervals are those of Anki's review log, so that the figures equal Anki's (`rslib/src/stats/graphs`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS

_DAY_SECONDS = DAY_MS // 1000

MATURE_DAYS = 21
"""The interval in days from which on Anki calls a card mature."""


class ReviewKind(IntEnum):
    """What a card was when it was reviewed. The numbers are stored: never change one."""

    LEARNING = 0
    """New, or in its learning steps."""

    REVIEW = 1
    RELEARNING = 2


class IntervalClass(IntEnum):
    """How long the interval before a review was. The numbers are stored: never change one."""

    UNDER_A_DAY = 0
    YOUNG = 1
    MATURE = 2


class ReviewFact(NamedTuple):
    """A review that is in effect.

    `hour` is that of the learner's clock, 0 to 23. `predicted` is the probability of recall just before the review,
    as FSRS saw it; None for the first review and for those on the day of the one before, which FSRS doesn't predict.
    `stability` is that after the review, in days. `next_day` is the study day of the next review or reset, at which this
    memory state ends; None if it lasts. `due_day` is the study day on which the card was due again; None if it was
    suspended since; if it was suspended and restored, not before the day of the latter.
    """

    day: int
    hour: int
    kind: ReviewKind
    interval: IntervalClass
    rating: Rating
    duration_ms: int
    confidence: Confidence | None
    predicted: float | None
    stability: float
    next_day: int | None
    due_day: int | None

    @property
    def is_recalled(self) -> bool:
        """Whether the card was remembered: any rating but Again."""
        return self.rating is not Rating.AGAIN


class StudiedEntry(NamedTuple):
    """What facts need to know of an entry in effect: see Entry."""

    kind: EntryKind
    rating: Rating | None
    at: int
    study_day: int
    due_day: int | None
    due_at: int | None
    duration_ms: int
    confidence: Confidence | None


def find_review_facts(
    entries: Iterable[Entry], scheduler: Scheduler, hour_at: Callable[[int], int]
) -> list[ReviewFact]:
    """Return a fact for each effective review of a card, in journal order.

    `hour_at` returns the hour of the learner's clock at a moment (UTC ms).
    """
    return facts_of_history(effective_entries(entries), scheduler, hour_at)


def facts_of_history(
    entries_in_effect: Iterable[Entry | StudiedEntry], scheduler: Scheduler, hour_at: Callable[[int], int]
) -> list[ReviewFact]:
    """Return a fact for each of the reviews of a card. The entries are in journal order."""
    facts: list[ReviewFact] = []
    history = _History()
    for entry in entries_in_effect:
        match entry.kind:
            case EntryKind.REVIEW:
                history.add_review(entry)
            case EntryKind.SET_DUE:
                history.set_due(entry)
            case EntryKind.SUSPEND:
                history.suspend()
            case EntryKind.RESTORE:
                history.restore(entry.study_day)
            case EntryKind.RESET:
                facts += _to_facts(history.reviews, entry.study_day, scheduler, hour_at)
                history.reset()
            case _:
                pass  # it changes neither phase nor memory
    return [*facts, *_to_facts(history.reviews, None, scheduler, hour_at)]


class _Review(NamedTuple):
    """A review, the days since the one before, and what the card was then."""

    entry: Entry | StudiedEntry
    rating: Rating
    elapsed_days: int
    kind: ReviewKind
    interval: IntervalClass
    due_day: int | None


class _History:
    """The reviews of a card since it was new or reset, and the state that the next review will find.

    Phases and intervals are those of Anki's review log: `anki.review_log.build_review_log` gives the same.
    """

    def __init__(self) -> None:
        self.reviews: list[_Review] = []
        self._phase = ReviewKind.LEARNING
        self._interval = IntervalClass.UNDER_A_DAY
        self._last_day: int | None = None
        self._due_day = 0
        self._is_suspended = False

    def add_review(self, entry: Entry | StudiedEntry) -> None:
        """Add a review, and take over the due time that it set."""
        if entry.rating is None:
            raise ValueError(f"a review without a rating: {entry}")
        last_day = entry.study_day if self._last_day is None else self._last_day
        kind = self._phase if self.reviews else ReviewKind.LEARNING
        interval = self._interval
        if kind is ReviewKind.REVIEW and interval is IntervalClass.UNDER_A_DAY:
            interval = (
                IntervalClass.YOUNG
            )  # due on the day on which the due date was set: Anki takes it to be young
        self._take_due(entry)
        self.reviews.append(
            _Review(
                entry, entry.rating, max(0, entry.study_day - last_day), kind, interval,
                None if self._is_suspended else self._due_day,
            )
        )  # fmt: skip
        self._last_day = max(entry.study_day, last_day)

    def set_due(self, entry: Entry | StudiedEntry) -> None:
        """Take over a due date that was set by hand."""
        if self._last_day is None:
            self._last_day = entry.study_day
        self._take_due(entry)
        if not self._is_suspended:
            self._change_due_of_last_review(self._due_day)

    def suspend(self) -> None:
        """Take over that the card was suspended."""
        self._is_suspended = True
        self._change_due_of_last_review(None)

    def restore(self, day: int) -> None:
        """Take over that the card is no longer suspended from this study day on."""
        if self._is_suspended:
            self._is_suspended = False
            self._change_due_of_last_review(max(day, self._due_day))

    def reset(self) -> None:
        """Take over that the card is new again."""
        self.reviews = []
        self._phase = ReviewKind.LEARNING
        self._interval = IntervalClass.UNDER_A_DAY
        self._last_day = None

    def _change_due_of_last_review(self, due_day: int | None) -> None:
        if self.reviews:
            self.reviews[-1] = self.reviews[-1]._replace(due_day=due_day)

    def _take_due(self, entry: Entry | StudiedEntry) -> None:
        if entry.due_day is not None:
            self._phase = ReviewKind.REVIEW
            self._interval = _classify_days(entry.due_day - entry.study_day)
            self._due_day = entry.due_day
            return
        if self._phase is ReviewKind.REVIEW:
            self._phase = ReviewKind.RELEARNING
        step_ms = (entry.due_at or entry.at) - entry.at
        self._interval = _classify_days(
            min(1, round(step_ms / 1000) // _DAY_SECONDS)
        )  # Anki takes no step to be mature
        self._due_day = entry.study_day + step_ms // DAY_MS


def _classify_days(days: int) -> IntervalClass:
    if days >= MATURE_DAYS:
        return IntervalClass.MATURE
    return IntervalClass.YOUNG if days >= 1 else IntervalClass.UNDER_A_DAY


def _to_facts(
    reviews: Sequence[_Review], end_day: int | None, scheduler: Scheduler, hour_at: Callable[[int], int]
) -> Iterator[ReviewFact]:
    """Yield the facts about the reviews up to a reset on `end_day`, if there is one."""
    if not reviews:
        return
    stabilities = scheduler.stabilities_after([(one.rating, one.elapsed_days) for one in reviews])
    recall_after = scheduler.recall_function()
    next_days = [*(one.entry.study_day for one in reviews[1:]), end_day]
    before: float | None = None
    for review, stability, next_day in zip(reviews, stabilities, next_days, strict=True):
        entry, days = review.entry, review.elapsed_days
        predicted = None if before is None or not days else recall_after(days / before)
        yield ReviewFact(
            entry.study_day, hour_at(entry.at), review.kind, review.interval, review.rating, entry.duration_ms,
            entry.confidence, predicted, stability, next_day,
            review.due_day,
        )  # fmt: skip
        before = stability
