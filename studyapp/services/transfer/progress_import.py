"""Reviews from Anki into the journal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.anki.card_progress import is_from_anki
from studyapp.anki.reading.log_matching import mark_of_entry, unmatched
from studyapp.anki.reading.note_type_detection import first_words
from studyapp.anki.reading.progress_reading import Days, days_of, has_line, history, newer_here, state
from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import Progress
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.schedule import fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import Found, FoundCard, FoundNote
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection


class Merged(NamedTuple):
    """How many entries were new, how many of them reviews, and what was lost."""

    entries: int
    reviews: int
    losses: tuple[Loss, ...]


def merge_progress(
    collection: Collection,
    found: Found,
    pairs: Sequence[tuple[FoundNote, Note]],
    clock: Clock,
    progress: Progress,
    met_at: int | None = None,
) -> Merged:
    """Add what the journal has not yet of these notes' cards, all of it or nothing. `met_at` is when (UTC ms) both had the same the
    last time, where that is known. `progress` may raise to stop."""
    begins = clock.day_begins()
    days = days_of(found, clock.zone, lambda at: study_day(at, clock.zone, begins), clock.now())
    scheduler = Scheduler()
    added: list[Entry] = []
    losses: list[Loss] = []
    with collection.transaction() as connection:
        for done, (one, note) in enumerate(pairs):
            progress(done, len(pairs))
            for card, there in _cards(one, note):
                if card is None:
                    losses += [Loss(LossKind.NO_CARD, first_words(one))] if there.log else []
                    continue
                known = journal_entries.of_card(connection, card)
                new, lost = _new(card, there, known, days, met_at, scheduler)
                losses += (Loss(kind, first_words(one)) for kind in lost)
                if new:
                    journal_entries.append(connection, new)
                    schedules.put(connection, card, fold([*known, *new], scheduler))
                    added += new
    return Merged(len(added), sum(entry.kind is EntryKind.REVIEW for entry in added), tuple(losses))


def _cards(found: FoundNote, note: Note) -> Iterator[tuple[CardId | None, FoundCard]]:
    ours = {card.ordinal: card.id for card in cards_of(note)}
    return ((ours.get(card.ordinal + 1), card) for card in found.cards)


def _new(
    card: CardId,
    found: FoundCard,
    known: Sequence[Entry],
    days: Days,
    met_at: int | None,
    scheduler: Scheduler,
) -> tuple[list[Entry], list[LossKind]]:
    carried = history(card, found, days)
    names = {entry.id for entry in known}
    unknown = {entry.at: entry for entry in carried.entries if entry.id not in names}
    ours = [mark_of_entry(entry) for entry in known if has_line(entry) and not is_from_anki(entry)]
    _, theirs = unmatched(ours, [mark_of_entry(entry) for entry in unknown.values()])
    new = [unknown[mark.at] for mark in theirs]
    standing = [*known, *new]
    rest = state(card, found, days, standing, newer_here(found, known, met_at), scheduler)
    return [*new, *rest.entries], [*carried.losses, *rest.losses]
