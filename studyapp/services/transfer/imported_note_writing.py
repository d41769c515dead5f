"""Notes from Anki as files of decks, with their media beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.atomic_file import atomic_write, replace_content
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.deckfiles.writing.deck_to_yaml import deck_to_yaml, select_writable_notes
from studyapp.deckfiles.writing.note_appending import append_notes


class DeckFilePaths(NamedTuple):
    """Where imported notes are written: to the existing `files`, by deck id, or to a new file in `own_decks`."""

    own_decks_folder: Path
    path_by_deck: Mapping[str, Path]

    def path_for_deck(self, deck: str) -> Path:
        """The file of a deck, which may not exist yet."""
        return self.path_by_deck.get(deck) or self.own_decks_folder / f"{deck}.yaml"


class ImportedNote(NamedTuple):
    """A note to be written: of which deck, by its id and title, and its media as `ConvertedNote` has them, with paths
    that begin at the folder of the deck's file."""

    source: SourceNote
    note: Note
    deck_title: str
    media_name_by_path: Mapping[str, str]


class WrittenNotes(NamedTuple):
    """The notes that stand in the file now, and why others do not."""

    file: Path
    notes: tuple[ImportedNote, ...]
    losses: tuple[Loss, ...]


def write_imported_notes(
    path: Path, head: DeckMetadata, imported: Sequence[ImportedNote], package: PackageData
) -> WrittenNotes:
    """Write notes of one deck into its file, new or behind the notes that it has. OSError when that can't be done."""
    fitting = set(map(id, select_writable_notes(head, [one.note for one in imported])))
    kept = tuple(one for one in imported if id(one.note) in fitting)
    losses = tuple(
        Loss(LossKind.UNSUPPORTED_CHARACTERS, note_excerpt(one.source))
        for one in imported
        if id(one.note) not in fitting
    )
    if not kept:
        return WrittenNotes(path, (), losses)
    for one in kept:  # before the notes, which are there already the next time
        for place, name in one.media_name_by_path.items():
            _write_media(path.parent / place, name, package)
    if not _write_deck_file(path, head, [one.note for one in kept]):
        not_written = (Loss(LossKind.NOT_APPENDED, note_excerpt(one.source), path.name) for one in kept)
        return WrittenNotes(path, (), (*losses, *not_written))
    return WrittenNotes(path, kept, losses)


def _write_deck_file(path: Path, head: DeckMetadata, notes: Sequence[Note]) -> bool:
    """False where the file has no room for them."""
    if path.exists():
        data = append_notes(path.read_bytes(), path, notes)
        if data is None:
            return False
        replace_content(path, data)
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as file:
        file.write(deck_to_yaml(head, notes).encode())
    return True


def _write_media(path: Path, name: str, package: PackageData) -> None:
    if name in package.media_names and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write(package.read_media(name))
