"""Making records from notes, in the languages of an export."""

from collections.abc import Iterator

from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.textfiles.exported.choice_options import WrittenOption, write_options
from studyapp.textfiles.exported.note_record import NoteRecord


def make_record(note: Note, languages: CardLanguages) -> NoteRecord | None:
    """Return the note with its texts in these languages, or None if it has a drawing or a custom note type."""
    texts = _make_texts(note.content, languages)
    if texts is None:
        return None
    return texts._replace(
        deck=note.deck_id,
        note=note.id,
        why=_text(note.explanation, languages.swapped),
        section=note.section,
        evidence=note.evidence or "",
        tags=tuple("-".join(tag.split()) for tag in note.tags),
        requires=note.prerequisites,
        guid=note.anki_guid,
    )


def find_losses(note: Note) -> Iterator[Loss]:
    """Yield what a record of the note can't contain."""
    if isinstance(note.content, Diagram | CustomContent):
        custom = note.custom_note_type
        yield Loss(LossKind.WRITTEN_AS_TEXT, note.key, custom.name if custom else note_type_of(note.content))
    else:
        if note.original_note_type is not None:
            yield Loss(LossKind.NOTE_TYPE_NOT_WRITTEN, note.key, note.original_note_type.name)
        if any(text.language for text in list_note_texts(note)):
            yield Loss(LossKind.LANGUAGES_NOT_WRITTEN, note.key)
    paths = (path for text in list_note_texts(note) for path in find_media_paths(text.text))
    for path in dict.fromkeys(paths):
        yield Loss(LossKind.FILE_NOT_WRITTEN, note.key, path)


def _make_texts(content: NoteContent, languages: CardLanguages) -> NoteRecord | None:
    """Return a record with the texts of the content."""
    question, answer, translation = "", "", ""
    match content:
        case Basic(front, back) | Reversed(front, back) | TypedAnswer(front, back):
            question, answer = _text(front, languages), _text(back, languages.swapped)
        case Term(term, definition, other):
            question, answer = _text(term, languages), _text(definition, languages.swapped)
            translation = _text(other, languages.swapped)
        case Cloze(text) | Claim(text):
            question = _text(text, languages)
        case MultipleChoice(front, options):
            question = _text(front, languages)
            answer = write_options([_written_option(option, languages) for option in options])
        case Diagram() | CustomContent():
            return None
    return NoteRecord("", "", note_type_of(content), question, answer, translation=translation)


def _written_option(option: AnswerOption, languages: CardLanguages) -> WrittenOption:
    return WrittenOption(
        _text(option.text, languages), option.is_correct, _text(option.explanation, languages.swapped)
    )


def _text(text: LocalizedText | None, languages: CardLanguages) -> str:
    """Return the versions of a text in these languages, one below the other."""
    return "" if text is None else "\n\n".join(version for _, version in text.versions_for(languages))
