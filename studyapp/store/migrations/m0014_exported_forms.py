"""Schema version 14: the forms in which notes were exported."""

SQL = """
-- note: its key. source: a digest of everything on which the form depends. form: as JSON (core/transfer/exported_form.py).
CREATE TABLE exported_form (
    note TEXT NOT NULL PRIMARY KEY,
    source BLOB NOT NULL,
    form TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
