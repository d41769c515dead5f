"""The cards of an exam with what is known of their memory. Apart from the table of exams, because it loads FSRS."""

import sqlite3
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.forecast import ExamCard
from studyapp.core.study.scheduler import Memory
from studyapp.store.plans.exams import CARDS_OF_EXAM


class CardsOfExam(NamedTuple):
    """The present cards of an exam that are not suspended: those that were studied, and the numbers of others. Those in their
    learning steps count as studied, and as due again on the day of their step."""

    studied: dict[CardId, ExamCard]
    new_cards: int
    introduced_today: int


def load_cards_of_exam(connection: sqlite3.Connection, name: str, today: int) -> CardsOfExam:
    """Return the cards of an exam."""
    rows = connection.execute(
        "SELECT card.deck, card.note, card.ordinal, stability, difficulty, last_day, due_day, first_day "
        f"{CARDS_OF_EXAM} ORDER BY card.deck, card.position, card.ordinal",
        {"exam": name},
    )
    studied: dict[CardId, ExamCard] = {}
    new_cards = introduced_today = 0
    for deck, note, ordinal, stability, difficulty, last_day, due_day, first_day in rows:
        introduced_today += first_day == today
        if stability is None or last_day is None:
            new_cards += 1
        else:
            memory = Memory(stability, difficulty)
            studied[CardId(deck, note, ordinal)] = ExamCard(
                memory, last_day, today if due_day is None else due_day
            )
    return CardsOfExam(studied, new_cards, introduced_today)
