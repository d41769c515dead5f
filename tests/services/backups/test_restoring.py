"""Restoring a backup over an intact, a damaged and a missing collection.

DAMAGE_ROUNDS sets the number of randomly damaged collections.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.services.backups.backing_up import back_up
from studyapp.services.library import deck_folders
from studyapp.store import journal_entries
from studyapp.store.backups.manifest import BackupReason
from studyapp.store.errors import StoreDamaged, StoreError
from tests.services.backups.restore_runs import (
    CLOCK,
    count_entries,
    create_backed_up_collection,
    newest_backup,
    overwrite_page,
    rate,
    run_restore,
)
from tests.store.samples import open_collection


def test_intact_collection_is_kept_as_another_backup(path: Path) -> None:
    backup = create_backed_up_collection(path)
    report = run_restore(path, backup)
    assert count_entries(path) == 300 and report.recovered_entries == 0
    previous = newest_backup(path)
    assert previous.path == report.previous_backup and previous.summary.entries == 305
    run_restore(path, previous)
    assert count_entries(path) == 305


def test_open_window_sees_the_restored_collection(path: Path) -> None:
    backup = create_backed_up_collection(path)
    with open_collection(path) as window:
        version = window.external_write_version()
        run_restore(path, backup)
        assert window.external_write_version() != version
        with window.read_transaction() as connection:
            assert journal_entries.count(connection) == 300
        rate(window, range(1000, 1003))
    assert count_entries(path) == 303


def overwrite_header(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(b"\xff" * 4096 + content[4096:])


@pytest.mark.parametrize("damage", [overwrite_page, overwrite_header])
def test_reviews_since_the_backup_are_recovered_from_a_damaged_file(
    path: Path, damage: Callable[[Path], None]
) -> None:
    backup = create_backed_up_collection(path)
    damage(path)
    damaged = path.read_bytes()
    report = run_restore(path, backup)
    assert (count_entries(path), report.recovered_entries) == (305, 5)
    assert report.replaced_folder is not None
    assert (report.replaced_folder / path.name).read_bytes() == damaged


@pytest.mark.parametrize("content", [None, b"", b"Dear diary, " * 500])
def test_lost_collection_is_restored(path: Path, content: bytes | None) -> None:
    backup = create_backed_up_collection(path)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError):
        open_collection(path)
    run_restore(path, backup)
    assert count_entries(path) == 300


def test_starting_over_recovers_what_can_be_read(path: Path) -> None:
    create_backed_up_collection(path)
    overwrite_header(path)
    report = run_restore(path, None)
    assert (report.recovered_entries, count_entries(path)) == (305, 305)


def test_starting_over_without_a_file_gives_an_empty_collection(path: Path) -> None:
    create_backed_up_collection(path)
    path.unlink()
    assert run_restore(path, None).replaced_folder is None
    assert count_entries(path) == 0


def test_stale_wal_is_not_replayed_after_a_restore(path: Path) -> None:
    backup = create_backed_up_collection(path)
    path.unlink()
    path.with_name("collection.db-wal").write_bytes(b"stale" * 1000)
    report = run_restore(path, backup)
    assert report.replaced_folder is not None
    assert count_entries(path) == 300


def test_damaged_backup_changes_nothing(path: Path) -> None:
    backup = create_backed_up_collection(path)
    assert backup.manifest is not None
    for stored in (backup.path.parent / "content").rglob("*.zst"):
        stored.write_bytes(stored.read_bytes()[:-100])
    with pytest.raises(OSError, match="is damaged"):
        run_restore(path, backup)
    assert count_entries(path) == 305


def test_missing_files_are_restored_and_changed_ones_only_on_request(path: Path, tmp_path: Path) -> None:
    decks, elsewhere = path.parent / "decks", tmp_path / "elsewhere"
    (decks / "media").mkdir(parents=True)
    elsewhere.mkdir()
    (decks / "a.yaml").write_text("a")
    (decks / "media" / "a.png").write_bytes(b"picture")
    (elsewhere / "b.yaml").write_text("b")
    (elsewhere / "letter.txt").write_text("not a deck")
    with open_collection(path) as collection:
        deck_folders.add_folder(collection, elsewhere)
    backup = create_backed_up_collection(path)
    (decks / "a.yaml").write_text("changed")
    (decks / "media" / "a.png").unlink()
    (elsewhere / "b.yaml").unlink()
    (elsewhere / "letter.txt").unlink()
    report = run_restore(path, backup)
    assert set(report.files.restored) == {decks / "media" / "a.png", elsewhere / "b.yaml"}
    assert report.files.unchanged == (decks / "a.yaml",)
    assert ((decks / "a.yaml").read_text(), (elsewhere / "b.yaml").read_text()) == ("changed", "b")
    assert not (elsewhere / "letter.txt").exists()
    run_restore(path, backup, files=True)
    assert (decks / "a.yaml").read_text() == "a"
    # The changed file is in the backup that was made before the restore.
    run_restore(path, newest_backup(path), files=True)
    assert (decks / "a.yaml").read_text() == "changed"


DAMAGES: dict[str, Callable[[random.Random, int], bytes]] = {
    "ones": lambda _, size: b"\xff" * size,
    "zeros": lambda _, size: bytes(size),
    "random": lambda generator, size: generator.randbytes(size),
}


@pytest.mark.parametrize("round_number", range(int(os.environ.get("DAMAGE_ROUNDS", "25"))))
def test_random_damage_never_costs_a_good_backup_and_is_repaired(path: Path, round_number: int) -> None:
    """A page of any kind is overwritten. The next backup either finds the damage or, if the page was unused, holds
    everything; after a restore, all reviews are there except those on the damaged page."""
    generator = random.Random(round_number)
    backup = create_backed_up_collection(path)
    content = bytearray(path.read_bytes())
    page = generator.randrange(len(content) // 4096)
    damage = DAMAGES[generator.choice(sorted(DAMAGES))]
    content[page * 4096 : (page + 1) * 4096] = damage(generator, 4096)
    path.write_bytes(content)
    try:
        with open_collection(path) as collection:
            back_up(collection, CLOCK, BackupReason.AUTOMATIC)
        assert newest_backup(path).summary.entries == 305
    except StoreDamaged:
        assert newest_backup(path) == backup
        report = run_restore(path, backup)
        assert 300 <= count_entries(path) <= 305 and report.replaced_folder is not None
