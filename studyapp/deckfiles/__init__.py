"""Deck files: YAML text read into decks and notes, and written back. Problems carry a line and column."""
