"""A data folder in which the operations write."""

from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.library.deck_library import Library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.overview.doctor import check_collection
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.services.study.study_session import StudySession
from studyapp.services.transfer.file_import import ImportReport, import_file
from studyapp.store import journal_entries, notes
from studyapp.store.collection import Collection
from tests.services.study_driver import FakeTime

NOTE_COUNT = 60
LIMITS = DailyLimits(10_000, 10_000, 10_000, 10_000)


class StudyFolder:
    """A data folder with one deck file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.collection_file = root / "collection.db"
        self.deck_file = root / "decks" / "deck.yaml"
        self.time = FakeTime()

    def create(self) -> None:
        """Write the deck file and the collection."""
        self.deck_file.parent.mkdir(parents=True)
        lines = ["deck: deck", "title: Deck", "notes:"]
        lines += [
            f"- {{id: n{number}, front: Question {number}, back: Answer}}" for number in range(NOTE_COUNT)
        ]
        self.deck_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with self.open() as collection:
            self.refresh(collection)

    def open(self) -> Collection:
        return Collection(self.collection_file, lambda: "here")

    def refresh(self, collection: Collection) -> Library:
        return refresh_library(collection, [self.deck_file.parent], self.time.clock()).library

    def start_session(self, collection: Collection) -> StudySession:
        return create_session(collection, self.time.clock(), ["deck"], CardLanguages.ENGLISH, limits=LIMITS)

    def rate(self, session: StudySession, rating: Rating = Rating.GOOD) -> str:
        """Rate the next card and return its id. The clock advances by a minute, and by a day if no card is left."""
        step = session.show_next().next_step
        while not isinstance(step, Prompt):
            self.time.now += 86_400_000
            step = session.show_next().next_step
        session.reveal()
        session.rate(step.card.id, rating)
        self.time.now += 60_000
        return str(step.card.id)

    def edit_environment(self, collection: Collection) -> EditEnvironment:
        decks = self.deck_file.parent
        return EditEnvironment(
            collection, self.refresh(collection), self.time.clock(), decks, self.root / "none"
        )

    def find_note(self, collection: Collection, key: str) -> Note | None:
        deck, _, note_id = key.partition("/")
        with collection.read_transaction() as connection:
            return notes.load(connection, deck, note_id)

    def load_note(self, collection: Collection, key: str) -> Note:
        note = self.find_note(collection, key)
        assert note is not None
        return note

    def count_reviews(self) -> int:
        """Return the number of reviews in effect, in an intact collection whose schedules match the journal."""
        with self.open() as collection:
            diagnosis = check_collection(collection)
            assert (diagnosis.file_errors, diagnosis.mismatched_cards) == ((), ())
            with collection.read_transaction() as connection:
                journals = list(journal_entries.iterate_by_card(connection))
            return sum(len(effective_reviews(journal)) for _, journal in journals)

    def import_package(self, package: Path) -> ImportReport:
        with self.open() as collection:
            decks = self.deck_file.parent
            return import_file(collection, [decks], decks, package, self.time.clock())
