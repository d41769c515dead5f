"""Writer for Anki packages (`.apkg`), which replaces a file only with a complete package."""

import json
import sqlite3
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from studyapp.anki.writing.collection_file import serialize_collection
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import ExportStamp, PackageContents, build_package_contents
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss
from studyapp.paths import resources_folder

__all__ = [
    "ExportDeck",
    "ExportNote",
    "ExportReport",
    "ExportStamp",
    "PackageVerificationError",
    "write_package",
]

_COLLECTION, _MEDIA_INDEX = "collection.anki2", "media"
_FIXED_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time in a ZIP archive. With a fixed time, the same decks always give the same bytes."""

_COMPRESSION_LEVEL = 1
"""The default level makes packages about a tenth smaller and takes three times as long."""


class PackageVerificationError(Exception):
    """The written package lacks expected content. The previous file was not replaced."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What a package contains, and what was left out.

    `review_count` is the number of review log rows. `missing_media` are pairs of note key and file name, and
    `unsupported_cards` are cards that Anki does not support. `losses` are what was left out of the progress, and the
    notes that were removed here but stay in Anki. `formula_count` is the number of cells of a table that got an
    apostrophe, because a spreadsheet would execute them.
    """

    note_count: int
    card_count: int
    media_count: int
    review_count: int = 0
    missing_media: tuple[tuple[str, str], ...] = ()
    unsupported_cards: tuple[CardId, ...] = ()
    stamps: tuple[ExportStamp, ...] = ()
    losses: tuple[Loss, ...] = ()
    formula_count: int = 0


def write_package(
    path: Path,
    decks: Sequence[ExportDeck],
    languages: CardLanguages,
    *,
    now: int = 0,
    on_progress: ProgressCallback | None = None,
) -> ExportReport:
    """Write decks to a package that Anki can import.

    The file at `path` is replaced in one step, after the new package has been verified and flushed to disk. A
    failure at any time leaves the previous file, or none.

    `now` (Unix seconds) becomes the modification time of changed notes. `on_progress` gets the number of
    finished notes and of all notes, and may raise to cancel. Raises OSError if the file can't be written or
    an image can't be read, PackageVerificationError if the verification fails, and whatever `on_progress`
    raises.
    """
    contents = build_package_contents(decks, languages, now, on_progress or ignore_progress)
    write_package_contents(path, contents)
    return describe_contents(contents)


def describe_contents(contents: PackageContents) -> ExportReport:
    """Return the report of an export with these contents."""
    card_count = sum(len(note.ordinals) for note in contents.notes)
    return ExportReport(
        len(contents.notes),
        card_count,
        len(contents.path_by_media_name),
        sum(len(card.review_log) for note in contents.notes for card in note.cards),
        contents.missing_media,
        contents.unsupported_cards,
        contents.stamps,
        contents.losses,
    )


def write_package_contents(path: Path, contents: PackageContents) -> None:
    """Write contents to a package as `write_package` does.

    Raises OSError and PackageVerificationError like it.
    """
    with atomic_write(path) as file:
        _write_zip(file, contents)
        file.flush()
        _verify_package(file, contents)


def _write_zip(file: BinaryIO, contents: PackageContents) -> None:
    names = {str(number): name for number, name in enumerate(contents.path_by_media_name)}
    with zipfile.ZipFile(file, "w") as package:
        collection = serialize_collection(
            contents.decks, contents.notes, resources_folder() / "anki", contents.calendar
        )
        package.writestr(_zip_info(_COLLECTION), collection, zipfile.ZIP_DEFLATED, _COMPRESSION_LEVEL)
        package.writestr(_zip_info(_MEDIA_INDEX), json.dumps(names), zipfile.ZIP_DEFLATED)
        for number, name in names.items():
            package.writestr(
                _zip_info(number), contents.path_by_media_name[name].read_bytes(), zipfile.ZIP_STORED
            )


def _zip_info(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _FIXED_ZIP_TIME)


def _verify_package(file: BinaryIO, contents: PackageContents) -> None:
    """Read the package back and compare it with its contents.

    Raises PackageVerificationError if they differ.
    """
    try:
        _compare_with_contents(file, contents)
    except (zipfile.BadZipFile, sqlite3.DatabaseError, KeyError, ValueError, RuntimeError, EOFError) as error:
        raise PackageVerificationError(f"the package is damaged: {error}") from error


def _compare_with_contents(file: BinaryIO, contents: PackageContents) -> None:
    with zipfile.ZipFile(file) as package, closing(sqlite3.connect(":memory:")) as connection:
        media_index, collection = (_read_undamaged(package, name) for name in (_MEDIA_INDEX, _COLLECTION))
        for name in set(package.namelist()) - {_MEDIA_INDEX, _COLLECTION}:
            _read_undamaged(package, name)
        if sorted(json.loads(media_index).values()) != sorted(contents.path_by_media_name):
            raise PackageVerificationError("the package's media list does not match its media")
        connection.deserialize(collection)
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
        if integrity != "ok":
            raise PackageVerificationError(f"the package's database is damaged: {integrity}")
        actual = connection.execute(
            "SELECT guid, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id "
            "GROUP BY notes.id ORDER BY notes.id"
        ).fetchall()
        (log_row_count,) = connection.execute("SELECT count(*) FROM revlog").fetchone()
    if log_row_count != sum(len(card.review_log) for note in contents.notes for card in note.cards):
        raise PackageVerificationError("the package does not contain the expected reviews")
    if actual != [(note.guid, len(note.ordinals)) for note in contents.notes]:
        raise PackageVerificationError("the package does not contain the expected notes and cards")


def _read_undamaged(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of an entry, whose checksum is compared."""
    try:
        return package.read(name)
    except (zipfile.BadZipFile, zlib.error) as error:
        raise PackageVerificationError(f"{name} in the package is damaged") from error
