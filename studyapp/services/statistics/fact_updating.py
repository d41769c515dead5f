"""Bringing the facts about reviews up to date with the journal (ADR 35).

The journal is only appended to, so the entries after the last one that was processed tell which cards have changed.
Rating a card writes nothing for statistics.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.statistics.review_facts import find_review_facts
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.statistics import journal_position, review_facts

_FORMAT = 1
"""Raised when the same journal gives other facts."""

_CARDS_PER_TRANSACTION = 500
"""Few enough for a rating in another connection to wait only for a moment."""


def are_facts_up_to_date(collection: Collection, scheduler: Scheduler) -> bool:
    """Return whether the facts contain the whole journal. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        last_entry = journal_position.load_last_entry(connection, _version(scheduler))
        return last_entry == journal_position.newest_entry(connection)


def update_facts(
    collection: Collection, scheduler: Scheduler, clock: Clock, progress: ProgressCallback | None = None
) -> None:
    """Store the facts about all reviews that were recorded, undone or changed since the last time.

    `progress` is called with the numbers of cards that are done and of all, and may raise to stop; what is done stays, and
    the next call goes on. Raises StoreError if the collection can't be read or written.
    """
    if are_facts_up_to_date(collection, scheduler):
        return
    version = _version(scheduler)
    with collection.transaction() as connection:
        newest_entry = journal_position.newest_entry(connection)
        if journal_position.load_last_entry(connection, version) is None:
            review_facts.delete_all(connection)
            journal_position.save_last_entry(connection, version, 0)
        cards = _find_changed_cards(collection, version)
    hour_at = _hour_function(clock)
    done = 0
    for batch in _batches(cards):
        with collection.transaction() as connection:
            entries_by_card = journal_entries.load_for_cards(connection, batch)
            review_facts.replace_facts(
                connection,
                {
                    card: find_review_facts(entries, scheduler, hour_at)
                    for card, entries in entries_by_card.items()
                },
            )
        done += len(batch)
        if progress is not None:
            progress(done, len(cards))
    with collection.transaction() as connection:
        journal_position.save_last_entry(connection, version, newest_entry)


def forget_facts(collection: Collection) -> None:
    """Delete all facts, so that the next update reads the whole journal. Call it in a transaction."""
    review_facts.delete_all(collection.connection)


def _find_changed_cards(collection: Collection, version: str) -> list[CardId]:
    connection = collection.connection
    last_entry = journal_position.load_last_entry(connection, version) or 0
    kinds = journal_position.find_kinds_of_new_entries(connection, last_entry)
    if last_entry == 0 or EntryKind.CORRECT_TIME in kinds:  # corrections may concern any entry
        return journal_position.load_all_cards(connection)
    cards = journal_position.load_cards_of_new_entries(connection, last_entry)
    if EntryKind.MOVE_NOTE in kinds:
        cards += journal_position.load_cards_of_moved_notes(connection)
    return sorted(set(cards))


def _batches(cards: Sequence[CardId]) -> Iterator[list[CardId]]:
    remaining = iter(cards)
    while batch := list(islice(remaining, _CARDS_PER_TRANSACTION)):
        yield batch


def _hour_function(clock: Clock) -> Callable[[int], int]:
    """Return a function that returns the hour of the learner's clock at a moment (UTC ms)."""
    return lambda at: datetime.fromtimestamp(at / 1000, clock.zone).hour


def _version(scheduler: Scheduler) -> str:
    """Return what the facts depend on besides the journal."""
    return f"{_FORMAT} {' '.join(map(repr, scheduler.parameters))}"
