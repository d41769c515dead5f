"""Study days that were planned together with an action on cards: they are in force only while the action is not undone."""

import sqlite3
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.study.journal import EntryId

EVER = -(2**62)
"""Before all study days."""


class PlanKind(StrEnum):
    """What is planned for a study day. The values are stored: never change one."""

    DAY_OFF = "day-off"
    NEW_CARDS = "new-cards"
    """New cards pause until this day."""


class PlannedDay(NamedTuple):
    """A study day and the first entry of the action with which it was planned."""

    action: EntryId
    day: int


def save(connection: sqlite3.Connection, action: EntryId, kind: PlanKind, days: Iterable[int]) -> None:
    """Store what was planned with the action whose first entry is `action`. Call it in the transaction of the action."""
    connection.executemany(
        "INSERT INTO action_plan (device, seq, kind, day) VALUES (?, ?, ?, ?)",
        ((*action, kind, day) for day in days),
    )


def delete(connection: sqlite3.Connection, kind: PlanKind, days: Iterable[int]) -> None:
    """Delete these days, with whatever action they were planned. A redo of the action doesn't plan them again."""
    connection.executemany(
        "DELETE FROM action_plan WHERE kind = ? AND day = ?", ((kind, day) for day in days)
    )


def delete_all(connection: sqlite3.Connection, kind: PlanKind) -> None:
    """Delete all days of this kind."""
    connection.execute("DELETE FROM action_plan WHERE kind = ?", (kind,))


def load_in_force(connection: sqlite3.Connection, kind: PlanKind, after: int = EVER) -> Iterator[PlannedDay]:
    """Yield the days after a study day whose actions are in effect, those of the newest action first."""
    rows = connection.execute(
        "SELECT device, seq, action_plan.day FROM action_plan JOIN entry USING (device, seq) "
        "WHERE action_plan.kind = ? AND action_plan.day > ? ORDER BY effective_at DESC, device DESC, seq DESC",
        (kind, after),
    ).fetchall()
    undone = {
        action: _is_undone(connection, action) for action in {EntryId(device, seq) for device, seq, _ in rows}
    }
    for device, seq, day in rows:
        action = EntryId(device, seq)
        if not undone[action]:
            yield PlannedDay(action, day)


def _is_undone(connection: sqlite3.Connection, entry: EntryId) -> bool:
    """Return whether an undo of the entry is in effect. An undo of this undo is a redo."""
    undos = connection.execute(
        "SELECT device, seq FROM entry WHERE undoes_device = ? AND undoes_seq = ?", entry
    ).fetchall()
    return any(not _is_undone(connection, EntryId(*undo)) for undo in undos)
