"""Read the journal and the schedules that a session has written."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import journal_entries, schedules
from tests.services.study_driver import (
    StudyDriver,
)

ENGLISH, CHINESE, BOTH = (
    CardLanguages.ENGLISH,
    CardLanguages.TRADITIONAL_CHINESE,
    CardLanguages.ENGLISH_AND_TRADITIONAL,
)


def load_journal(driver: StudyDriver) -> list[Entry]:
    with driver.collection.read_transaction() as connection:
        return list(journal_entries.iterate_newest_first(connection))[::-1]


def load_schedule(driver: StudyDriver, card: CardId) -> Schedule:
    with driver.collection.read_transaction() as connection:
        return schedules.load(connection, card)
