"""The guid by which Anki recognizes a note.

FROZEN: another formula would turn every note into a new one in the collections that have imported it.
"""

import hashlib
from base64 import urlsafe_b64encode

from studyapp.core.notes.note import Note

_GUID_BYTES = 12


def note_guid(note: Note) -> str:
    """Return the guid that the note has from Anki, else the derived one."""
    return note.anki_guid or derive_guid(note.key)


def derive_guid(note_key: str) -> str:
    """Return the guid of the note `deck/note`: 16 characters, independent of content and language."""
    digest = hashlib.sha256(f"studyapp:{note_key}".encode()).digest()
    return urlsafe_b64encode(digest[:_GUID_BYTES]).decode()
