"""Selections of cards as SQL."""

import json
import sqlite3
from typing import NamedTuple, assert_never

from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.store.stored_options import ALL_DECKS


class Condition(NamedTuple):
    """A condition and its parameters."""

    sql: str
    parameters: tuple[str, ...] = ()


def choose_cards(connection: sqlite3.Connection, selection: Selection) -> None:
    """Put the cards of a search into a temporary table, on which the other functions rely."""
    connection.execute("DROP TABLE IF EXISTS temp.chosen_card")
    if isinstance(selection, FoundCards):
        connection.execute(
            "CREATE TEMPORARY TABLE chosen_card (deck TEXT, note TEXT, ordinal INTEGER, "
            "PRIMARY KEY (deck, note, ordinal)) WITHOUT ROWID"
        )
        connection.executemany("INSERT INTO chosen_card VALUES (?, ?, ?)", selection.cards)


def is_selected(selection: Selection, table: str) -> Condition:
    """Return the condition for the cards of a table with the columns deck, note and ordinal."""
    match selection:
        case AllCards():
            return Condition("1")
        case CardsOfDecks(decks):
            return Condition(f"{table}.deck IN (SELECT value FROM json_each(?))", (json.dumps(decks),))
        case FoundCards():
            return Condition(
                f"({table}.deck, {table}.note, {table}.ordinal) IN (SELECT deck, note, ordinal FROM temp.chosen_card)"
            )
        case _:
            assert_never(selection)


def decks_of_totals(selection: AllCards | CardsOfDecks) -> Condition:
    """Return the condition for the totals of a selection, in a table with the column deck."""
    decks = (ALL_DECKS,) if isinstance(selection, AllCards) else selection.decks
    return Condition("deck IN (SELECT value FROM json_each(?))", (json.dumps(decks),))
