"""The rows of the table: their model, their texts, and how they are drawn."""
