"""Anki's collection is copied while Anki may write to it: a copy is whole, or there is none."""

import shutil
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.live.collection_copy import copy_collection
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from tests.anki.anki_collections import add


@pytest.fixture
def collection(anki: Anki) -> Path:
    add(anki, "Basic", "one", "1")
    return Path(anki.path)


class Writer:
    """Changes the collection whenever its database has been copied, so many times, keeping the size and the time of change."""

    def __init__(self, collection: Path, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self._collection, self._left, self._copy = collection, times, shutil.copyfile
        monkeypatch.setattr(shutil, "copyfile", self)

    def __call__(self, source: Path, target: Path) -> None:
        self._copy(source, target)
        if source == self._collection and self._left > 0:
            self._left -= 1
            data = bytearray(source.read_bytes())
            data[24:28] = (int.from_bytes(data[24:28]) + 1).to_bytes(4)  # SQLite counts its changes here
            source.write_bytes(data)


def test_a_copy_during_which_anki_wrote_is_made_again(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    Writer(collection, 2, monkeypatch)
    with copy_collection(collection, pauses.append) as copy:
        assert copy.read_bytes() == collection.read_bytes()
    assert len(pauses) == 2


def test_no_copy_is_given_while_anki_never_stops_writing(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Writer(collection, 1000, monkeypatch)
    with (
        pytest.raises(UnreadableFileError, match="Anki is writing to it"),
        copy_collection(collection, lambda _: None),
    ):
        pytest.fail("a torn copy was given")


def test_a_log_that_vanishes_meanwhile_is_no_fault(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = collection.with_name(collection.name + "-wal")
    log.write_bytes(b"")
    usual = shutil.copyfile

    def copy(source: Path, target: Path) -> None:
        log.unlink(missing_ok=True)
        usual(source, target)

    monkeypatch.setattr(shutil, "copyfile", copy)
    with copy_collection(collection, lambda _: None) as found:
        assert found.exists()
    with pytest.raises(FileNotFoundError), copy_collection(collection.with_name("none.anki2")):
        pytest.fail("there is nothing to copy")
