"""Deck files: YAML text to the core's decks and notes, with every problem at its place."""
