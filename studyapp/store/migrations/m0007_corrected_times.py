"""Schema version 7: corrections of times that were recorded while the clock was wrong."""

SQL = """
-- clock_at: what the clock showed, if the entry had to be later to keep the order of the journal.
ALTER TABLE entry ADD COLUMN clock_at INTEGER;

-- corrects_*, corrected_*: of corrections, whose target really happened at that time. due_day, due_at are the target's.
ALTER TABLE entry ADD COLUMN corrects_device TEXT;
ALTER TABLE entry ADD COLUMN corrects_seq INTEGER;
ALTER TABLE entry ADD COLUMN corrected_at INTEGER;
ALTER TABLE entry ADD COLUMN corrected_day INTEGER;

-- Derived from the columns above and the corrections in effect: the times at which the entry counts.
ALTER TABLE entry ADD COLUMN effective_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN effective_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN effective_due_day INTEGER;
ALTER TABLE entry ADD COLUMN effective_due_at INTEGER;

DROP TRIGGER entry_is_never_changed;
UPDATE entry SET effective_at = at, effective_day = day, effective_due_day = due_day, effective_due_at = due_at;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OF
    device, seq, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, undoes_device, undoes_seq,
    confidence, clock_at, corrects_device, corrects_seq, corrected_at, corrected_day
ON entry BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;

DROP INDEX entry_in_order;
DROP INDEX entry_of_day;
CREATE INDEX entry_in_order ON entry (effective_at, device, seq);
CREATE INDEX entry_of_day ON entry (effective_day);
"""
