"""Schema version 15: which notes were in sync with Anki."""

SQL = """
-- anki: when a collection of Anki began (Unix seconds). note: its key. digest: of the note's state on both sides
-- when a sync found nothing to do for it (services/exchange/notes_in_sync.py).
CREATE TABLE note_in_sync (
    anki INTEGER NOT NULL,
    note TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (anki, note)
) STRICT, WITHOUT ROWID;
"""
