"""Choosing how to study: for all decks, and for a deck what shall be otherwise."""

from studyapp.core.study_options import StudyOptions, options_from, read_option
from studyapp.store import settings
from studyapp.store.collection import Collection
from studyapp.store.settings import ALL_DECKS


def study_options(collection: Collection, deck: str = ALL_DECKS) -> StudyOptions:
    """The options that hold for a deck, or for all."""
    with collection.reading() as connection:
        return options_from(settings.kept(connection, ALL_DECKS), settings.kept(connection, deck))


def chosen_for(collection: Collection, deck: str) -> dict[str, str]:
    """What was chosen for this deck itself, by name, as text."""
    with collection.reading() as connection:
        return settings.kept(connection, deck)


def choose(collection: Collection, deck: str, name: str, text: str | None) -> None:
    """Keep a choice, or with None have none. ValueError or KeyError when the text is none of that option, and
    StoreError when it could not be kept."""
    if text is not None:
        read_option(name, text)
    with collection.transaction() as connection:
        settings.put(connection, deck, name, text)
