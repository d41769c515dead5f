"""The dialog for previewing a table import and correcting its settings."""
