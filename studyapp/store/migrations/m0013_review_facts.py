"""Schema version 13: what statistics know of each review, and its daily totals (ADR 35)."""

SQL = """
-- Derived from the journal up to the entry with this row id, by the code of this version.
CREATE TABLE statistics_state (
    version TEXT NOT NULL,
    last_entry INTEGER NOT NULL
) STRICT;

CREATE TABLE reviewed_card (
    id INTEGER NOT NULL PRIMARY KEY,
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    UNIQUE (deck, note, ordinal)
) STRICT;

-- The reviews of a card that are in effect, numbered from 0 in journal order.
CREATE TABLE review_fact (
    card INTEGER NOT NULL REFERENCES reviewed_card (id),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    predicted REAL,
    stability REAL NOT NULL,
    next_day INTEGER,
    due_day INTEGER,
    PRIMARY KEY (card, number)
) STRICT, WITHOUT ROWID;

-- Reviews of a deck and day that are alike, and how long they took. The deck '' stands for all decks, here and below.
-- No row has 0 reviews.
CREATE TABLE review_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (deck, day, hour, kind, interval, rating, confidence)
) STRICT, WITHOUT ROWID;

-- Reviews that FSRS predicted with about the same probability: bin 0 is up to 5 %, bin 19 from 95 % on. The sums of the
-- predicted probabilities and of the log losses are in millionths, so that they stay exact when reviews are taken away.
CREATE TABLE prediction_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    bin INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    predicted INTEGER NOT NULL,
    log_loss INTEGER NOT NULL,
    PRIMARY KEY (deck, day, bin)
) STRICT, WITHOUT ROWID;

-- The expected number of cards that are recalled on a day, for the days for which it was computed.
CREATE TABLE remembered_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    expected REAL NOT NULL,
    PRIMARY KEY (deck, day)
) STRICT, WITHOUT ROWID;

-- Study days that the user marked as days off.
CREATE TABLE day_off (
    day INTEGER NOT NULL PRIMARY KEY
) STRICT;
"""
