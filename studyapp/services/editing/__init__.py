"""Editing notes and decks in their files, with undo, a bin, and moves between decks that keep the history."""
