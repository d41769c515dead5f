"""A StudyApp collection with a folder of deck files, in the time zone that Anki uses."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, Schedule
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.study_session import StudySession
from studyapp.services.transfer.file_import import ImportReport, import_file
from studyapp.store import journal_entries, schedules
from studyapp.store import notes as note_table
from tests.services.study_driver import FakeTime, StudyDriver

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


EXAMPLES = int(os.environ.get("ROUND_TRIPS", "25"))


class StudyAppInstance(StudyDriver):
    """A StudyApp collection with a decks folder, in the local time zone, which Anki uses too."""

    day_start_hour = 4

    @property
    def folder(self) -> Path:
        return self.path.parent / "decks"

    def clock(self) -> Clock:
        return Clock(self.time, day_start_hour=lambda: self.day_start_hour)

    def start_session(self, *_: object) -> StudySession:
        return create_session(self.collection, self.clock(), ("d",), BOTH)

    def import_file(self, package: Path) -> ImportReport:
        return import_file(self.collection, [self.folder], self.folder, package, self.clock())

    def load_notes(self) -> list[Note]:
        with self.collection.read_transaction() as connection:
            return [note for note, _ in note_table.iterate_present(connection, "d")]

    def load_schedules(self) -> dict[CardId, Schedule]:
        with self.collection.read_transaction() as connection:
            found = {
                card: _as_stored_by_anki(one, self.clock().today())
                for card, one in schedules.iterate_all(connection)
            }
        return {card: schedule for card, schedule in found.items() if schedule != Schedule()}

    def load_log(self) -> dict[CardId, list[tuple[object, ...]]]:
        """The journal entries that Anki can store."""
        with self.collection.read_transaction() as connection:
            found = {
                card: _log_rows(effective_entries(journal))
                for card, journal in journal_entries.iterate_by_card(connection)
            }
        return {card: log for card, log in found.items() if log}


def _log_rows(journal: Sequence[Entry]) -> list[tuple[object, ...]]:
    kinds = (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)
    return [
        (entry.at, entry.study_day, entry.kind, entry.rating, entry.due_day, (entry.due_at or 0) // 1000)
        for entry in journal
        if entry.kind in kinds
    ]


def _as_stored_by_anki(schedule: Schedule, today: int) -> Schedule:
    """Reduce a schedule to what Anki stores: step times in seconds and no past burial."""
    phase = schedule.phase
    if isinstance(phase, LearningPhase | RelearningPhase):
        phase = type(phase)(phase.memory, phase.steps_done, phase.due_at // 1000 * 1000)
    return Schedule(
        phase, schedule.review_count, schedule.lapse_count, schedule.first_review_day, schedule.last_review_day, schedule.last_review_at,
        schedule.is_suspended, today if schedule.buried_on_day == today and not schedule.is_suspended else None, schedule.flag,
    )  # fmt: skip


def create_instance(folder: Path, notes: Sequence[Note]) -> StudyAppInstance:
    """Create an instance with a deck of these notes."""
    instance = StudyAppInstance.at(folder / "collection.db")
    instance.folder.mkdir()
    instance.time = FakeTime(round(time.time() * 1000))
    if notes:
        metadata = DeckMetadata("d", LocalizedText.language_neutral("Deck"))
        (instance.folder / "d.yaml").write_text(deck_to_yaml(metadata, notes), encoding="utf-8")
    refresh_library(instance.collection, [instance.folder], instance.clock())
    return instance


def note_contents(instance: StudyAppInstance, deck: str) -> list[object]:
    with instance.collection.read_transaction() as connection:
        return [note.content for note, _ in note_table.iterate_present(connection, deck)]
