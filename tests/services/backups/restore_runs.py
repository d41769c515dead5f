"""Collections with backups, and restores, for tests."""

from datetime import UTC
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.services.backups.backing_up import back_up
from studyapp.services.backups.restoring import RestoreReport, RestoreRequest, restore
from studyapp.services.options.clock import Clock
from studyapp.services.overview.doctor import check_collection
from studyapp.store import journal_entries
from studyapp.store.backups.backup_folder import Backup, list_backups
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection
from studyapp.store.integrity.collection_info import backup_folders
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes

CLOCK = Clock(lambda: 1_790_000_000_000, UTC)
CARDS = [CardId("deck", f"n{number}", 1) for number in range(20)]


def rate(collection: Collection, seqs: range) -> None:
    for seq in seqs:
        append_entries(collection, review_entry(seq, CARDS[seq % len(CARDS)]))


def create_backed_up_collection(path: Path, *, rated_later: int = 5) -> Backup:
    """Create a collection with 300 reviews, back it up, and add some more."""
    with open_collection(path) as collection:
        save_notes(collection, [note(f"n{number}", "words " * 30) for number in range(100)])
        rate(collection, range(1, 301))
        back_up(collection, CLOCK, BackupReason.AUTOMATIC)
        rate(collection, range(301, 301 + rated_later))
    return newest_backup(path)


def newest_backup(path: Path) -> Backup:
    return list_backups(backup_folders(path))[0]


def run_restore(path: Path, backup: Backup | None, *, files: bool = False) -> RestoreReport:
    return restore(path, RestoreRequest(backup, files), CLOCK, lambda: "new")


def count_entries(path: Path) -> int:
    """Return the number of entries of an intact collection whose schedules match its journal."""
    with open_collection(path) as collection, collection.read_transaction() as connection:
        diagnosis = check_collection(collection)
        assert (diagnosis.file_errors, diagnosis.mismatched_cards) == ((), ())
        return journal_entries.count(connection)


def overwrite_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    path.write_bytes(content)
