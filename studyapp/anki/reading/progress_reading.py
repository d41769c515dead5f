"""Converting a card's review log and state in Anki to journal entries.

An entry and its id depend only on the log row and the card. So importing the same package twice, or a later
one of the same collection, gives entries that already exist.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta, timezone, tzinfo
from itertools import zip_longest
from typing import NamedTuple

from studyapp.anki.card_progress import (
    STEP_STATES,
    CardQueue,
    CardState,
    imported_entry_device_id,
    is_day_number,
)
from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_entry, log_key_of_row
from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.fuzz import MAX_INTERVAL_DAYS
from studyapp.core.study.journal import Entry, EntryId, EntryKind, effective_entries, is_imported_entry
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase, Schedule
from studyapp.core.study.study_day import HOUR_MS, study_day_at
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard

_SECOND_MS = 1000
_DAY_MS = 86_400_000
_MAX_DURATION_MS = 3_600_000
"""The maximum duration of a review."""

_DEFAULT_EASES = (0, 2500)

_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)


class ImportCalendar(NamedTuple):
    """How days are counted in an import.

    `study_day_at` returns the study day of a time (UTC ms), `first_day` is the study day that is Anki's day
    0, and `now` is the time of the import (UTC ms).
    """

    study_day_at: Callable[[int], int]
    first_day: int
    now: int


def build_import_calendar(
    package: PackageData, zone: tzinfo | None, day_at: Callable[[int], int], now: int
) -> ImportCalendar:
    """Return the calendar for importing a package.

    `day_at` returns the learner's study day of a time (UTC ms). `zone` is the learner's time zone, which is
    used if the package doesn't state its own.
    """
    minutes_west = package.minutes_west
    package_zone = zone if minutes_west is None else timezone(timedelta(minutes=-minutes_west))
    # Anki counts from the date of its creation, regardless of the hour.
    return ImportCalendar(day_at, study_day_at(package.created_at * _SECOND_MS, package_zone, 0), now)


class ConvertedProgress(NamedTuple):
    """Journal entries of a card, and what could not be converted."""

    entries: tuple[Entry, ...]
    losses: tuple[LossKind, ...]


def convert_review_log(
    card_id: CardId,
    source_card: SourceCard,
    calendar: ImportCalendar,
    known_times: AbstractSet[int] = frozenset(),
) -> ConvertedProgress:
    """Convert the review log of a card to journal entries. Rows imported before, at `known_times`, are only checked."""
    entries: list[Entry] = []
    losses: list[LossKind] = []
    device, last_at = imported_entry_device_id(card_id), 0
    for row, next_row in zip_longest(source_card.review_log, source_card.review_log[1:]):
        loss = _find_loss(row, calendar)
        if loss is not None:
            losses.append(loss)
            continue
        last_at = row.at
        if row.at not in known_times:
            is_in_steps = _is_in_steps_after(row, next_row, source_card.state)
            entries.append(_convert_row(card_id, device, row, calendar, is_in_steps=is_in_steps))
    last = entries[-1] if entries else None
    if last and last.at == last_at and last.kind is EntryKind.REVIEW and last.due_at is not None:
        # Anki adds some fuzz to the delay after logging it, and steps of a day or more end on a day.
        due_at = _step_due_at(source_card, calendar, last.due_at)
        if due_at is not None and calendar.study_day_at(due_at) >= last.study_day:
            entries[-1] = last._replace(due_at=due_at)
    return ConvertedProgress(tuple(entries), tuple(losses))


def _is_in_steps_after(row: ReviewLogRow, next_row: ReviewLogRow | None, state: int) -> bool:
    """Return whether a card is in its steps after a review. The next row says so or, after the last one, the `state` of
    the card."""
    if next_row is not None:
        return next_row.kind in (ReviewLogKind.LEARNING, ReviewLogKind.RELEARNING)
    is_learning = row.kind is ReviewLogKind.LEARNING
    return row.ease < Rating.EASY and state == (CardState.LEARNING if is_learning else CardState.RELEARNING)


class LocalChanges(NamedTuple):
    """The kinds of local changes to a card that Anki lacks."""

    has_schedule_change: bool
    has_suspend_or_bury_change: bool
    has_flag_change: bool


def find_local_changes(
    source_card: SourceCard, entries: Sequence[Entry], last_synced_at: int | None
) -> LocalChanges:
    """Return which changes in a card's entries Anki lacks.

    The schedule has changed if Anki's review log lacks an entry. Suspending, burying and flags count since
    the last sync at `last_synced_at` (UTC ms) or, if that is None, since the card's last change in Anki. An
    undo since then counts as every kind of change.
    """
    if all(map(is_imported_entry, entries)):
        return LocalChanges(False, False, False)
    since = (source_card.changed_at + 1) * _SECOND_MS if last_synced_at is None else last_synced_at
    local_keys = [
        log_key_of_entry(entry)
        for entry in effective_entries(entries)
        if has_log_row(entry) and not is_imported_entry(entry)
    ]
    imported_times = {entry.at for entry in entries if is_imported_entry(entry)}
    anki_keys = [log_key_of_row(row) for row in source_card.review_log if row.at not in imported_times]
    missing = find_unmatched(local_keys, anki_keys).local
    local_kinds = {entry.kind for entry in entries if not is_imported_entry(entry) and entry.at >= since}
    has_undo = EntryKind.UNDO in local_kinds
    return LocalChanges(
        bool(missing) or has_undo,
        has_undo or not local_kinds.isdisjoint((EntryKind.SUSPEND, EntryKind.RESTORE, EntryKind.BURY)),
        has_undo or EntryKind.FLAG in local_kinds,
    )


def has_log_row(entry: Entry) -> bool:
    """Return whether Anki's review log can contain the entry."""
    return entry.kind in (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)


def convert_card_state(
    card_id: CardId,
    source_card: SourceCard,
    calendar: ImportCalendar,
    latest_at: int,
    schedule: Schedule,
    local_changes: LocalChanges,
    options: StudyOptions,
) -> ConvertedProgress:
    """Return the entries that, added to the existing ones, give the card its state in Anki.

    `latest_at` is the time (UTC ms) of the newest existing entry, 0 if there is none. `schedule` is their result.
    `local_changes` are kept. `options` are those of the card's deck.
    """
    # No entry may be later than now.
    changed_at = min(max(0, source_card.changed_at) * _SECOND_MS, calendar.now)
    at = max(changed_at, latest_at + 1 if latest_at else 0)
    day = calendar.study_day_at(at)
    changes: list[_StateChange] = []
    losses: list[LossKind] = []
    if not local_changes.has_schedule_change:
        changes += _schedule_changes(source_card, schedule, calendar, day, options)
        if changes and changes[-1].kind is EntryKind.SET_DUE and schedule.memory is None:
            is_in_steps = source_card.state in STEP_STATES
            losses.append(LossKind.NO_LEARNING_LOG if is_in_steps else LossKind.NO_REVIEW_LOG)
    if local_changes.has_suspend_or_bury_change:
        pass
    elif (source_card.queue == CardQueue.SUSPENDED) is not schedule.is_suspended:
        is_suspended = source_card.queue == CardQueue.SUSPENDED
        changes.append(_StateChange(EntryKind.SUSPEND if is_suspended else EntryKind.RESTORE))
    elif source_card.queue in _BURIED_QUEUES and schedule.buried_on_day != day:
        changes.append(_StateChange(EntryKind.BURY))
    if source_card.flag != schedule.flag and not local_changes.has_flag_change:
        changes.append(_StateChange(EntryKind.FLAG, flag=source_card.flag))
    if '"s"' not in source_card.data and source_card.factor not in _DEFAULT_EASES:
        losses.append(LossKind.EASE_FACTORS)
    device = imported_entry_device_id(card_id)
    entries = (
        change.to_entry(EntryId(device, at + offset), day, card_id) for offset, change in enumerate(changes)
    )
    return ConvertedProgress(tuple(entries), tuple(losses))


class _StateChange(NamedTuple):
    """The part of an entry that changes the state of a card."""

    kind: EntryKind
    due_day: int | None = None
    due_at: int | None = None
    flag: int = 0
    steps_done: int = 0

    def to_entry(self, entry_id: EntryId, day: int, card_id: CardId) -> Entry:
        """Return the entry with this id, whose number is also its time (UTC ms)."""
        return Entry(
            entry_id,
            entry_id.seq,
            day,
            card_id,
            self.kind,
            due_day=self.due_day,
            due_at=self.due_at,
            flag=self.flag,
            steps_done=self.steps_done,
        )


def _schedule_changes(
    source_card: SourceCard, schedule: Schedule, calendar: ImportCalendar, day: int, options: StudyOptions
) -> list[_StateChange]:
    """Return the changes on study day `day` that make a card due as in Anki."""
    if source_card.state == CardState.NEW and not isinstance(schedule.phase, NewPhase):
        return [_StateChange(EntryKind.RESET)]
    due_day = _source_due_day(source_card, calendar)
    if due_day is not None and _review_due_day(schedule) != due_day:
        return [_StateChange(EntryKind.SET_DUE, due_day=due_day)]
    due_at = _step_due_at(source_card, calendar, calendar.now)
    if due_at is None or isinstance(schedule.phase, LearningPhase | RelearningPhase):
        return []
    changes = []
    if source_card.state == CardState.RELEARNING and isinstance(schedule.phase, NewPhase):
        changes.append(_StateChange(EntryKind.SET_DUE, due_day=day))  # it was in review before
    steps_done = _steps_done(source_card, options)
    return [*changes, _StateChange(EntryKind.SET_DUE, due_at=due_at, steps_done=steps_done)]


def _find_loss(row: ReviewLogRow, calendar: ImportCalendar) -> LossKind | None:
    """Return why a row can't be converted, None if it can."""
    if not 0 < row.at <= calendar.now + _DAY_MS or row.ease < 0:
        return LossKind.INVALID_REVIEWS
    if _is_manual(row):
        return None
    if row.kind is ReviewLogKind.FILTERED and row.factor == 0:
        return LossKind.FILTERED_DECK_REVIEWS
    return None if row.ease <= Rating.EASY else LossKind.INVALID_REVIEWS


def _is_manual(row: ReviewLogRow) -> bool:
    return row.kind in (ReviewLogKind.MANUAL, ReviewLogKind.RESCHEDULED) or row.ease == 0


def _convert_row(
    card_id: CardId, device: str, row: ReviewLogRow, calendar: ImportCalendar, *, is_in_steps: bool
) -> Entry:
    """Convert a row. `is_in_steps` is whether the card is in its steps after it: an interval in days may be a step."""
    entry_id, day = EntryId(device, row.at), calendar.study_day_at(row.at)
    if _is_manual(row):
        if row.kind is ReviewLogKind.MANUAL and row.factor == 0:
            return Entry(entry_id, row.at, day, card_id, EntryKind.RESET)
        due_day = day + _clamp_days(row.interval)
        return Entry(entry_id, row.at, day, card_id, EntryKind.SET_DUE, due_day=due_day)
    is_due_on_day = row.interval > 0 and not is_in_steps
    if is_due_on_day:
        delay_ms = 0
    elif row.interval > 0:
        delay_ms = _clamp_days(row.interval) * _DAY_MS
    else:
        delay_ms = min(-row.interval * _SECOND_MS, _DAY_MS * MAX_INTERVAL_DAYS)
    return Entry(
        entry_id,
        row.at,
        day,
        card_id,
        EntryKind.REVIEW,
        Rating(row.ease),
        due_day=day + _clamp_days(row.interval) if is_due_on_day else None,
        due_at=None if is_due_on_day else row.at + delay_ms,
        duration_ms=min(max(0, row.duration_ms), _MAX_DURATION_MS),
    )


def _clamp_days(interval: int) -> int:
    return min(max(0, interval), MAX_INTERVAL_DAYS)


def _review_due_day(schedule: Schedule) -> int | None:
    return schedule.phase.due_day if isinstance(schedule.phase, ReviewPhase) else None


def _source_due_day(source_card: SourceCard, calendar: ImportCalendar) -> int | None:
    """Return the study day on which a card in review is due, or None for another card."""
    due = max(-MAX_INTERVAL_DAYS, min(source_card.due, 2 * MAX_INTERVAL_DAYS))
    return calendar.first_day + due if source_card.state == CardState.REVIEW else None


def _steps_done(source_card: SourceCard, options: StudyOptions) -> int:
    """Return how many steps a card in learning or relearning has completed: all but those that remain in Anki."""
    is_learning = source_card.state == CardState.LEARNING
    steps = options.learning_steps if is_learning else options.relearning_steps
    return max(0, len(steps) - max(1, source_card.remaining_steps % 1000))


def _step_due_at(source_card: SourceCard, calendar: ImportCalendar, about: int) -> int | None:
    """Return the time (UTC ms) at which a card in learning or relearning is due; None for another card.

    A card that is due on a day gets the time of day of `about`.
    """
    if source_card.state not in STEP_STATES:
        return None
    if not is_day_number(source_card.due):
        latest = calendar.now // _SECOND_MS + MAX_INTERVAL_DAYS * 86_400
        return source_card.due * _SECOND_MS if source_card.due < latest else None
    due_day = calendar.first_day + min(max(0, source_card.due), 2 * MAX_INTERVAL_DAYS)
    due_at = about + (due_day - calendar.study_day_at(about)) * _DAY_MS
    # Where clocks are put forward or back in between, the day may be off by one.
    return due_at + (due_day - calendar.study_day_at(due_at)) * HOUR_MS
