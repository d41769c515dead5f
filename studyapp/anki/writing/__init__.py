"""Writers for Anki packages."""
