"""The list of decks on the decks page."""
