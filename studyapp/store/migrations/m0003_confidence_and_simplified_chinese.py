"""Schema version 3: confidence before the answer, and cards in Simplified Chinese."""

SQL = """
-- confidence: core/journal.py, of reviews before whose answer the learner said so.
ALTER TABLE entry ADD COLUMN confidence INTEGER;

-- What can be read in Traditional Chinese can be read in Simplified Chinese, and is asked there, from now on.
UPDATE card SET asked_in = replace(replace(asked_in, ' zh-Hant ', ' zh-Hant zh-Hans '), ' both ', ' both both-zh-Hans ');

-- Notes that say something in Simplified Chinese itself are read once more.
UPDATE deck SET digest = '' WHERE id IN (SELECT deck FROM note WHERE instr(content, '"zh-Hans"'));
"""
