"""What a search needs to know besides the collection."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.deck import DeckSource


class SearchedDeck(NamedTuple):
    """A deck of the library: its title in each language, its source, and the lapses that make a card a leech (0 for
    never)."""

    titles: tuple[str, ...]
    source: DeckSource = DeckSource()
    leech_threshold: int = 0


class SearchContext(NamedTuple):
    """The decks to search by id, the time, and the problems of deck files.

    `day` is the study day, `now` the time and `day_end` the end of the study day, both in UTC milliseconds. Learning
    cards count as due `learn_ahead_ms` early. `problems_by_note` has the messages by note key.
    """

    decks: Mapping[str, SearchedDeck]
    day: int
    now: int
    day_end: int
    learn_ahead_ms: int = 0
    problems_by_note: Mapping[str, tuple[str, ...]] = {}
