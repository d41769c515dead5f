import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.backups import backup_folder, creation
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.backups.restoring import extract_collection
from studyapp.store.collection import Collection
from studyapp.store.database_copy import find_damage_in_copy, summarize_copy
from studyapp.store.errors import StoreBusy, StoreDamaged
from studyapp.store.integrity.collection_info import (
    CollectionInfo,
    backup_folders,
    default_backup_folder,
    save_info,
)
from tests.store.backups.backup_runs import CARD, back_up, stored_contents
from tests.store.samples import append_entries, note, open_collection, review_entry, save_notes
from tests.timeouts import TIMEOUT_SECONDS


def test_backup_includes_data_still_in_the_wal(collection: Collection, path: Path, tmp_path: Path) -> None:
    for seq in range(1, 30):
        append_entries(collection, review_entry(seq, CARD))
    assert back_up(collection).is_new
    (backup,) = list_backups(backup_folders(path))
    assert (backup.summary.entries, backup.summary.reviews) == (29, 29)
    extract_collection(backup, tmp_path / "copy.db")
    summary = summarize_copy(tmp_path / "copy.db")
    assert summary == backup.summary and find_damage_in_copy(tmp_path / "copy.db") == ()


def test_nothing_is_written_if_nothing_changed(collection: Collection, path: Path) -> None:
    first = back_up(collection)
    second = back_up(collection)
    assert (second.path, second.is_new) == (first.path, False)
    append_entries(collection, review_entry(1, CARD))
    assert back_up(collection).is_new
    assert len(list_backups(backup_folders(path))) == 2


def test_unchanged_files_are_stored_once(collection: Collection, path: Path) -> None:
    media = path.parent / "decks" / "media" / "a.png"
    media.parent.mkdir(parents=True)
    media.write_bytes(b"picture" * 1000)
    back_up(collection, media)
    append_entries(collection, review_entry(1, CARD))
    back_up(collection, media)
    first, second = sorted(list_backups(backup_folders(path)), key=lambda backup: backup.order)
    assert first.manifest is not None and second.manifest is not None
    assert first.manifest.files == second.manifest.files
    assert [file.path for file in second.manifest.files] == ["decks/media/a.png"]
    assert len(stored_contents(path)) == 3


def test_changed_file_makes_a_new_backup(collection: Collection, path: Path) -> None:
    deck = path.parent / "deck.yaml"
    deck.write_text("one")
    back_up(collection, deck)
    deck.write_text("two, longer")
    assert back_up(collection, deck).is_new


def test_unreadable_file_is_reported_and_does_not_prevent_the_backup(
    collection: Collection, path: Path
) -> None:
    result = back_up(collection, path.parent / "gone.yaml")
    assert result.is_new and len(result.unreadable_files) == 1
    assert "gone.yaml" in str(result.unreadable_files[0])


def test_newest_is_the_last_one_made_whatever_the_clock_says(collection: Collection, path: Path) -> None:
    back_up(collection, year=2126)
    append_entries(collection, review_entry(1, CARD))
    last = back_up(collection, year=1999)
    assert list_backups(backup_folders(path))[0].path == last.path


def test_backup_goes_to_the_chosen_folder_and_numbers_continue(
    collection: Collection, path: Path, tmp_path: Path
) -> None:
    back_up(collection)
    (tmp_path / "chosen").mkdir()
    save_info(path, CollectionInfo(tmp_path / "chosen"))
    append_entries(collection, review_entry(1, CARD))
    result = back_up(collection)
    assert result.path == tmp_path / "chosen" / "backup-000002.json"
    assert list_backups(backup_folders(path))[0].path == result.path


def damage_leaf(path: Path) -> None:
    """Overwrite the last page of the table of notes with 0xFF."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page_bytes = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    for start in range(page_bytes, len(content), page_bytes):
        if content[start] == 0x0D and b"words" in content[start : start + page_bytes]:
            content[start : start + page_bytes] = b"\xff" * page_bytes
            break
    else:
        raise AssertionError("no leaf of notes")
    path.write_bytes(content)


def test_damaged_collection_is_not_backed_up_and_no_backup_is_deleted(path: Path) -> None:
    with open_collection(path) as collection:
        save_notes(collection, [note(f"n{number}", "words " * 30) for number in range(200)])
        back_up(collection)
    damage_leaf(path)
    good = list_backups(backup_folders(path))
    contents = stored_contents(path)
    with open_collection(path) as collection:
        for seq in range(1, 20):
            append_entries(collection, review_entry(seq, CARD))
            with pytest.raises(StoreDamaged, match=r"is damaged"):
                back_up(collection)
    assert list_backups(backup_folders(path)) == good
    assert stored_contents(path) == contents


def test_failed_backup_leaves_no_file(
    collection: Collection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sqlite3.Connection, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(creation, "copy_database", fail)
    with pytest.raises(OSError, match="disk full"):
        back_up(collection)
    assert [file.name for file in default_backup_folder(path).iterdir()] == ["backups.lock"]


def test_cancelled_backup_is_not_listed(collection: Collection, path: Path) -> None:
    def cancel() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(collection, tick=cancel)
    assert list_backups(backup_folders(path)) == []


def test_only_one_process_makes_a_backup_at_a_time(collection: Collection, path: Path) -> None:
    default_backup_folder(path).mkdir()
    with (
        backup_folder.exclusive_use(default_backup_folder(path)) as is_exclusive,
        pytest.raises(StoreBusy),
    ):
        assert is_exclusive
        back_up(collection)


def test_backup_during_concurrent_writes_is_consistent(path: Path, tmp_path: Path) -> None:
    started, stop = threading.Event(), threading.Event()

    def write() -> None:
        with open_collection(path) as collection:
            seq = 0
            while not stop.is_set():
                seq += 1
                # Two entries per transaction: an inconsistent backup would hold an odd number.
                append_entries(collection, review_entry(2 * seq, CARD), review_entry(2 * seq + 1, CARD))
                started.set()

    with open_collection(path) as collection:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            assert started.wait(TIMEOUT_SECONDS)
            for _ in range(10):
                back_up(collection)
        finally:
            stop.set()
            writer.join()
    for number, backup in enumerate(list_backups(backup_folders(path))):
        assert backup.summary.entries >= 2 and backup.summary.entries % 2 == 0
        extract_collection(backup, tmp_path / f"{number}.db")
        assert find_damage_in_copy(tmp_path / f"{number}.db") == ()


def test_budget_deletes_the_oldest_but_never_the_newest_three(collection: Collection, path: Path) -> None:
    for seq in range(1, 6):
        append_entries(collection, review_entry(seq, CARD))
        back_up(collection)
    folder = default_backup_folder(path)
    backup_folder.delete_outdated(folder, "here", size_budget=1)
    assert [backup.summary.entries for backup in list_backups([folder])] == [5, 4, 3]
    assert len(stored_contents(path)) == 3


def test_contents_are_kept_while_a_manifest_can_not_be_read(collection: Collection, path: Path) -> None:
    back_up(collection)
    folder = default_backup_folder(path)
    (folder / "backup-000001.json").write_text("{}")
    append_entries(collection, review_entry(1, CARD))
    back_up(collection)
    assert len(stored_contents(path)) == 2


def test_damaged_content_is_found_when_it_is_extracted(
    collection: Collection, path: Path, tmp_path: Path
) -> None:
    back_up(collection)
    (stored,) = stored_contents(path)
    content = bytearray(stored.read_bytes())
    content[len(content) // 2] ^= 0xFF
    stored.write_bytes(content)
    with pytest.raises(OSError, match="is damaged"):
        extract_collection(list_backups(backup_folders(path))[0], tmp_path / "copy.db")


def test_plain_copies_of_earlier_versions_are_listed_after_backups(
    collection: Collection, path: Path
) -> None:
    append_entries(collection, review_entry(1, CARD))
    folder = default_backup_folder(path)
    folder.mkdir()
    with closing(sqlite3.connect(folder / "collection-2023-02-17.db")) as copy:
        collection.connection.backup(copy)
    (folder / "collection-2023-02-18.db").write_bytes(b"damaged")
    back_up(collection)
    names = [backup.name for backup in list_backups(backup_folders(path))]
    assert names == ["backup-000001", "collection-2023-02-17"]
