"""Schema version 16: what statistics know of each review, and its daily totals (ADR 37)."""

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

-- The reviews of a card that are in effect, numbered from 0 in journal order: see ReviewFact in
-- core/statistics/review_facts.py. The log loss is that of the predicted probability, in millionths.
CREATE TABLE review_fact (
    card INTEGER NOT NULL REFERENCES reviewed_card (id),
    number INTEGER NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    confidence INTEGER,
    predicted REAL,
    log_loss INTEGER,
    stability REAL NOT NULL,
    next_day INTEGER,
    due_day INTEGER,
    PRIMARY KEY (card, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_fact_due ON review_fact (due_day) WHERE next_day IS NULL AND due_day IS NOT NULL;

-- Totals of the facts by deck and study day. The deck '' stands for all decks. Amounts may have become 0.

-- How often each button was pressed, and how long it took.
CREATE TABLE day_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    again INTEGER NOT NULL,
    hard INTEGER NOT NULL,
    good INTEGER NOT NULL,
    easy INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (deck, day, kind, interval)
) STRICT, WITHOUT ROWID;

CREATE TABLE hour_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    PRIMARY KEY (deck, day, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE confidence_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    PRIMARY KEY (deck, day, confidence)
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

-- By how much the number of cards that were due and reviewed on a later day changed from the day before.
CREATE TABLE waiting_total (
    deck TEXT NOT NULL,
    day INTEGER NOT NULL,
    change INTEGER NOT NULL,
    PRIMARY KEY (deck, day)
) STRICT, WITHOUT ROWID;

-- The expected number of cards that are recalled at the end of a day, for the days for which it was computed.
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
