"""Writing imported notes and their media to deck files."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.atomic_file import atomic_write, replace_content
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES, UnreadableFileError
from studyapp.deckfiles.writing.deck_to_yaml import (
    NoteCountCallback,
    WrittenDeck,
    select_writable_notes,
    write_deck,
)
from studyapp.deckfiles.writing.note_appending import append_notes
from studyapp.services.library.known_readings import KnownReading, make_known_reading

_MEGABYTE = 1024**2


class DeckFilePaths(NamedTuple):
    """Where imported notes are written: existing files by deck id, or new files in `own_decks_folder`."""

    own_decks_folder: Path
    path_by_deck: Mapping[str, Path]

    def path_for_deck(self, deck: str) -> Path:
        """Return the path of a deck's file, which may not exist yet."""
        return self.path_by_deck.get(deck) or self.own_decks_folder / f"{deck}.yaml"


class ImportedNote(NamedTuple):
    """A note to write, with the title of its deck and its media files.

    `media_name_by_path` maps paths relative to the folder of the deck file to names in the package. `languages` are
    those in which StudyApp exported the note, if it did.
    """

    source: SourceNote
    note: Note
    deck_title: str
    media_name_by_path: Mapping[str, str]
    languages: CardLanguages | None = None


class WrittenNotes(NamedTuple):
    """The notes that were written to a file, and why others were not. `reading` is what is read from the file now, if
    that is known."""

    file: Path
    notes: tuple[ImportedNote, ...]
    losses: tuple[Loss, ...]
    reading: KnownReading | None = None


def write_imported_notes(
    path: Path,
    metadata: DeckMetadata,
    imported: Sequence[ImportedNote],
    package: PackageData,
    check_cancelled: Callable[[], None],
) -> WrittenNotes:
    """Write notes of one deck to its file: a new file, or after the notes that the file has.

    `check_cancelled` is called often and may raise. Raises OSError if writing fails, and
    UnreadableFileError if the media don't fit on the disk.
    """
    check_cancelled()

    def on_progress(_note_count: int) -> None:
        check_cancelled()

    path = path.absolute()
    writable: Sequence[ImportedNote] = imported
    losses: list[Loss] = []
    content = _make_content(path, metadata, imported, on_progress)
    if content is None:
        writable, losses = _select_writable(metadata, imported, on_progress)
    if not writable:
        return WrittenNotes(path, (), tuple(losses))
    # Media first: if the import is interrupted after the notes are written, the next one skips those notes.
    losses += write_media(
        path.parent, [(new.source, new.media_name_by_path) for new in writable], package, check_cancelled
    )
    if content is None or _read_file(path) != content.old_data:
        content = _make_content(path, metadata, writable, on_progress)
    if content is None:
        not_written = (
            Loss(LossKind.NOT_APPENDED, note_excerpt(new.source), path.name, new.source.line)
            for new in writable
        )
        return WrittenNotes(path, (), (*losses, *not_written))
    _write_deck_file(path, content)
    reading = make_known_reading(path, content.deck.data, content.deck.reading)
    return WrittenNotes(path, tuple(writable), tuple(losses), reading)


class _NewContent(NamedTuple):
    """The new content of a deck file, which had `old_data`; None if there was no file."""

    old_data: bytes | None
    deck: WrittenDeck


def _make_content(
    path: Path, metadata: DeckMetadata, imported: Sequence[ImportedNote], progress: NoteCountCallback
) -> _NewContent | None:
    """Return the content of a new deck file with these notes, or of the existing one with the notes appended. None if
    they can't be written or appended."""
    notes = [new.note for new in imported]
    old_data = _read_file(path)
    deck = (
        write_deck(metadata, notes, path, progress)
        if old_data is None
        else append_notes(old_data, path, notes, progress)
    )
    return _NewContent(old_data, deck) if deck is not None else None


def _select_writable(
    metadata: DeckMetadata, imported: Sequence[ImportedNote], progress: NoteCountCallback
) -> tuple[Sequence[ImportedNote], list[Loss]]:
    """Return the notes that a deck file can hold, and the losses of the others."""
    selected = set(map(id, select_writable_notes(metadata, [new.note for new in imported], progress)))
    return [new for new in imported if id(new.note) in selected], [
        Loss(LossKind.UNSUPPORTED_CHARACTERS, note_excerpt(new.source), line=new.source.line)
        for new in imported
        if id(new.note) not in selected
    ]


def _read_file(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _write_deck_file(path: Path, content: _NewContent) -> None:
    if content.old_data is not None:
        replace_content(path, content.deck.data, content.old_data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as file:
        file.write(content.deck.data)


def write_media(
    folder: Path,
    media: Sequence[tuple[SourceNote, Mapping[str, str]]],
    package: PackageData,
    check_cancelled: Callable[[], None],
) -> list[Loss]:
    """Write the media of notes, each given with its names in the package by path, to the folder of a deck file.

    Existing files stay. Return the files that can't be read. Raises as `write_imported_notes` does.
    """
    name_by_path = {path: name for _, names in media for path, name in names.items()}
    _check_disk_space(folder, name_by_path, package)
    losses = []
    for source, names in media:
        for media_path, name in names.items():
            check_cancelled()
            if not _write_media(folder / media_path, name, package):
                losses.append(Loss(LossKind.UNREADABLE_MEDIA, note_excerpt(source), name, source.line))
    return losses


def _check_disk_space(folder: Path, name_by_path: Mapping[str, str], package: PackageData) -> None:
    """Raise UnreadableFileError if the disk lacks the space for the media, by their sizes as the package states them."""
    sizes = (
        package.media_bytes.get(name, 0)
        for path, name in name_by_path.items()
        if not (folder / path).exists()
    )
    # Larger files are not imported.
    needed = sum(size for size in sizes if size <= MAX_IMPORTED_FILE_BYTES)
    existing_folder = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing_folder).free
    if needed > free:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP(
                "Problem", "its media need {needed} MB, but {folder} has only {free} MB of free space"
            ),
            needed=f"{needed // _MEGABYTE:,}",
            free=f"{free // _MEGABYTE:,}",
            folder=existing_folder,
        )


def _write_media(path: Path, name: str, package: PackageData) -> bool:
    """Write a media file unless it exists. Return False if it can't be read from the package."""
    if name in package.media_names and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with atomic_write(path) as file:
                for chunk in package.read_media(name):
                    file.write(chunk)
        except UnreadableFileError:
            return False
    return True
