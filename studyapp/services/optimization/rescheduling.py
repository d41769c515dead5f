"""Rescheduling cards by the parameters in use, if the learner asks for it: adopting parameters leaves due dates alone."""

from typing import NamedTuple

from studyapp.core.optimization.new_due_days import (
    CardPlans,
    DueChange,
    DueChangeSummary,
    find_new_due_day,
    summarize_due_changes,
)
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import ReviewPhase
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.store import schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, exams

FORECAST_DAYS = 30


class Rescheduling(NamedTuple):
    """Cards that would be due on other days, and what that amounts to."""

    changes: tuple[DueChange, ...]
    summary: DueChangeSummary


@garbage_collection_paused()  # the collector would stop the window again and again
def preview_rescheduling(collection: Collection, clock: Clock) -> Rescheduling:
    """Return on which days cards would be due by the parameters in use, the options of their decks, exams and days off. Raises
    StoreError if the collection can't be read."""
    today = clock.today()
    with collection.read_transaction() as connection:
        schedule_by_card = dict(schedules.iterate_present(connection))
        options = load_options_by_deck(collection, {card.deck_id for card in schedule_by_card})
        scheduler = load_scheduler(connection)
        exam_by_card = exams.load_next_exams(connection, today)
        off = days_off.load(connection)
    scheduler_by_deck = {deck: scheduler.for_options(of_deck) for deck, of_deck in options.items()}
    changes, due_days = [], []
    for card, schedule in schedule_by_card.items():
        if isinstance(schedule.phase, ReviewPhase) and not schedule.is_suspended:
            due_day = schedule.phase.due_day
            due_days.append(due_day)
            plans = CardPlans(off, exam_by_card.get(card))
            new_due_day = find_new_due_day(card, schedule, scheduler_by_deck[card.deck_id], today, plans)
            if new_due_day is not None and new_due_day != due_day:
                changes.append(DueChange(card, due_day, new_due_day))
    return Rescheduling(tuple(changes), summarize_due_changes(due_days, changes, today, FORECAST_DAYS))


@garbage_collection_paused()
def reschedule_cards(collection: Collection, rescheduling: Rescheduling, clock: Clock) -> None:
    """Set the due dates as previewed, as one action that is undone together. Raises StoreError if saving fails."""
    actions = [
        CardAction(change.card, EntryKind.SET_DUE, due_day=change.new_due_day)
        for change in rescheduling.changes
    ]
    if actions:
        append_actions(collection, actions, clock.now(), clock.today())
