"""StudyApp: spaced repetition with plain-text decks, compatible with Anki."""

__version__ = "0.1.0"
