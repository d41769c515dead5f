"""Choosing how to study: for all decks, and for a deck what shall be otherwise."""

from collections.abc import Iterable

from studyapp.core.study.option_table import OPTION_BY_STORED_NAME, parse_options
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.store import settings
from studyapp.store.collection import Collection
from studyapp.store.settings import ALL_DECKS


def load_study_options(collection: Collection, deck: str = ALL_DECKS) -> StudyOptions:
    """The options that hold for a deck, or for all."""
    with collection.read_transaction() as connection:
        return parse_options(settings.load(connection, ALL_DECKS), settings.load(connection, deck))


def load_languages_by_deck(
    collection: Collection, decks: Iterable[str], default_languages: CardLanguages
) -> dict[str, CardLanguages]:
    """For each deck the languages of its cards: its own, else the usual ones."""
    with collection.read_transaction() as connection:
        own = settings.value_by_deck(connection, "languages")
    return {
        deck: parse_options({"languages": own.get(deck, "")}).languages or default_languages for deck in decks
    }


def make_study_clock(collection: Collection, system_clock: Clock) -> Clock:
    """The clock of the machine with the learner's study days, as chosen at each moment. For the thread that the
    collection belongs to."""
    return system_clock._replace(day_start_hour=lambda: load_study_options(collection).day_start_hour)


def load_option_overrides(collection: Collection, deck: str) -> dict[str, str]:
    """What was chosen for this deck itself, by name, as text."""
    with collection.read_transaction() as connection:
        return {
            name: text
            for name, text in settings.load(connection, deck).items()
            if name in OPTION_BY_STORED_NAME
        }


def set_option(collection: Collection, deck: str, name: str, value: str | None) -> None:
    """Keep a choice, or with None have none. ValueError or KeyError when the text is none of that option, and
    StoreError when it could not be kept."""
    if value is not None:
        OPTION_BY_STORED_NAME[name].parse(value)
    with collection.transaction() as connection:
        settings.save(connection, deck, name, value)
