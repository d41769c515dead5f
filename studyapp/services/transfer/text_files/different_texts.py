"""Notes of a text file that are already here with another text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from studyapp.anki.reading.note_conversion import ConvertedNote, convert_markdown_note, convert_note
from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.textfiles.exported.note_record import NoteRecord
from studyapp.textfiles.exported.record_writing import make_record

_LINK_PATH = re.compile(r"(?<=\]\()[^()\n]*(?=\))|(?<=\[sound:)[^\[\]\n]*(?=\])")
"""The path of a picture or a sound, which depends on the deck."""


def find_different_texts(pairs: Iterable[tuple[SourceNote, Note]], package: PackageData) -> Iterator[Loss]:
    """Yield a loss for each note of the text file whose text in the deck file differs. `pairs` are the notes of the
    file, each with the note here."""
    for source, note in pairs:
        if source.written_note is not None:
            is_same = _is_written_as(note, source.written_note)
        else:
            is_same = _has_texts_of(note, source, package)
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


def _has_texts_of(note: Note, source: SourceNote, package: PackageData) -> bool:
    convert = convert_markdown_note if package.is_markdown else convert_note
    converted = convert(source, media_folder(note.deck_id), package.media_names)
    if not isinstance(converted, ConvertedNote):
        return True
    imported = replace(note, content=converted.content, explanation=converted.explanation)
    return _texts(imported) == _texts(note)


def _texts(note: Note) -> list[str]:
    return [_LINK_PATH.sub("", text.text).strip() for text in list_note_texts(note)]
