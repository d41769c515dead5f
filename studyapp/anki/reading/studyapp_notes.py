"""Our own notes as they come back from Anki."""

import re
import unicodedata
from typing import NamedTuple

from studyapp.anki.embedded_source import extract_note
from studyapp.anki.note_types import ANKI_NOTE_TYPES, SHARED_FIELDS
from studyapp.anki.writing.note_rendering import render_note
from studyapp.core.notes.note import Note
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES
from studyapp.core.transfer.package_model import SourceNote

_NOTE_TYPE_BY_ID = {note_type.anki_id: note_type for note_type in ANKI_NOTE_TYPES}
_IMAGE_SOURCE = re.compile(r'<img src="([^"]*)"')


class StudyAppNote(NamedTuple):
    """A note by its key, as it was written; None where that did not come with it. `pictures` are their names in the
    package, by those in the note. `is_changed` when its fields in Anki are others than were exported."""

    key: str
    note: Note | None
    package_name_by_picture: dict[str, str]
    is_changed_in_anki: bool


def read_studyapp_note(source_note: SourceNote) -> StudyAppNote | None:
    """The note that was exported by StudyApp; None for any other."""
    if source_note.note_type.anki_id not in _NOTE_TYPE_BY_ID:
        return None
    fields = dict(zip(source_note.note_type.fields, source_note.fields, strict=False))
    key = unescape_entities(fields.get("Identity", ""))
    note = extract_note(key, fields.get("Spare 1", ""))
    if note is None:
        return StudyAppNote(key, None, {}, is_changed_in_anki=False)
    languages = fields.get("Languages", "")
    choice = next(
        (one for one in SAME_LANGUAGES_ON_BOTH_SIDES if " ".join(one.question_languages) == languages), None
    )
    if choice is None:
        return StudyAppNote(key, note, {}, is_changed_in_anki=True)
    ours = render_note(note, fields.get("Source", ""), choice).fields
    names = _NOTE_TYPE_BY_ID[source_note.note_type.anki_id].fields
    left_out = len(SHARED_FIELDS) - SHARED_FIELDS.index("Spare 1")
    before = dict(zip(names[:-left_out], ours, strict=False))
    pictures: dict[str, str] = {}
    is_changed = False
    for name, html in before.items():
        there = fields.get(name, "")
        pictures |= zip(
            map(unescape_entities, _IMAGE_SOURCE.findall(html)), _IMAGE_SOURCE.findall(there), strict=False
        )
        is_changed |= _normalize_field(html) != _normalize_field(there)
    return StudyAppNote(key, note, pictures, is_changed)


def _normalize_field(html: str) -> str:
    """A field without the names of its pictures, as Anki spells its letters."""
    return unicodedata.normalize("NFC", _IMAGE_SOURCE.sub("<img", html))
