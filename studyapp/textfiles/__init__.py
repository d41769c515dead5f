"""Reading and writing of CSV, TSV and Markdown files."""
