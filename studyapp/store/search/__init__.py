"""Searching: the index of notes, and queries as SQL."""
