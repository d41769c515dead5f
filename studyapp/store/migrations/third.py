"""The third schema: how sure the learner was."""

SQL = """
-- confidence: core/journal.py, of reviews before whose answer the learner said so.
ALTER TABLE entry ADD COLUMN confidence INTEGER;
"""
