"""Schema version 20: exams, and an index for the number of cards due on days (ADR 42)."""

SQL = """
-- scope: the cards of the exam, as a search query. target: the share of them that should be recalled on the day, in percent.
CREATE TABLE exam (
    name TEXT NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    planned_on INTEGER NOT NULL,
    scope TEXT NOT NULL,
    target INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The cards that an exam was found to concern when its plan was last updated.
CREATE TABLE exam_card (
    deck TEXT NOT NULL,
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    exam TEXT NOT NULL REFERENCES exam (name) ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY (deck, note, ordinal, exam)
) STRICT, WITHOUT ROWID;
CREATE INDEX exam_card_of_exam ON exam_card (exam);

-- A rating looks up how many cards are due on the days that its interval may end on.
CREATE INDEX card_count_due ON card_count (due_day) WHERE phase = 2 AND suspended = 0;
"""
