"""StudyApp's own notes in Anki packages."""

import re
import unicodedata
from typing import NamedTuple

from studyapp.anki.anki_note_types import ANKI_NOTE_TYPES, SHARED_FIELDS
from studyapp.anki.embedded_source import extract_note
from studyapp.anki.writing.note_rendering import render_note
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES, CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.package_model import SourceNote

_NOTE_TYPE_BY_ID = {note_type.anki_id: note_type for note_type in ANKI_NOTE_TYPES}
_MEDIA_SOURCE = re.compile(r'(?<=<img src=")[^"]*|(?<=\[sound:)[^\[\]]*')
"""The path or name of an image or sound."""


class StudyAppNote(NamedTuple):
    """A note that StudyApp exported, read back from Anki.

    `exported` is the note as it was exported, with the fields and tags that it got in Anki, or None if its source is
    missing or damaged. `media_name_by_path` maps the paths of images and sounds in the note to file names in the package.
    """

    key: str
    exported: CommonVersion | None
    media_name_by_path: dict[str, str]


def read_studyapp_note(source_note: SourceNote) -> StudyAppNote | None:
    """Return the note if StudyApp exported it, else None."""
    note_type = _NOTE_TYPE_BY_ID.get(source_note.note_type.anki_id)
    if note_type is None:
        return None
    fields = dict(zip(source_note.note_type.fields, source_note.fields, strict=False))
    key = unescape_entities(fields.get("Identity", ""))
    note = extract_note(key, fields.get("Spare 1", ""))
    languages = _find_languages(fields.get("Languages", ""))
    if note is None:
        return StudyAppNote(key, None, {})
    rendered = render_note(note, fields.get("Source", ""), languages or CardLanguages.ENGLISH)
    spare_count = len(SHARED_FIELDS) - SHARED_FIELDS.index("Spare 1")
    html_by_name = dict(zip(note_type.fields[:-spare_count], rendered.fields, strict=False))
    if languages is None:
        html_by_name = {"Languages": "unknown"}
    media_name_by_path: dict[str, str] = {}
    for name, html in html_by_name.items():
        current_html = fields.get(name, "")
        media_name_by_path |= zip(
            map(unescape_entities, _MEDIA_SOURCE.findall(html)),
            _MEDIA_SOURCE.findall(current_html),
            strict=False,
        )
        if _normalize_field(html) != _normalize_field(current_html):
            fields[name] = html
    exported = CommonVersion(
        note, note_type.anki_id, tuple(fields), tuple(fields.values()), rendered.tags, languages=languages
    )
    return StudyAppNote(key, exported, media_name_by_path)


def _find_languages(tags: str) -> CardLanguages | None:
    """Return the languages in which a note was exported, by its field `Languages`."""
    return next(
        (
            candidate
            for candidate in SAME_LANGUAGES_ON_BOTH_SIDES
            if " ".join(candidate.question_languages) == tags
        ),
        None,
    )


def _normalize_field(html: str) -> str:
    """Return a field without names of media and in Unicode NFC, which Anki stores."""
    return unicodedata.normalize("NFC", _MEDIA_SOURCE.sub("", html))
