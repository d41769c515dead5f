"""Digests that tell whether an exported note has changed since the last export.

Digests are stored, so their input is spelled out here and does not depend on names in the code. The prefix is the number
of the digest format.
"""

import hashlib
import json
from typing import Any

from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.export_digest_v1 import compute_export_digest_v1
from studyapp.core.notes.custom_note_type import CustomNoteType

_FORMAT_PREFIX = "2:"


def compute_export_digest(note: AnkiNote) -> str:
    """Return the digest of an exported note. It ignores the modification time."""
    values = {
        "note_type": _custom_type_values(note.note_type)
        if isinstance(note.note_type, CustomNoteType)
        else note.note_type.anki_id,  # frozen, so the id identifies fields and templates
        "fields": list(note.fields),
        "tags": list(note.tags),
        "cards": list(note.ordinals),
    }
    return _FORMAT_PREFIX + hashlib.sha256(json.dumps(values).encode()).hexdigest()


def matches_export_digest(note: AnkiNote, digest: str) -> bool:
    """Return whether a stored digest, in the current or an earlier format, matches this note."""
    if digest.startswith(_FORMAT_PREFIX):
        return digest == compute_export_digest(note)
    return digest == compute_export_digest_v1(note)


def _custom_type_values(custom_type: CustomNoteType) -> dict[str, Any]:
    return {
        "number": custom_type.anki_id,
        "name": custom_type.name,
        "fields": list(custom_type.fields),
        "cards": [[template.name, template.front, template.back] for template in custom_type.templates],
        "is_cloze": custom_type.is_cloze,
        "style": custom_type.css,
    }
