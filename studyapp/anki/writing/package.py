"""Writes decks into an Anki package (`.apkg`), all or nothing."""

import json
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from studyapp.anki.writing.collection_file import serialize_collection
from studyapp.anki.writing.package_contents import (
    DeckProgress,
    ExportDeck,
    ExportNote,
    ExportStamp,
    PackageContents,
    build_package_contents,
)
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.text.localized_text import CardLanguages
from studyapp.paths import resources_folder

__all__ = [
    "DeckProgress",
    "ExportDeck",
    "ExportNote",
    "ExportStamp",
    "PackageReport",
    "PackageVerificationError",
    "write_package",
]

_COLLECTION, _MEDIA_INDEX = "collection.anki2", "media"
_FIXED_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip can say: the same decks give the same bytes whenever they are written."""


class PackageVerificationError(Exception):
    """The package that was written does not hold what it should; the file was not replaced."""


@dataclass(frozen=True, slots=True)
class PackageReport:
    """What was written (`reviews` are lines of the review log), and what could not be: pictures as (note key, name), and the cards that Anki cannot
    have."""

    note_count: int
    card_count: int
    media_count: int
    review_count: int = 0
    missing_media: tuple[tuple[str, str], ...] = ()
    unsupported_cards: tuple[CardId, ...] = ()
    stamps: tuple[ExportStamp, ...] = ()


def write_package(
    path: Path,
    decks: Sequence[ExportDeck],
    languages: CardLanguages,
    *,
    now: int = 0,
    on_progress: ProgressCallback | None = None,
) -> PackageReport:
    """Write a package that Anki imports. The file at `path` is replaced in one step once the new one is read
    back and on the disk, so that a failure at any moment leaves the old one or none.

    `now` (unix seconds) is the moment of notes that have changed. `progress` is told how many of all notes are done, and may raise to cancel. Raises what it raises, OSError
    when the file cannot be written (with its name) or a picture read, PackageError when it reads back
    wrong."""
    contents = build_package_contents(decks, languages, now, on_progress or ignore_progress)
    write_package_contents(path, contents)
    cards = sum(len(note.ordinals) for note in contents.notes)
    return PackageReport(
        len(contents.notes),
        cards,
        len(contents.path_by_media_name),
        sum(len(card.log) for note in contents.notes for card in note.cards),
        contents.missing_media,
        contents.unsupported_cards,
        contents.stamps,
    )


def write_package_contents(path: Path, contents: PackageContents) -> None:
    """Write these contents as `write_package` does. OSError and PackageError as there."""
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
        package.writestr(_zip_info(_COLLECTION), collection, zipfile.ZIP_DEFLATED)
        package.writestr(_zip_info(_MEDIA_INDEX), json.dumps(names), zipfile.ZIP_DEFLATED)
        for number, name in names.items():
            package.writestr(
                _zip_info(number), contents.path_by_media_name[name].read_bytes(), zipfile.ZIP_STORED
            )


def _zip_info(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _FIXED_ZIP_TIME)


def _verify_package(file: BinaryIO, contents: PackageContents) -> None:
    """Read the package as a stranger would, and compare with what it should hold."""
    with zipfile.ZipFile(file) as package, closing(sqlite3.connect(":memory:")) as connection:
        damaged = package.testzip()
        if damaged is not None:
            raise PackageVerificationError(f"{damaged} in the package is damaged")
        if sorted(json.loads(package.read(_MEDIA_INDEX)).values()) != sorted(contents.path_by_media_name):
            raise PackageVerificationError("the package's media list does not match its media")
        connection.deserialize(package.read(_COLLECTION))
        (health,) = connection.execute("PRAGMA integrity_check").fetchone()
        if health != "ok":
            raise PackageVerificationError(f"the package's database is damaged: {health}")
        held = connection.execute(
            "SELECT guid, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id "
            "GROUP BY notes.id ORDER BY notes.id"
        ).fetchall()
        (lines,) = connection.execute("SELECT count(*) FROM revlog").fetchone()
    if lines != sum(len(card.log) for note in contents.notes for card in note.cards):
        raise PackageVerificationError("the package does not contain the expected reviews")
    if held != [(note.guid, len(note.ordinals)) for note in contents.notes]:
        raise PackageVerificationError("the package does not contain the expected notes and cards")
