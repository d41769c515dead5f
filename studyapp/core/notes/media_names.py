"""The names of files that came with notes from Anki, where any letters go, as names that every disk can hold."""

import hashlib
import re

_SAFE = re.compile(r"\w(?:[\w .()+-]{0,98}[\w()+-])?")
_UNSAFE = re.compile(r"[^\w.()+-]+")
_EDGE_CHARACTERS = re.compile(r"^[\W_]+|\.+$")
_MAX_STEM_LENGTH = 40
_MAX_BYTES = 200
"""No disk takes more than 255."""


def media_folder(deck_id: str) -> str:
    """The folder of a deck's media, beside its file."""
    return f"{deck_id}-media"


def safe_media_name(name: str) -> str | None:
    """The same name where that is safe, else one like it that no other has; None where nothing can be named so."""
    if not name or "/" in name or "\\" in name or "\0" in name or ":" in name:
        return None
    if _SAFE.fullmatch(name) and len(name.encode(errors="replace")) <= _MAX_BYTES:
        return name
    stem, dot, ending = _EDGE_CHARACTERS.sub("", _UNSAFE.sub("-", name)).rpartition(".")
    digest = hashlib.sha256(name.encode(errors="replace")).hexdigest()[:8]
    return (
        f"{(stem if dot else ending)[:_MAX_STEM_LENGTH] or 'file'}-{digest}{dot}{ending[:10] if dot else ''}"
    )
