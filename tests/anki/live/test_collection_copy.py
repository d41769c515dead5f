"""Copying Anki's collection while Anki may write to it gives a consistent copy or none."""

import shutil
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.live.collection_copy import copy_collection
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from tests.anki.anki_collections import add_note


@pytest.fixture
def collection(anki: Anki) -> Path:
    add_note(anki, "Basic", "one", "1")
    return Path(anki.path)


class ConcurrentWriter:
    """Modifies the collection after each of the first `times` copies, keeping its size and modification time."""

    def __init__(self, collection: Path, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self._collection, self._remaining, self._copy = collection, times, shutil.copyfile
        monkeypatch.setattr(shutil, "copyfile", self)

    def __call__(self, source: Path, target: Path) -> None:
        self._copy(source, target)
        if source == self._collection and self._remaining > 0:
            self._remaining -= 1
            data = bytearray(source.read_bytes())
            data[24:28] = (int.from_bytes(data[24:28]) + 1).to_bytes(4)  # SQLite's change counter
            source.write_bytes(data)


def test_copy_is_repeated_after_concurrent_write(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    ConcurrentWriter(collection, 2, monkeypatch)
    with copy_collection(collection, pauses.append) as copy:
        assert copy.read_bytes() == collection.read_bytes()
    assert len(pauses) == 2


def test_copy_fails_while_anki_keeps_writing(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ConcurrentWriter(collection, 1000, monkeypatch)
    with (
        pytest.raises(UnreadableFileError, match="Anki is writing to"),
        copy_collection(collection, lambda _: None),
    ):
        pytest.fail("an inconsistent copy was returned")


def test_vanished_wal_file_is_ignored(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = collection.with_name(collection.name + "-wal")
    log.write_bytes(b"")
    original_copyfile = shutil.copyfile

    def copy(source: Path, target: Path) -> None:
        log.unlink(missing_ok=True)
        original_copyfile(source, target)

    monkeypatch.setattr(shutil, "copyfile", copy)
    with copy_collection(collection, lambda _: None) as copied:
        assert copied.exists()
    with pytest.raises(FileNotFoundError), copy_collection(collection.with_name("none.anki2")):
        pytest.fail("there is nothing to copy")
