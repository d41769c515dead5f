"""Exams: which cards they concern, the pace of new cards, and the share that will probably be recalled."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.exam import Exam, NewCardPace, plan_new_cards
from studyapp.core.exam_plan.forecast import ExamForecast
from studyapp.core.study.journal import EntryKind
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.plans.exam_forecast import load_exam_limits, load_forecast
from studyapp.services.search.text_search import find_cards_by_text
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import due_load, exam_cards, exams


class ExamPlan(NamedTuple):
    """The plan of an exam as of today. `new_limit` is how many of its new cards a day the limits of the decks allow."""

    exam: Exam
    today: int
    cards: int
    new_cards: int
    pace: NewCardPace
    new_limit: int
    forecast: ExamForecast | None
    """None without cards, and after the exam."""

    @property
    def days_left(self) -> int:
        """The days until the exam; negative after it."""
        return self.exam.day - self.today


def scope_of_decks(decks: Iterable[str]) -> str:
    """Return the query for the cards of these decks."""
    return " OR ".join(f'deck:"{deck}"' for deck in decks)


def list_exams(collection: Collection) -> list[Exam]:
    """Return all exams, by day."""
    with collection.read_transaction() as connection:
        return exams.load_all(connection)


def save_exam(collection: Collection, library: Library, clock: Clock, exam: Exam, replaces: str = "") -> int:
    """Store an exam, in place of the one that is named `replaces` if any, and return the number of its cards.

    Raises QueryError for a mistake in its query, and StoreError if saving fails.
    """
    cards = find_cards_by_text(collection, library, clock, exam.scope)
    with collection.transaction() as connection:
        exams.delete(connection, replaces)
        exams.save(connection, exam, cards)
    return len(cards)


def delete_exam(collection: Collection, name: str) -> bool:
    """Delete an exam, and return whether there was one with this name. Due dates stay."""
    with collection.transaction() as connection:
        is_present = any(exam.name == name for exam in exams.load_all(connection))
        exams.delete(connection, name)
    return is_present


def update_exam_cards(collection: Collection, library: Library, clock: Clock) -> None:
    """Find the cards of coming exams again: decks and tags may have changed. Queries that have become invalid keep their
    cards."""
    from studyapp.core.search.query_error import QueryError

    for exam in list_exams(collection):
        if exam.day <= clock.today():
            continue
        try:
            cards = find_cards_by_text(collection, library, clock, exam.scope)
        except QueryError:
            continue
        with collection.read_transaction() as connection:
            is_current = exams.load_cards(connection, exam.name) == cards
        if not is_current:
            with collection.transaction() as connection:
                exams.save(connection, exam, cards)


def load_exam_plan(
    collection: Collection, exam: Exam, clock: Clock, random_number: Callable[[], float]
) -> ExamPlan:
    """Return the plan of an exam. `random_number` returns numbers from 0 up to 1."""
    today = clock.today()
    with collection.read_transaction() as connection:
        cards = exam_cards.load_cards_of_exam(connection, exam.name, today)
    pace = plan_new_cards(exam.days, today, cards.new_cards, cards.introduced_today)
    limits = load_exam_limits(collection)
    forecast = None
    if today < exam.day:
        forecast = load_forecast(collection, exam, cards, limits, today, random_number)
    return ExamPlan(
        exam,
        today,
        len(cards.studied) + cards.new_cards,
        cards.new_cards,
        pace,
        limits.new_cards_of_exam(cards),
        forecast,
    )


def find_cards_due_too_late(collection: Collection, exam: Exam, clock: Clock) -> list[CardId]:
    """Return the cards of an exam that are due after it and will probably be forgotten by then too often."""
    today = clock.today()
    with collection.read_transaction() as connection:
        scheduler = load_scheduler(connection)
        cards = exam_cards.load_cards_of_exam(connection, exam.name, today).studied
    return [
        card
        for card, (memory, last_day, due_day) in cards.items()
        if exam.days.days_for_last_review(
            today, due_day, scheduler.retrievability(memory, exam.day - last_day)
        )
    ]


def bring_forward(collection: Collection, exam: Exam, cards: list[CardId], clock: Clock) -> None:
    """Make cards due in the last days before an exam, as one action that is undone together.

    Raises StoreError if saving fails.
    """
    from studyapp.core.rescheduling.backlog import spread_over_days

    days = exam.days.last_days
    with collection.read_transaction() as connection:
        due_counts = due_load.count_due(connection, days)
    cards_by_day = spread_over_days(cards, [due_counts.get(day, 0) for day in days])
    actions = [
        CardAction(card, EntryKind.SET_DUE, due_day=day)
        for day, cards_of_day in zip(days, cards_by_day, strict=True)
        for card in cards_of_day
    ]
    append_actions(collection, actions, clock.now(), clock.today())
