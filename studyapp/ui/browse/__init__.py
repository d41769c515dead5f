"""The browse page: searching cards, a table of the found ones, a preview, and actions on many cards."""
