"""The dialog in which the import of a table is previewed and corrected."""
