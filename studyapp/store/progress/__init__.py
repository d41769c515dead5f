"""The progress of cards, as it is compared with that in Anki."""
