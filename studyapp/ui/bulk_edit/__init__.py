"""Dialogs that change or compare many notes at once."""
