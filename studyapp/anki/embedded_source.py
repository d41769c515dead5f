"""The source of a note, embedded in one of its Anki fields so that an import restores it exactly."""

import base64
import binascii
import zlib

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from studyapp.core.notes.note_key import split_note_key

_MAX_SOURCE_BYTES = 4 * 1024**2
"""The maximum size of a note source after decompression."""

_MAX_SHORT_SOURCE = 1000
"""Fewer bytes than zlib buffers and compares at memory level 4."""


def embed_note(note: Note) -> str:
    """Return the source of a note as Base64 text, which contains no HTML or Anki syntax."""
    return base64.b64encode(_compress(encode_note(note).encode())).decode()


def _compress(source: bytes) -> bytes:
    """Return what `zlib.compress` returns at level 9.

    For a short source, a small memory level gives the same bytes without preparing 256 KB of memory, which would take most of
    the time.
    """
    if len(source) > _MAX_SHORT_SOURCE:
        return zlib.compress(source, 9)
    compressor = zlib.compressobj(9, memLevel=4)
    return compressor.compress(source) + compressor.flush()


def extract_note(key: str, embedded: str) -> Note | None:
    """Return the note that `embed_note` embedded, or None if the text can't be decoded.

    `key` is the note's key, `deck/id`.
    """
    deck_id, note_id = split_note_key(key)
    try:
        decompressor = zlib.decompressobj()
        source = decompressor.decompress(base64.b64decode(embedded, validate=True), _MAX_SOURCE_BYTES)
        return (
            decode_note(deck_id, note_id, source.decode())
            if decompressor.eof and deck_id and note_id
            else None
        )
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None
