"""The editions of the bundled decks: the first, as it was released, and the present one."""

import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from studyapp.core.notes.deck import Deck
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.note_edits import Insert, NoteEdit, Remove, Replace
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.paths import bundled_decks_folder

_FIRST_EDITION = Path(__file__).parent / "saved_decks" / "first_edition.zip"
"""The deck files and diagrams of the first edition. Never replace it: people have progress in its notes."""


def write_first_edition(folder: Path) -> None:
    """Write the first edition to a folder, which then has no other deck files."""
    _empty(folder)
    with ZipFile(_FIRST_EDITION) as archive:
        archive.extractall(folder)


def write_present_edition(folder: Path) -> None:
    """Write the decks of the repository to a folder, which then has no other deck files."""
    _empty(folder)
    shutil.copytree(bundled_decks_folder(), folder, dirs_exist_ok=True)


def write_revised_first_edition(folder: Path) -> None:
    """Write an edition made from the first one: of every five notes, one is retired, one is changed and one is new."""
    write_first_edition(folder)
    for path in folder.glob("*.yaml"):
        deck = read_deck(path).deck
        assert deck is not None
        edits: list[NoteEdit] = [Remove(note.id) for note in deck.notes[::5]]
        edits += [Replace(_revised(note)) for note in deck.notes[1::5]]
        edits += [Insert([_new_note(note)]) for note in deck.notes[2::5]]
        data = edit_deck(path.read_bytes(), path, edits).data
        retired = ", ".join(note.id for note in deck.notes[::5])
        path.write_bytes(data.replace(b"\nnotes:", f"\nretired: [{retired}]\nnotes:".encode(), 1))


def read_decks(folder: Path) -> list[Deck]:
    """Read all deck files of a folder."""
    decks = [read_deck(path).deck for path in sorted(folder.glob("*.yaml"))]
    return [deck for deck in decks if deck is not None]


def _revised(note: Note) -> Note:
    return replace(note, explanation=LocalizedText.language_neutral("Explained in the second edition."))


def _new_note(note: Note) -> Note:
    text = LocalizedText.language_neutral
    content = Basic(text(f"What is new about {note.id}?"), text("The answer."))
    return Note(note.deck_id, f"new-{note.id}"[:64], content)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
