"""The dialogs for import, export and sync."""
