"""Previewing and exporting CSV, TSV and Markdown files, and recognizing their notes in a later import."""
