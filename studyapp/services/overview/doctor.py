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

    entries: int
    cards: int
    damage: tuple[str, ...]
    astray: tuple[CardId, ...]


def examine(collection: Collection, scheduler: Scheduler) -> Diagnosis:
    """Compare the schedule with the journal; nothing is changed."""
    damage = tuple(collection.check())
    with collection.reading() as connection:
        held = dict(schedules.everything(connection))
        folded = _folded(collection, scheduler)
        astray = sorted(card for card in held.keys() | folded.keys() if held.get(card) != folded.get(card))
        return Diagnosis(journal_entries.count(connection), len(folded), damage, tuple(astray))


def rebuild(collection: Collection, scheduler: Scheduler) -> Diagnosis:
    """Make the schedule anew from the journal, and say what was astray before."""
    diagnosis = examine(collection, scheduler)
    with collection.transaction() as connection:
        folded = _folded(collection, scheduler)
        schedules.clear(connection)
        for card, schedule in folded.items():
            schedules.put(connection, card, schedule)
    return diagnosis


def _folded(collection: Collection, scheduler: Scheduler) -> dict[CardId, Schedule]:
    return {
        card: fold(journal, scheduler) for card, journal in journal_entries.by_card(collection.connection)
    }
