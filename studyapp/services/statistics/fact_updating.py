"""Bringing the facts about reviews up to date with the journal (ADR 37).

The journal is only appended to, so the entries after the last one that was processed tell which cards have changed.
Rating a card writes none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.statistics.first_changes import (
    first_changed_memory,
    first_changed_review,
    first_changed_waiting,
)
from studyapp.core.statistics.review_facts import ReviewFact, StudiedEntry, facts_of_history
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.errors import BUSY, StoreBusy
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.statistics import journal_position, past_totals, remembered, review_facts, totals
from studyapp.store.statistics.card_histories import load_histories
from studyapp.store.stored_options import ALL_DECKS

_FORMAT = 2
"""Raised when the same journal gives other facts."""

_CARDS_PER_STEP = 20
"""How many histories are read at once."""

_FACTS_PER_TRANSACTION = 2000
"""A small number, so that other connections hardly wait to write, even if cards have long histories."""

_FEW_CARDS = 1000
"""Up to this number of changed cards, totals are changed rather than computed anew."""


def are_facts_up_to_date(collection: Collection) -> bool:
    """Return whether the facts contain the whole journal. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        last_entry = journal_position.load_last_entry(connection, _version(load_scheduler(connection)))
        return last_entry == journal_position.newest_entry(connection)


def update_facts(collection: Collection, clock: Clock, progress: ProgressCallback | None = None) -> None:
    """Store the facts about all reviews that were recorded, undone or changed since the last time, and their totals.

    `progress` is called with the numbers of cards that are done and of all, and may raise to stop; the next call starts
    over then. Raises StoreError if the collection can't be read or written, or if another program begins to store all
    facts meanwhile.
    """
    if are_facts_up_to_date(collection):
        return
    with collection.transaction() as connection:
        scheduler = load_scheduler(connection)
        version = _version(scheduler)
        find_facts = partial(facts_of_history, scheduler=scheduler, hour_at=_hour_function(clock))
        newest_entry = journal_position.newest_entry(connection)
        last_entry = journal_position.load_last_entry(connection, version)
        if last_entry is not None:
            changed = _find_changed_cards(collection, last_entry)
            if len(changed) <= _FEW_CARDS:
                _update_cards(collection, changed, find_facts)
                journal_position.save_last_entry(connection, version, newest_entry)
                return
        attempt = journal_position.begin_attempt(connection)
        review_facts.delete_all(connection)
    _store_all(_Attempt(collection, attempt), find_facts, progress)
    with _Attempt(collection, attempt).transaction():
        for kept in (past_totals.REVIEWS, past_totals.WAITING):
            past_totals.keep_past_totals(connection, kept, None)
        journal_position.save_last_entry(connection, version, newest_entry)


_FindFacts = Callable[[Iterable[Entry | StudiedEntry]], list[ReviewFact]]


def _update_cards(collection: Collection, cards: Sequence[CardId], find_facts: _FindFacts) -> None:
    """Replace the facts about some cards, and change the totals by the difference."""
    connection = collection.connection
    number_by_card = review_facts.number_cards(connection, cards)
    totals.choose_changed_cards(connection, number_by_card.values())
    totals.subtract(connection)
    facts_by_number: dict[int, list[ReviewFact]] = {}
    first_day_by_deck: dict[str, int] = {}
    changes: list[tuple[list[ReviewFact], list[ReviewFact]]] = []
    for card, entries in journal_entries.load_for_cards(connection, cards).items():
        number, facts = number_by_card[card], find_facts(effective_entries(entries))
        facts_by_number[number] = facts
        before = review_facts.load_facts_by_number(connection, number)
        changes.append((before, facts))
        day = first_changed_memory(before, facts)
        if day is not None:
            for deck in (card.deck_id, ALL_DECKS):
                first_day_by_deck[deck] = min(day, first_day_by_deck.get(deck, day))
    review_facts.replace_facts(connection, facts_by_number)
    totals.add(connection)
    remembered.forget_remembered(connection, first_day_by_deck)
    for kept, first_changed in (
        (past_totals.REVIEWS, first_changed_review),
        (past_totals.WAITING, first_changed_waiting),
    ):
        days = [day for change in changes if (day := first_changed(*change)) is not None]
        past_totals.keep_past_totals(connection, kept, min(days, default=None))


class _Attempt(NamedTuple):
    """An attempt to store all facts, in several transactions, which ends when another program begins one."""

    collection: Collection
    number: int

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write in a transaction. Raises StoreBusy if the attempt has ended."""
        with self.collection.transaction() as connection:
            if not journal_position.is_current_attempt(connection, self.number):
                raise StoreBusy(BUSY, self.collection.path)
            yield


def _store_all(attempt: _Attempt, find_facts: _FindFacts, progress: ProgressCallback | None) -> None:
    """Store the facts about all cards and compute the totals. Others can write while histories are read, and facts and totals
    computed; they wait only while these are stored. Entries recorded meanwhile are left to the next update."""
    collection, connection = attempt.collection, attempt.collection.connection
    with collection.read_transaction():
        cards = journal_position.load_all_cards(connection)
    facts_by_card: dict[CardId, list[ReviewFact]] = {}
    for start in range(0, len(cards), _CARDS_PER_STEP):
        done = min(start + _CARDS_PER_STEP, len(cards))
        with collection.read_transaction():
            histories = load_histories(connection, cards[start:done])
        facts_by_card |= {card: find_facts(history) for card, history in histories.items()}
        if done == len(cards) or sum(map(len, facts_by_card.values())) >= _FACTS_PER_TRANSACTION:
            _store_facts(attempt, facts_by_card)
            facts_by_card = {}
        if progress is not None:
            progress(done, len(cards))
    for table in totals.TABLES:
        with collection.read_transaction():
            totals.compute(connection, table)
        with attempt.transaction():
            totals.store_computed(connection, table)


def _store_facts(attempt: _Attempt, facts_by_card: Mapping[CardId, Sequence[ReviewFact]]) -> None:
    with attempt.transaction():
        connection = attempt.collection.connection
        number_by_card = review_facts.number_cards(connection, facts_by_card)
        review_facts.replace_facts(
            connection, {number_by_card[card]: facts for card, facts in facts_by_card.items()}
        )


def forget_facts(collection: Collection) -> None:
    """Delete all facts and totals, so that the next update reads the whole journal. Call it in a transaction."""
    journal_position.forget(collection.connection)
    review_facts.delete_all(collection.connection)


def _find_changed_cards(collection: Collection, last_entry: int) -> list[CardId]:
    connection = collection.connection
    kinds = journal_position.find_kinds_of_new_entries(connection, last_entry)
    if EntryKind.CORRECT_TIME in kinds:  # corrections may concern any entry
        return journal_position.load_all_cards(connection)
    cards = journal_position.load_cards_of_new_entries(connection, last_entry)
    if EntryKind.MOVE_NOTE in kinds:
        cards += journal_position.load_cards_of_moved_notes(connection)
    return sorted(set(cards))


def _hour_function(clock: Clock) -> Callable[[int], int]:
    """Return a function that returns the hour of the learner's clock at a moment (UTC ms)."""
    return lambda at: datetime.fromtimestamp(at / 1000, clock.zone).hour


def _version(scheduler: Scheduler) -> str:
    """Return what the facts depend on besides the journal."""
    return f"{_FORMAT} {' '.join(map(repr, scheduler.parameters))}"
