"""Writing a package is atomic, reproducible and verified."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from studyapp.anki.writing import package
from studyapp.anki.writing.collection_file import AnkiDeck, AnkiNote, serialize_collection
from studyapp.anki.writing.package import PackageVerificationError, write_package
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from tests.anki.samples import NOTES
from tests.anki.writing.package_decks import BOTH, export_deck, many_notes


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "x.apkg"
    path.write_bytes(b"old")
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_same_decks_give_same_bytes(tmp_path: Path, target: Path) -> None:
    write_package(target, [export_deck(tmp_path)], BOTH)
    first = target.read_bytes()
    write_package(target, [export_deck(tmp_path)], BOTH)
    assert target.read_bytes() == first
    write_package(target, [export_deck(tmp_path, (replace(NOTES[0], section="2"), *NOTES[1:]))], BOTH)
    assert target.read_bytes() != first


def test_package_is_compressed_and_names_scheduler_version(tmp_path: Path, target: Path) -> None:
    write_package(target, [export_deck(tmp_path, many_notes(500))], BOTH)
    with zipfile.ZipFile(target) as opened:
        [collection, media] = opened.infolist()
        assert (collection.filename, media.filename) == ("collection.anki2", "media")
        assert collection.compress_size < collection.file_size / 4
        data = opened.read(collection)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        assert connection.execute("SELECT json_extract(conf, '$.schedVer'), ver FROM col").fetchall() == [
            (2, 11)
        ]


def test_no_temporary_files_are_left(tmp_path: Path, target: Path) -> None:
    write_package(target, [export_deck(tmp_path)], BOTH)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_empty_export_is_valid(tmp_path: Path, target: Path) -> None:
    assert write_package(target, [], BOTH).note_count == 0
    assert write_package(target, [export_deck(tmp_path, [])], BOTH).card_count == 0


def test_progress_increases_to_note_count(tmp_path: Path, target: Path) -> None:
    progress: list[tuple[int, int]] = []
    write_package(
        target, [export_deck(tmp_path, many_notes(120))], BOTH, on_progress=lambda *now: progress.append(now)
    )
    assert progress[0] == (0, 120)
    assert progress[-1] == (120, 120)
    assert len(progress) > 3
    assert progress == sorted(set(progress))


class CancelledError(Exception):
    pass


def test_cancelled_export_leaves_old_file(tmp_path: Path, target: Path) -> None:
    def cancel(done: int, total: int) -> None:
        if done >= total // 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_package(target, [export_deck(tmp_path, many_notes(200))], BOTH, on_progress=cancel)
    assert_untouched(target)


def test_package_failing_verification_is_discarded(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drop_first_note(
        decks: Sequence[AnkiDeck], notes: Sequence[AnkiNote], folder: Path, *more: object
    ) -> bytes:
        return serialize_collection(decks, notes[1:], folder)

    monkeypatch.setattr("studyapp.anki.writing.package.serialize_collection", drop_first_note)
    with pytest.raises(PackageVerificationError, match="notes and cards"):
        write_package(target, [export_deck(tmp_path)], BOTH)
    assert_untouched(target)


@pytest.mark.parametrize("name", ["collection.anki2", "media", "0"])
def test_package_that_is_damaged_on_the_disk_is_discarded(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_zip = package._write_zip

    def write_damaged(file: BinaryIO, contents: PackageContents) -> None:
        write_zip(file, contents)
        with zipfile.ZipFile(file) as opened:
            entry = opened.getinfo(name)
        position = entry.header_offset + 30 + len(name) + entry.compress_size // 2
        file.seek(position)
        [byte] = file.read(1)
        file.seek(position)
        file.write(bytes([byte ^ 1]))

    monkeypatch.setattr(package, "_write_zip", write_damaged)
    (tmp_path / "a.png").write_bytes(b"picture")
    text = LocalizedText.language_neutral("![](a.png)")
    deck = export_deck(tmp_path, [Note("sample", "picture", Basic(text, text))])
    with pytest.raises(PackageVerificationError, match=f"^{name} in the package is damaged"):
        write_package(target, [deck], BOTH)
    assert_untouched(target)


@pytest.mark.parametrize("damaged", [b"PK\x05\x06", b"PK\x01\x02", b"collection.anki2"])
def test_package_with_a_damaged_directory_is_discarded(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    write_zip = package._write_zip

    def write_damaged(file: BinaryIO, contents: PackageContents) -> None:
        write_zip(file, contents)
        file.seek(0)
        content = file.read()
        file.seek(0)
        file.write(content.replace(damaged, b"?" * len(damaged)))

    monkeypatch.setattr(package, "_write_zip", write_damaged)
    with pytest.raises(PackageVerificationError, match=r"^the package is damaged: "):
        write_package(target, [export_deck(tmp_path)], BOTH)
    assert_untouched(target)


def test_unwritable_target_is_named_in_error(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "x.apkg"
    with pytest.raises(FileNotFoundError) as caught:
        write_package(missing, [export_deck(tmp_path)], BOTH)
    assert caught.value.filename == str(missing)
    with pytest.raises(IsADirectoryError) as caught_folder:
        write_package(tmp_path, [export_deck(tmp_path)], BOTH)
    assert caught_folder.value.filename == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs a file size limit")
def test_full_disk_is_reported_and_leaves_old_file(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource  # POSIX only

    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # the limit would truncate it
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
        with pytest.raises(OSError, match=r"x\.apkg") as caught:
            write_package(target, [export_deck(tmp_path)], BOTH)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert caught.value.errno == errno.EFBIG
    assert caught.value.filename == str(target)
    assert_untouched(target)


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("note_count", [0, 100])
def test_kill_leaves_old_file_intact(tmp_path: Path, target: Path, note_count: int) -> None:
    program = f"""
import os, signal, sys
from pathlib import Path
from studyapp.anki.writing.package import write_package
from tests.anki.writing.package_decks import BOTH, export_deck, many_notes
def die(done, total):
    if done >= {note_count}:
        os.kill(os.getpid(), signal.SIGKILL)
write_package(Path({str(target)!r}), [export_deck(Path({str(tmp_path)!r}), many_notes(100))], BOTH, on_progress=die)
"""
    root = Path(__file__).parents[3]
    ended = subprocess.run([sys.executable, "-c", program], cwd=root, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
