"""Operations that write, each in a loop that can be killed at any moment, and what must hold afterwards.

A process that runs an operation sends a message after each step that it considers saved.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from studyapp.atomic_file import replace_content
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.backups.backing_up import back_up
from studyapp.services.backups.restoring import RestoreRequest, restore
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.backups.restoring import extract_collection
from studyapp.store.database_copy import find_damage_in_copy, summarize_copy
from studyapp.store.integrity.collection_info import backup_folders
from tests.faults.editing_operations import EditText, MoveNote
from tests.faults.operation import Acknowledge, Operation
from tests.faults.study_folder import NOTE_COUNT, StudyFolder

SAVED_SCHEMAS = Path(__file__).parents[1] / "store" / "saved"


class Rate(Operation):
    """Ratings are saved once the next card is shown."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        with folder.open() as collection:
            session = folder.start_session(collection)
            while True:
                acknowledge(folder.rate(session, Rating.AGAIN))

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        assert len(acknowledged) <= folder.count_reviews() <= len(acknowledged) + 1


class Undo(Operation):
    """An undo is saved as a whole."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        source = random.Random(3)
        count = 0
        with folder.open() as collection:
            session = folder.start_session(collection)
            while True:
                if count and source.random() < 0.45:
                    session.undo()
                    count -= 1
                else:
                    folder.rate(session, Rating.AGAIN)
                    count += 1
                acknowledge(str(count))

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        expected = int(acknowledged[-1]) if acknowledged else 0
        assert abs(folder.count_reviews() - expected) <= 1


class Save(Operation):
    """A deck file has either its old or its new content."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        for version in range(1, 1_000_000):
            replace_content(folder.deck_file, f"version {version}\n".encode() * 5000)
            acknowledge(str(version))

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        lines = folder.deck_file.read_text(encoding="utf-8").splitlines()
        if not acknowledged and lines[0] == "deck: deck":
            return
        assert len(lines) == 5000 and len(set(lines)) == 1
        version = int(lines[0].split()[1])
        last = int(acknowledged[-1]) if acknowledged else 0
        assert version in (last, last + 1)


class Import(Operation):
    """An import that was interrupted is completed when the file is imported again."""

    REVIEW_COUNT = 40

    def prepare(self, folder: StudyFolder) -> None:
        other = StudyFolder(folder.root / "other")
        other.create()
        with other.open() as collection:
            session = other.start_session(collection)
            for _ in range(self.REVIEW_COUNT):
                other.rate(session)
            request = ExportRequest(("deck",), CardLanguages.ENGLISH, folder.root / "in.apkg", True)
            export_decks(collection, other.refresh(collection), request, other.time.clock())
        folder.deck_file.parent.mkdir(parents=True)
        with folder.open() as collection:
            folder.refresh(collection)
        folder.time.now = other.time.now

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        acknowledge("start")
        folder.import_package(folder.root / "in.apkg")
        acknowledge("done")

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        repeated = folder.import_package(folder.root / "in.apkg")
        if "done" in acknowledged:
            assert repeated.added_count == repeated.entry_count == 0
        assert folder.count_reviews() == self.REVIEW_COUNT
        with folder.open() as collection:
            (deck,) = folder.refresh(collection).decks
            assert summarize_copy(folder.collection_file) is not None
            with collection.read_transaction() as connection:
                (count,) = connection.execute(
                    "SELECT count(*) FROM note WHERE present AND deck = ?", (deck.metadata.id,)
                ).fetchone()
        assert count == NOTE_COUNT


class Export(Operation):
    """A package is complete or not there."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        with folder.open() as collection:
            session = folder.start_session(collection)
            library = folder.refresh(collection)
            while True:
                card = folder.rate(session)
                request = ExportRequest(("deck",), CardLanguages.ENGLISH, folder.root / "out.apkg", True)
                export_decks(collection, library, request, folder.time.clock())
                acknowledge(card)

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        assert len(acknowledged) <= folder.count_reviews() <= len(acknowledged) + 1
        package = folder.root / "out.apkg"
        if acknowledged:
            assert package.exists()
        if package.exists():
            copy = StudyFolder(folder.root / "copy")
            copy.deck_file.parent.mkdir(parents=True)
            copy.time.now = folder.time.now + 10**10
            report = copy.import_package(package)
            assert report.added_count == NOTE_COUNT and report.review_count >= len(acknowledged)


class BackUp(Operation):
    """Every listed backup is complete, and none is older than the last one that was acknowledged."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        with folder.open() as collection:
            session = folder.start_session(collection)
            for number in range(1, 1_000_000):
                folder.rate(session)
                back_up(collection, folder.time.clock(), BackupReason.AUTOMATIC)
                acknowledge(str(number))

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        backups = list_backups(backup_folders(folder.collection_file))
        last = int(acknowledged[-1]) if acknowledged else 0
        assert not last or backups[0].summary.reviews >= last
        for number, backup in enumerate(backups):
            copy = folder.root / f"{number}.db"
            extract_collection(backup, copy)
            assert find_damage_in_copy(copy) == () and summarize_copy(copy) == backup.summary
        with folder.open() as collection:
            back_up(collection, folder.time.clock(), BackupReason.AUTOMATIC)
        assert (
            list_backups(backup_folders(folder.collection_file))[0].summary.reviews == folder.count_reviews()
        )


class Restore(Operation):
    """The collection is the old or the restored one, and both can still be restored."""

    COUNTS = (10, 25)

    def prepare(self, folder: StudyFolder) -> None:
        folder.create()
        with folder.open() as collection:
            session = folder.start_session(collection)
            for count in range(1, max(self.COUNTS) + 1):
                folder.rate(session)
                if count in self.COUNTS:
                    back_up(collection, folder.time.clock(), BackupReason.AUTOMATIC)

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        while True:
            for count in self.COUNTS:
                self.restore(folder, count)
                acknowledge(str(count))

    def restore(self, folder: StudyFolder, count: int) -> None:
        backups = list_backups(backup_folders(folder.collection_file))
        backup = next(found for found in backups if found.summary.reviews == count)
        restore(folder.collection_file, RestoreRequest(backup), folder.time.clock(), lambda: "here")

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        assert folder.count_reviews() in self.COUNTS
        for count in self.COUNTS:
            self.restore(folder, count)
            assert folder.count_reviews() == count


class RestoreDamaged(Restore):
    """A damaged collection is either still there or replaced; a second restore completes what was interrupted."""

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        while True:
            content = folder.collection_file.read_bytes()
            folder.collection_file.write_bytes(b"\xff" * 4096 + content[4096:])
            acknowledge("damaged")
            self.restore(folder, self.COUNTS[0])
            acknowledge("restored")

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        self.restore(folder, self.COUNTS[0])
        # Reviews that are newer than the backup are recovered if the collection was still the damaged one.
        assert folder.count_reviews() in self.COUNTS


class Migrate(Operation):
    """A migration is complete or has not begun."""

    def prepare(self, folder: StudyFolder) -> None:
        folder.root.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAVED_SCHEMAS / "schema1.db", folder.collection_file)

    def run(self, folder: StudyFolder, acknowledge: Acknowledge) -> None:
        acknowledge("start")
        with folder.open():
            acknowledge("migrated")

    def check(self, folder: StudyFolder, acknowledged: list[str]) -> None:
        before = summarize_copy(SAVED_SCHEMAS / "schema1.db")
        with folder.open() as collection:
            assert collection.integrity_problems() == []
        assert summarize_copy(folder.collection_file) == before


def all_operations() -> Iterator[tuple[str, Operation]]:
    """Yield the operations by name."""
    for operation in (
        Rate(),
        Undo(),
        Save(),
        Import(),
        Export(),
        BackUp(),
        Restore(),
        RestoreDamaged(),
        Migrate(),
        EditText(),
        MoveNote(),
    ):
        yield type(operation).__name__, operation


OPERATIONS = dict(all_operations())
