"""Media files that Anki notes reference: images, sounds, and files used by templates."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import decode_media_name
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
    found, sounds = _SOURCE.findall(html), find_sounds(html)
    if not found and not sounds:
        return ()
    sources = (unescape_entities(source.strip("\"'")) for source in found)
    local = (decode_media_name(source) for source in sources if source and not _ABSOLUTE_URL.match(source))
    return tuple(dict.fromkeys((*local, *sounds)))


def find_sounds(html: str) -> list[str]:
    """Return the names of the sound files that the HTML references."""
    return [unicodedata.normalize("NFC", unescape_entities(name)) for name in _SOUND.findall(html)]


def find_media_file(name: str, available: frozenset[str]) -> str | None:
    """Return the one of the `available` files that a reference to `name` means, or None.

    That is the file of this name. If there is none, it is one whose name differs in percent encoding or Unicode normalization only,
    because some programs encode the names of sounds or of the files themselves.
    """
    file_by_name = _file_by_decoded_name(available)
    return next(
        (file_by_name[each] for each in (name, decode_media_name(name)) if each in file_by_name), None
    )


@lru_cache(maxsize=4)
def _file_by_decoded_name(files: frozenset[str]) -> Mapping[str, str]:
    """Return the files by the names under which they are found. A file's own name comes before others."""
    names = sorted(files)
    decoded = {decode_media_name(name): name for name in names}
    composed = {unicodedata.normalize("NFC", name): name for name in names}
    return decoded | composed | {name: name for name in names}


def find_note_type_media(custom_type: CustomNoteType, available: Iterable[str]) -> tuple[str, ...]:
    """Return the `available` files that the templates or the CSS of a note type reference.

    Anki recognizes these files by the underscore at the start of their names.
    """
    candidates = {name for name in available if name.startswith("_")}
    if not candidates:
        return ()
    html = "".join(template.front + template.back for template in custom_type.templates)
    written = _UNDERSCORE_NAME.findall(custom_type.css + html)
    names = (*written, *map(decode_media_name, written), *find_media_names(html))
    return tuple(name for name in dict.fromkeys(names) if name in candidates)
