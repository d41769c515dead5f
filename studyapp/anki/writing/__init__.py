"""Writing Anki packages."""
