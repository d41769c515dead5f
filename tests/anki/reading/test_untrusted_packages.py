"""Hostile packages are refused, or imported without what they can't have, in little memory and with a message."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from studyapp.core.transfer.unreadable_file import UnreadableFileError
from tests.anki import hostile_packages as hostile
from tests.anki.studyapp_instance import StudyAppInstance
from tests.timeouts import TIMEOUT_SECONDS

MAX_ADDED_KILOBYTES = 300 * 1024


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Any]]:
    """The outcomes of importing all packages, each in a process of its own, by the names of the packages."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork to measure the memory of each import")
    folder = tmp_path_factory.mktemp("packages")
    for name, sql in (hostile.SCHEMA_ATTACKS | hostile.HARMLESS_SCHEMAS).items():
        hostile.build_legacy_package(folder / f"{name}.apkg", sql)
    for name, write in hostile.ARCHIVE_ATTACKS.items():
        write(folder / f"{name}.apkg")
    for name, media in {**hostile.DAMAGED_MEDIA_LISTS, **hostile.READABLE_MEDIA_LISTS}.items():
        hostile.build_legacy_package(folder / f"media list {name}.apkg", media=media, _0=b"png")
    hostile.build_media_bomb(folder / "media bomb.apkg")
    process = subprocess.run(
        [sys.executable, "-m", "tests.anki.import_measurement", *map(str, folder.iterdir())],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        timeout=TIMEOUT_SECONDS,
    )
    assert process.returncode == 0, process.stderr
    found = map(json.loads, process.stdout.splitlines())
    return {Path(outcome["package"]).stem: outcome for outcome in found}


def test_every_package_ends_in_little_memory(outcomes: Mapping[str, dict[str, Any]]) -> None:
    count = sum(
        map(
            len,
            (
                hostile.SCHEMA_ATTACKS,
                hostile.HARMLESS_SCHEMAS,
                hostile.ARCHIVE_ATTACKS,
                hostile.DAMAGED_MEDIA_LISTS,
                hostile.READABLE_MEDIA_LISTS,
            ),
        )
    )
    assert len(outcomes) == count + 1
    memory = {name: outcome["added_kilobytes"] for name, outcome in outcomes.items()}
    assert {name: added for name, added in memory.items() if added > MAX_ADDED_KILOBYTES} == {}


@pytest.mark.parametrize("name", [*hostile.SCHEMA_ATTACKS, *hostile.ARCHIVE_ATTACKS])
def test_package_is_refused_without_changes(outcomes: Mapping[str, dict[str, Any]], name: str) -> None:
    outcome = outcomes[name]
    assert outcome["error"]
    assert (outcome["added"], outcome["files"]) == (0, 0)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("endless view", "not an Anki collection: “notes” is not an ordinary table"),
        ("generated column", "“notes” is not an ordinary table"),
        ("long default value", "“notes” is not an ordinary table"),
        ("endless review log", "“revlog” is not an ordinary table"),
        ("large value", "is larger than 16 MB"),
        ("many small rows", "far more data than its size allows"),
        ("page linked twice", "collection is damaged"),
        ("zip bomb", "collection.anki2 is larger than"),
        ("zstd bomb", "collection.anki21b is larger than"),
        ("many entries", "too many files"),
        ("encrypted", "it is encrypted"),
        ("placeholder", "placeholder for old versions"),
        ("placeholder without metadata", "placeholder for old versions"),
        ("lzma", "unsupported method"),
        ("no database", "not an SQLite database"),
        ("empty", "no Anki collection"),
        ("text", "not a zip file"),
    ],
)
def test_message_tells_why(outcomes: Mapping[str, dict[str, Any]], name: str, reason: str) -> None:
    assert reason in outcomes[name]["error"]


@pytest.mark.parametrize("name", hostile.HARMLESS_SCHEMAS)
def test_unused_parts_of_schema_and_wrong_types_do_no_harm(
    outcomes: Mapping[str, dict[str, Any]], name: str
) -> None:
    assert (outcomes[name]["error"], outcomes[name]["added"]) == ("", 2)


@pytest.mark.parametrize("name", hostile.DAMAGED_MEDIA_LISTS)
def test_notes_come_in_despite_damaged_media_list(outcomes: Mapping[str, dict[str, Any]], name: str) -> None:
    outcome = outcomes[f"media list {name}"]
    assert (outcome["error"], outcome["added"]) == ("", 2)
    assert outcome["losses"].keys() == {"DAMAGED_MEDIA_LIST", "MISSING_MEDIA"}


@pytest.mark.parametrize("name", hostile.READABLE_MEDIA_LISTS)
def test_media_list_in_another_form_is_read(outcomes: Mapping[str, dict[str, Any]], name: str) -> None:
    outcome = outcomes[f"media list {name}"]
    assert (outcome["error"], outcome["added"], outcome["files"]) == ("", 2, 2)
    assert "MISSING_MEDIA" not in outcome["losses"]


def test_media_beyond_the_limit_are_skipped(outcomes: Mapping[str, dict[str, Any]]) -> None:
    outcome = outcomes["media bomb"]
    assert (outcome["added"], outcome["files"]) == (1, 2)
    assert outcome["losses"].keys() == {"UNREADABLE_MEDIA"}


def test_files_missing_from_the_package_are_counted_in_one_line(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    names = {str(number): f"{number}.png" for number in range(50_000)}
    package = hostile.build_legacy_package(tmp_path / "x.apkg", media=json.dumps(names).encode())
    losses = instance.import_file(package).losses
    assert [(loss.kind.name, loss.name) for loss in losses] == [
        ("MISSING_ENTRIES", "50,000"),
        ("MISSING_MEDIA", "a.png"),
    ]


def test_damaged_media_file_is_skipped(instance: StudyAppInstance, tmp_path: Path) -> None:
    package = hostile.build_legacy_package(tmp_path / "x.apkg", media=b'{"0": "a.png"}', _0=b"picture" * 100)
    data = bytearray(package.read_bytes())
    position = data.index(b"0", data.index(b"media")) + 3  # the data after the local header of entry 0
    data[position] ^= 0xFF
    package.write_bytes(data)
    report = instance.import_file(package)
    assert report.added_count == 2
    assert [(loss.kind.name, loss.name) for loss in report.losses] == [("UNREADABLE_MEDIA", "a.png")]
    assert not list(instance.folder.rglob("*.p*"))


@pytest.mark.parametrize("name", ["../a.png", "/a.png", "..\\a.png", "C:\\a.png", "", ".", "..", "x" * 300])
def test_files_with_unsafe_names_stay_inside(instance: StudyAppInstance, tmp_path: Path, name: str) -> None:
    entries = {
        "collection.anki2": hostile.build_collection(notes=[f'q\x1f<img src="{name}">']),
        "media": json.dumps({"0": name}).encode(),
        "0": b"evil",
    }
    package = hostile.build_package(tmp_path / "x.apkg", entries)
    assert instance.import_file(package).added_count == 1
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes() == b"evil"]
    assert all(path.parent.parent == instance.folder for path in written)


def test_cut_packages_are_refused(instance: StudyAppInstance, tmp_path: Path) -> None:
    whole = hostile.build_legacy_package(tmp_path / "x.apkg", media=b'{"0": "a.png"}', _0=b"png").read_bytes()
    package = tmp_path / "cut.apkg"
    for length in range(0, len(whole) - 1, 7):
        package.write_bytes(whole[:length])
        with pytest.raises(UnreadableFileError):
            instance.import_file(package)


def test_package_without_its_beginning_is_refused(instance: StudyAppInstance, tmp_path: Path) -> None:
    package = hostile.build_legacy_package(tmp_path / "x.apkg", media=b'{"0": "a.png"}', _0=b"png")
    package.write_bytes(package.read_bytes()[10:])
    with pytest.raises(UnreadableFileError):
        instance.import_file(package)


def test_altered_packages_never_fail_unexpectedly(instance: StudyAppInstance, tmp_path: Path) -> None:
    collection = hostile.build_collection()
    source = random.Random(1)
    for _ in range(150):
        data = bytearray(collection)
        for _ in range(source.randrange(1, 20)):
            data[source.randrange(100, len(data))] = source.randrange(256)
        package = hostile.build_package(
            tmp_path / "x.apkg", {"collection.anki2": bytes(data), "media": source.randbytes(20)}
        )
        whole = bytearray(package.read_bytes())
        if source.random() < 0.5:
            whole[-source.randrange(1, 200)] = source.randrange(256)
            package.write_bytes(whole)
        try:
            instance.import_file(package)
        except UnreadableFileError as error:
            assert str(error)


def test_media_must_fit_on_the_disk(
    instance: StudyAppInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = hostile.build_legacy_package(tmp_path / "x.apkg", media=b'{"0": "a.png"}', _0=b"x" * 5_000_000)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=3_000_000))
    with pytest.raises(UnreadableFileError, match=r"its media need 4 MB, but .* has only 2 MB of free space"):
        instance.import_file(package)
    assert list(instance.folder.iterdir()) == []
    monkeypatch.undo()
    assert instance.import_file(package).losses == ()
    assert next(instance.folder.rglob("a.png")).stat().st_size == 5_000_000


def test_collection_in_write_ahead_log_mode_is_read(instance: StudyAppInstance, tmp_path: Path) -> None:
    data = bytearray(hostile.build_collection())
    data[18:20] = b"\2\2"
    package = hostile.build_package(tmp_path / "x.apkg", {"collection.anki2": bytes(data), "media": b"{}"})
    assert instance.import_file(package).added_count == 2


def test_notes_that_share_a_file_read_it_once(instance: StudyAppInstance, tmp_path: Path) -> None:
    """A file that exists already is compared with the one in the package, which counts towards the limit of media."""
    notes = [f'{number}\x1f<img src="a.png">' for number in range(30)]
    entries = {
        "collection.anki2": hostile.build_collection(notes=notes[:1]),
        "media": b'{"0": "a.png"}',
        "0": bytes(40_000_000),
    }
    assert instance.import_file(hostile.build_package(tmp_path / "x.apkg", entries)).losses == ()
    entries["collection.anki2"] = hostile.build_collection(notes=notes)
    report = instance.import_file(hostile.build_package(tmp_path / "x.apkg", entries))
    assert (report.added_count, report.losses) == (29, ())
    assert len(list(instance.folder.rglob("*.png"))) == 1
