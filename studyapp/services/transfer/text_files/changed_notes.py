"""Notes of a text file that differ from the notes here which were imported from it before."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studyapp.anki.reading.note_conversion import convert_markdown_note, convert_note
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Basic, CustomContent, Note, NoteContent
from studyapp.core.rendering.markdown_rendering import is_plain_line
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.media_references import find_media_names
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.services.transfer.text_files.written_notes import is_written_as


class TextFileNote(NamedTuple):
    """A note of a text file, and the note here that it is."""

    source: SourceNote
    note: Note


def find_changed_notes(pairs: Iterable[TextFileNote], package: PackageData) -> Iterator[Loss]:
    """Yield a loss for each note whose text or tags differ from the note here, which is kept.

    Notes without a guid were made here. The text of a table that StudyApp exported is not their source, so they are not compared.
    """
    for source, note in pairs:
        if source.written_note is not None:
            if not is_written_as(note, source.written_note):
                yield Loss(LossKind.CHANGED_IN_FILE, note.key, line=source.line)
            continue
        if note.anki_guid and not (
            set(source.tags) <= set(note.tags) and _has_same_text(source, note, package)
        ):
            yield Loss(LossKind.CHANGED_IN_FILE, note_excerpt(source), line=source.line)


def _has_same_text(source: SourceNote, note: Note, package: PackageData) -> bool:
    return _has_same_plain_lines(source, note) or any(
        _is_same(source, note, package, media) for media in _possible_media(source, package)
    )


def _has_same_plain_lines(source: SourceNote, note: Note) -> bool:
    """Return whether the texts are the same lines without formatting, which is most common and needs no conversion."""
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
    return (
        not isinstance(converted, Loss)
        and _compared(converted.content) == _compared(note.content)
        and converted.explanation == note.explanation
    )


def _compared(content: NoteContent) -> object:
    """Return what is compared of a content: of a custom note type, the texts only, because a text file may name its fields
    differently."""
    return tuple(filter(None, content.fields)) if isinstance(content, CustomContent) else content
