"""The decks page and the dialogs about decks."""
