"""Content-addressed storage: every content is stored once, compressed, under its SHA-256."""

import errno
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from studyapp.atomic_file import replacement_path
from studyapp.store.backups.manifest import StoredContent

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CHUNK_BYTES = 128 * 1024
"""Memory for larger chunks would stay allocated in the thread that makes backups."""
_SUFFIX = ".zst"


def _do_nothing() -> None:
    """Report no progress."""


class UnreadableSourceError(OSError):
    """A file that was to be stored can't be read, or changed meanwhile."""


def stat_source(source: Path) -> os.stat_result:
    """Return the state of a file that is to be stored. Raises UnreadableSourceError."""
    with _reading(source):
        return source.stat()


@contextmanager
def _reading(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableSourceError(error.errno, error.strerror or str(error), str(source)) from error


class ContentStore:
    """Stored contents in `folder`. `tick` is called regularly and may raise an exception to cancel."""

    def __init__(self, folder: Path, tick: Callable[[], None] = _do_nothing) -> None:
        self.folder, self._tick = folder, tick

    def has(self, content: StoredContent) -> bool:
        """Return whether the content is stored."""
        return self._path(content.digest).is_file()

    def add(self, source: Path) -> StoredContent:
        """Store the content of a file, also if it is stored but damaged.

        Raises UnreadableSourceError if the file can't be read, and OSError if its content can't be written.
        """
        with _reading(source), source.open("rb") as file:
            content = self._digest(self._chunks(file))
        if not self._is_intact(content, self._path(content.digest)):
            target = self._path(content.digest)
            target.parent.mkdir(parents=True, exist_ok=True)
            with replacement_path(target) as temporary:
                self._compress(source, temporary)
                if not self._is_intact(content, temporary):
                    raise UnreadableSourceError(
                        errno.EAGAIN, "it changed while it was backed up", str(source)
                    )
        return content

    def _compress(self, source: Path, target: Path) -> None:
        with zstd.open(target, "wb") as compressed, ExitStack() as opened:
            with _reading(source):
                file = opened.enter_context(source.open("rb"))
            chunks = self._chunks(file)
            while True:
                with _reading(source):
                    chunk = next(chunks, None)
                if chunk is None:
                    break
                compressed.write(chunk)

    def _is_intact(self, content: StoredContent, stored: Path) -> bool:
        try:
            with zstd.open(stored, "rb") as file:
                return self._digest(self._chunks(file)) == content
        except (OSError, zstd.ZstdError, EOFError):
            return False

    def extract(self, content: StoredContent, target: Path) -> None:
        """Write a stored content to a file. Raises OSError if it is missing, damaged, or can't be written."""
        path = self._path(content.digest)
        try:
            with zstd.open(path, "rb") as stored, target.open("wb") as file:
                found = self._digest(self._copying_chunks(stored, file))
                file.flush()
                os.fsync(file.fileno())
        except (zstd.ZstdError, EOFError) as error:
            raise OSError(f"{path} is damaged: {error}") from error
        if found != content:
            raise OSError(f"{path} is damaged: its content does not match its digest")

    def size(self, digest: str) -> int:
        """Return the bytes that a content takes on disk; 0 if it is missing."""
        path = self._path(digest)
        return path.stat().st_size if path.is_file() else 0

    def remove_all_except(self, digests: set[str]) -> None:
        """Delete all contents but these."""
        for path in self.folder.glob(f"??/*{_SUFFIX}"):
            if path.name.removesuffix(_SUFFIX) not in digests:
                path.unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / f"{digest}{_SUFFIX}"

    def _chunks(self, file: BinaryIO | zstd.ZstdFile) -> Iterator[bytes]:
        while chunk := file.read(_CHUNK_BYTES):
            self._tick()
            yield chunk

    def _copying_chunks(self, source: zstd.ZstdFile, target: BinaryIO) -> Iterator[bytes]:
        for chunk in self._chunks(source):
            target.write(chunk)
            yield chunk

    @staticmethod
    def _digest(chunks: Iterable[bytes]) -> StoredContent:
        digest, size = hashlib.sha256(), 0
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
        return StoredContent(digest.hexdigest(), size)
