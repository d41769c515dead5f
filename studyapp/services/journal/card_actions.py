"""Actions on many cards, each as one step that is undone together.

Every function returns the number of cards that changed, and writes nothing for the others. All raise StoreError if saving
fails; then nothing was changed.
"""

from collections.abc import Callable, Iterable

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.due_range import DueRange, choose_days
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import NewPhase, Schedule
from studyapp.services.journal.journal_writing import CardAction, append_in_transaction
from studyapp.services.options.clock import Clock
from studyapp.store import schedules
from studyapp.store.collection import Collection

Cards = Iterable[CardId]


def suspend_cards(collection: Collection, cards: Cards, clock: Clock) -> int:
    """Suspend cards."""
    return _act(collection, cards, clock, EntryKind.SUSPEND, lambda schedule: not schedule.is_suspended)


def unsuspend_cards(collection: Collection, cards: Cards, clock: Clock) -> int:
    """End the suspension of cards. Those that are also buried are no longer buried."""
    return _act(collection, cards, clock, EntryKind.RESTORE, lambda schedule: schedule.is_suspended)


def bury_cards(collection: Collection, cards: Cards, clock: Clock) -> int:
    """Bury cards until tomorrow."""
    today = clock.today()
    return _act(collection, cards, clock, EntryKind.BURY, lambda schedule: schedule.buried_on_day != today)


def unbury_cards(collection: Collection, cards: Cards, clock: Clock) -> int:
    """Show buried cards again today. Suspended cards stay suspended."""
    today = clock.today()
    return _act(
        collection,
        cards,
        clock,
        EntryKind.RESTORE,
        lambda schedule: schedule.buried_on_day == today and not schedule.is_suspended,
    )


def flag_cards(collection: Collection, cards: Cards, flag: int, clock: Clock) -> int:
    """Set the flag of cards (1 to 4), or remove it (0)."""
    return _act(collection, cards, clock, EntryKind.FLAG, lambda schedule: schedule.flag != flag, flag=flag)


def reset_cards(collection: Collection, cards: Cards, clock: Clock) -> int:
    """Make cards new again. Their history stays in the journal."""
    return _act(
        collection, cards, clock, EntryKind.RESET, lambda schedule: not isinstance(schedule.phase, NewPhase)
    )


def set_due_dates(
    collection: Collection, cards: Cards, days: DueRange, clock: Clock, random_below: Callable[[int], int]
) -> int:
    """Make cards due on random days of a range, counted from today.

    `random_below(n)` returns a random number from 0 to n - 1.
    """
    today = clock.today()
    chosen = list(dict.fromkeys(cards))
    offsets = choose_days(days, len(chosen), random_below)
    actions = [
        CardAction(card, EntryKind.SET_DUE, due_day=today + offset)
        for card, offset in zip(chosen, offsets, strict=True)
    ]
    with collection.transaction():
        append_in_transaction(collection, actions, clock.now(), today)
    return len(actions)


def _act(
    collection: Collection,
    cards: Cards,
    clock: Clock,
    kind: EntryKind,
    is_concerned: Callable[[Schedule], bool],
    flag: int = 0,
) -> int:
    with collection.transaction() as connection:
        schedule_by_card = schedules.load_many(connection, dict.fromkeys(cards))
        actions = [
            CardAction(card, kind, flag=flag)
            for card, schedule in schedule_by_card.items()
            if is_concerned(schedule)
        ]
        if actions:
            append_in_transaction(collection, actions, clock.now(), clock.today(), schedule_by_card)
    return len(actions)
