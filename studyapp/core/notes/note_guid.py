"""The guid by which Anki recognizes a note.

FROZEN: another formula would make every note a new one to the collections it was imported into.
"""

import hashlib
from base64 import urlsafe_b64encode

from studyapp.core.notes.note import Note

_GUID_BYTES = 12


def note_guid(note: Note) -> str:
    """The guid that a note came with from Anki, else its own."""
    return note.anki_guid or derive_guid(note.key)


def derive_guid(note_key: str) -> str:
    """The guid of the note `deck/note`: 16 letters, the same for ever and for every language."""
    digest = hashlib.sha256(f"studyapp:{note_key}".encode()).digest()
    return urlsafe_b64encode(digest[:_GUID_BYTES]).decode()
