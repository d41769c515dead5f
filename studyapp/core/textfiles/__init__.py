"""The reading of tables: their layout, their rows, and which note each row is."""
