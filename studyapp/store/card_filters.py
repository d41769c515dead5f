"""Filters of cards by tag and section, which decks define, by flag, which the learner sets, and by how they were rated.

Custom study (`services/study/custom/custom_study.py`) uses them.
"""

import sqlite3
from collections.abc import Collection, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Confidence, Rating


def cards_rated(connection: sqlite3.Connection, rating: Rating, confidence: Confidence) -> list[CardId]:
    """Return the cards of all decks that have a review with this rating and this confidence, which may have been undone."""
    rows = connection.execute(
        "SELECT DISTINCT coalesce(current_deck, deck), coalesce(current_note, note), ordinal FROM entry "
        "WHERE kind = ? AND rating = ? AND confidence = ?",
        (EntryKind.REVIEW, rating, confidence),
    )
    return [CardId(*row) for row in rows]


def tags(connection: sqlite3.Connection, decks: Sequence[str]) -> list[str]:
    """Return the tags of the notes in these decks, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT tag.value FROM note, json_each(note.content, '$.tags') AS tag "
        f"WHERE note.present = 1 AND note.deck IN ({_placeholders(decks)}) ORDER BY 1",
        tuple(decks),
    )
    return [tag for (tag,) in rows]


def sections(connection: sqlite3.Connection, decks: Sequence[str]) -> list[str]:
    """Return the sections of the notes in these decks, unordered."""
    rows = connection.execute(
        "SELECT DISTINCT content ->> '$.section' AS section FROM note "
        f"WHERE present = 1 AND section != '' AND deck IN ({_placeholders(decks)})",
        tuple(decks),
    )
    return [section for (section,) in rows]


def flags(connection: sqlite3.Connection, decks: Sequence[str]) -> list[int]:
    """Return the flags (1-4) of the cards in these decks, in ascending order."""
    rows = connection.execute(
        f"SELECT DISTINCT flag FROM schedule WHERE flag > 0 AND deck IN ({_placeholders(decks)}) ORDER BY 1",
        tuple(decks),
    )
    return [flag for (flag,) in rows]


def cards_matching_filters(
    connection: sqlite3.Connection, deck: str, selection: CustomStudySelection
) -> frozenset[CardId]:
    """Return the cards of a deck that pass the filters of a selection. Empty filters are ignored."""
    conditions = ""
    if selection.tags:
        conditions += f" AND EXISTS (SELECT 1 FROM json_each(content, '$.tags') WHERE value IN ({_placeholders(selection.tags)}))"
    if selection.sections:
        conditions += f" AND content ->> '$.section' IN ({_placeholders(selection.sections)})"
    if selection.flags:
        conditions += f" AND flag IN ({_placeholders(selection.flags)})"
    rows = connection.execute(
        "SELECT card.note, card.ordinal FROM card JOIN note ON (note.deck, note.id) = (card.deck, card.note) "
        "LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE card.deck = ? AND card.present = 1{conditions}",
        (deck, *selection.tags, *selection.sections, *selection.flags),
    )
    matching = frozenset(CardId(deck, note, ordinal) for note, ordinal in rows)
    return matching if selection.cards is None else matching & selection.cards


def _placeholders(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
