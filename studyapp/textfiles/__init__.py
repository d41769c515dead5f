"""CSV, TSV and Markdown files: reading and writing."""
