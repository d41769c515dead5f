"""Exchange of notes and learning progress with Anki."""
