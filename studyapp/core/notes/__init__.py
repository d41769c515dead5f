"""Notes, decks, note types and how they are stored as JSON."""
