"""The rows of a table of cards: notes and schedules of given cards, and the cards of given notes."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note
from studyapp.core.study.schedule import Schedule
from studyapp.store import custom_note_types, schedules


class StoredCard(NamedTuple):
    """A card with its note, its schedule, and when the note was added and last changed (Unix seconds)."""

    card_id: CardId
    note: Note
    schedule: Schedule
    added_at: int
    changed_at: int


def load_cards(connection: sqlite3.Connection, cards: Sequence[CardId]) -> dict[CardId, StoredCard]:
    """Return those of these cards that are present in the deck files."""
    rows = connection.execute(
        "SELECT card.deck, card.note, card.ordinal, note.content, note_added.at, note.changed_at, "
        f"{schedules.COLUMNS} FROM json_each(?) AS wanted "
        "JOIN card ON card.deck = wanted.value ->> 0 AND card.note = wanted.value ->> 1 "
        "AND card.ordinal = wanted.value ->> 2 "
        "JOIN note ON note.deck = card.deck AND note.id = card.note "
        "JOIN note_added ON note_added.deck = card.deck AND note_added.note = card.note "
        "LEFT JOIN schedule ON schedule.deck = card.deck AND schedule.note = card.note "
        "AND schedule.ordinal = card.ordinal WHERE card.present = 1",
        (json.dumps(cards),),
    )
    load_note_type = custom_note_types.cached_loader(connection)
    found: dict[CardId, StoredCard] = {}
    decoded: dict[str, Note] = {}
    for deck, note_id, ordinal, content, added_at, changed_at, *schedule in rows:
        card_id = CardId(deck, note_id, ordinal)
        if card_id.note_key not in decoded:
            decoded[card_id.note_key] = decode_note(deck, note_id, content, load_note_type)
        found[card_id] = StoredCard(
            card_id,
            decoded[card_id.note_key],
            Schedule() if schedule[0] is None else schedules.decode_row(tuple(schedule)),
            added_at,
            changed_at,
        )
    return found


def siblings(connection: sqlite3.Connection, cards: Iterable[CardId]) -> list[CardId]:
    """Return all present cards of the notes of these cards, note by note."""
    notes = list(dict.fromkeys((card.deck_id, card.note_id) for card in cards))
    rows = connection.execute(
        "SELECT card.deck, card.note, card.ordinal FROM json_each(?) AS wanted "
        "JOIN card ON card.deck = wanted.value ->> 0 AND card.note = wanted.value ->> 1 "
        "WHERE card.present = 1 ORDER BY wanted.key, card.ordinal",
        (json.dumps(notes),),
    )
    return [CardId(*row) for row in rows]


def tags_of_notes(connection: sqlite3.Connection, note_keys: Sequence[str]) -> list[str]:
    """Return the tags that any of these notes has, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT tag.value FROM json_each(?) AS wanted "
        "JOIN note ON note.deck = wanted.value ->> 0 AND note.id = wanted.value ->> 1, "
        "json_each(note.content, '$.tags') AS tag ORDER BY 1",
        (json.dumps([key.split("/", 1) for key in note_keys]),),
    )
    return [tag for (tag,) in rows]
