"""The tables of exams and of the cards that they concern."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from studyapp.core.cards.card_id import CardId
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key

CARDS_OF_EXAM = """
    FROM exam_card JOIN card USING (deck, note, ordinal)
    LEFT JOIN schedule ON (schedule.deck, schedule.note, schedule.ordinal) = (card.deck, card.note, card.ordinal)
    WHERE exam = :exam AND present = 1 AND coalesce(suspended, 0) = 0
"""
"""The present cards of an exam that are not suspended, with their schedules if they have any."""


def load_all(connection: sqlite3.Connection) -> list[Exam]:
    """Return all exams, by day."""
    rows = connection.execute("SELECT name, day, planned_on, scope, target FROM exam ORDER BY day, name")
    return [Exam(*row) for row in rows]


def save(connection: sqlite3.Connection, exam: Exam, cards: Iterable[CardId]) -> None:
    """Store an exam with its cards, in place of one with the same name."""
    connection.execute("DELETE FROM exam WHERE name = ?", (exam.name,))
    connection.execute("INSERT INTO exam (name, day, planned_on, scope, target) VALUES (?, ?, ?, ?, ?)", exam)
    connection.executemany(
        "INSERT INTO exam_card (deck, note, ordinal, exam) VALUES (?, ?, ?, ?)",
        ((*card, exam.name) for card in cards),
    )


def delete(connection: sqlite3.Connection, name: str) -> bool:
    """Delete an exam, and return whether it existed."""
    return connection.execute("DELETE FROM exam WHERE name = ?", (name,)).rowcount > 0


def load_cards(connection: sqlite3.Connection, name: str) -> frozenset[CardId]:
    """Return the cards of an exam, whether they are present or not."""
    rows = connection.execute("SELECT deck, note, ordinal FROM exam_card WHERE exam = ?", (name,))
    return frozenset(CardId(*row) for row in rows)


def load_cards_not_asked(
    connection: sqlite3.Connection, languages_by_deck: Mapping[str, CardLanguages]
) -> set[CardId]:
    """Return the cards of these decks that are in none of the languages of their deck."""
    return {
        CardId(deck, note, ordinal)
        for deck, languages in languages_by_deck.items()
        for note, ordinal in connection.execute(
            "SELECT note, ordinal FROM card WHERE deck = ? AND NOT instr(asked_in, ?)",
            (deck, availability_key(languages)),
        )
    }


def has_exam_after(connection: sqlite3.Connection, day: int) -> bool:
    """Return whether there is an exam after a study day."""
    return connection.execute("SELECT 1 FROM exam WHERE day > ?", (day,)).fetchone() is not None


def load_next_exam_of(connection: sqlite3.Connection, card: CardId, today: int) -> ExamDays | None:
    """Return the next exam after `today` that concerns a card; None if there is none."""
    row = connection.execute(
        "SELECT day, planned_on, target / 100.0 FROM exam_card JOIN exam ON name = exam "
        "WHERE deck = ? AND note = ? AND ordinal = ? AND day > ? ORDER BY day LIMIT 1",
        (*card, today),
    ).fetchone()
    return None if row is None else ExamDays(*row)


def load_next_exams(connection: sqlite3.Connection, today: int) -> dict[CardId, ExamDays]:
    """Return the next exam after `today` of each card that one concerns."""
    rows = connection.execute(
        "SELECT deck, note, ordinal, day, planned_on, target / 100.0 FROM exam JOIN exam_card ON exam = name "
        "WHERE day > ? ORDER BY day DESC",
        (today,),
    )
    return {CardId(*row[:3]): ExamDays(*row[3:]) for row in rows}  # earlier exams replace later ones


def count_new_cards(connection: sqlite3.Connection, name: str, today: int) -> tuple[int, int]:
    """Return how many cards of an exam are new, and how many were first studied today."""
    new_cards, introduced = connection.execute(
        f"SELECT total(started = 0), total(first_day = :today) {CARDS_OF_EXAM}",
        {"exam": name, "today": today},
    ).fetchone()
    return int(new_cards), int(introduced)


def new_cards(
    connection: sqlite3.Connection, deck: str, day: int, languages: CardLanguages
) -> Iterator[CardId]:
    """Yield the new cards of a deck that may be asked on a study day and are learned for an exam after it: those of the next
    exam first, in deck order."""
    rows = connection.execute(
        "SELECT card.note, card.ordinal, min(exam.day) FROM exam JOIN exam_card ON exam = name JOIN card USING (deck, note, ordinal) "
        "LEFT JOIN schedule ON (schedule.deck, schedule.note, schedule.ordinal) = (card.deck, card.note, card.ordinal) "
        "WHERE card.deck = ? AND exam.day > ? AND present = 1 AND started = 0 AND instr(asked_in, ?) "
        "AND coalesce(suspended, 0) = 0 AND buried_on IS NOT ? "
        "GROUP BY card.note, card.ordinal ORDER BY min(exam.day), position, card.ordinal",
        (deck, day, availability_key(languages), day),
    )
    return (CardId(deck, note, ordinal) for note, ordinal, _ in rows)
