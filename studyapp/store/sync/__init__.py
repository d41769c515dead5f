"""What is stored for a sync with Anki."""
