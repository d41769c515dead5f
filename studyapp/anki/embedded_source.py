"""A note's source, enclosed with its fields in Anki, so that it comes back as it was written and not as it was shown."""

import base64
import binascii
import zlib

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note

_MAX_SOURCE_BYTES = 4 * 1024**2
"""Bytes of a note's source."""


def embed_note(note: Note) -> str:
    """Letters and digits that no program reads as anything else."""
    return base64.b64encode(zlib.compress(encode_note(note).encode(), 9)).decode()


def extract_note(key: str, embedded: str) -> Note | None:
    """The note of this key that was enclosed; None when it was none, or was changed."""
    deck, _, name = key.partition("/")
    try:
        unpacking = zlib.decompressobj()
        source = unpacking.decompress(base64.b64decode(embedded, validate=True), _MAX_SOURCE_BYTES)
        return decode_note(deck, name, source.decode()) if unpacking.eof and deck and name else None
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None
