"""The parameters of FSRS: those in use, and those that were in use before (ADR 40)."""

import json
import sqlite3
from functools import lru_cache
from typing import NamedTuple

from studyapp.core.optimization.fit import FSRS_6, Comparison, Fit, Scores
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import stored_options
from studyapp.store.stored_options import ALL_DECKS


class StoredFit(NamedTuple):
    """Parameters that were adopted. `added_at` is when they were fitted or imported (UTC ms).

    `review_count`, `held_back` and `all_reviews` are those of `Fit`; None for imported parameters.
    """

    id: int
    parameters: tuple[float, ...]
    added_at: int
    review_count: int | None
    held_back: Comparison | None
    all_reviews: Comparison | None
    replaced: int | None


class Attempt(NamedTuple):
    """When parameters were fitted last (UTC ms), and the row id of the newest entry of the journal then."""

    at: int
    last_entry: int


_MEMORY_UPDATE = "memory_update"

_COLUMNS = "id, parameters, added_at, review_count, scores, replaced"


def load_scheduler(connection: sqlite3.Connection) -> Scheduler:
    """Return the scheduler with the parameters in use. Every schedule in the collection is computed with these."""
    row = connection.execute(
        "SELECT parameters FROM parameter_fit WHERE is_in_use = 1 AND model = ?", (FSRS_6,)
    ).fetchone()
    return _scheduler(None if row is None else row[0])


@lru_cache(maxsize=4)
def _scheduler(parameters: str | None) -> Scheduler:
    """Return the scheduler with these parameters as JSON. Another connection may adopt others at any time, but reading
    the text is fast and decoding it is not."""
    return Scheduler() if parameters is None else Scheduler(tuple(json.loads(parameters)))


def load_fit_in_use(connection: sqlite3.Connection) -> StoredFit | None:
    """Return the parameters in use; None for the defaults."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM parameter_fit WHERE is_in_use = 1").fetchone()
    if row is None:
        return None
    fit_id, parameters, added_at, review_count, scores, replaced = row
    held_back, all_reviews = (None, None) if scores is None else _decode_scores(scores)
    return StoredFit(
        fit_id, tuple(json.loads(parameters)), added_at, review_count, held_back, all_reviews, replaced
    )


def use_fit(connection: sqlite3.Connection, fit: Fit, at: int) -> None:
    """Store a fit and use its parameters from now on. Call `begin_memory_update` in the same transaction."""
    scores = json.dumps({"held_back": fit.held_back, "all_reviews": fit.all_reviews})
    _add(connection, fit.model, fit.parameters, at, fit.review_count, scores)


def use_imported(connection: sqlite3.Connection, parameters: tuple[float, ...], at: int) -> None:
    """Store parameters that were fitted elsewhere, and use them from now on, as with `use_fit`."""
    _add(connection, FSRS_6, parameters, at, None, None)


def use_previous(connection: sqlite3.Connection) -> None:
    """Use the parameters again that were in use before those in use now, as with `use_fit`."""
    row = connection.execute("SELECT replaced FROM parameter_fit WHERE is_in_use = 1").fetchone()
    connection.execute("UPDATE parameter_fit SET is_in_use = 0 WHERE is_in_use = 1")
    if row is not None:
        connection.execute("UPDATE parameter_fit SET is_in_use = 1 WHERE id = ?", row)


def begin_memory_update(connection: sqlite3.Connection) -> int:
    """Note that memory states are computed anew by the parameters in use, in several transactions, and return the number
    of this update. It ends those before it."""
    number = 1 + int(stored_options.load_value(connection, ALL_DECKS, _MEMORY_UPDATE) or 0)
    stored_options.save(connection, ALL_DECKS, _MEMORY_UPDATE, str(number))
    return number


def is_current_memory_update(connection: sqlite3.Connection, number: int) -> bool:
    """Return whether no other update began after this one."""
    return stored_options.load_value(connection, ALL_DECKS, _MEMORY_UPDATE) == str(number)


def end_memory_update(connection: sqlite3.Connection, number: int) -> None:
    """Note that all memory states are those of the parameters in use, unless another update began after this one."""
    if is_current_memory_update(connection, number):
        stored_options.save(connection, ALL_DECKS, _MEMORY_UPDATE, None)


def is_memory_update_pending(connection: sqlite3.Connection) -> bool:
    """Return whether an update of memory states is running or was interrupted."""
    return stored_options.load_value(connection, ALL_DECKS, _MEMORY_UPDATE) is not None


def has_reviews_since(connection: sqlite3.Connection, last_entry: int, count: int) -> bool:
    """Return whether there are at least `count` reviews after the entry with this row id."""
    row = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM entry WHERE rowid > ? AND kind = ? LIMIT ?)",
        (last_entry, EntryKind.REVIEW, count),
    ).fetchone()
    return int(row[0]) >= count


def load_attempt(connection: sqlite3.Connection) -> Attempt | None:
    """Return the last attempt to fit parameters; None if there was none."""
    row = connection.execute("SELECT at, last_entry FROM fit_attempt").fetchone()
    return None if row is None else Attempt(*row)


def save_attempt(connection: sqlite3.Connection, attempt: Attempt) -> None:
    """Store the last attempt in place of the one before."""
    connection.execute("DELETE FROM fit_attempt")
    connection.execute("INSERT INTO fit_attempt (at, last_entry) VALUES (?, ?)", attempt)


def _add(
    connection: sqlite3.Connection,
    model: str,
    parameters: tuple[float, ...],
    at: int,
    review_count: int | None,
    scores: str | None,
) -> None:
    row = connection.execute("SELECT id FROM parameter_fit WHERE is_in_use = 1").fetchone()
    connection.execute("UPDATE parameter_fit SET is_in_use = 0 WHERE is_in_use = 1")
    connection.execute(
        "INSERT INTO parameter_fit (model, parameters, added_at, review_count, scores, replaced, is_in_use) "
        "VALUES (?, ?, ?, ?, ?, ?, 1)",
        (model, json.dumps(parameters), at, review_count, scores, row and row[0]),
    )


def _decode_scores(text: str) -> tuple[Comparison, Comparison]:
    scores = json.loads(text)
    return _decode_comparison(scores["held_back"]), _decode_comparison(scores["all_reviews"])


def _decode_comparison(pairs: list[list[float]]) -> Comparison:
    in_use, fitted = pairs
    return Comparison(Scores(*in_use), Scores(*fitted))
