"""Notes of CSV, TSV and Markdown files: recognizing them in a later import."""
