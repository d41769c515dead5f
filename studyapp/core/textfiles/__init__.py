"""Reading tables: their layout, their rows, and the note of each row."""
