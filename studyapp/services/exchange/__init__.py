"""Exchanging notes and reviews with a running Anki."""
