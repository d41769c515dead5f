"""Progress made here, to the cards that a running Anki has already."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.anki.card_progress import AnkiCard
from studyapp.anki.live.card_updates import build_card_update
from studyapp.anki.live.live_anki import CardUpdate, LiveAnki
from studyapp.anki.reading.progress_reading import build_import_calendar
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.study_day import study_day_at
from studyapp.core.transfer.package_model import LocatedNote, PackageData
from studyapp.services.options.clock import Clock


class PushedProgress(NamedTuple):
    """How many reviews Anki was given, and how many cards were not brought up to date."""

    review_count: int
    postponed_card_count: int


def push_progress(
    anki: LiveAnki,
    contents: PackageContents,
    anki_note_by_guid: Mapping[str, LocatedNote],
    clock: Clock,
    progress: ProgressCallback,
) -> PushedProgress:
    """The progress made here to the cards that were there already."""
    taken = {
        line.at for one in anki_note_by_guid.values() for card in one.note.cards for line in card.review_log
    }
    changes: list[CardUpdate] = []
    postponed = 0
    for note in contents.notes:
        one = anki_note_by_guid.get(note.guid)
        if one is None:
            continue
        theirs = {card.ordinal: card for card in one.note.cards}
        later = contents.calendar.first_day - _anki_first_day(one.package, clock)
        for card in note.cards:
            if card == AnkiCard(card.ordinal) or card.ordinal not in theirs:
                continue  # nothing was done to it, or Anki has it not
            change = build_card_update(card, theirs[card.ordinal], later, taken)
            if change is not None and theirs[card.ordinal].is_filtered:
                postponed += 1
            elif change is not None:
                changes.append(change)
    changed = set(anki.update_cards(changes, lambda done: progress(done, len(changes))))
    reviews = sum(
        line.ease > 0 for change in changes if change.card_id in changed for line in change.log_rows
    )
    return PushedProgress(reviews, postponed + len(changes) - len(changed))


def _anki_first_day(package: PackageData, clock: Clock) -> int:
    """The study day that is Anki's day 0."""
    begins = clock.day_start_hour()
    return build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, begins), clock.now()
    ).first_day
