"""What the editor needs to know about the deck of a draft."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.media_names import DRAWINGS_FOLDER
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.style.note_similarity import index_notes
from studyapp.deckfiles.problems.problem_list import ProblemList, Reporter
from studyapp.deckfiles.reading.drawing_reading import read_drawing
from studyapp.deckfiles.yaml_nodes import Scalar
from studyapp.services.editing.drafts.draft_checking import DraftDeck
from studyapp.services.editing.drafts.note_draft import DraftText, draft_of_note, written_versions
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.store import custom_note_types, notes
from studyapp.store.collection import Collection

_MAX_COMPARED_NOTES = 2_000
"""In larger decks, questions are not compared while a note is edited, because it would take too long."""

_MAX_DUPLICATES = 3


def load_draft_deck(collection: Collection, library: Library, deck: LibraryDeck) -> DraftDeck:
    """Return the deck for checking drafts. Raises StoreError if it can't be read."""
    deck_id = deck.metadata.id
    with collection.read_transaction() as connection:
        custom_types = {one.id: one for one in custom_note_types.load_of_deck(connection, deck_id)}
        is_compared = notes.count(connection, deck_id) <= _MAX_COMPARED_NOTES
        stored = [one.note for one in notes.iterate_present(connection, deck_id)] if is_compared else []
    return DraftDeck(
        deck.path,
        deck.metadata.languages,
        custom_types,
        lambda key: load_note(collection, key),
        frozenset(library.deck_ids),
        {language: index_notes(stored, language) for language in deck.metadata.languages or ("",)},
    )


def load_note(collection: Collection, note_key: str) -> Note | None:
    """Return a note as last read; None if there is none. Raises StoreError if it can't be read."""
    deck_id, note_id = split_note_key(note_key)
    with collection.read_transaction() as connection:
        return notes.load(connection, deck_id, note_id)


def find_duplicates(collection: Collection, deck_id: str, first_text: DraftText, own_id: str) -> list[Note]:
    """Return a few other notes of the deck whose first field has the same text in one of its languages.

    Raises StoreError if they can't be read.
    """
    texts = {version.strip() for _, version in written_versions(first_text)}
    found: dict[str, Note] = {}
    with collection.read_transaction() as connection:
        for text in texts:
            encoded = json.dumps(text, ensure_ascii=False)[1:-1]
            for note in notes.iterate_containing(connection, deck_id, encoded):
                if note.id != own_id and not texts.isdisjoint(_first_texts(note)):
                    found[note.id] = note
                if len(found) >= _MAX_DUPLICATES:
                    break
    return list(found.values())


def _first_texts(note: Note) -> Iterator[str]:
    first_text = next(iter(draft_of_note(note).texts.values()), ())
    return (version.strip() for _, version in first_text)


def load_known_tags(collection: Collection) -> Sequence[str]:
    """Return the tags of all notes, in alphabetical order. Raises StoreError if they can't be read."""
    with collection.read_transaction() as connection:
        return sorted(notes.all_tags(connection), key=str.casefold)


def find_drawing_file(deck_path: Path, drawing: Drawing) -> Path | None:
    """Return the file of a drawing beside a deck file; None if no file has this drawing."""
    for path in sorted((deck_path.parent / DRAWINGS_FOLDER).glob("*.yaml")):
        reporter = Reporter(ProblemList(deck_path))
        if read_drawing(reporter, path.stem, Scalar(1, 1, path.stem)) == drawing:
            return path
    return None
