"""The Markdown of Anki fields: formulas and escapes."""
