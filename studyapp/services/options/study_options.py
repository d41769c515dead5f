"""Choosing how to study: for all decks, and for a deck what shall be otherwise."""

from collections.abc import Iterable

from studyapp.core.study.option_table import BY_NAME, options_from
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.store import settings
from studyapp.store.collection import Collection
from studyapp.store.settings import ALL_DECKS


def study_options(collection: Collection, deck: str = ALL_DECKS) -> StudyOptions:
    """The options that hold for a deck, or for all."""
    with collection.reading() as connection:
        return options_from(settings.kept(connection, ALL_DECKS), settings.kept(connection, deck))


def shown_in(
    collection: Collection, decks: Iterable[str], usual: LanguageChoice
) -> dict[str, LanguageChoice]:
    """For each deck the languages of its cards: its own, else the usual ones."""
    with collection.reading() as connection:
        own = settings.by_deck(connection, "languages")
    return {deck: options_from({"languages": own.get(deck, "")}).languages or usual for deck in decks}


def clock_of(collection: Collection, machine: Clock) -> Clock:
    """The clock of the machine with the learner's study days, as chosen at each moment. For the thread that the
    collection belongs to."""
    return machine._replace(day_begins=lambda: study_options(collection).day_begins)


def chosen_for(collection: Collection, deck: str) -> dict[str, str]:
    """What was chosen for this deck itself, by name, as text."""
    with collection.reading() as connection:
        return {name: text for name, text in settings.kept(connection, deck).items() if name in BY_NAME}


def choose(collection: Collection, deck: str, name: str, text: str | None) -> None:
    """Keep a choice, or with None have none. ValueError or KeyError when the text is none of that option, and
    StoreError when it could not be kept."""
    if text is not None:
        BY_NAME[name].read(text)
    with collection.transaction() as connection:
        settings.put(connection, deck, name, text)
