"""Schema version 9: the log of text edits, the bin, moved notes, and decks that replace bundled ones."""

SQL = """
-- moved_to: of moves, the key of the note afterwards.
ALTER TABLE entry ADD COLUMN moved_to TEXT;

-- Derived from the moves in effect: the note under which the entry counts, if it is not the recorded one.
ALTER TABLE entry ADD COLUMN current_deck TEXT;
ALTER TABLE entry ADD COLUMN current_note TEXT;

DROP TRIGGER entry_is_never_changed;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OF
    device, seq, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, undoes_device, undoes_seq,
    confidence, clock_at, corrects_device, corrects_seq, corrected_at, corrected_day, moved_to
ON entry BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;
CREATE INDEX entry_of_moved_card ON entry (current_deck, current_note, ordinal) WHERE current_deck IS NOT NULL;
CREATE INDEX entry_of_whole_note ON entry (effective_at, device, seq) WHERE ordinal = 0;

-- device, seq: the journal entry of the edit; NULL until the files are written. size: characters of content.
CREATE TABLE text_edit (
    id INTEGER NOT NULL PRIMARY KEY,
    device TEXT,
    seq INTEGER,
    size INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX text_edit_of_entry ON text_edit (device, seq) WHERE device IS NOT NULL;

-- The edit whose files are being written. direction: do, undo or redo.
CREATE TABLE unfinished_text_edit (
    edit INTEGER NOT NULL PRIMARY KEY REFERENCES text_edit (id) ON DELETE CASCADE,
    direction TEXT NOT NULL
) STRICT;

-- Deleted notes (text: the lines in the deck file; gap: the text between the note before and them) and decks (note is empty; file: where the deck file is now).
CREATE TABLE bin (
    id INTEGER NOT NULL PRIMARY KEY,
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    text TEXT NOT NULL,
    previous_note TEXT NOT NULL,
    gap TEXT NOT NULL,
    file TEXT NOT NULL,
    deleted_at INTEGER NOT NULL
) STRICT;

-- replaced_deck: the deck that the file contains, if another file with the same deck is used instead.
ALTER TABLE deck_file ADD COLUMN replaced_deck TEXT;
"""
