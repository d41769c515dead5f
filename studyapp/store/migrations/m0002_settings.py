"""Schema version 2: study options."""

SQL = """
-- deck: its id, empty for what holds for all decks. Names and values are those of core/study_options.py.
CREATE TABLE setting (
    deck TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (deck, name)
) STRICT, WITHOUT ROWID;
"""
