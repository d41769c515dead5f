"""Whether decks may contain formulas, so that the library for them can be loaded before the first one is shown."""

from studyapp.store import notes
from studyapp.store.collection import Collection

_SIGNS = ("$", "\\(", "\\[", "[latex]", "<anki-mathjax")
_CHECKED_NOTES = 2_000


def may_contain_formulas(collection: Collection) -> bool:
    """Return whether one of the first notes has a sign of a formula."""
    with collection.read_transaction() as connection:
        return notes.contains_text(connection, _SIGNS, _CHECKED_NOTES)
