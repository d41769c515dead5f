"""Progress made here, to the cards that a running Anki has already."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.card_progress import AnkiCard
from studyapp.anki.live.card_updates import card_change
from studyapp.anki.live.live_anki import CardChange, RunningAnki
from studyapp.anki.reading.progress_reading import days_of
from studyapp.anki.writing.package_contents import Contents
from studyapp.core.progress_callback import Progress
from studyapp.core.study.study_day import study_day
from studyapp.core.transfer.package_model import Found, FoundIn
from studyapp.services.options.clock import Clock


class Given(NamedTuple):
    """How many reviews Anki was given, and how many cards were not brought up to date."""

    reviews: int
    postponed: int


def give(
    anki: RunningAnki,
    contents: Contents,
    there: Mapping[str, FoundIn],
    clock: Clock,
    progress: Progress,
) -> Given:
    """The progress made here to the cards that were there already."""
    taken = {line.at for one in there.values() for card in one.note.cards for line in card.log}
    changes: list[CardChange] = []
    postponed = 0
    for note in contents.notes:
        one = there.get(note.guid)
        if one is None:
            continue
        theirs = {card.ordinal: card for card in one.note.cards}
        later = contents.calendar.first_day - _first_day(one.found, clock)
        for card in note.cards:
            if card == AnkiCard(card.ordinal) or card.ordinal not in theirs:
                continue  # nothing was done to it, or Anki has it not
            change = card_change(card, theirs[card.ordinal], later, taken)
            if change is not None and theirs[card.ordinal].is_filtered:
                postponed += 1
            elif change is not None:
                changes.append(change)
    changed = set(anki.change(changes, lambda done: progress(done, len(changes))))
    reviews = sum(line.ease > 0 for change in changes if change.card in changed for line in change.lines)
    return Given(reviews, postponed + len(changes) - len(changed))


def _first_day(found: Found, clock: Clock) -> int:
    """The study day that is Anki's day 0."""
    begins = clock.day_begins()
    return days_of(found, clock.zone, lambda at: study_day(at, clock.zone, begins), clock.now()).first_day
