"""The notes that were imported from text files, to recognize them in a later import."""

from collections.abc import Sequence

from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.content_identity import TEXT_GUID_START, KnownNotes, KnownText


def load_known_text_notes(collection: Collection, library: Library) -> KnownNotes:
    """Return the notes in the library whose guids were derived from a text file."""
    with collection.read_transaction() as connection:
        note_by_guid = {
            note.anki_guid: note
            for deck in library.deck_ids
            for note in notes.iterate_containing(connection, deck, f'"{TEXT_GUID_START}')
            if note.anki_guid.startswith(TEXT_GUID_START)
        }
    return KnownNotes(note_by_guid.keys(), lambda guid: _text_of(note_by_guid[guid]))


def count_present(
    collection: Collection, library: Library, known: KnownNotes, sources: Sequence[SourceNote]
) -> int:
    """Return how many notes of a text file are in the library. `known` are its notes with guids from text files."""
    others = [source for source in sources if source.guid not in known.guids]
    count = len(sources) - len(others)
    if all(source.guid.startswith(TEXT_GUID_START) for source in others):
        return count
    with collection.read_transaction() as connection:
        present = [note for deck in library.deck_ids for note, _ in notes.iterate_present(connection, deck)]
    guids, keys = set(map(note_guid, present)), {note.key for note in present}
    return count + sum(
        source.guid in guids or (source.written_note is not None and source.written_note.key in keys)
        for source in others
    )


def _text_of(note: Note) -> KnownText:
    question, *others = [text.text for text in list_note_texts(note)] or [""]
    return KnownText(question, "\n".join(others), note.tags)
