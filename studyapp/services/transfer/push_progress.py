"""Pushing progress made here to cards that a running Anki already has."""

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
    """The number of reviews pushed, and of cards not updated: in filtered decks, or changed meanwhile."""

    review_count: int
    postponed_card_count: int


def push_progress(
    anki: LiveAnki,
    contents: PackageContents,
    anki_note_by_guid: Mapping[str, LocatedNote],
    clock: Clock,
    progress: ProgressCallback,
) -> PushedProgress:
    """Update cards that Anki already has with the progress made here."""
    used_times = {
        row.at
        for located in anki_note_by_guid.values()
        for card in located.note.cards
        for row in card.review_log
    }
    updates: list[CardUpdate] = []
    postponed_count = 0
    for note in contents.notes:
        located_note = anki_note_by_guid.get(note.guid)
        if located_note is None:
            continue
        stored_cards = {card.ordinal: card for card in located_note.note.cards}
        day_offset = contents.calendar.first_day - _anki_first_day(located_note.package, clock)
        for card in note.cards:
            if card == AnkiCard(card.ordinal) or card.ordinal not in stored_cards:
                continue  # it was never studied, or Anki lacks it
            update = build_card_update(card, stored_cards[card.ordinal], day_offset, used_times)
            if update is not None and stored_cards[card.ordinal].is_filtered:
                postponed_count += 1
            elif update is not None:
                updates.append(update)
    updated_ids = set(anki.update_cards(updates, lambda done: progress(done, len(updates))))
    review_count = sum(
        log_row.ease > 0 for update in updates if update.card_id in updated_ids for log_row in update.log_rows
    )
    return PushedProgress(review_count, postponed_count + len(updates) - len(updated_ids))


def _anki_first_day(package: PackageData, clock: Clock) -> int:
    """Return the study day that is day 0 in Anki."""
    day_start_hour = clock.day_start_hour()
    return build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, day_start_hour), clock.now()
    ).first_day
