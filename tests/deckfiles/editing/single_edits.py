"""Single edits of the notes of a deck file: the content of the file in, the new content out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_editing import edit_deck
from studyapp.deckfiles.editing.note_edits import Insert, InsertSource, Remove, Replace, ReplaceSource
from tests.deckfiles.deck_texts import PATH, read_text


def replace_note(data: bytes, path: Path, edited: Note) -> bytes:
    return edit_deck(data, path, [Replace(edited)]).data


def insert_notes(
    data: bytes,
    path: Path,
    notes: Sequence[Note],
    after: str | None = None,
) -> bytes:
    return edit_deck(data, path, [Insert(notes, after)]).data


def remove_notes(data: bytes, path: Path, note_ids: Sequence[str]) -> bytes:
    return edit_deck(data, path, [Remove(note_id) for note_id in note_ids]).data


def replace_note_source(data: bytes, path: Path, note_id: str, text: str) -> bytes:
    return edit_deck(data, path, [ReplaceSource(note_id, text)]).data


def insert_note_source(
    data: bytes,
    path: Path,
    text: str,
    after: str | None = None,
    gap: str = "",
) -> bytes:
    return edit_deck(data, path, [InsertSource(text, after, gap)]).data


def text_of(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


def edit_first_note(text: str, edit: Callable[[Note], Note]) -> str:
    deck = read_text(text).deck
    assert deck is not None
    return replace_note(text.encode(), PATH, edit(deck.notes[0])).decode()
