"""Renaming, deleting and restoring decks."""
