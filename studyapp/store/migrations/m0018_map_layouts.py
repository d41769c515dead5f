"""Schema version 18: the layouts of maps (ADR 38)."""

SQL = """
-- map: which map, see services/concept_map/map_loading.py. deck: one of its decks. source: a digest of everything on which the
-- layout depends. places: the column and row of each node as JSON, in the order of their keys.
CREATE TABLE map_layout (
    map TEXT NOT NULL PRIMARY KEY,
    deck TEXT NOT NULL,
    source BLOB NOT NULL,
    places TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
