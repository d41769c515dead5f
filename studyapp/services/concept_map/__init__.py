"""The maps of the decks, and what is remembered of their concepts."""
