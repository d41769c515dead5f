"""Which cards an exam concerns: all, those of some decks, or those that match a search. Stored as a query."""

import re
from collections.abc import Iterable

ALL_CARDS = ""
"""The query for the cards of all decks, also of decks that are added later."""

_DECK = re.compile(r'deck:"([^"]+)"')
_SEPARATOR = " OR "


def scope_of_decks(decks: Iterable[str]) -> str:
    """Return the query for the cards of these decks."""
    return _SEPARATOR.join(f'deck:"{deck}"' for deck in decks)


def decks_of_scope(scope: str) -> tuple[str, ...]:
    """Return the decks of a query that `scope_of_decks` made; none for any other query."""
    decks = _DECK.findall(scope)
    return tuple(decks) if scope == scope_of_decks(decks) else ()
