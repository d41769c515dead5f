"""Simulating how a learner studies from a day on: reviews, new cards, minutes, and how many cards are remembered.

Cards become due as in a session: with fuzz, steps, daily limits and the order of reviews. Whether a card is recalled and how it
is rated is random, by the probability of recall and the learner's habits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from studyapp.core.options.study_options import ReviewOrder
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.simulated_learner import CardState, SimulatedLearner
from studyapp.core.workload.simulated_study import DayStart, SimulatedDay, SimulatedStudy

FORECAST_DAYS = 14
"""How many of the next days are known when a day begins."""


def simulate(
    study: SimulatedStudy,
    first_day: int,
    days: int,
    choose_limits: Callable[[DayStart], DayLimits],
    random_number: Callable[[], float],
) -> Iterator[SimulatedDay]:
    """Yield the study days from `first_day` on.

    `choose_limits` is called at the beginning of each day that is not off. `random_number` returns uniform numbers from 0 up
    to 1; the same ones give the same days.
    """
    simulation = _Simulation(study, first_day, random_number)
    past: list[SimulatedDay] = []
    for day in range(first_day, first_day + days):
        simulation.begin_day(day)
        limits = DayLimits(0, 0)
        if day not in study.days_off:
            limits = choose_limits(simulation.day_start(tuple(past)))
        past.append(simulation.study_day(limits))
        yield past[-1]


class _Simulation:
    """The cards of a simulation. Those that are due and not studied wait in the order of their due days."""

    def __init__(self, study: SimulatedStudy, first_day: int, random_number: Callable[[], float]) -> None:
        self._random, self._order = random_number, study.review_order
        self._learner = SimulatedLearner(study, random_number)
        self._memory_model = study.learner or study.scheduler
        self._new_left = study.new_cards
        self._studied = [
            CardState.of_card(card) for card in sorted(study.cards, key=lambda card: card.due_day)
        ]
        self._waiting: list[CardState] = []
        self._cards_by_due_day: defaultdict[int, list[CardState]] = defaultdict(list)
        for card in self._studied:
            self._cards_by_due_day[max(first_day, card.due_day)].append(card)
        self._day = first_day

    def begin_day(self, day: int) -> None:
        """Begin a day: further cards become due."""
        self._day = day
        self._waiting += self._cards_by_due_day.pop(day, ())

    def day_start(self, past: Sequence[SimulatedDay]) -> DayStart:
        """Return what is known at the beginning of the day."""
        due_later = [
            len(self._cards_by_due_day.get(self._day + 1 + later, ())) for later in range(FORECAST_DAYS)
        ]
        return DayStart(self._day, len(self._waiting), due_later, self._new_left, past)

    def study_day(self, limits: DayLimits) -> SimulatedDay:
        """Study due cards, then new ones."""
        due = self._waiting if limits.reviews >= len(self._waiting) else self._in_review_order()
        reviews, review_seconds = self._study(due[: limits.reviews], limits.seconds)
        if reviews == len(due):
            self._waiting = []
        else:
            left = set(due[reviews:])
            self._waiting = [card for card in self._waiting if card in left]
        unseen = [CardState() for _ in range(min(limits.new_cards, self._new_left))]
        new_cards, new_seconds = self._study(unseen, limits.seconds - review_seconds)
        self._new_left -= new_cards
        self._studied += unseen[:new_cards]
        remembered = self._remembered()
        return SimulatedDay(
            self._day, new_cards, reviews, new_seconds, review_seconds, len(self._waiting), remembered
        )

    def _study(self, cards: Sequence[CardState], max_seconds: float) -> tuple[int, float]:
        """Study cards until the time is over; return how many these were, and the seconds that they took."""
        seconds = 0.0
        for number, card in enumerate(cards):
            if seconds >= max_seconds:
                return number, seconds
            seconds += self._learner.study(card, self._day)
            self._cards_by_due_day[card.due_day].append(card)
        return len(cards), seconds

    def _in_review_order(self) -> list[CardState]:
        day = self._day
        match self._order:
            case ReviewOrder.MOST_OVERDUE:
                return self._waiting
            case ReviewOrder.LOWEST_RETRIEVABILITY:
                return sorted(self._waiting, key=lambda card: (card.last_day - day) / _stability(card))
            case ReviewOrder.RANDOM | ReviewOrder.DECK:
                return sorted(self._waiting, key=lambda _: self._random())

    def _remembered(self) -> float:
        day = self._day
        elapsed = [(day - card.last_day) / card.memory.stability for card in self._studied if card.memory]
        return sum(self._memory_model.recalls_after(elapsed))


def _stability(card: CardState) -> float:
    return card.expected.stability if card.expected else 1.0
