"""Media files that Anki notes reference: images, sounds, and files used by templates."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.html_entities import unescape_entities

_SOURCE = re.compile(
    r"<(?:img|audio|video|source|object|embed)\b[^<>]*?\b(?:src|data)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)",
    re.IGNORECASE,
)
_SOUND = re.compile(r"\[sound:([^\[\]]*)\]")
_UNDERSCORE_NAME = re.compile(r"_[^\s\"'()<>{}:/\\]+")
_ABSOLUTE_URL = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def find_media_names(html: str) -> tuple[str, ...]:
    """Return the names of the media files that the HTML references, each once."""
    sources = (unescape_entities(source.strip("\"'")) for source in _SOURCE.findall(html))
    local = (unquote(source) for source in sources if source and not _ABSOLUTE_URL.match(source))
    return tuple(dict.fromkeys((*local, *find_sounds(html))))


def find_sounds(html: str) -> list[str]:
    """Return the names of the sound files that the HTML references."""
    return [unescape_entities(name) for name in _SOUND.findall(html)]


def find_note_type_media(custom_type: CustomNoteType, available: Iterable[str]) -> tuple[str, ...]:
    """Return the `available` files that the templates or the CSS of a note type reference.

    Anki recognizes these files by the underscore at the start of their names.
    """
    text = custom_type.css + "".join(template.front + template.back for template in custom_type.templates)
    candidates = {name for name in available if name.startswith("_")}
    return (
        tuple(name for name in dict.fromkeys(_UNDERSCORE_NAME.findall(text)) if name in candidates)
        if candidates
        else ()
    )
