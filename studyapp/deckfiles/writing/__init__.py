"""Writing deck files."""
