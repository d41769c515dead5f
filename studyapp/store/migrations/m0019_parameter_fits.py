"""Schema version 19: fitted parameters (ADR 40)."""

SQL = """
-- Parameters that are or were in use. model: see core/optimization/fit.py; another model may have another number of
-- parameters. parameters: numbers as JSON. added_at: when they were fitted or imported, in UTC ms. review_count and
-- scores are null for imported ones; scores: see store/parameter_fits.py. replaced: those that were in use before; null for
-- the defaults. The defaults have no row: they are in use if no row is.
CREATE TABLE parameter_fit (
    id INTEGER NOT NULL PRIMARY KEY,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    review_count INTEGER,
    scores TEXT,
    replaced INTEGER REFERENCES parameter_fit (id),
    is_in_use INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX parameter_fit_in_use ON parameter_fit (is_in_use) WHERE is_in_use = 1;

-- When parameters were fitted last, whether adopted or not (UTC ms), and the row id of the newest entry of the journal then.
CREATE TABLE fit_attempt (
    at INTEGER NOT NULL,
    last_entry INTEGER NOT NULL
) STRICT;
"""
