"""Schema version 17: numbers of cards for statistics that are kept up to date, kept totals, and indexes."""

SQL = """
-- Derived from the schedule of the card. The interval is in days and 0 except in reviews.
ALTER TABLE card ADD COLUMN counted_interval INTEGER NOT NULL DEFAULT 0;
UPDATE card SET counted_interval =
    (SELECT iif(phase = 2, max(1, due_day - coalesce(last_day, due_day)), 0)
    FROM schedule WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal))
WHERE EXISTS (SELECT 1 FROM schedule WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal));

-- How many present cards have an interval, or have a note that was added in a quarter of an hour (unix seconds / 900; study
-- days begin at full quarters everywhere). The triggers keep no row with 0 cards.
CREATE TABLE interval_count (
    deck TEXT NOT NULL,
    suspended INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    PRIMARY KEY (deck, suspended, interval)
) STRICT, WITHOUT ROWID;
INSERT INTO interval_count (deck, suspended, interval, cards)
    SELECT deck, counted_suspended, counted_interval, count(*) FROM card WHERE present = 1 AND counted_interval > 0
    GROUP BY deck, counted_suspended, counted_interval;
CREATE TABLE added_count (
    deck TEXT NOT NULL,
    quarter INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    PRIMARY KEY (deck, quarter)
) STRICT, WITHOUT ROWID;
INSERT INTO added_count (deck, quarter, cards)
    SELECT deck, at / 900, count(*) FROM card JOIN note_added USING (deck, note) WHERE present = 1 GROUP BY deck, at / 900;

CREATE TRIGGER inserted_card_is_counted_by_interval AFTER INSERT ON card WHEN new.present = 1 AND new.counted_interval > 0 BEGIN
    INSERT INTO interval_count (deck, suspended, interval, cards)
    VALUES (new.deck, new.counted_suspended, new.counted_interval, 1)
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;
CREATE TRIGGER deleted_card_is_not_counted_by_interval AFTER DELETE ON card WHEN old.present = 1 BEGIN
    UPDATE interval_count SET cards = cards - 1
    WHERE (deck, suspended, interval) = (old.deck, old.counted_suspended, old.counted_interval);
    DELETE FROM interval_count
    WHERE (deck, suspended, interval) = (old.deck, old.counted_suspended, old.counted_interval) AND cards = 0;
END;
CREATE TRIGGER changed_card_is_counted_by_interval AFTER UPDATE OF deck, present, counted_interval, counted_suspended ON card
WHEN (old.deck, old.present, old.counted_interval, old.counted_suspended)
    <> (new.deck, new.present, new.counted_interval, new.counted_suspended)
BEGIN
    UPDATE interval_count SET cards = cards - 1 WHERE old.present = 1
        AND (deck, suspended, interval) = (old.deck, old.counted_suspended, old.counted_interval);
    DELETE FROM interval_count
    WHERE (deck, suspended, interval) = (old.deck, old.counted_suspended, old.counted_interval) AND cards = 0;
    INSERT INTO interval_count (deck, suspended, interval, cards)
    SELECT new.deck, new.counted_suspended, new.counted_interval, 1 WHERE new.present = 1 AND new.counted_interval > 0
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;

CREATE TRIGGER inserted_card_is_counted_by_addition AFTER INSERT ON card WHEN new.present = 1 BEGIN
    INSERT INTO added_count (deck, quarter, cards)
    SELECT deck, at / 900, 1 FROM note_added WHERE (deck, note) = (new.deck, new.note)
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;
CREATE TRIGGER deleted_card_is_not_counted_by_addition AFTER DELETE ON card WHEN old.present = 1 BEGIN
    UPDATE added_count SET cards = cards - 1 WHERE (deck, quarter)
        = (SELECT deck, at / 900 FROM note_added WHERE (deck, note) = (old.deck, old.note));
    DELETE FROM added_count WHERE (deck, quarter)
        = (SELECT deck, at / 900 FROM note_added WHERE (deck, note) = (old.deck, old.note)) AND cards = 0;
END;
CREATE TRIGGER changed_card_is_counted_by_addition AFTER UPDATE OF deck, note, present ON card
WHEN (old.deck, old.note, old.present) <> (new.deck, new.note, new.present)
BEGIN
    UPDATE added_count SET cards = cards - 1 WHERE old.present = 1 AND (deck, quarter)
        = (SELECT deck, at / 900 FROM note_added WHERE (deck, note) = (old.deck, old.note));
    DELETE FROM added_count WHERE (deck, quarter)
        = (SELECT deck, at / 900 FROM note_added WHERE (deck, note) = (old.deck, old.note)) AND cards = 0;
    INSERT INTO added_count (deck, quarter, cards)
    SELECT deck, at / 900, 1 FROM note_added WHERE (deck, note) = (new.deck, new.note) AND new.present = 1
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;

-- Totals of all decks before a study day: the columns of their rows, one after the other, as numbers of 64 bits.
CREATE TABLE past_total (
    name TEXT NOT NULL PRIMARY KEY,
    until_day INTEGER NOT NULL,
    columns BLOB NOT NULL
) STRICT;

-- Indexes with every column that is read, those in their own WHERE condition too.
DROP INDEX schedule_learning;
CREATE INDEX schedule_learning ON schedule (deck, due_at, last_day, buried_on, phase, suspended) WHERE phase IN (1, 3);
DROP INDEX review_fact_due;
CREATE INDEX review_fact_last ON review_fact (due_day, next_day, day, stability) WHERE next_day IS NULL;
CREATE INDEX schedule_lapses ON schedule (lapses DESC, deck, note, ordinal) WHERE lapses >= 3;
CREATE INDEX search_note_group ON search_note (section, evidence, deck, note) WHERE section <> '' OR evidence <> '';
"""
