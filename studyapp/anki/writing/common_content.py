"""Keeping Anki's text and tags of a note, byte for byte, where they were not changed here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from studyapp.anki.anki_note_types import AnkiNoteType, anki_note_type_of
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.note_rendering import RenderedNote
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import encode_note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.media_references import find_media_names

_DECK_FIELDS = frozenset({"Source"})
"""The fields of StudyApp's note types that don't depend on the note."""

_MAY_BE_MEDIA = re.compile(r"!\[|\[sound:|<(?:img|audio|video|source|object|embed)", re.IGNORECASE)


def find_unchanged_fields(
    note: Note, common: CommonVersion | None, languages: CardLanguages, source_line: str
) -> tuple[str, ...] | None:
    """Return Anki's fields of a note that was not changed here. They need not be rendered, because `keep_common_content`
    would keep all of them except the source of the deck, which is `source_line`.

    Return None for any other note, and for one with media: their files may have other names here.
    """
    if common is None or common.note != note or common.languages not in (None, languages):
        return None
    note_type = note.custom_note_type or anki_note_type_of(note.content)
    if (
        common.field_names != note_type.fields
        or len(common.anki_fields) != len(note_type.fields)
        or common.anki_type_id != note_type.anki_id
    ):
        return None
    if isinstance(note_type, CustomNoteType):
        has_media = any(find_media_names(html) for html in common.anki_fields)
        return None if has_media else common.anki_fields
    if may_have_media((encode_note(note), source_line, *common.anki_fields)):
        return None
    return tuple(
        source_line if name in _DECK_FIELDS else html
        for name, html in zip(common.field_names, common.anki_fields, strict=True)
    )


def may_have_media(texts: Iterable[str]) -> bool:
    """Return False if none of these texts, Markdown or HTML, references media."""
    return _MAY_BE_MEDIA.search("".join(texts)) is not None


def keep_common_content(
    anki_note: AnkiNote, rendered: RenderedNote, common: CommonVersion, rendered_common: RenderedNote
) -> AnkiNote:
    """Return a note to export, with Anki's text of each field that would be rendered as at the common version.

    `rendered` is the note now and `rendered_common` the note then, before paths of media were replaced. Tags that were
    added or removed in Anki stay as they are there.
    """
    note_type = anki_note.note_type
    if (
        anki_note.fields == common.anki_fields
        and note_type.fields == common.field_names
        and anki_note.tags == rendered_common.tags == common.anki_tags
    ):
        return anki_note
    if rendered_common.note_type != rendered.note_type or note_type.anki_id != common.anki_type_id:
        return anki_note
    html_in_anki = dict(zip(common.field_names, common.anki_fields, strict=False))
    html_then = dict(zip(note_type.fields, rendered_common.fields, strict=True))
    html_now = dict(zip(note_type.fields, rendered.fields, strict=True))
    deck_fields = _DECK_FIELDS if isinstance(note_type, AnkiNoteType) else frozenset()
    fields = tuple(
        html_in_anki[name]
        if name in html_in_anki
        and name not in deck_fields
        and html_now[name] == html_then[name]
        and _has_same_media(html_in_anki[name], html)
        else html
        for name, html in zip(note_type.fields, anki_note.fields, strict=True)
    )
    tags = tuple(_merge_tags(anki_note.tags, rendered_common.tags, common.anki_tags))
    return replace(anki_note, fields=fields, tags=tags)


def _has_same_media(html: str, other_html: str) -> bool:
    """Return whether both reference the same files; a file may have been renamed here, or have another content."""
    return html == other_html or set(find_media_names(html)) == set(find_media_names(other_html))


def _merge_tags(
    tags: tuple[str, ...], tags_then: tuple[str, ...], tags_in_anki: tuple[str, ...]
) -> Iterator[str]:
    """Yield Anki's tags without those that were removed here, then those that were added here."""
    now, then, in_anki = ({tag.casefold() for tag in group} for group in (tags, tags_then, tags_in_anki))
    yield from (tag for tag in tags_in_anki if tag.casefold() in now or tag.casefold() not in then)
    yield from (tag for tag in tags if tag.casefold() not in in_anki and tag.casefold() not in then)
