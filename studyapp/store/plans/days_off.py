"""The study days that the user marked as days off, by themselves or together with moving their reviews."""

import sqlite3

from studyapp.core.study.journal import EntryId
from studyapp.store.plans import action_plans
from studyapp.store.plans.action_plans import EVER, PlanKind


def load(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the days off."""
    return load_after(connection, EVER)


def load_after(connection: sqlite3.Connection, day: int) -> frozenset[int]:
    """Return the days off after a study day."""
    marked = connection.execute("SELECT day FROM day_off WHERE day > ?", (day,))
    planned = action_plans.load_in_force(connection, PlanKind.DAY_OFF, day)
    return frozenset(found for (found,) in marked) | {one.day for one in planned}


def save(connection: sqlite3.Connection, day: int, *, is_off: bool) -> None:
    """Mark a study day as a day off, or as none."""
    if is_off:
        connection.execute("INSERT OR IGNORE INTO day_off (day) VALUES (?)", (day,))
    else:
        connection.execute("DELETE FROM day_off WHERE day = ?", (day,))
        action_plans.delete(connection, PlanKind.DAY_OFF, [day])


def save_with_action(connection: sqlite3.Connection, days: range, action: EntryId) -> None:
    """Mark study days as days off while the action that moved their reviews is in effect."""
    action_plans.save(connection, action, PlanKind.DAY_OFF, days)
