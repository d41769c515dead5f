"""Looking after the collection: is the file sound, and does the schedule follow from the journal?"""

from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Schedule, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: damage inside the file in SQLite's words, and the cards whose schedule is not what
    their journal adds up to."""

    entry_count: int
    card_count: int
    file_errors: tuple[str, ...]
    mismatched_cards: tuple[CardId, ...]


def check_collection(collection: Collection, scheduler: Scheduler) -> Diagnosis:
    """Compare the schedule with the journal; nothing is changed."""
    damage = tuple(collection.integrity_problems())
    with collection.read_transaction() as connection:
        held = dict(schedules.iterate_all(connection))
        folded = _fold_journal(collection, scheduler)
        astray = sorted(card for card in held.keys() | folded.keys() if held.get(card) != folded.get(card))
        return Diagnosis(journal_entries.count(connection), len(folded), damage, tuple(astray))


def rebuild_schedules(collection: Collection, scheduler: Scheduler) -> Diagnosis:
    """Make the schedule anew from the journal, and say what was astray before."""
    diagnosis = check_collection(collection, scheduler)
    with collection.transaction() as connection:
        folded = _fold_journal(collection, scheduler)
        schedules.delete_all(connection)
        for card, schedule in folded.items():
            schedules.save(connection, card, schedule)
    return diagnosis


def _fold_journal(collection: Collection, scheduler: Scheduler) -> dict[CardId, Schedule]:
    return {
        card: fold(journal, scheduler)
        for card, journal in journal_entries.iterate_by_card(collection.connection)
    }
