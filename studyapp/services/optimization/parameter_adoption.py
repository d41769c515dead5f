"""Using other parameters: every schedule in the collection is computed with those in use.

Only memory states change. Due dates were chosen by ratings and are in the journal, so they stay.
"""

from collections.abc import Callable, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.fit import Fit
from studyapp.core.optimization.review_history import memory_after_history
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Memory
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.optimization.history_loading import load_review_histories
from studyapp.store import parameter_fits, schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.statistics import journal_position

_CARDS_PER_TRANSACTION = 250
"""A small number, so that other connections hardly wait to write."""


def adopt_fit(collection: Collection, fit: Fit, now: int) -> None:
    """Use fitted parameters from `now` (UTC ms) on. Raises StoreError if saving fails; `finish_adoption` completes what has
    begun then."""
    _use(collection, lambda: parameter_fits.use_fit(collection.connection, fit, now))


def adopt_imported(collection: Collection, parameters: tuple[float, ...], now: int) -> None:
    """Use parameters that were fitted by another program, as with `adopt_fit`."""
    _use(collection, lambda: parameter_fits.use_imported(collection.connection, parameters, now))


def use_previous_parameters(collection: Collection) -> bool:
    """Use the parameters again that were in use before, as with `adopt_fit`. Returns False, and changes nothing, if the
    defaults are in use."""
    with collection.read_transaction() as connection:
        if parameter_fits.load_fit_in_use(connection) is None:
            return False
    _use(collection, lambda: parameter_fits.use_previous(collection.connection))
    return True


def is_adoption_unfinished(collection: Collection) -> bool:
    """Return whether other parameters are in use, but some memory states may be those of the ones before, because the
    program ended meanwhile. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        return parameter_fits.is_memory_update_pending(connection)


def finish_adoption(collection: Collection, progress: ProgressCallback | None = None) -> None:
    """Complete a change of parameters that was interrupted. `progress` may raise to stop; the next call starts over then.
    Raises StoreError if the collection can't be read or written."""
    if is_adoption_unfinished(collection):
        _use(collection, lambda: None, progress)


def _use(
    collection: Collection, change_parameters: Callable[[], None], progress: ProgressCallback | None = None
) -> None:
    """Change the parameters, then compute all memory states, in steps: ratings wait only while a step is stored.

    A card that is rated before its step has a memory state of both parameters, until its step computes it from all of its
    reviews.
    """
    with collection.transaction() as connection:
        change_parameters()
        update = parameter_fits.begin_memory_update(connection)
    with collection.read_transaction() as connection:
        cards = journal_position.load_all_cards(connection)
    for start in range(0, len(cards), _CARDS_PER_TRANSACTION):
        if progress is not None:
            progress(start, len(cards))
        if not _update_memories(collection, update, cards[start : start + _CARDS_PER_TRANSACTION]):
            return  # others are in use, and whoever changed that computes the memory states
    with collection.transaction() as connection:
        parameter_fits.end_memory_update(connection, update)


def _update_memories(collection: Collection, update: int, cards: Sequence[CardId]) -> bool:
    """Store the memory states of cards by the parameters in use. Returns False if the update has ended."""
    with collection.read_transaction() as connection:
        newest_entry = journal_position.newest_entry(connection)
        scheduler = load_scheduler(connection)
        memories: dict[CardId, Memory] = {}
        for card, history in load_review_histories(collection, cards).items():
            memory = memory_after_history(history, scheduler)
            if memory is not None:
                memories[card] = memory
    with collection.transaction() as connection:
        if not parameter_fits.is_current_memory_update(connection, update):
            return False
        schedules.save_memories(connection, memories)
        rebuild_cards(collection, _changed_since(collection, newest_entry, cards))
    return True


def _changed_since(collection: Collection, entry: int, cards: Sequence[CardId]) -> Sequence[CardId]:
    """Return which of the cards have, or may have, another history than before the entries after this row id."""
    connection = collection.connection
    kinds = journal_position.find_kinds_of_new_entries(connection, entry)
    if kinds & {EntryKind.CORRECT_TIME, EntryKind.MOVE_NOTE}:  # they may concern any entry
        return cards
    changed = set(journal_position.load_cards_of_new_entries(connection, entry))
    return [card for card in cards if card in changed]
