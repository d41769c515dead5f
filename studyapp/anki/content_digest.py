"""Digests that tell whether the content of a note in Anki has changed.

Digests are stored, so their input is spelled out here. Anki's modification time can't tell: a new field of the note type
raises it for every note.
"""

import hashlib
import json
import unicodedata
from collections.abc import Collection

from studyapp.core.transfer.package_model import SourceNote

TAGS_SET_BY_ANKI = frozenset({"leech", "marked"})
"""Tags that Anki sets itself, in lower case."""


def compute_content_digest(note: SourceNote, fields: Collection[str]) -> str:
    """Return the digest of a note in Anki. It covers the note type, the tags and those of these fields that it has."""
    content_by_field = zip(note.note_type.fields, note.fields, strict=False)
    values = {
        "note_type": note.note_type.anki_id,
        "fields": sorted(
            [name, unicodedata.normalize("NFC", content)]
            for name, content in content_by_field
            if name in fields
        ),
        "tags": sorted({tag.casefold() for tag in note.tags} - TAGS_SET_BY_ANKI),
    }
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()
