"""Using other parameters: every schedule in the collection is computed with those in use.

Only memory states change. Due dates were chosen by ratings and are in the journal, so they stay.
"""

from collections.abc import Callable

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.fit import Fit
from studyapp.core.optimization.review_history import memory_after_history
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.store import parameter_fits, schedules
from studyapp.store.collection import Collection
from studyapp.store.statistics import journal_position


def adopt_fit(collection: Collection, fit: Fit, now: int) -> None:
    """Use fitted parameters from `now` (UTC ms) on. Raises StoreError if saving fails; then nothing was changed."""
    _use(
        collection,
        Scheduler(fit.parameters),
        lambda: parameter_fits.use_fit(collection.connection, fit, now),
    )


def adopt_imported(collection: Collection, parameters: tuple[float, ...], now: int) -> None:
    """Use parameters that were fitted by another program, as with `adopt_fit`."""
    _use(
        collection,
        Scheduler(parameters),
        lambda: parameter_fits.use_imported(collection.connection, parameters, now),
    )


def use_previous_parameters(collection: Collection) -> bool:
    """Use the parameters again that were in use before, as with `adopt_fit`. Returns False, and changes nothing, if the
    defaults are in use."""
    with collection.read_transaction() as connection:
        if parameter_fits.load_fit_in_use(connection) is None:
            return False
        scheduler = parameter_fits.load_previous_scheduler(connection)
    _use(collection, scheduler, lambda: parameter_fits.use_previous(collection.connection))
    return True


def _use(collection: Collection, scheduler: Scheduler, change_parameters: Callable[[], None]) -> None:
    """Change the parameters and all memory states in one transaction. It is short, because ratings wait for it: the memory
    states are computed before, and those of cards that were studied meanwhile again."""
    with collection.read_transaction() as connection:
        newest_entry = journal_position.newest_entry(connection)
        memories: dict[CardId, Memory] = {}
        for card, history in iterate_review_histories(collection):
            memory = memory_after_history(history, scheduler)
            if memory is not None:
                memories[card] = memory
        schedules.prepare_memories(connection, memories)
    with collection.transaction() as connection:
        change_parameters()
        schedules.save_prepared_memories(connection)
        rebuild_cards(collection, _cards_changed_since(collection, newest_entry))


def _cards_changed_since(collection: Collection, entry: int) -> list[CardId]:
    connection = collection.connection
    kinds = journal_position.find_kinds_of_new_entries(connection, entry)
    if kinds & {EntryKind.CORRECT_TIME, EntryKind.MOVE_NOTE}:  # they may concern any entry
        return journal_position.load_all_cards(connection)
    return journal_position.load_cards_of_new_entries(connection, entry)
