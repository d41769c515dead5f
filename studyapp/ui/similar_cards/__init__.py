"""The dialog that shows a card beside the cards that it may be confused with."""
