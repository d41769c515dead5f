"""What the browse page shows: rows of cards, their preview, and the tree of filters."""
