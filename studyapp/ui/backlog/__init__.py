"""Overdue cards: what the decks page says of them, and the dialog that spreads them over several days."""
