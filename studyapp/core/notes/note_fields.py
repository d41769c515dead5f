"""The type and the fields of a note, as named in deck files and in the store.

FROZEN: deck files and collections contain these names. They are spelled out here so that renaming a class or an
attribute does not change them.
"""

from typing import assert_never

from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText

FieldValue = LocalizedText | tuple[AnswerOption, ...] | None


def note_type_of(content: NoteContent) -> NoteType:
    """Return the note type of this content."""
    match content:
        case Basic():
            return NoteType.BASIC
        case Reversed():
            return NoteType.REVERSED
        case Term():
            return NoteType.TERM
        case Cloze():
            return NoteType.CLOZE
        case MultipleChoice():
            return NoteType.MULTIPLE_CHOICE
        case TypedAnswer():
            return NoteType.TYPED_ANSWER
        case Claim():
            return NoteType.CLAIM
        case Diagram():
            return NoteType.DIAGRAM
        case CustomContent():
            return NoteType.CUSTOM
        case _:
            assert_never(content)


def content_fields(content: NoteContent) -> dict[str, FieldValue]:
    """Return the fields of a built-in note type in file order. Empty for diagrams and custom note types, which are
    stored differently."""
    match content:
        case Basic(front, back) | Reversed(front, back):
            return {"front": front, "back": back}
        case Term(term, definition, translation):
            return {"term": term, "definition": definition, "translation": translation}
        case Cloze(text):
            return {"text": text}
        case MultipleChoice(front, options):
            return {"front": front, "options": options}
        case TypedAnswer(front, answer):
            return {"front": front, "answer": answer}
        case Claim(claim):
            return {"claim": claim}
        case Diagram() | CustomContent():
            return {}
        case _:
            assert_never(content)
