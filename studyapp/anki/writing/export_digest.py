"""Digests that tell whether an exported note has changed since the last export.

Digests are stored, so their input is spelled out here and does not depend on names in the code. The prefix is the number
of the digest format.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from studyapp.anki.anki_note_types import AnkiNoteType
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.export_digest_v1 import compute_export_digest_v1
from studyapp.core.notes.custom_note_type import CustomNoteType

_FORMAT_PREFIX = "2:"


def compute_export_digest(note: AnkiNote) -> str:
    """Return the digest of an exported note. It ignores the modification time."""
    values = {"fields": note.fields, "tags": note.tags, "cards": note.ordinals}
    # The same text as of one object in which "note_type" comes first.
    values_json = json.dumps(values).removeprefix("{")
    json_text = f'{{"note_type": {note_type_json(note.note_type)}, {values_json}'
    return _FORMAT_PREFIX + hashlib.sha256(json_text.encode()).hexdigest()


def note_type_json(note_type: AnkiNoteType | CustomNoteType) -> str:
    """Return what the digest covers of a note type."""
    if isinstance(note_type, CustomNoteType):
        return _custom_type_json(note_type)
    return json.dumps(note_type.anki_id)  # frozen, so the id identifies fields and templates


def matches_export_digest(note: AnkiNote, digest: str, own_type: CustomNoteType | None = None) -> bool:
    """Return whether a stored digest, in the current or an earlier format, matches this note.

    `own_type` is the custom note type that the note has here, if any. The note also matches if it was exported before
    Anki's note type got more fields.
    """
    if not digest.startswith(_FORMAT_PREFIX):
        return digest == compute_export_digest_v1(note)
    return any(digest == compute_export_digest(variant) for variant in _variants(note, own_type))


def _variants(note: AnkiNote, own_type: CustomNoteType | None) -> Iterator[AnkiNote]:
    """Yield the note, and the same note with fewer of the fields that only Anki's note type has."""
    yield note
    note_type = note.note_type
    if own_type is None or not isinstance(note_type, CustomNoteType):
        return
    content_by_field = dict(zip(note_type.fields, note.fields, strict=True))
    added_fields = [name for name in note_type.fields if name not in own_type.fields]
    for count in range(len(added_fields)):
        left_out = added_fields[count:]
        fields = tuple(name for name in note_type.fields if name not in left_out)
        yield replace(
            note,
            note_type=note_type._replace(fields=fields),
            fields=tuple(content_by_field[name] for name in fields),
        )
    if added_fields:
        plain_type = own_type._replace(anki_id=note_type.anki_id, id="", builtin_type="", field_roles=())
        fields = tuple(content_by_field[name] for name in own_type.fields)
        yield replace(note, note_type=plain_type, fields=fields)


@lru_cache(maxsize=64)
def _custom_type_json(custom_type: CustomNoteType) -> str:
    values = {
        "number": custom_type.anki_id,
        "name": custom_type.name,
        "fields": list(custom_type.fields),
        "cards": [[template.name, template.front, template.back] for template in custom_type.templates],
        "is_cloze": custom_type.is_cloze,
        "style": custom_type.css,
    }
    return json.dumps(values)
