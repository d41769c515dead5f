"""The ways to schedule that are compared: FSRS as StudyApp uses it, and SM-2 as Anki does by default."""

import random
from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple, Protocol

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.fit import should_adopt
from studyapp.core.optimization.parameter_fitting import (
    ParametersInUse,
    TooFewReviews,
    fit_parameters,
    list_predicted_reviews,
)
from studyapp.core.optimization.review_history import find_review_history
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import WeighDays, compute_fuzz_factor, fuzz_interval
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule, apply_entry, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS


class Due(NamedTuple):
    """When a card is due next: in some minutes, or on a study day."""

    minutes: float | None
    day: int | None


class Scheduling(Protocol):
    """Says when a card is due after a rating."""

    def rate(self, card: int, rating: Rating, at: float) -> Due:
        """Record a rating at a time in days, and return when the card is due."""


class FsrsScheduling:
    """FSRS with learning steps, minimum intervals and fuzz, by the code that runs in StudyApp. Its journal can be fitted."""

    def __init__(self, scheduler: Scheduler) -> None:
        self.scheduler = scheduler
        self._fitted_at: int | None = None
        self.entries: list[Entry] = []
        self.schedules: dict[int, Schedule] = {}
        """In the order in which the cards were started."""

        self.exam_by_card: dict[int, ExamDays] = {}
        self.exam_of_new_cards: ExamDays | None = None
        self._steps = StepMinutes()

    def fit(self) -> None:
        """Fit the parameters to the reviews so far, and adopt them as StudyApp would."""
        entries_by_card: dict[int, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            entries_by_card[int(entry.card_id.note_id)].append(entry)
        histories = [find_review_history(entries) for entries in entries_by_card.values()]
        fitted = fit_parameters(
            list_predicted_reviews(histories), ParametersInUse(self.scheduler.parameters, self._fitted_at)
        )
        if isinstance(fitted, TooFewReviews) or not should_adopt(fitted):
            return
        self._fitted_at = self.entries[-1].at
        self.scheduler = replace(self.scheduler, parameters=fitted.parameters)
        self.schedules = {card: fold(entries, self.scheduler) for card, entries in entries_by_card.items()}

    def rate(self, card: int, rating: Rating, at: float) -> Due:
        schedule = self.schedules.get(card, Schedule())
        day, now = int(at), round(at * DAY_MS)
        fuzz = compute_fuzz_factor(_card_id(card), schedule.review_count)
        if self.exam_of_new_cards and card not in self.schedules:
            self.exam_by_card[card] = self.exam_of_new_cards
        exam = self.exam_by_card.get(card)
        weigh_days = self.weigh_days(day)
        due = next_due_by_rating(schedule, now, day, self.scheduler, self._steps, fuzz, weigh_days, exam)[
            rating
        ]
        self.append(card, now, day, EntryKind.REVIEW, rating=rating, due_day=due.due_day, due_at=due.due_at)
        if due.due_day is not None:
            return Due(None, due.due_day)
        return Due(due.delay / 60_000, None)

    def weigh_days(self, day: int) -> WeighDays | None:  # noqa: ARG002
        """Return which days are preferred for a card that is rated on a day; None if all are alike."""
        return None

    def set_due(self, card: int, due_day: int, day: int) -> None:
        """Make a card due on another day, on a study day before the first review."""
        self.append(card, day * DAY_MS, day, EntryKind.SET_DUE, due_day=due_day)

    def append(
        self,
        card: int,
        at: int,
        day: int,
        kind: EntryKind,
        rating: Rating | None = None,
        due_day: int | None = None,
        due_at: int | None = None,
    ) -> None:
        """Write an entry into the journal, and apply it."""
        entry_id = EntryId("simulation", len(self.entries))
        entry = Entry(entry_id, at, day, _card_id(card), kind, rating, due_day, due_at)
        self.entries.append(entry)
        self.schedules[card] = apply_entry(self.schedules.get(card, Schedule()), entry, self.scheduler)


def _card_id(card: int) -> CardId:
    return CardId("simulated", str(card), 1)


class _Sm2State(NamedTuple):
    ease: float = 2.5
    interval: int = 0
    """In days; 0 while the card is in its steps for the first time."""

    step: int = 0
    is_relearning: bool = False
    due_day: int = 0


class Sm2Scheduling:
    """SM-2 with the default options of Anki, as its manual describes them: steps of 1 and 10 minutes, then 1 day, or 4 days
    after Easy; ease 250 %, less 20 points after Again and 15 after Hard, 15 more after Easy; hard interval 120 %, easy bonus
    130 %; after a lapse one step of 10 minutes and an interval of 1 day."""

    def __init__(self, seed: int) -> None:
        self._states: dict[int, _Sm2State] = {}
        self._source = random.Random(seed)

    def rate(self, card: int, rating: Rating, at: float) -> Due:
        state = self._states.get(card, _Sm2State())
        if state.interval == 0 or state.is_relearning:
            changed, due = self._rate_in_steps(state, rating, int(at))
        else:
            changed, due = self._rate_review(state, rating, int(at))
        self._states[card] = changed
        return due

    def _rate_in_steps(self, state: _Sm2State, rating: Rating, day: int) -> tuple[_Sm2State, Due]:
        steps = (10.0,) if state.is_relearning else (1.0, 10.0)
        if rating is Rating.AGAIN:
            return state._replace(step=0), Due(steps[0], None)
        if rating is Rating.HARD:
            first = (sum(steps[:2]) / 2) if len(steps) > 1 else steps[0] * 1.5
            return state, Due(first if state.step == 0 else steps[state.step], None)
        if rating is Rating.GOOD and state.step + 1 < len(steps):
            return state._replace(step=state.step + 1), Due(steps[state.step + 1], None)
        if state.is_relearning:
            interval = state.interval + (1 if rating is Rating.EASY else 0)
        else:
            interval = 4 if rating is Rating.EASY else 1
        return self._graduate(state, interval, day)

    def _rate_review(self, state: _Sm2State, rating: Rating, day: int) -> tuple[_Sm2State, Due]:
        if rating is Rating.AGAIN:
            lapsed = state._replace(ease=max(1.3, state.ease - 0.2), interval=1, step=0, is_relearning=True)
            return lapsed, Due(10.0, None)
        late = max(0, day - state.due_day)
        hard = max(state.interval + 1, round(state.interval * 1.2))
        good = max(hard + 1, round((state.interval + late / 2) * state.ease))
        easy = max(good + 1, round((state.interval + late) * state.ease * 1.3))
        interval = {Rating.HARD: hard, Rating.GOOD: good, Rating.EASY: easy}[rating]
        change = {Rating.HARD: -0.15, Rating.GOOD: 0.0, Rating.EASY: 0.15}[rating]
        return self._graduate(state._replace(ease=max(1.3, state.ease + change)), interval, day)

    def _graduate(self, state: _Sm2State, interval: int, day: int) -> tuple[_Sm2State, Due]:
        days = fuzz_interval(interval, self._source.random())
        return state._replace(interval=days, step=0, is_relearning=False, due_day=day + days), Due(
            None, day + days
        )
