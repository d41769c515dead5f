"""Study options: defaults and per-deck overrides."""

from collections.abc import Iterable

from studyapp.core.options.option_table import OPTION_BY_STORED_NAME, parse_options
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.store import stored_options
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS

_DAY_START = "day_begins"
"""The stored name of the option that the clock needs."""


def load_study_options(collection: Collection, deck: str = ALL_DECKS) -> StudyOptions:
    """Return the study options of a deck, or those of all decks."""
    with collection.read_transaction() as connection:
        return parse_options(*stored_options.load_of_all_and_one(connection, deck))


def load_options_by_deck(collection: Collection, decks: Iterable[str]) -> dict[str, StudyOptions]:
    """Return the study options of each deck, as `load_study_options` does."""
    with collection.read_transaction() as connection:
        texts_by_deck = stored_options.load_all(connection)
    of_all = texts_by_deck.get(ALL_DECKS, {})
    return {deck: parse_options(of_all, texts_by_deck.get(deck, {})) for deck in decks}


def load_languages_by_deck(
    collection: Collection, decks: Iterable[str], default_languages: CardLanguages
) -> dict[str, CardLanguages]:
    """Return the card languages of each deck: its own, or `default_languages` if it has none."""
    with collection.read_transaction() as connection:
        overrides = stored_options.value_by_deck(connection, "languages")
    return {
        deck: parse_options({"languages": overrides.get(deck, "")}).languages or default_languages
        for deck in decks
    }


def make_study_clock(collection: Collection, system_clock: Clock) -> Clock:
    """Return the system clock with the day start hour from the study options.

    The hour is read from the collection on every call, so use the clock only in the thread that owns the
    collection.
    """

    def load_day_start_hour() -> int:
        with collection.read_transaction() as connection:
            text = stored_options.load_value(connection, ALL_DECKS, _DAY_START)
        return parse_options({} if text is None else {_DAY_START: text}).day_start_hour

    return system_clock._replace(day_start_hour=load_day_start_hour)


def load_option_overrides(collection: Collection, deck: str) -> dict[str, str]:
    """Return the options set for this deck itself, as stored text by name."""
    with collection.read_transaction() as connection:
        return {
            name: text
            for name, text in stored_options.load(connection, deck).items()
            if name in OPTION_BY_STORED_NAME
        }


def set_option(collection: Collection, deck: str, name: str, value: str | None) -> None:
    """Set an option of a deck, or remove the override if `value` is None.

    Raises KeyError if there is no such option, ValueError if the value is not valid for it, and StoreError if
    saving fails.
    """
    option = OPTION_BY_STORED_NAME[name]
    if value is not None:
        option.parse(value)
    with collection.transaction() as connection:
        stored_options.save(connection, deck, name, value)
