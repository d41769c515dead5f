"""Schema version 13: indexes that hold every column that counting needs, and triggers with fewer steps."""

SQL = """
-- In a table without rowids, SQLite counts from an index alone only if that contains every column of the query,
-- including those in the index's own WHERE condition. Otherwise it reads all schedules of the deck.
DROP INDEX schedule_learning;
CREATE INDEX schedule_learning ON schedule (deck, due_at, last_day, buried_on, phase) WHERE phase IN (1, 3);
DROP INDEX schedule_last_day;
CREATE INDEX schedule_last_day ON schedule (deck, last_day, first_day, reviews) WHERE reviews > 0;

-- The day is needed to check the order of the newest entries.
DROP INDEX entry_in_order;
CREATE INDEX entry_in_order ON entry (effective_at, device, seq, effective_day);

DROP TRIGGER inserted_card_is_counted;
CREATE TRIGGER inserted_card_is_counted AFTER INSERT ON card WHEN new.present = 1 BEGIN
    INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards)
    VALUES (new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day, 1)
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;
DROP TRIGGER changed_card_is_counted;
CREATE TRIGGER changed_card_is_counted AFTER UPDATE OF deck, asked_in, present, counted_phase, counted_due_day, counted_suspended ON card
WHEN (old.deck, old.asked_in, old.present, old.counted_phase, old.counted_due_day, old.counted_suspended)
    <> (new.deck, new.asked_in, new.present, new.counted_phase, new.counted_due_day, new.counted_suspended)
BEGIN
    UPDATE card_count SET cards = cards - 1 WHERE old.present = 1 AND (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day);
    DELETE FROM card_count WHERE (deck, asked_in, phase, suspended, due_day)
        = (old.deck, old.asked_in, old.counted_phase, old.counted_suspended, old.counted_due_day) AND cards = 0;
    INSERT INTO card_count (deck, asked_in, phase, suspended, due_day, cards)
    SELECT new.deck, new.asked_in, new.counted_phase, new.counted_suspended, new.counted_due_day, 1 WHERE new.present = 1
    ON CONFLICT DO UPDATE SET cards = cards + 1;
END;
"""
