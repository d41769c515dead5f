"""The time at which entries count: as recorded, or as corrected."""

from collections.abc import Sequence

from studyapp.core.study.journal import Entry, EntryId, TimeCorrection, is_imported_entry

_BEFORE_ALL = -(2**62)
"""A time before any that a clock can show."""


def apply_corrections(recorded: Sequence[Entry]) -> list[Entry]:
    """Return entries with the times at which they count, given those as recorded; both in the order of recording.

    A corrected entry has the time, the study day and the due time of its correction. Every other entry has the time
    of its clock, or just after the entries before it if that is later; `clock_at` is None unless it is later.
    """
    corrections = _corrections_in_effect(recorded)
    newest = _BEFORE_ALL
    newest_by_device: dict[str, int] = {}
    effective: list[Entry] = []
    for index, entry in enumerate(recorded):
        device = entry.id.device
        correction = corrections.get(entry.id)
        if correction is not None:
            counted = _corrected(entry, correction)
        elif is_imported_entry(entry):
            counted = entry
        elif index > 0 and _action(recorded[index - 1]) == _action(entry):
            counted = _at(entry, effective[-1].at)
        else:
            # Without `clock_at`, the entry was newer than all others, which another device may have added since.
            earliest = newest_by_device.get(device, _BEFORE_ALL) if entry.clock_at is None else newest
            counted = _at(entry, max(_clock_time(entry), earliest + 1))
        newest = max(newest, counted.at)
        newest_by_device[device] = max(newest_by_device.get(device, _BEFORE_ALL), counted.at)
        effective.append(counted)
    return effective


def _at(entry: Entry, at: int) -> Entry:
    clock_at = _clock_time(entry)
    return entry._replace(at=at, clock_at=None if at == clock_at else clock_at)


def _clock_time(entry: Entry) -> int:
    return entry.at if entry.clock_at is None else entry.clock_at


def _corrected(entry: Entry, correction: TimeCorrection) -> Entry:
    return entry._replace(
        at=correction.at,
        study_day=correction.study_day,
        due_day=correction.due_day,
        due_at=correction.due_at,
        clock_at=None,
    )


def _corrections_in_effect(recorded: Sequence[Entry]) -> dict[EntryId, TimeCorrection]:
    """Return the last correction of each entry, without undone ones (see `effective_entries`)."""
    undone: set[EntryId] = set()
    corrections: dict[EntryId, TimeCorrection] = {}
    for entry in reversed(recorded):
        if entry.id in undone:
            continue
        if entry.undoes is not None:
            undone.add(entry.undoes)
        elif entry.correction is not None:
            corrections.setdefault(entry.correction.target, entry.correction)
    return corrections


def _action(entry: Entry) -> tuple[str, int]:
    """Entries of one action share their device and their time."""
    return (entry.id.device, entry.at)
