"""The Markdown of Anki fields, and what a browser shows of their HTML."""
