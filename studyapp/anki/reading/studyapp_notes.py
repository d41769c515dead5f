"""StudyApp's own notes in Anki packages."""

import re
import unicodedata
from typing import NamedTuple

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES, SHARED_FIELDS
from studyapp.anki.embedded_source import extract_note
from studyapp.anki.writing.note_rendering import render_note
from studyapp.core.notes.note import Note
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES
from studyapp.core.transfer.package_model import SourceNote

_NOTE_TYPE_BY_ID = {note_type.anki_id: note_type for note_type in ANKI_NOTE_TYPES}
_MEDIA_SOURCE = re.compile(r'(?<=<img src=")[^"]*|(?<=\[sound:)[^\[\]]*')
"""The path or name of an image or sound."""


class StudyAppNote(NamedTuple):
    """A note that StudyApp exported, read back from Anki.

    `note` is the note as it was exported, or None if its source is missing or damaged.
    `media_name_by_path` maps the paths of images and sounds in the note to file names in the package.
    `is_changed_in_anki` tells whether the fields were edited in Anki.
    """

    key: str
    note: Note | None
    media_name_by_path: dict[str, str]
    is_changed_in_anki: bool


def read_studyapp_note(source_note: SourceNote) -> StudyAppNote | None:
    """Return the note if StudyApp exported it, else None."""
    if source_note.note_type.anki_id not in _NOTE_TYPE_BY_ID:
        return None
    fields = dict(zip(source_note.note_type.fields, source_note.fields, strict=False))
    key = unescape_entities(fields.get("Identity", ""))
    note = extract_note(key, fields.get("Spare 1", ""))
    if note is None:
        return StudyAppNote(key, None, {}, is_changed_in_anki=False)
    language_tags = fields.get("Languages", "")
    languages = next(
        (
            candidate
            for candidate in SAME_LANGUAGES_ON_BOTH_SIDES
            if " ".join(candidate.question_languages) == language_tags
        ),
        None,
    )
    if languages is None:
        return StudyAppNote(key, note, {}, is_changed_in_anki=True)
    exported_fields = render_note(note, fields.get("Source", ""), languages).fields
    field_names = _NOTE_TYPE_BY_ID[source_note.note_type.anki_id].fields
    spare_count = len(SHARED_FIELDS) - SHARED_FIELDS.index("Spare 1")
    exported_html_by_name = dict(zip(field_names[:-spare_count], exported_fields, strict=False))
    media_name_by_path: dict[str, str] = {}
    is_changed = False
    for name, html in exported_html_by_name.items():
        current_html = fields.get(name, "")
        media_name_by_path |= zip(
            map(unescape_entities, _MEDIA_SOURCE.findall(html)),
            _MEDIA_SOURCE.findall(current_html),
            strict=False,
        )
        is_changed |= _normalize_field(html) != _normalize_field(current_html)
    return StudyAppNote(key, note, media_name_by_path, is_changed)


def _normalize_field(html: str) -> str:
    """Return a field without names of media and in Unicode NFC, which Anki stores."""
    return unicodedata.normalize("NFC", _MEDIA_SOURCE.sub("", html))
