"""The cards of an exam with what is known of their memory, and the other cards that are studied until then. Apart from the table of
exams, because it loads FSRS."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.card_reviews import ExamCard
from studyapp.core.exam_plan.expected_days import OtherCards
from studyapp.core.study.scheduler import Memory
from studyapp.store.plans.exams import CARDS_OF_EXAM

_OTHER_CARDS = """
    SELECT stability, difficulty, last_day, due_day FROM schedule JOIN card USING (deck, note, ordinal)
    WHERE schedule.deck IN (SELECT value FROM json_each(:decks)) AND phase = 2 AND due_day < :day AND suspended = 0 AND present = 1
    AND stability IS NOT NULL AND last_day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM exam_card AS other WHERE exam = :exam AND
        (other.deck, other.note, other.ordinal) = (schedule.deck, schedule.note, schedule.ordinal))
    ORDER BY due_day, schedule.deck, position, ordinal
"""

_NEW_CARDS = """
    SELECT coalesce(sum(cards), 0) FROM card_count
    WHERE phase = 0 AND suspended = 0 AND deck IN (SELECT value FROM json_each(?))
"""


class NewCards(NamedTuple):
    """How many cards of an exam in a deck are new, and how many were introduced today."""

    left: int = 0
    introduced_today: int = 0


class CardsOfExam(NamedTuple):
    """The present cards of an exam that are not suspended: those that were studied, and the numbers of others by deck. Those in
    their learning steps count as studied, and as due again on the day of their step."""

    studied: Mapping[CardId, ExamCard]
    new_by_deck: Mapping[str, NewCards]

    @property
    def new_cards(self) -> int:
        """The number of new cards of all decks."""
        return sum(numbers.left for numbers in self.new_by_deck.values())

    @property
    def introduced_today(self) -> int:
        """The number of cards of all decks that were introduced today."""
        return sum(numbers.introduced_today for numbers in self.new_by_deck.values())


def load_cards_of_exam(connection: sqlite3.Connection, name: str, today: int) -> CardsOfExam:
    """Return the cards of an exam."""
    rows = connection.execute(
        "SELECT card.deck, card.note, card.ordinal, stability, difficulty, last_day, due_day, first_day "
        f"{CARDS_OF_EXAM} ORDER BY card.deck, card.position, card.ordinal",
        {"exam": name},
    )
    studied: dict[CardId, ExamCard] = {}
    new_by_deck: dict[str, NewCards] = {}
    for deck, note, ordinal, stability, difficulty, last_day, due_day, first_day in rows:
        is_new = stability is None or last_day is None
        left, introduced_today = new_by_deck.get(deck, NewCards())
        new_by_deck[deck] = NewCards(left + is_new, introduced_today + (first_day == today))
        if not is_new:
            memory = Memory(stability, difficulty)
            studied[CardId(deck, note, ordinal)] = ExamCard(
                memory, last_day, today if due_day is None else due_day
            )
    return CardsOfExam(studied, new_by_deck)


def load_other_cards(connection: sqlite3.Connection, name: str, day: int, decks: Iterable[str]) -> OtherCards:
    """Return the cards of these decks that don't belong to an exam: those that are due before a study day, and the number of new
    ones."""
    listed = json.dumps(list(decks))
    rows = connection.execute(_OTHER_CARDS, {"exam": name, "day": day, "decks": listed})
    studied = [
        ExamCard(Memory(stability, difficulty), last_day, due_day)
        for stability, difficulty, last_day, due_day in rows
    ]
    (new_cards,) = connection.execute(_NEW_CARDS, (listed,)).fetchone()
    (of_exam,) = connection.execute(
        f"SELECT total(started = 0) {CARDS_OF_EXAM} AND card.deck IN (SELECT value FROM json_each(:decks))",
        {"exam": name, "decks": listed},
    ).fetchone()
    return OtherCards(studied, int(new_cards - of_exam))
