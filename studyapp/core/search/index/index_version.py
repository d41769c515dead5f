"""The version of the index."""

INDEX_VERSION = 1
"""Increase it whenever folding, the removal of markup, the tokens or the form of the joined text change: all notes are
indexed again."""
