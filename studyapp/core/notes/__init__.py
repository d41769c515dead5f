"""Notes, decks and note types, and their JSON codecs."""
