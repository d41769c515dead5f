"""The pause of new cards that was chosen together with spreading overdue cards."""

import sqlite3

from studyapp.core.study.journal import EntryId
from studyapp.store.plans import action_plans
from studyapp.store.plans.action_plans import PlanKind


def save(connection: sqlite3.Connection, action: EntryId, first_new_day: int) -> None:
    """Store that new cards pause until a study day, or not at all if that is not after today, while an action is in effect.

    It replaces a pause that was stored before.
    """
    action_plans.save(connection, action, PlanKind.NEW_CARDS, [first_new_day])


def load(connection: sqlite3.Connection, today: int) -> int | None:
    """Return the study day on which there are new cards again; None if they don't pause."""
    newest = next(action_plans.load_in_force(connection, PlanKind.NEW_CARDS), None)
    return newest.day if newest is not None and newest.day > today else None


def end(connection: sqlite3.Connection) -> None:
    """End the pause. A redo of the action with which it was chosen doesn't bring it back."""
    action_plans.delete_all(connection, PlanKind.NEW_CARDS)
