"""Names of the folders and media beside deck files. Anki allows any characters in the names of media; these names are
valid on every file system."""

import re
import unicodedata
from urllib.parse import unquote

DRAWINGS_FOLDER = "diagrams"
"""The folder with the drawings of a deck, next to the deck file."""

_SAFE = re.compile(r"\w(?:[\w .()+-]{0,98}[\w()+-])?")
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that stand for devices in every folder on Windows, with any suffix."""

_UNSAFE = re.compile(r"[^\w.()+-]+")
_EDGE_CHARACTERS = re.compile(r"^[\W_]+|\.+$")
_MAX_STEM_LENGTH = 40
_MAX_BYTES = 200
"""Common file systems allow at most 255."""


def media_folder(deck_id: str) -> str:
    """Return the name of a deck's media folder, which is beside the deck file."""
    return f"{deck_id}-media"


def decode_media_name(source: str) -> str:
    """Return the name of the media file to which the source of an image leads, without entities: the source is percent-encoded,
    in part or as a whole, and Anki's file names are in NFC."""
    return unicodedata.normalize("NFC", unquote(source))


def safe_media_name(name: str) -> str | None:
    """Return the name if it is safe, otherwise a similar name with a hash of the original. Return None if the name is
    empty or contains a path separator, a colon or NUL."""
    if not name or "/" in name or "\\" in name or "\0" in name or ":" in name:
        return None
    is_device = _WINDOWS_DEVICE.fullmatch(name) is not None
    if not is_device and _SAFE.fullmatch(name) and len(name.encode(errors="replace")) <= _MAX_BYTES:
        return name
    readable = _EDGE_CHARACTERS.sub("", _UNSAFE.sub("-", f"file-{name}" if is_device else name))
    stem, dot, suffix = readable.rpartition(".")
    import hashlib  # loaded late: few names need it, and it loads OpenSSL

    digest = hashlib.sha256(name.encode(errors="replace")).hexdigest()[:8]
    return (
        f"{(stem if dot else suffix)[:_MAX_STEM_LENGTH] or 'file'}-{digest}{dot}{suffix[:10] if dot else ''}"
    )
