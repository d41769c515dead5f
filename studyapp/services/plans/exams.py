"""Exams: which cards they concern, the pace of new cards, and the share that will probably be recalled."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.exam import Exam, NewCardPace, check_exam, plan_new_cards
from studyapp.core.exam_plan.forecast import ExamForecast
from studyapp.core.study.journal import EntryKind
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_languages_by_deck
from studyapp.services.plans.exam_forecast import load_exam_limits, load_forecast
from studyapp.services.search.card_search import update_search_index
from studyapp.services.search.text_search import find_cards_by_text
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, due_load, exam_cards, exams, new_card_pause


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


def list_exams(collection: Collection) -> list[Exam]:
    """Return all exams, by day."""
    with collection.read_transaction() as connection:
        return exams.load_all(connection)


def find_exam_cards(
    collection: Collection,
    library: Library,
    languages: CardLanguages,
    clock: Clock,
    scope: str,
    progress: Callable[[int, int], None] | None = None,
) -> frozenset[CardId]:
    """Return the cards of an exam. Those of hidden decks, and those that are asked in other languages only, don't belong to it,
    because they aren't studied. `languages` are those of the decks without languages of their own.

    `progress` is called while notes are indexed. Raises QueryError for a mistake in the query, and StoreError if the collection
    can't be read or written.
    """
    visible = tuple(deck for deck in library.decks if deck.metadata.id not in library.hidden_deck_ids)
    update_search_index(collection, progress)
    cards = find_cards_by_text(collection, library._replace(decks=visible), clock, scope)
    languages_by_deck = load_languages_by_deck(collection, {card.deck_id for card in cards}, languages)
    with collection.read_transaction() as connection:
        return cards - exams.load_cards_not_asked(connection, languages_by_deck)


def save_exam(
    collection: Collection,
    library: Library,
    languages: CardLanguages,
    clock: Clock,
    exam: Exam,
    replaces: str = "",
) -> int:
    """Store an exam, in place of the one that is named `replaces` if any, and return the number of its cards.

    Raises ExamError if it can't be planned or another exam has its name, QueryError for a mistake in its query, and
    StoreError if saving fails.
    """
    cards = find_exam_cards(collection, library, languages, clock, exam.scope)
    store_exam(collection, exam, cards, replaces)
    return len(cards)


def store_exam(collection: Collection, exam: Exam, cards: Iterable[CardId], replaces: str = "") -> None:
    """Store an exam with these cards, as `save_exam` does."""
    with collection.transaction() as connection:
        check_saving(collection, exam, replaces)
        exams.delete(connection, replaces)
        exams.save(connection, exam, cards)


def check_saving(collection: Collection, exam: Exam, replaces: str = "") -> None:
    """Raise ExamError if an exam can't be planned or an exam other than `replaces` has its name."""
    names = (other.name for other in list_exams(collection))
    problem = check_exam(exam, [name for name in names if name != replaces])
    if problem is not None:
        raise problem


def delete_exam(collection: Collection, name: str) -> bool:
    """Delete an exam, and return whether it existed. Due dates do not change."""
    with collection.transaction() as connection:
        return exams.delete(connection, name)


def delete_past_exams(collection: Collection, today: int) -> None:
    """Delete the exams before `today`. Raises StoreError if saving fails."""
    with collection.transaction() as connection:
        for exam in exams.load_all(connection):
            if exam.day < today:
                exams.delete(connection, exam.name)


def update_exam_cards(
    collection: Collection, library: Library, languages: CardLanguages, clock: Clock
) -> None:
    """Find the cards of coming exams again: decks, tags and languages may have changed. Queries that have become invalid keep their
    cards."""
    from studyapp.core.search.query_error import QueryError

    for exam in list_exams(collection):
        if exam.day <= clock.today():
            continue
        try:
            cards = find_exam_cards(collection, library, languages, clock, exam.scope)
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
        paused_until = new_card_pause.load(connection, today)
    pace = plan_new_cards(exam.days, today, cards.new_cards, cards.introduced_today, paused_until)
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
    """Make cards due in the last days before an exam that are no days off, as one action that is undone together.

    Raises StoreError if saving fails.
    """
    from studyapp.core.rescheduling.backlog import spread_over_days

    last_days = exam.days.last_days
    with collection.read_transaction() as connection:
        due_counts = due_load.count_due(connection, last_days)
        off = days_off.load_after(connection, clock.today())
    days = [day for day in last_days if day not in off] or list(last_days)
    cards_by_day = spread_over_days(cards, [due_counts.get(day, 0) for day in days])
    actions = [
        CardAction(card, EntryKind.SET_DUE, due_day=day)
        for day, cards_of_day in zip(days, cards_by_day, strict=True)
        for card in cards_of_day
    ]
    append_actions(collection, actions, clock.now(), clock.today())
