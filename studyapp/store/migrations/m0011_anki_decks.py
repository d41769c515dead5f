"""Schema version 11: which deck in Anki each deck belongs to."""

SQL = """
-- anki: when a collection of Anki began (Unix seconds). anki_deck: the id of the deck there. name: the name that StudyApp
-- had for it at the last sync; in Anki it may have another one.
CREATE TABLE anki_deck (
    anki INTEGER NOT NULL,
    deck TEXT NOT NULL,
    anki_deck INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (anki, deck)
) STRICT, WITHOUT ROWID;
"""
