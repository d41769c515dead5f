"""Reader for Anki packages (`.apkg`) and whole collections (`.colpkg`) in their three formats.

The newest format in the file is read, because the older one next to it only asks the user to update Anki.
Packages are untrusted: sizes are limited (`package_limits`), names can't lead out of a folder, and a damaged package
always raises UnreadableFileError. Media that can't be read are losses, and the notes are imported without them.
"""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from studyapp.anki.reading.collection_reading import read_collection
from studyapp.anki.reading.media_index import read_media_index
from studyapp.anki.reading.package_archive import NEWEST_COLLECTION, PackageArchive, open_archive
from studyapp.anki.reading.package_limits import database_limits, max_collection_bytes, max_media_bytes
from studyapp.anki.reading.protobuf import get_int_field, parse_message
from studyapp.anki.reading.untrusted_database import open_untrusted_database
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.package_model import PackageData
from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES, UnreadableFileError

_COLLECTION_NAMES = (NEWEST_COLLECTION, "collection.anki21", "collection.anki2")
"""The names of the collection in an archive, newest format first."""

_METADATA = "meta"
_MAX_METADATA_BYTES = 10_000
_VERSION_FIELD, _FIRST_ZSTD_VERSION = 1, 3
_PLACEHOLDER_START = "Please update to the latest Anki version"
"""How the only note of the collection for older versions of Anki starts."""


def is_zip_file(path: Path) -> bool:
    """Return whether the file is a ZIP archive, as every package is.

    Raises OSError if it can't be read.
    """
    with path.open("rb") as file:
        return zipfile.is_zipfile(file)


@contextmanager
def open_package(path: Path, progress: ProgressCallback = ignore_progress) -> Iterator[PackageData]:
    """Open a package; its media can be read until the block ends.

    `progress` is called often, with zeros, and may raise to stop. Raises UnreadableFileError if it is not a package
    or is damaged, and OSError if the file can't be read.
    """

    def check_cancelled() -> None:
        progress(0, 0)

    with open_archive(path, check_cancelled) as archive:
        name = next((name for name in _COLLECTION_NAMES if name in archive.names), None)
        if name is None:
            raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no Anki collection"))
        package_data = _read_packed_collection(archive, name, check_cancelled)
        if name == _COLLECTION_NAMES[-1] and _is_placeholder(archive, package_data):
            raise UnreadableFileError(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "it only contains the placeholder for old versions of Anki; export it from Anki again",
                )
            )
        media_index = read_media_index(archive)
        media_reader = _MediaReader(archive)
        yield package_data._replace(
            media_names=frozenset(media_index.entry_by_media_name),
            media_bytes={
                name: entry.declared_bytes for name, entry in media_index.entry_by_media_name.items()
            },
            read_media=lambda name: media_reader.iterate_chunks(
                media_index.entry_by_media_name[name].entry_name
            ),
            losses=(*package_data.losses, *media_index.losses),
        )


def _read_packed_collection(
    archive: PackageArchive, name: str, check_cancelled: Callable[[], None]
) -> PackageData:
    packed_size = archive.packed_size(name)
    with TemporaryDirectory(prefix="studyapp-") as folder:
        path = Path(folder) / "collection.anki2"
        with path.open("wb") as file:
            for chunk in archive.iterate_chunks(name, max_collection_bytes(packed_size)):
                file.write(chunk)
        limits = database_limits(path.stat().st_size, packed_size)
        with open_untrusted_database(path, limits, check_cancelled) as database:
            return read_collection(database)


def _is_placeholder(archive: PackageArchive, package_data: PackageData) -> bool:
    """Return whether the collection is the one that newer packages contain for older versions of Anki."""
    if _METADATA in archive.names:
        try:
            metadata = parse_message(b"".join(archive.iterate_chunks(_METADATA, _MAX_METADATA_BYTES)))
        except ValueError:
            return False
        return get_int_field(metadata, _VERSION_FIELD) >= _FIRST_ZSTD_VERSION
    return len(package_data.notes) == 1 and any(
        field.startswith(_PLACEHOLDER_START) for field in package_data.notes[0].fields
    )


class _MediaReader:
    """Reads the media of an archive and limits their size, one by one and together."""

    def __init__(self, archive: PackageArchive) -> None:
        self._archive = archive
        self._bytes_left = max_media_bytes(archive.size)

    def iterate_chunks(self, entry_name: str) -> Iterator[bytes]:
        """Yield the content of a media file. Raises UnreadableFileError if it is damaged or a limit is reached."""
        for chunk in self._archive.iterate_chunks(entry_name, MAX_IMPORTED_FILE_BYTES):
            self._bytes_left -= len(chunk)
            if self._bytes_left < 0:
                raise UnreadableFileError(
                    QT_TRANSLATE_NOOP("Problem", "its media are far larger than the package")
                )
            yield chunk
