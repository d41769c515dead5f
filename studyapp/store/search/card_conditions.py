"""Conditions on cards: their ids, schedules and history."""

import json
import sqlite3
from typing import assert_never

from studyapp.core.search.query import (
    CardIdTerm,
    CardProperty,
    CardState,
    Comparison,
    NoteIdTerm,
    PropertyTerm,
    RatedTerm,
    RecentEvent,
    RecentTerm,
)
from studyapp.core.search.search_context import SearchContext
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.study_day import DAY_MS
from studyapp.store.search.sql_condition import Condition, Table, any_of, is_one_of, on_schedule

_IS_ACTIVE = "schedule.suspended = 0 AND schedule.buried_on IS NOT ?"
_HAS_MEMORY = "schedule.phase <> 0 AND schedule.reviews > 0"
_REVERSED_COMPARISON = {
    Comparison.EQUAL: "=",
    Comparison.NOT_EQUAL: "<>",
    Comparison.LESS: ">",
    Comparison.LESS_OR_EQUAL: ">=",
    Comparison.GREATER: "<",
    Comparison.GREATER_OR_EQUAL: "<=",
}


def note_id_condition(term: NoteIdTerm) -> Condition:
    """Return the condition that a card's note is one of these."""
    keys = [note_id.split("/") for note_id in term.ids if "/" in note_id]
    bare_ids = [note_id for note_id in term.ids if "/" not in note_id]
    with_deck = Condition(
        "(card.deck, card.note) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", (json.dumps(keys),)
    )
    return any_of([*([with_deck] if keys else []), *([is_one_of("card.note", bare_ids)] if bare_ids else [])])


def card_id_condition(term: CardIdTerm) -> Condition:
    """Return the condition that a card is one of these."""
    return Condition(
        "(card.deck, card.note, card.ordinal) IN "
        "(SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))",
        (json.dumps(term.cards),),
    )


def state_condition(state: CardState, context: SearchContext) -> Condition:
    """Return the condition that a card is in a state."""
    match state:
        case CardState.NEW:
            return on_schedule("schedule.phase <> 0").negated()
        case CardState.LEARNING:
            return on_schedule("schedule.phase IN (1, 3)")
        case CardState.REVIEW:
            return on_schedule("schedule.phase IN (2, 3)")
        case CardState.DUE:
            return on_schedule(
                f"({_IS_ACTIVE} AND (schedule.phase = 2 AND schedule.due_day <= ? "
                "OR schedule.phase IN (1, 3) AND (schedule.due_at <= ? "
                # A step that began on an earlier day is due from the start of the day.
                "OR schedule.due_at < ? AND schedule.last_day < ?)))",
                context.day,
                context.day,
                context.now + context.learn_ahead_ms,
                context.day_end,
                context.day,
            )
        case CardState.SUSPENDED:
            return on_schedule("schedule.suspended = 1")
        case CardState.BURIED:
            return on_schedule("(schedule.buried_on = ? AND schedule.suspended = 0)", context.day)
        case CardState.LEECH:
            return _leech_condition(context)
        case CardState.FLAGGED:
            return on_schedule("schedule.flag > 0")
        case _:
            assert_never(state)


def _leech_condition(context: SearchContext) -> Condition:
    decks_by_threshold: dict[int, list[str]] = {}
    for deck_id, deck in context.decks.items():
        if deck.leech_threshold:
            decks_by_threshold.setdefault(deck.leech_threshold, []).append(deck_id)
    return any_of(
        on_schedule(
            "(schedule.lapses >= ? AND card.deck IN (SELECT value FROM json_each(?)))",
            threshold,
            json.dumps(decks),
        )
        for threshold, decks in decks_by_threshold.items()
    )


def flag_condition(flag: int) -> Condition:
    """Return the condition that a card has a flag, or none for 0."""
    return on_schedule("schedule.flag > 0").negated() if flag == 0 else on_schedule("schedule.flag = ?", flag)


def property_condition(
    term: PropertyTerm, context: SearchContext, connection: sqlite3.Connection
) -> Condition:
    """Return the condition that a number of a card's schedule compares as asked."""
    operator, value = term.comparison.value.replace("!=", "<>"), term.value
    match term.property:
        case CardProperty.STABILITY | CardProperty.DIFFICULTY:
            column = "stability" if term.property is CardProperty.STABILITY else "difficulty"
            return on_schedule(f"({_HAS_MEMORY} AND schedule.{column} {operator} ?)", value)
        case CardProperty.RETRIEVABILITY:
            # The longer ago the last review in relation to the stability, the lower the retrievability.
            return on_schedule(
                f"({_HAS_MEMORY} AND max(0, ? - schedule.last_day) / schedule.stability "
                f"{_REVERSED_COMPARISON[term.comparison]} ?)",
                context.day,
                _relative_elapsed(value, connection),
            )
        case CardProperty.INTERVAL:
            interval = "CASE schedule.phase WHEN 2 THEN schedule.due_day - schedule.last_day ELSE 0 END"
            return _on_number_or_zero(interval, operator, value)
        case CardProperty.DUE:
            # Learning cards are due on a day too, counted from the end of today.
            return on_schedule(
                f"({_IS_ACTIVE} AND (schedule.phase = 2 AND schedule.due_day {operator} ? "
                f"OR schedule.phase IN (1, 3) AND (schedule.due_at - ?) / {DAY_MS} + (schedule.due_at >= ?) {operator} ?))",
                context.day,
                context.day + value,
                context.day_end,
                context.day_end,
                value,
            )
        case CardProperty.REVIEWS:
            return _on_number_or_zero("schedule.reviews", operator, value)
        case CardProperty.LAPSES:
            return _on_number_or_zero("schedule.lapses", operator, value)
        case _:
            assert_never(term.property)


def _on_number_or_zero(expression: str, operator: str, value: float) -> Condition:
    """Return a comparison of a number that is 0 for cards without a schedule."""
    return Condition(f"ifnull({expression}, 0) {operator} ?", (value,), frozenset({Table.SCHEDULE}))


def _relative_elapsed(retrievability: float, connection: sqlite3.Connection) -> float:
    # Deferred: it loads the engine of FSRS.
    from studyapp.store.parameter_fits import load_scheduler

    return load_scheduler(connection).relative_elapsed_until(retrievability)


def rated_condition(term: RatedTerm, context: SearchContext, connection: sqlite3.Connection) -> Condition:
    """Return the condition that a card was rated in the last days, and that was not undone."""
    first_day = context.day - term.days + 1
    sql = "SELECT deck, note, ordinal FROM entry WHERE effective_day >= ? AND kind = ?"
    parameters: tuple[object, ...] = (first_day, EntryKind.REVIEW.value)
    if term.rating is not None:
        sql += " AND rating = ?"
        parameters = (*parameters, term.rating.value)
    undone = _undone_entries(connection, first_day)
    if undone:
        sql += " AND device || '#' || seq NOT IN (SELECT value FROM json_each(?))"
        parameters = (*parameters, json.dumps(undone))
    return Condition(f"(card.deck, card.note, card.ordinal) IN ({sql})", parameters)


def _undone_entries(connection: sqlite3.Connection, first_day: int) -> list[str]:
    """Return the entries since this day that were undone, each as device and number."""
    undos = connection.execute(
        "SELECT device || '#' || seq, undoes_device || '#' || undoes_seq FROM entry "
        "WHERE effective_day >= ? AND undoes_device IS NOT NULL "
        "ORDER BY effective_at DESC, device DESC, seq DESC",
        (first_day,),
    )
    undone: dict[str, None] = {}
    for undo, target in undos:
        if undo not in undone:
            undone[target] = None
    return list(undone)


def recent_condition(term: RecentTerm, context: SearchContext) -> Condition:
    """Return the condition that something happened to a card or its note in the last days."""
    since = (context.day_end - term.days * DAY_MS) // 1000
    match term.event:
        case RecentEvent.ADDED:
            return Condition(
                "(SELECT at FROM note_added WHERE note_added.deck = card.deck AND note_added.note = card.note) >= ?",
                (since,),
            )
        case RecentEvent.EDITED:
            return Condition(
                "(SELECT changed_at FROM note AS edited WHERE edited.deck = card.deck AND edited.id = card.note) >= ?",
                (since,),
            )
        case RecentEvent.INTRODUCED:
            return on_schedule("schedule.first_day > ?", context.day - term.days)
        case _:
            assert_never(term.event)
