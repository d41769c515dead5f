"""Finding notes of a text file that already exist here with different text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from studyapp.anki.reading.note_conversion import convert_markdown_note, convert_note
from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.rendering.markdown_rendering import is_plain_line
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.media_references import find_media_names
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.textfiles.exported.note_record import NoteRecord
from studyapp.textfiles.exported.record_writing import make_record

_LINK_PATH = re.compile(r"(?<=\]\()[^()\n]*(?=\))|(?<=\[sound:)[^\[\]\n]*(?=\])")
"""The path of a picture or a sound, which depends on the deck."""


def find_different_texts(pairs: Iterable[tuple[SourceNote, Note]], package: PackageData) -> Iterator[Loss]:
    """Yield a loss for each note of the text file whose text or tags in the deck file differ. `pairs` are the notes of the
    file, each with the note here."""
    for source, note in pairs:
        if source.written_note is not None:
            is_same = _is_written_as(note, source.written_note)
        else:
            # Notes without a guid were made here: a table that version 1 exported has their cards only.
            is_same = not note.anki_guid or (
                set(source.tags) <= set(note.tags) and _has_same_text(source, note, package)
            )
        if not is_same:
            excerpt = " ".join(next((text.text for text in list_note_texts(note)), note.key).split())[:60]
            yield Loss(LossKind.DIFFERENT_TEXT, excerpt, line=source.line)


def _is_written_as(note: Note, written: Note) -> bool:
    """Return whether an export of the note, in any languages, has the texts of the written note."""
    wanted = _comparable_record(written, CardLanguages.ENGLISH)
    records = (_comparable_record(note, languages) for languages in CardLanguages)
    # A card that was written as text can't be compared.
    return any(record is None or record == wanted for record in records)


def _comparable_record(note: Note, languages: CardLanguages) -> NoteRecord | None:
    record = make_record(note, languages)
    return None if record is None else record._replace(deck="", note="", requires=(), guid="")


def _has_same_text(source: SourceNote, note: Note, package: PackageData) -> bool:
    return _has_same_plain_lines(source, note) or any(
        _is_same(source, note, package, media) for media in _possible_media(source, package)
    )


def _has_same_plain_lines(source: SourceNote, note: Note) -> bool:
    """Return whether the texts have the same lines and no formatting. This is the most common case and needs no conversion."""
    content = note.content
    note_type = source.note_type
    has_other_type = source.keeps_note_type or note_type.is_cloze or len(note_type.templates) > 1
    if not isinstance(content, Basic) or has_other_type:
        return False
    sides = (content.front, content.back, *((note.explanation,) if note.explanation else ()))
    texts = [text for side in sides for _, text in side.versions]
    fields = list(filter(None, source.fields))
    return len(texts) == len(fields) and all(
        "<" not in html and unescape_entities(html) == text and is_plain_line(text)
        for html, text in zip(fields, texts, strict=True)
    )


def _possible_media(source: SourceNote, package: PackageData) -> Iterator[frozenset[str]]:
    """Yield the media of the file and, because the note may have come with its media from a package, also all that it names."""
    yield package.media_names
    named = frozenset(find_media_names(" ".join(source.fields)))
    if not named <= package.media_names:
        yield package.media_names | named


def _is_same(source: SourceNote, note: Note, package: PackageData, media: frozenset[str]) -> bool:
    convert = convert_markdown_note if package.is_markdown else convert_note
    converted = convert(source, media_folder(note.deck_id), media)
    if isinstance(converted, Loss):
        return False
    imported = replace(note, content=converted.content, explanation=converted.explanation)
    return type(imported.content) is type(note.content) and _compared(imported) == _compared(note)


def _compared(note: Note) -> list[str]:
    """Return the texts that are compared, without the paths of pictures. Of a custom note type, empty fields don't count, because
    a text file may have fewer fields."""
    texts = (_LINK_PATH.sub("", text.text).strip(" \n") for text in list_note_texts(note))
    return list(filter(None, texts)) if isinstance(note.content, CustomContent) else list(texts)
