"""Backups for tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from studyapp.core.cards.card_id import CardId
from studyapp.store.backups.creation import BackupRequest, BackupResult, create_backup
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.collection import Collection
from studyapp.store.integrity.collection_info import (
    default_backup_folder,
)

CARD = CardId("deck", "a", 1)


def back_up(
    collection: Collection,
    *files: Path,
    device: str = "here",
    reason: BackupReason = BackupReason.AUTOMATIC,
    year: int = 2023,
    tick: Callable[[], None] | None = None,
) -> BackupResult:
    now = datetime(year, 2, 17, 9, tzinfo=UTC)
    return create_backup(
        collection.connection, collection.path, BackupRequest(device, files, reason, now, tick)
    )


def stored_contents(path: Path) -> list[Path]:
    return [file for file in (default_backup_folder(path) / "content").rglob("*") if file.is_file()]
