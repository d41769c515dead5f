"""A card's review log and state in Anki as entries of the journal.

What is made of a line depends on that line and its card alone, names included: so the same package twice, or a later
one of the same collection, gives entries that are there already.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta, timezone, tzinfo
from typing import NamedTuple

from studyapp.anki.card_progress import CardQueue, CardState, import_device_id, is_imported_entry
from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_entry, log_key_of_row
from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, Rating, effective_entries
from studyapp.core.study.schedule import NewPhase, ReviewPhase, Schedule, fold
from studyapp.core.study.scheduler import MAX_INTERVAL_DAYS, Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard
from studyapp.core.transfer.review_log import ReviewLogKind, ReviewLogRow

_SECOND_MS = 1000
_DAY_MS = 86_400_000
_MAX_DURATION_MS = 3_600_000
"""Milliseconds that a rating may have taken."""

_DEFAULT_EASES = (0, 2500)


_BURIED_QUEUES = (CardQueue.BURIED_BY_USER, CardQueue.BURIED_BY_SCHEDULER)


class ImportCalendar(NamedTuple):
    """How days are counted: `day_of` gives the study day of a moment (UTC ms), `first_day` is Anki's day 0; `now` is
    the moment of the import."""

    study_day_at: Callable[[int], int]
    first_day: int
    now: int


def build_import_calendar(
    package: PackageData, zone: tzinfo | None, day_at: Callable[[int], int], now: int
) -> ImportCalendar:
    """The days of a package for a learner in this zone, whose study days are `day_at`."""
    west = package.minutes_west
    there = zone if west is None else timezone(timedelta(minutes=-west))
    # Anki counts from the date on which it began, whatever the hour.
    return ImportCalendar(day_at, study_day_at(package.created_at * _SECOND_MS, there, 0), now)


class ConvertedProgress(NamedTuple):
    """Entries of a card, and what could not be carried."""

    entries: tuple[Entry, ...]
    losses: tuple[LossKind, ...]


def convert_review_log(
    card_id: CardId, source_card: SourceCard, calendar: ImportCalendar
) -> ConvertedProgress:
    """The lines of the review log."""
    entries: list[Entry] = []
    losses: list[LossKind] = []
    for line in source_card.review_log:
        entry = _convert_row(card_id, line, calendar)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            losses.append(entry)
    if entries and entries[-1].kind is EntryKind.REVIEW and entries[-1].due_at is not None:
        due_at = _step_due_at(source_card, calendar)
        if due_at is not None:  # Anki spreads the wait a little after it has written it down
            entries[-1] = entries[-1]._replace(due_at=due_at)
    return ConvertedProgress(tuple(entries), tuple(losses))


class LocalChanges(NamedTuple):
    """What was done to a card here that Anki has not: to its schedule, by putting it away, or by a flag."""

    has_schedule_change: bool
    has_suspend_or_bury_change: bool
    has_flag_change: bool


def find_local_changes(
    source_card: SourceCard, entries: Sequence[Entry], last_synced_at: int | None
) -> LocalChanges:
    """What of these entries Anki can't have. Of the schedule its log tells; the rest was done since both had the same at
    `met_at` (UTC ms), or where that is not known, since the card was last changed there."""
    since = (source_card.changed_at + 1) * _SECOND_MS if last_synced_at is None else last_synced_at
    ours = [
        log_key_of_entry(entry)
        for entry in effective_entries(entries)
        if has_log_row(entry) and not is_imported_entry(entry)
    ]
    came = {entry.at for entry in entries if is_imported_entry(entry)}
    missing, _ = find_unmatched(
        ours, [log_key_of_row(line) for line in source_card.review_log if line.at not in came]
    )
    done = {entry.kind for entry in entries if not is_imported_entry(entry) and entry.at >= since}
    undone = EntryKind.UNDO in done
    return LocalChanges(
        bool(missing) or undone,
        undone or not done.isdisjoint((EntryKind.SUSPEND, EntryKind.UNSUSPEND, EntryKind.BURY)),
        undone or EntryKind.FLAG in done,
    )


def has_log_row(entry: Entry) -> bool:
    """Whether Anki's log has a place for it."""
    return entry.kind in (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)


def convert_card_state(
    card_id: CardId,
    source_card: SourceCard,
    calendar: ImportCalendar,
    existing_entries: Sequence[Entry],
    local_changes: LocalChanges,
    scheduler: Scheduler,
) -> ConvertedProgress:
    """What is needed beyond these entries of the card, until it stands where it stands in Anki; nothing of what is
    `newer` here."""
    schedule = fold(existing_entries, scheduler)
    losses: list[LossKind] = []
    # No entry may be later than now.
    changed_at = min(max(0, source_card.changed_at) * _SECOND_MS, calendar.now)
    at = max([changed_at, *(entry.at + 1 for entry in existing_entries)])
    day = calendar.study_day_at(at)
    needed: list[Entry] = []

    def need(kind: EntryKind, *, due_day: int | None = None, flag: int = 0) -> None:
        moment = at + len(needed)
        name = EntryId(import_device_id(card_id), moment)
        needed.append(Entry(name, moment, day, card_id, kind, due_day=due_day, flag=flag))

    due_day = _source_due_day(source_card, calendar)
    if local_changes.has_schedule_change:
        pass
    elif source_card.state == CardState.NEW and not isinstance(schedule.phase, NewPhase):
        need(EntryKind.RESET)
    elif due_day is not None and _review_due_day(schedule) != due_day:
        if schedule.memory is None:
            losses.append(LossKind.NO_REVIEW_LOG)
        need(EntryKind.SET_DUE, due_day=due_day)
    if local_changes.has_suspend_or_bury_change:
        pass
    elif (source_card.queue == CardQueue.SUSPENDED) is not schedule.is_suspended:
        need(EntryKind.SUSPEND if source_card.queue == CardQueue.SUSPENDED else EntryKind.UNSUSPEND)
    elif source_card.queue in _BURIED_QUEUES and schedule.buried_on_day != day:
        need(EntryKind.BURY)
    if source_card.flag != schedule.flag and not local_changes.has_flag_change:
        need(EntryKind.FLAG, flag=source_card.flag)
    if '"s"' not in source_card.data and source_card.factor not in _DEFAULT_EASES:
        losses.append(LossKind.EASE_FACTORS)
    return ConvertedProgress(tuple(needed), tuple(losses))


def _convert_row(card_id: CardId, row: ReviewLogRow, calendar: ImportCalendar) -> Entry | LossKind:
    if not 0 < row.at <= calendar.now + _DAY_MS or row.ease < 0:
        return LossKind.INVALID_REVIEWS
    day = calendar.study_day_at(row.at)
    made = Entry(
        EntryId(import_device_id(card_id), row.at),
        row.at,
        day,
        card_id,
        EntryKind.REVIEW,
        duration_ms=min(max(0, row.duration_ms), _MAX_DURATION_MS),
    )
    if row.kind in (ReviewLogKind.MANUAL, ReviewLogKind.RESCHEDULED) or row.ease == 0:
        if row.kind is ReviewLogKind.MANUAL and row.factor == 0:
            return made._replace(kind=EntryKind.RESET, duration_ms=0)
        return made._replace(kind=EntryKind.SET_DUE, due_day=day + _clamp_days(row.interval), duration_ms=0)
    if row.kind is ReviewLogKind.FILTERED and row.factor == 0:
        return LossKind.FILTERED_DECK_REVIEWS
    if not 1 <= row.ease <= 4:
        return LossKind.INVALID_REVIEWS
    made = made._replace(rating=Rating(row.ease))
    if row.interval > 0:
        return made._replace(due_day=day + _clamp_days(row.interval))
    return made._replace(due_at=row.at + min(-row.interval * _SECOND_MS, _DAY_MS * MAX_INTERVAL_DAYS))


def _clamp_days(interval: int) -> int:
    return min(max(0, interval), MAX_INTERVAL_DAYS)


def _review_due_day(schedule: Schedule) -> int | None:
    return schedule.phase.due_day if isinstance(schedule.phase, ReviewPhase) else None


def _source_due_day(source_card: SourceCard, calendar: ImportCalendar) -> int | None:
    """The study day on which a card in review comes; None for others."""
    due = max(-MAX_INTERVAL_DAYS, min(source_card.due, 2 * MAX_INTERVAL_DAYS))
    return calendar.first_day + due if source_card.state == CardState.REVIEW else None


def _step_due_at(source_card: SourceCard, calendar: ImportCalendar) -> int | None:
    """The moment (UTC ms) at which a card on its steps comes; None for one that is not, or waits for a day."""
    if (
        source_card.state not in (CardState.LEARNING, CardState.RELEARNING)
        or source_card.queue == CardQueue.INTERDAY_LEARNING
    ):
        return None
    is_moment = 1_000_000_000 < source_card.due < calendar.now // _SECOND_MS + MAX_INTERVAL_DAYS * 86_400
    return source_card.due * _SECOND_MS if is_moment else None
