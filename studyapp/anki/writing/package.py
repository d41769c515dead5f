"""Writes decks into an Anki package (`.apkg`), all or nothing."""

import json
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from studyapp.anki.writing.collection_file import collection_bytes
from studyapp.anki.writing.package_contents import (
    Contents,
    DeckProgress,
    PackagedDeck,
    PackagedNote,
    Stamp,
    contents_of,
)
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import Progress, silent
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.paths import resources_folder

__all__ = [
    "DeckProgress",
    "PackageError",
    "PackageReport",
    "PackagedDeck",
    "PackagedNote",
    "Stamp",
    "write_package",
]

_COLLECTION, _MEDIA = "collection.anki2", "media"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip can say: the same decks give the same bytes whenever they are written."""


class PackageError(Exception):
    """The package that was written does not hold what it should; the file was not replaced."""


@dataclass(frozen=True, slots=True)
class PackageReport:
    """What was written (`reviews` are lines of the review log), and what could not be: pictures as (note key, name), and the cards that Anki cannot
    have."""

    notes: int
    cards: int
    media: int
    reviews: int = 0
    missing_media: tuple[tuple[str, str], ...] = ()
    left_out: tuple[CardId, ...] = ()
    stamps: tuple[Stamp, ...] = ()


def write_package(
    path: Path,
    decks: Sequence[PackagedDeck],
    choice: LanguageChoice,
    *,
    now: int = 0,
    progress: Progress | None = None,
) -> PackageReport:
    """Write a package that Anki imports. The file at `path` is replaced in one step once the new one is read
    back and on the disk, so that a failure at any moment leaves the old one or none.

    `now` (unix seconds) is the moment of notes that have changed. `progress` is told how many of all notes are done, and may raise to cancel. Raises what it raises, OSError
    when the file cannot be written (with its name) or a picture read, PackageError when it reads back
    wrong."""
    contents = contents_of(decks, choice, now, progress or silent)
    write_contents(path, contents)
    cards = sum(len(note.ordinals) for note in contents.notes)
    return PackageReport(
        len(contents.notes),
        cards,
        len(contents.pictures),
        sum(len(card.log) for note in contents.notes for card in note.cards),
        contents.missing,
        contents.left_out,
        contents.stamps,
    )


def write_contents(path: Path, contents: Contents) -> None:
    """Write these contents as `write_package` does. OSError and PackageError as there."""
    with atomic_write(path) as file:
        _write_zip(file, contents)
        file.flush()
        _verify(file, contents)


def _write_zip(file: BinaryIO, contents: Contents) -> None:
    names = {str(number): name for number, name in enumerate(contents.pictures)}
    with zipfile.ZipFile(file, "w") as package:
        collection = collection_bytes(
            contents.decks, contents.notes, resources_folder() / "anki", contents.calendar
        )
        package.writestr(_entry(_COLLECTION), collection, zipfile.ZIP_DEFLATED)
        package.writestr(_entry(_MEDIA), json.dumps(names), zipfile.ZIP_DEFLATED)
        for number, name in names.items():
            package.writestr(_entry(number), contents.pictures[name].read_bytes(), zipfile.ZIP_STORED)


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _NO_TIME)


def _verify(file: BinaryIO, contents: Contents) -> None:
    """Read the package as a stranger would, and compare with what it should hold."""
    with zipfile.ZipFile(file) as package, closing(sqlite3.connect(":memory:")) as connection:
        damaged = package.testzip()
        if damaged is not None:
            raise PackageError(f"the package's part {damaged} is damaged")
        if sorted(json.loads(package.read(_MEDIA)).values()) != sorted(contents.pictures):
            raise PackageError("the package does not list its pictures")
        connection.deserialize(package.read(_COLLECTION))
        (health,) = connection.execute("PRAGMA integrity_check").fetchone()
        if health != "ok":
            raise PackageError(f"the package's database is damaged: {health}")
        held = connection.execute(
            "SELECT guid, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id "
            "GROUP BY notes.id ORDER BY notes.id"
        ).fetchall()
        (lines,) = connection.execute("SELECT count(*) FROM revlog").fetchone()
    if lines != sum(len(card.log) for note in contents.notes for card in note.cards):
        raise PackageError("the package does not hold the reviews it should")
    if held != [(note.guid, len(note.ordinals)) for note in contents.notes]:
        raise PackageError("the package does not hold the notes and cards it should")
