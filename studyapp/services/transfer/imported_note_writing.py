"""Notes from Anki as files of decks, with their media beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.note_type_detection import first_words
from studyapp.atomic_file import atomic_write, replace_content
from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.note import Note
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import Found, FoundNote
from studyapp.deckfiles.writing.deck_to_yaml import deck_text, writable
from studyapp.deckfiles.writing.note_appending import with_notes


class DeckPlaces(NamedTuple):
    """Where imported notes are written: to the existing `files`, by deck id, or to a new file in `own_decks`."""

    own_decks: Path
    files: Mapping[str, Path]

    def file(self, deck: str) -> Path:
        """The file of a deck, which may not exist yet."""
        return self.files.get(deck) or self.own_decks / f"{deck}.yaml"


class NewNote(NamedTuple):
    """A note to be written: of which deck, by its id and title, and its media as `ConvertedNote` has them, with paths
    that begin at the folder of the deck's file."""

    found: FoundNote
    note: Note
    title: str
    media: Mapping[str, str]


class WrittenNotes(NamedTuple):
    """The notes that stand in the file now, and why others do not."""

    file: Path
    notes: tuple[NewNote, ...]
    losses: tuple[Loss, ...]


def write_notes(path: Path, head: DeckHead, new: Sequence[NewNote], found: Found) -> WrittenNotes:
    """Write notes of one deck into its file, new or behind the notes that it has. OSError when that can't be done."""
    fitting = set(map(id, writable(head, [one.note for one in new])))
    kept = tuple(one for one in new if id(one.note) in fitting)
    losses = tuple(
        Loss(LossKind.UNWRITABLE, first_words(one.found)) for one in new if id(one.note) not in fitting
    )
    if not kept:
        return WrittenNotes(path, (), losses)
    for one in kept:  # before the notes, which are there already the next time
        for place, name in one.media.items():
            _write_media(path.parent / place, name, found)
    if not _write(path, head, [one.note for one in kept]):
        not_written = (Loss(LossKind.NOT_WRITTEN, first_words(one.found), path.name) for one in kept)
        return WrittenNotes(path, (), (*losses, *not_written))
    return WrittenNotes(path, kept, losses)


def _write(path: Path, head: DeckHead, notes: Sequence[Note]) -> bool:
    """False where the file has no room for them."""
    if path.exists():
        data = with_notes(path.read_bytes(), path, notes)
        if data is None:
            return False
        replace_content(path, data)
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as file:
        file.write(deck_text(head, notes).encode())
    return True


def _write_media(path: Path, name: str, found: Found) -> None:
    if name in found.media and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write(found.read(name))
