"""The fourth schema: note types that decks bring along."""

SQL = """
-- name: a digest of the content, by which notes name their type.
CREATE TABLE custom_type (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
