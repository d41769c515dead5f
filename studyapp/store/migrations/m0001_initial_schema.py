"""Schema version 1: the journal, the schedules, and the decks as last read."""

SQL = """
CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Only ever appended. kind, rating: core/journal.py. at, due_at, took: milliseconds. day, due_day: study days.
CREATE TABLE entry (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    rating INTEGER,
    due_day INTEGER,
    due_at INTEGER,
    took INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    undoes_device TEXT,
    undoes_seq INTEGER,
    PRIMARY KEY (device, seq)
) STRICT;
CREATE INDEX entry_of_card ON entry (deck, note, ordinal);
CREATE INDEX entry_in_order ON entry (at, device, seq);
CREATE INDEX entry_of_day ON entry (day);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;

-- Derived from the journal: one row for each card that has entries. phase: 0 new, 1 learning, 2 review, 3 relearning.
CREATE TABLE schedule (
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    stability REAL,
    difficulty REAL,
    step INTEGER,
    due_day INTEGER,
    due_at INTEGER,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    last_at INTEGER,
    suspended INTEGER NOT NULL,
    buried_on INTEGER,
    flag INTEGER NOT NULL,
    PRIMARY KEY (deck, note, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_due ON schedule (deck, due_day, note, ordinal) WHERE phase = 2;
CREATE INDEX schedule_learning ON schedule (deck, due_at) WHERE phase IN (1, 3);
CREATE INDEX schedule_last_day ON schedule (deck, last_day);

-- The decks, notes and cards of the deck files as last read. digest: of the file content that they hold now.
CREATE TABLE deck (
    id TEXT NOT NULL PRIMARY KEY,
    head TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

CREATE TABLE deck_file (
    path TEXT NOT NULL PRIMARY KEY,
    stamp TEXT NOT NULL,
    digest TEXT NOT NULL,
    deck TEXT,
    problems TEXT NOT NULL
) STRICT;

-- present = 0: no longer in the file, kept for its history.
CREATE TABLE note (
    deck TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    present INTEGER NOT NULL,
    PRIMARY KEY (deck, id)
) STRICT;

-- What Anki was last given for a note, and the moment of change that went with it (unix seconds).
CREATE TABLE exported (
    note TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- started: its schedule is no longer new. asked_in: the language choices under which it is asked, between spaces.
CREATE TABLE card (
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    asked_in TEXT NOT NULL,
    present INTEGER NOT NULL,
    started INTEGER NOT NULL,
    PRIMARY KEY (deck, note, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_new ON card (deck, position, ordinal) WHERE present = 1 AND started = 0;
CREATE INDEX card_present ON card (deck, present);
"""
