"""Schema version 4: custom note types, and the state of syncs with a running Anki."""

SQL = """
-- name: a digest of the content, by which notes name their type.
CREATE TABLE custom_type (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The notes that were seen in a collection of Anki, which is told by the moment (unix seconds) at which it began.
CREATE TABLE seen_in_anki (
    anki INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (anki, note)
) STRICT, WITHOUT ROWID;

-- When that collection and a deck last had the same (UTC ms).
CREATE TABLE met_anki (
    anki INTEGER NOT NULL,
    deck TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (anki, deck)
) STRICT, WITHOUT ROWID;
"""
