"""Schema version 12: numbers of cards that are kept up to date, and indexes for counting."""

SQL = """
-- Derived from the schedule of the card, as `started` is. The due day is 0 except in reviews.
ALTER TABLE card ADD COLUMN counted_phase INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN counted_due_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN counted_suspended INTEGER NOT NULL DEFAULT 0;
UPDATE card SET (counted_phase, counted_due_day, counted_suspended) =
    (SELECT phase, coalesce(due_day, 0), suspended FROM schedule WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal))
WHERE EXISTS (SELECT 1 FROM schedule WHERE (deck, note, ordinal) = (card.deck, card.note, card.ordinal));

-- How many present cards are alike in these columns. The triggers keep no row with 0 cards.
CREATE TABLE card_count (
    deck TEXT NOT NULL,
    asked_in TEXT NOT NULL,
    phase INTEGER NOT NULL,
    suspended INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    PRIMARY KEY (deck, asked_in, phase, suspended, due_day)
) STRICT, WITHOUT ROWID;
INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards)
    SELECT deck, asked_in, counted_phase, counted_suspended, counted_due_day, count(*) FROM card WHERE present = 1
    GROUP BY deck, asked_in, counted_phase, counted_suspended, counted_due_day;

CREATE TRIGGER inserted_card_is_counted AFTER INSERT ON card WHEN new.present = 1 BEGIN
    INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards)
    SELECT new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day, 0
    WHERE NOT EXISTS (SELECT 1 FROM card_count WHERE (deck, asked_in, phase, suspended, due_day)
        = (new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day));
    UPDATE card_count SET cards = cards + 1 WHERE (deck, asked_in, phase, suspended, due_day)
        = (new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day);
END;
CREATE TRIGGER deleted_card_is_not_counted AFTER DELETE ON card WHEN old.present = 1 BEGIN
    UPDATE card_count SET cards = cards - 1 WHERE (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day);
    DELETE FROM card_count WHERE (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day) AND cards = 0;
END;
CREATE TRIGGER changed_card_is_counted AFTER UPDATE OF deck, asked_in, present, counted_phase, counted_due_day, counted_suspended ON card
WHEN (old.deck, old.asked_in, old.present, old.counted_phase, old.counted_due_day, old.counted_suspended)
    <> (new.deck, new.asked_in, new.present, new.counted_phase, new.counted_due_day, new.counted_suspended)
BEGIN
    UPDATE card_count SET cards = cards - 1 WHERE old.present = 1 AND (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day);
    DELETE FROM card_count WHERE (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day) AND cards = 0;
    INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards)
    SELECT new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day, 0
    WHERE new.present = 1 AND NOT EXISTS (SELECT 1 FROM card_count WHERE (deck, asked_in, phase, suspended, due_day)
        = (new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day));
    UPDATE card_count SET cards = cards + 1 WHERE new.present = 1 AND (deck, asked_in, phase, suspended, due_day)
        = (new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day);
END;

-- Indexes from which SQLite counts without reading the tables.
CREATE INDEX note_present ON note (deck) WHERE present = 1;
CREATE INDEX schedule_second_card ON schedule (deck, note) WHERE ordinal > 1;
CREATE INDEX schedule_buried ON schedule (deck, buried_on) WHERE buried_on IS NOT NULL;
DROP INDEX schedule_learning;
CREATE INDEX schedule_learning ON schedule (deck, due_at, last_day) WHERE phase IN (1, 3);
DROP INDEX schedule_last_day;
CREATE INDEX schedule_last_day ON schedule (deck, last_day, first_day) WHERE reviews > 0;
DROP INDEX entry_of_day;
CREATE INDEX entry_of_day ON entry (effective_day, kind, took);
CREATE INDEX entry_of_undo ON entry (undoes_device, undoes_seq) WHERE undoes_device IS NOT NULL;
"""
