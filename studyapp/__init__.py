"""StudyApp: plain-text decks, spaced repetition, and a good neighbour to Anki."""

__version__ = "0.1.0"
