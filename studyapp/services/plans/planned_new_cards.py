"""How many new cards the exams need today. Apart from the other services of exams, because the decks page needs it at the start."""

from studyapp.core.exam_plan.exam import plan_new_cards
from studyapp.store.collection import Collection
from studyapp.store.plans import exams


def count_planned_new_cards(collection: Collection, today: int) -> int:
    """Return how many new cards the exams after today need today."""
    with collection.read_transaction() as connection:
        return sum(
            plan_new_cards(exam.days, today, *exams.count_new_cards(connection, exam.name, today)).today
            for exam in exams.load_all(connection)
            if exam.day > today
        )
