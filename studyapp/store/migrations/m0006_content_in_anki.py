"""Schema version 6: what Anki has for an exported note."""

SQL = """
-- A digest of the content in Anki, when it was last known; empty if it never was.
ALTER TABLE exported ADD COLUMN content_in_anki TEXT NOT NULL DEFAULT '';
"""
