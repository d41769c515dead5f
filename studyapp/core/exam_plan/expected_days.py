"""What is studied on each day before an exam within the limits of the learner.

All cards are simulated once, those of the exam and the others: they share the limits, so cards may wait.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.exam_plan.card_reviews import CardReviews, ExamCard
from studyapp.core.exam_plan.exam import plan_new_cards
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.workload.day_plan import DEFAULT_TIMES, CardTimes, DayLimits, plan_day


class StudyLimits(NamedTuple):
    """The limits of each day over all decks. `minutes` are those a day that the learner has set, 0 for none, and `times` how long
    cards take. Nothing is studied on `days_off`."""

    new_cards: int
    reviews: int
    minutes: int = 0
    times: CardTimes = DEFAULT_TIMES
    days_off: frozenset[int] = frozenset()
    paused_until: int | None = None

    def on_day(self, day: int, due: int) -> DayLimits:
        """Return the limits of a day on which so many cards are due."""
        if day in self.days_off:
            return DayLimits(0, 0)
        is_paused = self.paused_until is not None and day < self.paused_until
        new_cards = 0 if is_paused else self.new_cards
        if not self.minutes:
            return DayLimits(new_cards, self.reviews)
        planned = plan_day(self.minutes, due, self.times)
        return DayLimits(min(new_cards, planned.new_cards), min(self.reviews, planned.reviews))


class NewCardsOfDeck(NamedTuple):
    """The new cards of an exam in a deck, how many new cards a day the deck allows, and how many of the exam were introduced today."""

    cards: int
    limit: int
    introduced_today: int = 0


class OtherCards(NamedTuple):
    """The cards of the learner that don't belong to the exam."""

    studied: Sequence[ExamCard] = ()
    new_cards: int = 0


class ExpectedDay(NamedTuple):
    """How many new cards of an exam are introduced on a day, and on which day those are studied that become due on it."""

    new_cards: int
    studied_on: int


def expect_days(
    exam: ExamDays,
    today: int,
    studied: Sequence[ExamCard],
    new_by_deck: Sequence[NewCardsOfDeck],
    others: OtherCards,
    limits: StudyLimits,
    reviews: CardReviews,
) -> list[ExpectedDay]:
    """Return the days from today to the day before the exam.

    The new cards of the exam come first, at the pace of the plan and within the limits of their decks.
    """
    simulation = _Simulation(exam, today, studied, others, reviews)
    left = list(new_by_deck)
    new_cards = []
    for day in range(today, exam.day):
        allowed = limits.on_day(day, simulation.begin_day(day))
        planned = plan_new_cards(
            exam, day, sum(deck.cards for deck in left), sum(deck.introduced_today for deck in left)
        ).today
        introduced = _take_new_cards(
            left, min(planned, allowed.new_cards - sum(deck.introduced_today for deck in left))
        )
        simulation.study(introduced, allowed)
        new_cards.append(introduced)
    return [
        ExpectedDay(count, studied_on)
        for count, studied_on in zip(new_cards, simulation.days_of_reviews(limits.days_off), strict=True)
    ]


def _take_new_cards(left: list[NewCardsOfDeck], at_most: int) -> int:
    """Take new cards of one deck after the other, and return how many there were. Begins the next day."""
    taken = 0
    for index, deck in enumerate(left):
        count = max(0, min(deck.cards, deck.limit - deck.introduced_today, at_most - taken))
        left[index] = NewCardsOfDeck(deck.cards - count, deck.limit)
        taken += count
    return taken


class _Waiting(NamedTuple):
    due_day: int
    is_for_exam: bool
    card: ExamCard


class _Simulation:
    """All cards of the learner. Those that are due longest come first."""

    def __init__(
        self,
        exam: ExamDays,
        today: int,
        studied: Sequence[ExamCard],
        others: OtherCards,
        reviews: CardReviews,
    ) -> None:
        self._exam, self._today, self._day, self._reviews = exam, today, today, reviews
        self._other_new_cards = others.new_cards
        self._waiting: deque[_Waiting] = deque()
        self._due: defaultdict[int, list[_Waiting]] = defaultdict(list)
        self._studied_by_due_day: defaultdict[int, list[int]] = defaultdict(list)
        self._count_by_due_day: defaultdict[int, int] = defaultdict(int)
        for is_for_exam, cards in ((True, studied), (False, others.studied)):
            for card in cards:
                self._schedule(card, is_for_exam=is_for_exam)

    def _schedule(self, card: ExamCard, *, is_for_exam: bool) -> None:
        due_day = max(self._today, card.due_day)
        if due_day < self._exam.day:
            self._due[due_day].append(_Waiting(due_day, is_for_exam, card))

    def begin_day(self, day: int) -> int:
        """Begin a day, and return how many cards are due."""
        self._day = day
        due = self._due.pop(day, [])
        self._count_by_due_day[day] = len(due)
        self._waiting.extend(due)
        return len(self._waiting)

    def study(self, introduced: int, limits: DayLimits) -> None:
        """Study due cards, new cards of the exam and other new cards within the limits of the day."""
        for _ in range(min(len(self._waiting), limits.reviews)):
            due_day, is_for_exam, card = self._waiting.popleft()
            self._studied_by_due_day[due_day].append(self._day)
            reviewed = self._reviews.review(card, self._day, is_for_exam=is_for_exam)
            self._schedule(reviewed, is_for_exam=is_for_exam)
        other_new = max(0, min(self._other_new_cards, limits.new_cards - introduced))
        self._other_new_cards -= other_new
        for is_for_exam, count in ((True, introduced), (False, other_new)):
            for _ in range(count):
                self._schedule(
                    self._reviews.introduce(self._day, is_for_exam=is_for_exam), is_for_exam=is_for_exam
                )

    def days_of_reviews(self, days_off: frozenset[int]) -> list[int]:
        """Return for each day when the cards that became due on it were studied: the median, or the day of the exam for cards that
        were left. A day without such cards is like the one before."""
        days: list[int] = []
        for day in range(self._today, self._exam.day):
            studied, middle = self._studied_by_due_day[day], self._count_by_due_day[day] // 2
            if middle < len(studied):
                days.append(studied[middle])
            elif self._count_by_due_day[day]:
                days.append(self._exam.day)
            else:
                open_day = max(day, days[-1] if days else day)
                while open_day in days_off:
                    open_day += 1
                days.append(open_day)
        return days
