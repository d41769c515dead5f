"""Undo and redo of the journal: they append entries that undo other entries."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, takewhile
from typing import NamedTuple

from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind
from studyapp.services.journal.note_moves import list_key_changes, update_moved_notes
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.store import journal_entries
from studyapp.store.collection import Collection

Action = tuple[Entry, ...]
"""Entries that were recorded together and are undone together, newest first."""


class UndoEffect(NamedTuple):
    """The entries that were undone, and those that are in effect again because their undo was undone."""

    undone: Action
    restored: Action


def undo_last_action(collection: Collection, now: int, day: int) -> Action:
    """Undo the last action on cards that is in effect, by appending undo entries, and return the undone entries.

    They are ordered newest first; several entries recorded together are undone together. Edits of texts are skipped:
    `services/editing/edit_undo.py` undoes them, with their files. Returns an empty tuple if nothing is left to undo.
    Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        actions = iterate_effective_actions(
            journal_entries.iterate_newest_first(connection, skips_undone=True)
        )
        undone = next((action for action in actions if find_edit(action) is None), ())
        return append_undos(collection, undone, now, day).undone


def redo_last_action(collection: Collection, now: int, day: int) -> Action:
    """Redo the last undone action on cards by undoing its undo entries, and return its entries.

    Returns an empty tuple if there is nothing to redo, another action was recorded since, or an edit of texts was undone
    last. Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        undos = find_last_undos(journal_entries.iterate_newest_first(connection))
        if any(undo.card_id.ordinal == WHOLE_NOTE for undo in undos):
            return ()
        return append_undos(collection, undos, now, day).restored


def append_undos(collection: Collection, entries: Action, now: int, day: int) -> UndoEffect:
    """Append an undo of each entry, which may be an undo itself, and store the schedules that result.

    Call it in a transaction.
    """
    connection = collection.connection
    next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
    journal_entries.append(
        connection,
        (
            Entry(
                next_entry.id_at(offset), next_entry.at, day, entry.card_id, EntryKind.UNDO,
                undoes=entry.id, clock_at=next_entry.clock_at,
            )
            for offset, entry in enumerate(entries)
        ),
    )  # fmt: skip
    restored = _load_undone(collection, entries)
    cards = dict.fromkeys(entry.card_id for entry in entries if entry.card_id.ordinal != WHOLE_NOTE)
    rebuild_cards(collection, cards)
    update_moved_notes(collection, list_key_changes(entries, restored))
    if any(entry.correction is not None for entry in (*entries, *restored)):
        from studyapp.services.journal.time_correction import rebuild_effective_times  # imported late: rare

        rebuild_effective_times(collection)
    return UndoEffect(entries, restored)


def _load_undone(collection: Collection, undos: Action) -> Action:
    """Return the entries that are in effect again because these undos are undone. Other entries are ignored."""
    ids = [undo.undoes for undo in undos if undo.undoes is not None]
    entry_by_id = journal_entries.load_by_id(collection.connection, ids)
    return tuple(entry_by_id[entry_id] for entry_id in ids if entry_id in entry_by_id)


def find_edit(action: Iterable[Entry]) -> Entry | None:
    """Return the entry of an edit of texts in this action; None if there is none."""
    return next((entry for entry in action if entry.kind is EntryKind.EDIT_TEXT), None)


def iterate_effective_actions(newest_first: Iterable[Entry]) -> Iterator[Action]:
    """Yield the actions that are in effect, newest first."""
    for _, group in groupby(_iterate_effective_entries(newest_first), key=_action_key):
        yield tuple(group)


def _iterate_effective_entries(newest_first: Iterable[Entry]) -> Iterator[Entry]:
    undone: set[EntryId] = set()
    for entry in newest_first:
        if entry.id in undone:
            continue
        if entry.undoes is None:
            yield entry
        else:
            undone.add(entry.undoes)


def find_last_undos(newest_first: Iterable[Entry]) -> Action:
    """Return the undo entries of the last undone action that was not redone, if no other action followed."""
    open_undos: dict[EntryId, Entry] = {}
    undos: Callable[[Entry], bool] = lambda entry: entry.undoes is not None  # noqa: E731
    for entry in reversed(list(takewhile(undos, newest_first))):
        if entry.undoes is None or open_undos.pop(entry.undoes, None) is None:
            open_undos[entry.id] = entry
    actions = groupby(reversed(list(open_undos.values())), key=_action_key)
    return next((tuple(group) for _, group in actions), ())


def _action_key(entry: Entry) -> tuple[str, int]:
    """Entries of one action share their device and their time."""
    return (entry.id.device, entry.at)
