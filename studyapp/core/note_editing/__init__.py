"""Changes of notes: merging, replacing text, and what changed in a file."""
