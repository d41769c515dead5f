"""The layouts of maps, which are kept so that a later start needn't compute them again."""

import json
import sqlite3
from collections.abc import Iterable

from studyapp.core.concept_map.concept_map import Place


def load_layout(connection: sqlite3.Connection, map_key: str, source: bytes) -> tuple[Place, ...] | None:
    """Return the places of a map's nodes; None if none are kept that were made from this source."""
    row = connection.execute(
        "SELECT places FROM map_layout WHERE map = ? AND source = ?", (map_key, source)
    ).fetchone()
    return None if row is None else tuple(Place(column, row) for column, row in json.loads(row[0]))


def save_layout(
    connection: sqlite3.Connection, map_key: str, deck: str, source: bytes, places: Iterable[Place]
) -> None:
    """Keep the places of a map's nodes, and forget those of maps whose decks have no notes. Call it in a transaction."""
    connection.execute(
        "DELETE FROM map_layout WHERE NOT EXISTS (SELECT 1 FROM note WHERE note.deck = map_layout.deck AND present = 1)"
    )
    connection.execute(
        "INSERT OR REPLACE INTO map_layout (map, deck, source, places) VALUES (?, ?, ?, ?)",
        (map_key, deck, source, json.dumps([[place.column, place.row] for place in places])),
    )
