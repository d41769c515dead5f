"""Schema version 10: what Anki and StudyApp last had in common of each note."""

SQL = """
-- Names that many common versions share: the names of a note type's fields, as a JSON list, and names of decks.
CREATE TABLE anki_name (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- note: its key. is_sent: 0 for what both had, 1 for what was exported since then, which Anki may or may not have.
-- note_type: its id in Anki. languages: those of the fields, or empty if they come from Anki.
-- content: the note, its tags and its fields in Anki (store/common_versions.py).
CREATE TABLE common_version (
    note TEXT NOT NULL,
    is_sent INTEGER NOT NULL,
    note_type INTEGER NOT NULL,
    field_names INTEGER NOT NULL REFERENCES anki_name (id),
    deck_name INTEGER NOT NULL REFERENCES anki_name (id),
    languages TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (note, is_sent)
) STRICT, WITHOUT ROWID;
"""
