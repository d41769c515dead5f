"""Files are replaced completely or not at all, and are on disk before they replace anything."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.atomic_file import atomic_write, replace_content, replacement_path


class SystemCalls:
    """The calls that make a file durable, in order, with the real calls still made. `fsync` notes the size that has
    reached the system by then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, Any]] = []
        self._record(monkeypatch, os, "fsync", self._describe_descriptor)
        self._record(monkeypatch, Path, "replace", lambda path, target: target.name)

    def _record(
        self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, describe: Callable[..., Any]
    ) -> None:
        original = getattr(owner, name)

        def call(*arguments: Any) -> Any:
            self.calls.append((name, describe(*arguments)))
            return original(*arguments)

        monkeypatch.setattr(owner, name, call)

    @staticmethod
    def _describe_descriptor(descriptor: int) -> object:
        status = os.fstat(descriptor)
        return "folder" if stat.S_ISDIR(status.st_mode) else status.st_size


@pytest.fixture
def system_calls(monkeypatch: pytest.MonkeyPatch) -> SystemCalls:
    return SystemCalls(monkeypatch)


def test_content_is_on_disk_before_it_replaces_the_file_and_the_folder_afterwards(
    tmp_path: Path, system_calls: SystemCalls
) -> None:
    with atomic_write(tmp_path / "file.txt") as file:
        file.write(b"content")
    assert system_calls.calls == [("fsync", 7), ("replace", "file.txt"), ("fsync", "folder")]
    assert (tmp_path / "file.txt").read_bytes() == b"content"


def test_replaced_content_is_on_disk_first(tmp_path: Path, system_calls: SystemCalls) -> None:
    (tmp_path / "deck.yaml").write_bytes(b"old")
    replace_content(tmp_path / "deck.yaml", b"new content")
    assert system_calls.calls == [("fsync", 11), ("replace", "deck.yaml"), ("fsync", "folder")]


def test_temporary_file_is_beside_the_file_and_has_its_own_suffix(tmp_path: Path) -> None:
    with replacement_path(tmp_path / "file.txt") as temporary:
        temporary.write_bytes(b"content")
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".part"
        assert not (tmp_path / "file.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_failed_write_leaves_the_old_file(
    tmp_path: Path, error: type[BaseException], system_calls: SystemCalls
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    with pytest.raises(error), atomic_write(path) as file:
        file.write(b"new")
        raise error
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file.txt"]
    assert system_calls.calls == []


def test_errors_name_the_file_instead_of_the_temporary_one(tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "file.txt"
    with pytest.raises(FileNotFoundError) as caught, atomic_write(missing):
        pass
    assert caught.value.filename == str(missing)
    with pytest.raises(OSError, match="No space") as full, atomic_write(tmp_path / "file.txt"):
        raise OSError(28, "No space left on device")
    assert full.value.filename == str(tmp_path / "file.txt")
    with pytest.raises(FileNotFoundError) as other, atomic_write(tmp_path / "file.txt"):
        (tmp_path / "other.txt").read_bytes()
    assert other.value.filename == str(tmp_path / "other.txt")


def test_folders_and_devices_are_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught, atomic_write(tmp_path):
        pass
    assert caught.value.filename == str(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with (
        pytest.raises(FileExistsError, match="not a regular file") as exists,
        atomic_write(tmp_path / "pipe"),
    ):
        pass
    assert exists.value.filename == str(tmp_path / "pipe")


def test_replaced_content_keeps_mode_and_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    replace_content(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    with pytest.raises(FileNotFoundError):
        replace_content(tmp_path / "missing.yaml", b"new")


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError) as error:
        replace_content(path, b"new", b"old")
    assert error.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
