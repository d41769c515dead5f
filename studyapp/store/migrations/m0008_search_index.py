"""Schema version 8: the index for searches, and when notes were added."""

SQL = """
-- When a note first came into the collection (unix seconds). Before this version: when it last changed.
CREATE TABLE note_added (
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (deck, note)
) STRICT, WITHOUT ROWID;
INSERT INTO note_added (deck, note, at) SELECT deck, id, changed_at FROM note;

-- The notes that changed since they were last indexed. A search indexes them first.
CREATE TABLE search_queue (
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (deck, note)
) STRICT, WITHOUT ROWID;
INSERT INTO search_queue (deck, note) SELECT deck, id FROM note WHERE present = 1;

-- A conflict clause here would be replaced by that of the statement on the note.
CREATE TRIGGER search_note_inserted AFTER INSERT ON note BEGIN
    INSERT INTO search_queue (deck, note) SELECT new.deck, new.id
    WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE (deck, note) = (new.deck, new.id));
    INSERT INTO note_added (deck, note, at) SELECT new.deck, new.id, new.changed_at
    WHERE NOT EXISTS (SELECT 1 FROM note_added WHERE (deck, note) = (new.deck, new.id));
END;
CREATE TRIGGER search_note_updated AFTER UPDATE OF deck, id, content, present ON note BEGIN
    INSERT INTO search_queue (deck, note) SELECT old.deck, old.id
    WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE (deck, note) = (old.deck, old.id));
    INSERT INTO search_queue (deck, note) SELECT new.deck, new.id
    WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE (deck, note) = (new.deck, new.id));
END;
CREATE TRIGGER search_note_deleted AFTER DELETE ON note BEGIN
    INSERT INTO search_queue (deck, note) SELECT old.deck, old.id
    WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE (deck, note) = (old.deck, old.id));
END;

-- How the rows below were made: core/search/index/index_version.py. No row before the first search.
CREATE TABLE search_version (
    version INTEGER NOT NULL
) STRICT;

-- The names of fields, as numbered in the texts.
CREATE TABLE search_field (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- The indexed notes. Texts are folded (core/search/index/text_folding.py); lists have a character 1F before and after each value.
-- custom_type: the note's type, or its type in Anki, if that is a custom one.
CREATE TABLE search_note (
    id INTEGER NOT NULL PRIMARY KEY,
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    type TEXT NOT NULL,
    custom_type TEXT NOT NULL,
    section TEXT NOT NULL,
    evidence TEXT NOT NULL,
    tags TEXT NOT NULL,
    languages TEXT NOT NULL,
    requires TEXT NOT NULL,
    first_field TEXT NOT NULL,
    UNIQUE (deck, note)
) STRICT;

-- All fields of an indexed note: core/search/index/searchable_text.py.
CREATE TABLE search_text (
    id INTEGER NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- Their tokens: core/search/index/index_tokens.py. The tokenizer splits at ASCII characters that are not letters or digits.
CREATE VIRTUAL TABLE search_token USING fts5 (tokens, content = '', detail = none, tokenize = 'ascii');
"""
