"""The table of the forms in which notes were exported last."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.core.transfer.exported_form import ExportedForm, decode_form, encode_form
from studyapp.store.notes import NoteDecoder


class NoteToExport(NamedTuple):
    """A note, the time of its last change (Unix seconds), a digest of how it is stored, and the form in which it was exported."""

    note: Note
    changed_at: int
    stored_digest: bytes
    form: ExportedForm | None


def iterate_notes(
    connection: sqlite3.Connection, deck: str, decode: NoteDecoder, is_selected: Callable[[str], bool]
) -> Iterator[NoteToExport]:
    """Return the notes of a deck whose keys are selected, in file order."""
    rows = connection.execute(
        """
        SELECT note.id, note.content, note.changed_at, exported_form.source, exported_form.form,
            common.note_type, common_fields.name, common.languages, common.content
        FROM note
        LEFT JOIN exported_form ON exported_form.note = note.deck || '/' || note.id
        LEFT JOIN common_version AS common ON common.note = note.deck || '/' || note.id AND common.is_sent = 0
        LEFT JOIN anki_name AS common_fields ON common_fields.id = common.field_names
        WHERE note.deck = ? AND note.present = 1 ORDER BY note.position
        """,
        (deck,),
    )
    return (
        NoteToExport(
            decode(deck, note_id, content),
            changed_at,
            _stored_digest(content, *common),
            None if source is None else decode_form(source, form),
        )
        for note_id, content, changed_at, source, form, *common in rows
        if is_selected(f"{deck}/{note_id}")
    )


def save(connection: sqlite3.Connection, form_by_key: Mapping[str, ExportedForm]) -> None:
    """Store forms by note key, and delete those of notes that are no longer in a deck."""
    connection.executemany(
        "INSERT OR REPLACE INTO exported_form (note, source, form) VALUES (?, ?, ?)",
        ((key, form.source, encode_form(form)) for key, form in form_by_key.items()),
    )
    connection.execute(
        "DELETE FROM exported_form WHERE note NOT IN (SELECT deck || '/' || id FROM note WHERE present = 1)"
    )


def _stored_digest(
    content: str,
    common_type: int | None,
    common_fields: str | None,
    common_languages: str | None,
    common_content: bytes | None,
) -> bytes:
    """Return a digest of a note and its common version."""
    head = repr((content, common_type, common_fields, common_languages))
    return hashlib.sha256(head.encode() + (common_content or b"")).digest()
