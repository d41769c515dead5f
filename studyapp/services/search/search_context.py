"""What a search needs to know about the library and the time."""

from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store.collection import Collection


def load_search_context(collection: Collection, library: Library, clock: Clock) -> SearchContext:
    """Return what a search in these decks needs to know now. Raises StoreError if the options can't be read."""
    day = clock.today()
    with collection.read_transaction():
        decks = {
            deck.metadata.id: SearchedDeck(
                deck.metadata.title.version_texts,
                deck.metadata.source,
                load_study_options(collection, deck.metadata.id).leech_threshold,
            )
            for deck in library.decks
        }
        learn_ahead = load_study_options(collection).learn_ahead_minutes
    return SearchContext(
        decks,
        day,
        clock.now(),
        round(clock.day_start(day + 1).timestamp() * 1000),
        learn_ahead * MINUTE_MS,
        _messages_by_note(library),
    )


def _messages_by_note(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the severities and messages of the problems of each note."""
    deck_by_path = {deck.path: deck.metadata.id for deck in library.decks}
    messages: dict[str, tuple[str, ...]] = {}
    for problem in library.problems:
        if problem.note_id and problem.path in deck_by_path:
            key = f"{deck_by_path[problem.path]}/{problem.note_id}"
            messages[key] = (*messages.get(key, ()), problem.severity.value, problem.message)
    return messages
