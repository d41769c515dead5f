"""All that the learner wants to know of an exam at a glance."""

from collections.abc import Callable
from typing import NamedTuple

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.exam_scope import decks_of_scope, scope_of_decks
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.plans.exams import ExamPlan, find_cards_due_too_late, load_exam_plan
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.services.search.search_context import load_search_context
from studyapp.store.collection import Collection


class ExamOverview(NamedTuple):
    """The plan of an exam, the number of cards that could be brought forward, and the decks of the exam without any card: they may
    have been deleted, or have another id now."""

    plan: ExamPlan
    late_cards: int = 0
    decks_without_cards: tuple[str, ...] = ()


def load_exam_overview(
    collection: Collection, library: Library, exam: Exam, clock: Clock, random_number: Callable[[], float]
) -> ExamOverview:
    """Return what matters of an exam. `random_number` returns numbers from 0 up to 1.

    Raises StoreError if the collection can't be read or written.
    """
    plan = load_exam_plan(collection, exam, clock, random_number)
    if plan.days_left <= 0:
        return ExamOverview(plan)
    context = load_search_context(collection, library, clock)
    missing = tuple(
        deck
        for deck in decks_of_scope(exam.scope)
        if not find_cards(collection, read_query(collection, scope_of_decks([deck])), context, limit=1)
    )
    return ExamOverview(plan, len(find_cards_due_too_late(collection, exam, clock)), missing)
