"""Counting the cards of decks on a day. Each statement counts those of all decks."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from studyapp.core.study.study_day import MINUTE_MS, StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key
from studyapp.store.stored_options import HIDDEN

_ALL = "SELECT deck, asked_in, phase, suspended, sum(cards) FROM card_count GROUP BY deck, asked_in, phase, suspended"

_DUE = """
    SELECT deck, asked_in, max(due_day, :day - 1) AS forecast_day, sum(cards) FROM card_count
    WHERE phase = 2 AND suspended = 0 AND due_day <= :last GROUP BY deck, asked_in, forecast_day
"""

_BURIED = """
    SELECT card.deck, asked_in, count(*) FROM schedule CROSS JOIN card USING (deck, note, ordinal)
    WHERE buried_on = :day AND phase = 2 AND due_day <= :day AND suspended = 0 AND present = 1
    GROUP BY card.deck, asked_in
"""

_IN_OTHER_STEPS = f"""
    SELECT deck, asked_in, min(due_at), last_day, buried_on, count(*) FROM (
        SELECT deck, note, ordinal, due_at, last_day, buried_on FROM schedule
        WHERE phase IN (1, 3) AND (due_at >= :end OR last_day < :day OR buried_on = :day)
    ) CROSS JOIN card USING (deck, note, ordinal) WHERE present = 1 AND counted_suspended = 0
    GROUP BY deck, asked_in, last_day, buried_on, due_at / {15 * MINUTE_MS}
"""
"""The cards in their steps that are due after today, were last rated before today, or are buried today. Those due in the same
quarter of an hour are due on the same study day: in every time zone, days begin with a quarter of an hour."""

_RATED = """
    SELECT deck, count(*), sum(first_day = last_day) FROM json_each(:decks) CROSS JOIN schedule
    ON deck = value AND last_day = :day AND reviews > 0 GROUP BY deck
"""

_WITH_SIBLINGS = "SELECT value FROM json_each(:decks) WHERE EXISTS (SELECT 1 FROM schedule WHERE deck = value AND ordinal > 1)"


@dataclass(slots=True)
class DayNumbers:
    """The numbers of cards of a deck on a day, among those shown in its languages.

    `learned` are past their learning steps, out of `cards`. `in_steps` are in learning or relearning steps and due by the
    end of the day, of which `interday` have a step that began on an earlier day than the one on which it ends. `due` are
    the reviews due. Neither includes suspended or buried cards. `due_by_day` is a forecast that includes buried cards: the
    reviews due on each day, with overdue ones under the previous day, and cards in their steps that are due after the day.
    """

    cards: int = 0
    learned: int = 0
    in_steps: int = 0
    interday: int = 0
    due: int = 0
    due_by_day: Counter[int] = field(default_factory=Counter)
    new_cards_done: int = 0
    reviews_done: int = 0
    has_siblings: bool = False
    """Whether any note has schedules of several cards, which may wait for each other."""


def visible_decks(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of the decks with cards that are not hidden."""
    query = "SELECT DISTINCT deck FROM card_count WHERE deck NOT IN (SELECT deck FROM setting WHERE name = ?)"
    return [deck for (deck,) in connection.execute(query, (HIDDEN,))]


def load_day_numbers(
    connection: sqlite3.Connection,
    languages_by_deck: Mapping[str, CardLanguages],
    day: StudyDay,
    last_day: int,
) -> dict[str, DayNumbers]:
    """Return the numbers of these decks on `day`. The forecast ends with `last_day`."""
    numbers_by_deck = {deck: DayNumbers() for deck in languages_by_deck}
    key_by_deck = {deck: availability_key(languages) for deck, languages in languages_by_deck.items()}
    values = {
        "day": day.number, "end": day.ends_at, "last": last_day, "decks": json.dumps(list(languages_by_deck)),
    }  # fmt: skip

    def find(deck: str, asked_in: str) -> DayNumbers:
        """Return the numbers in which to count a card. For cards that are not shown, they are discarded."""
        key = key_by_deck.get(deck)
        return DayNumbers() if key is None or key not in asked_in else numbers_by_deck[deck]

    for deck, asked_in, phase, is_suspended, count in connection.execute(_ALL):
        numbers = find(deck, asked_in)
        numbers.cards += count
        numbers.learned += count if phase in (2, 3) else 0
        numbers.in_steps += count if phase in (1, 3) and not is_suspended else 0
    for deck, asked_in, forecast_day, count in connection.execute(_DUE, values):
        numbers = find(deck, asked_in)
        numbers.due_by_day[forecast_day] += count
        numbers.due += count if forecast_day <= day.number else 0
    for deck, asked_in, count in connection.execute(_BURIED, values):
        find(deck, asked_in).due -= count
    for deck, asked_in, due_at, rated_on, buried_on, count in connection.execute(_IN_OTHER_STEPS, values):
        numbers, due_day = find(deck, asked_in), day.day_of(due_at)
        if day.number < due_day <= last_day:
            numbers.due_by_day[due_day] += count
        if due_day > day.number or buried_on == day.number:
            numbers.in_steps -= count
        elif due_day > rated_on:
            numbers.interday += count
    for deck, rated_count, new_count in connection.execute(_RATED, values):
        numbers_by_deck[deck].new_cards_done = new_count
        numbers_by_deck[deck].reviews_done = rated_count - new_count
    for (deck,) in connection.execute(_WITH_SIBLINGS, values):
        numbers_by_deck[deck].has_siblings = True
    return numbers_by_deck
