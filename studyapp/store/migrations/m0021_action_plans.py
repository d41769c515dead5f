"""Schema version 21: what was planned together with an action on cards (ADR 44)."""

SQL = """
-- A study day that was planned with the action whose first entry this is, in force only while that action is not undone.
-- kind: 'day-off', or 'new-cards' for the day from which on there are new cards again.
CREATE TABLE action_plan (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (device, seq, kind, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_plan_days ON action_plan (kind, day);
"""
