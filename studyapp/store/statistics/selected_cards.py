"""Selections of cards as SQL."""

import json
import sqlite3
from typing import NamedTuple, assert_never

from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.store.stored_options import ALL_DECKS


class Condition(NamedTuple):
    """A condition and its parameters."""

    sql: str
    parameters: tuple[str | int, ...] = ()


def choose_cards(connection: sqlite3.Connection, selection: Selection) -> None:
    """Put the cards of a search into a temporary table, on which the other functions rely."""
    if isinstance(selection, FoundCards):
        _make_table(connection, "chosen_card")
        connection.executemany("INSERT OR IGNORE INTO temp.chosen_card VALUES (?, ?, ?)", selection.cards)


def choose_present_cards(connection: sqlite3.Connection) -> None:
    """Put the studied cards that are no longer present into a temporary table, on which the functions about states rely."""
    _make_table(connection, "absent_card")
    # Nearly always, all are present. These counts take a fraction of the time of the search for those that aren't.
    (is_any_absent,) = connection.execute(
        "SELECT (SELECT count(*) FROM schedule WHERE phase <> 0) <> (SELECT total(cards) FROM card_count WHERE phase <> 0)"
    ).fetchone()
    if is_any_absent:
        connection.execute(
            "INSERT INTO temp.absent_card SELECT deck, note, ordinal FROM schedule WHERE NOT EXISTS (SELECT 1 FROM card "
            "WHERE (deck, note, ordinal) = (schedule.deck, schedule.note, schedule.ordinal) AND present = 1)"
        )


def _make_table(connection: sqlite3.Connection, name: str) -> None:
    connection.execute(
        f"CREATE TEMPORARY TABLE IF NOT EXISTS {name} (deck TEXT, note TEXT, ordinal INTEGER, "
        "PRIMARY KEY (deck, note, ordinal)) WITHOUT ROWID"
    )
    connection.execute(f"DELETE FROM temp.{name}")


def is_selected(selection: Selection, table: str) -> Condition:
    """Return the condition for the cards of a table with the columns deck, note and ordinal."""
    match selection:
        case AllCards():
            return Condition("1")
        case CardsOfDecks(decks):
            return Condition(f"{table}.deck IN (SELECT value FROM json_each(?))", (json.dumps(decks),))
        case FoundCards():
            return Condition(f"({table}.deck, {table}.note, {table}.ordinal) IN temp.chosen_card")
        case _:
            assert_never(selection)


def is_of_one_deck(selection: AllCards | CardsOfDecks) -> bool:
    """Return whether the totals of a selection are those of one deck, or of all decks, which is much like one."""
    return isinstance(selection, AllCards) or len(selection.decks) == 1


def decks_of_totals(selection: AllCards | CardsOfDecks) -> Condition:
    """Return the condition for the totals of a selection, in a table with the column deck."""
    decks = (ALL_DECKS,) if isinstance(selection, AllCards) else selection.decks
    if len(decks) == 1:
        return Condition("deck = ?", decks)  # SQLite then knows that the rows are ordered by day
    return Condition("deck IN (SELECT value FROM json_each(?))", (json.dumps(decks),))
