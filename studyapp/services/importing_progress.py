"""Reviews from Anki into the journal."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from studyapp.anki.found import Found, FoundCard, FoundNote
from studyapp.anki.losses import Loss, LossKind
from studyapp.anki.progress_reading import Days, days_of, history, state
from studyapp.anki.recognising import first_words
from studyapp.core.card import cards_of
from studyapp.core.card_id import CardId
from studyapp.core.journal import Entry, EntryKind
from studyapp.core.note import Note
from studyapp.core.schedule import fold
from studyapp.core.scheduler import Scheduler
from studyapp.core.study_day import study_day
from studyapp.services.clock import Clock
from studyapp.store import entries, schedules
from studyapp.store.collection import Collection

_APART = 20
_FAR_APART = 600_000
"""Milliseconds: an export moves lines of one moment apart, so that much may lie between an entry and its line. Many
cards may get another day in one moment."""


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
    progress: Callable[[int, int], None],
) -> Merged:
    """Add what the journal has not yet of these notes' cards, all of it or nothing. `progress` may raise to stop."""
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
                known = entries.of_card(connection, card)
                new, lost = _new(card, there, known, days, scheduler)
                losses += (Loss(kind, first_words(one)) for kind in lost)
                if new:
                    entries.append(connection, new)
                    schedules.put(connection, card, fold([*known, *new], scheduler))
                    added += new
    return Merged(len(added), sum(entry.kind is EntryKind.REVIEW for entry in added), tuple(losses))


def _cards(found: FoundNote, note: Note) -> Iterator[tuple[CardId | None, FoundCard]]:
    ours = {card.ordinal: card.id for card in cards_of(note)}
    return ((ours.get(card.ordinal + 1), card) for card in found.cards)


def _is_line_of(line: Entry, entry: Entry) -> bool:
    """Whether a line of Anki's log is what became of this entry."""
    most = _APART if line.kind is EntryKind.REVIEW else _FAR_APART
    return (
        (line.kind, line.rating) == (entry.kind, entry.rating)
        and 0 <= line.at - entry.at < most
        and (line.kind is not EntryKind.SET_DUE or line.due_day == entry.due_day)
    )


def _new(
    card: CardId, found: FoundCard, known: Sequence[Entry], days: Days, scheduler: Scheduler
) -> tuple[list[Entry], list[LossKind]]:
    carried = history(card, found, days)
    names = {entry.id for entry in known}
    new = [
        entry
        for entry in carried.entries
        if entry.id not in names and not any(_is_line_of(entry, one) for one in known)
    ]
    rest = state(card, found, days, [*known, *new], scheduler)
    return [*new, *rest.entries], [*carried.losses, *rest.losses]
