"""Our own notes as they come back from Anki."""

import re
import unicodedata
from typing import NamedTuple

from studyapp.anki.embedded_source import disclosed
from studyapp.anki.note_types import NOTE_TYPES, SHARED_FIELDS
from studyapp.anki.writing.note_rendering import written
from studyapp.core.notes.note import Note
from studyapp.core.text.html_entities import unescape
from studyapp.core.text.localized_text import SAME_ON_BOTH_SIDES
from studyapp.core.transfer.package_model import FoundNote

_OWN_NUMBERS = {note_type.number: note_type for note_type in NOTE_TYPES}
_SOURCE = re.compile(r'<img src="([^"]*)"')


class OwnNote(NamedTuple):
    """A note by its key, as it was written; None where that did not come with it. `pictures` are their names in the
    package, by those in the note. `is_changed` when its fields in Anki are others than were exported."""

    key: str
    note: Note | None
    pictures: dict[str, str]
    is_changed: bool


def own_note(found: FoundNote) -> OwnNote | None:
    """The note that was exported by StudyApp; None for any other."""
    if found.note_type.number not in _OWN_NUMBERS:
        return None
    fields = dict(zip(found.note_type.fields, found.fields, strict=False))
    key = unescape(fields.get("Identity", ""))
    note = disclosed(key, fields.get("Spare 1", ""))
    if note is None:
        return OwnNote(key, None, {}, is_changed=False)
    languages = fields.get("Languages", "")
    choice = next((one for one in SAME_ON_BOTH_SIDES if " ".join(one.languages) == languages), None)
    if choice is None:
        return OwnNote(key, note, {}, is_changed=True)
    ours = written(note, fields.get("Source", ""), choice).fields
    names = _OWN_NUMBERS[found.note_type.number].fields
    left_out = len(SHARED_FIELDS) - SHARED_FIELDS.index("Spare 1")
    before = dict(zip(names[:-left_out], ours, strict=False))
    pictures: dict[str, str] = {}
    is_changed = False
    for name, html in before.items():
        there = fields.get(name, "")
        pictures |= zip(map(unescape, _SOURCE.findall(html)), _SOURCE.findall(there), strict=False)
        is_changed |= _told(html) != _told(there)
    return OwnNote(key, note, pictures, is_changed)


def _told(html: str) -> str:
    """A field without the names of its pictures, as Anki spells its letters."""
    return unicodedata.normalize("NFC", _SOURCE.sub("<img", html))
