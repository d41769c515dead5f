"""The texts of a note, with the names of their fields and their languages."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, assert_never

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
from studyapp.core.text.localized_text import ANY_LANGUAGE, LocalizedText


class NoteText(NamedTuple):
    """A text of a note. `field` is named as in deck files; the options of a question and their explanations are all in
    `options`. `language` is empty if the text is the same in all languages. Only fields of custom note types may be
    empty."""

    field: str
    language: str
    text: str
    may_be_empty: bool = False


def list_note_texts(note: Note) -> list[NoteText]:
    """Return all texts of a note in file order, without those of a drawing."""
    texts: list[NoteText] = []

    def collect(text: NoteText) -> str:
        texts.append(text)
        return text.text

    change_note_texts(note, collect)
    return texts


def change_note_texts(note: Note, change: Callable[[NoteText], str]) -> Note:
    """Return the note with each of its texts replaced by what `change` returns for it. Drawings stay the same."""

    def change_versions(field: str, text: LocalizedText) -> LocalizedText:
        return LocalizedText(
            tuple(
                (language, change(NoteText(field, language, version))) for language, version in text.versions
            )
        )

    def change_plain(field: str, text: str) -> str:
        return change(NoteText(field, ANY_LANGUAGE, text, may_be_empty=True))

    content = _map_content(note.content, change_versions, change_plain)
    explanation = None if note.explanation is None else change_versions("why", note.explanation)
    return replace(note, content=content, explanation=explanation)


def _map_content(
    content: NoteContent,
    change: Callable[[str, LocalizedText], LocalizedText],
    change_plain: Callable[[str, str], str],
) -> NoteContent:
    match content:
        case Basic(front, back):
            return Basic(change("front", front), change("back", back))
        case Reversed(front, back):
            return Reversed(change("front", front), change("back", back))
        case Term(term, definition, translation):
            changed_term = change("term", term)
            changed_translation = None if translation is None else change("translation", translation)
            return Term(changed_term, change("definition", definition), changed_translation)
        case Cloze(text):
            return Cloze(change("text", text))
        case MultipleChoice(front, options):
            return MultipleChoice(
                change("front", front), tuple(_map_option(option, change) for option in options)
            )
        case TypedAnswer(front, answer):
            return TypedAnswer(change("front", front), change("answer", answer))
        case Claim(claim):
            return Claim(change("claim", claim))
        case Diagram():
            return content
        case CustomContent(note_type, fields):
            names = note_type.fields
            return CustomContent(
                note_type, tuple(change_plain(name, text) for name, text in zip(names, fields, strict=True))
            )
        case _:
            assert_never(content)


def _map_option(option: AnswerOption, change: Callable[[str, LocalizedText], LocalizedText]) -> AnswerOption:
    text = change("options", option.text)
    explanation = None if option.explanation is None else change("options", option.explanation)
    return AnswerOption(text, option.is_correct, explanation)
