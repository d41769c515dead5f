"""Everything about Anki: note types, and the package that hands decks over."""
