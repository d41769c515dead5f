"""Sends study progress to existing cards in a running Anki."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.anki.card_progress import AnkiCard
from studyapp.anki.live.card_actions import CardUpdate, update_cards
from studyapp.anki.live.card_updates import build_card_update
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.anki.reading.progress_reading import build_import_calendar
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.optimization.other_parameters import are_equal, complete_parameters
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.study_day import study_day_at
from studyapp.core.transfer.package_model import PackageData
from studyapp.services.exchange.anki_state import AnkiState
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler


class CardUpdates(NamedTuple):
    """The updates of cards in Anki, and the number of cards that need one but are in a filtered deck."""

    updates: tuple[CardUpdate, ...]
    filtered_card_count: int

    @property
    def review_count(self) -> int:
        """The number of reviews that Anki lacks."""
        return count_reviews(self.updates)


class SentProgress(NamedTuple):
    """The number of cards updated and of reviews sent, and the number of cards that were not updated because they are in a
    filtered deck or changed meanwhile."""

    card_count: int = 0
    review_count: int = 0
    postponed_card_count: int = 0


def count_reviews(updates: Iterable[CardUpdate]) -> int:
    """Return the number of reviews in these updates."""
    return sum(log_row.ease > 0 for update in updates for log_row in update.log_rows)


def plan_card_updates(
    collection: Collection, contents: PackageContents, state: AnkiState, clock: Clock
) -> CardUpdates:
    """Return the updates that give cards in Anki the progress made here. Raises StoreError if the collection can't be read."""
    with collection.read_transaction() as connection:
        parameters = load_scheduler(connection).parameters
    used_times = {
        row.at
        for located in state.note_by_guid.values()
        for card in located.note.cards
        for row in card.review_log
    }
    updates: list[CardUpdate] = []
    filtered_count = 0
    for note in contents.notes:
        located_note = state.note_by_guid.get(note.guid)
        if located_note is None:
            continue
        stored_cards = {card.ordinal: card for card in located_note.note.cards}
        day_offset = contents.calendar.first_day - _anki_first_day(located_note.package, clock)
        for card in note.cards:
            stored_card = stored_cards.get(card.ordinal)
            if card == AnkiCard(card.ordinal) or stored_card is None:
                continue  # it was never studied, or Anki lacks it
            update = build_card_update(
                card,
                stored_card,
                day_offset,
                used_times,
                expects_memory=located_note.package.uses_fsrs,
                has_same_scheduler=_has_same_parameters(
                    located_note.package, stored_card.deck_id, parameters
                ),
            )
            if update is not None and stored_card.is_filtered:
                filtered_count += 1
            elif update is not None:
                updates.append(update)
    return CardUpdates(tuple(updates), filtered_count)


def send_progress(anki: LiveAnki, planned: CardUpdates, progress: ProgressCallback) -> SentProgress:
    """Update cards in Anki. Those that changed there meanwhile are left for the next sync."""
    updates = planned.updates
    updated_ids = set(update_cards(anki.client, updates, lambda done: progress(done, len(updates))))
    return SentProgress(
        len(updated_ids),
        count_reviews(update for update in updates if update.card_id in updated_ids),
        planned.filtered_card_count + len(updates) - len(updated_ids),
    )


def _has_same_parameters(package: PackageData, anki_deck_id: int, parameters: Sequence[float]) -> bool:
    """Return whether Anki uses the same parameters for a deck. Others give other memory states."""
    preset = package.presets_by_deck_id.get(anki_deck_id)
    in_anki = complete_parameters(() if preset is None else preset.fsrs_parameters)
    return in_anki is not None and are_equal(in_anki, parameters)


def _anki_first_day(package: PackageData, clock: Clock) -> int:
    """Return the study day that is day 0 in Anki."""
    day_start_hour = clock.day_start_hour()
    return build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, day_start_hour), clock.now()
    ).first_day
