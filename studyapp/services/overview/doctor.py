"""Collection check: is the file intact, do the schedules match the journal, and what is counted that which is there?"""

from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Schedule, fold
from studyapp.services.journal.time_correction import count_mismatched_times, rebuild_effective_times
from studyapp.services.statistics.fact_updating import forget_facts
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.counts import card_counts
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.statistics import journal_position, totals
from studyapp.store.statistics.past_totals import are_past_totals_consistent


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The result of a collection check.

    `file_errors` are SQLite's messages about damage in the file. `mismatched_cards` are the cards whose
    stored schedule differs from the one computed from the journal. `mismatched_time_count` is the number of
    entries whose stored effective time differs. `card_count` is the number of cards in the journal.
    `are_counts_consistent` is whether the stored numbers of cards are those of the stored cards and schedules, and
    `are_totals_consistent` whether the daily totals of the statistics are those of the reviews that these know.
    """

    entry_count: int
    card_count: int
    file_errors: tuple[str, ...]
    mismatched_cards: tuple[CardId, ...]
    mismatched_time_count: int
    are_counts_consistent: bool
    are_totals_consistent: bool


def check_collection(collection: Collection) -> Diagnosis:
    """Check the file and compare the stored schedules with the journal and the numbers of cards with the cards, without
    changing anything."""
    file_errors = tuple(collection.integrity_problems())
    with collection.read_transaction() as connection:
        stored = dict(schedules.iterate_all(connection))
        computed = _fold_journal(collection)
        mismatched = sorted(
            card for card in stored.keys() | computed.keys() if stored.get(card) != computed.get(card)
        )
        return Diagnosis(
            journal_entries.count(connection),
            len(computed),
            file_errors,
            tuple(mismatched),
            count_mismatched_times(collection),
            card_counts.are_consistent(connection),
            journal_position.is_incomplete(connection)
            or (totals.are_consistent(connection) and are_past_totals_consistent(connection)),
        )


def rebuild_schedules(collection: Collection) -> Diagnosis:
    """Recompute the times of entries and all schedules from the journal, count the cards, forget what is kept for statistics,
    and return the diagnosis made before."""
    diagnosis = check_collection(collection)
    with collection.transaction() as connection:
        rebuild_effective_times(collection)
        computed = _fold_journal(collection)
        schedules.delete_all(connection)
        for card, schedule in computed.items():
            schedules.save(connection, card, schedule)
        card_counts.recount(connection)
        forget_facts(collection)
    return diagnosis


def _fold_journal(collection: Collection) -> dict[CardId, Schedule]:
    scheduler = load_scheduler(collection.connection)
    return {
        card: fold(journal, scheduler)
        for card, journal in journal_entries.iterate_by_card(collection.connection)
    }
