"""Whether decks may contain formulas, so that the library for them can be loaded before the first one is shown."""

from collections.abc import Sequence

from studyapp.store import notes
from studyapp.store.collection import Collection

_SIGNS = ("$", "\\(", "\\[", "[latex]", "<anki-mathjax")
_CHECKED_NOTES_PER_DECK = 500


def may_contain_formulas(collection: Collection, decks: Sequence[str]) -> bool:
    """Return whether one of the first notes of a deck has a sign of a formula."""
    with collection.read_transaction() as connection:
        return any(notes.contains_text(connection, deck, _SIGNS, _CHECKED_NOTES_PER_DECK) for deck in decks)
