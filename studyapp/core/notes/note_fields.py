"""The type and the fields of a note, as named in deck files and in the store.

FROZEN: deck files and collections contain these names. They are spelled out here so that renaming a class or an attribute
does not change them.
"""

from typing import assert_never

from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Content,
    Diagram,
    Option,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import Text

Field = Text | tuple[Option, ...] | None


def type_of(content: Content) -> NoteType:
    """The type of a note with this content."""
    match content:
        case Basic():
            return NoteType.BASIC
        case Reversed():
            return NoteType.REVERSED
        case Term():
            return NoteType.TERM
        case Cloze():
            return NoteType.CLOZE
        case Choice():
            return NoteType.CHOICE
        case Typed():
            return NoteType.TYPED
        case Claim():
            return NoteType.CLAIM
        case Diagram():
            return NoteType.DIAGRAM
        case Templated():
            return NoteType.TEMPLATED
        case _:
            assert_never(content)


def fields_of(content: Content) -> dict[str, Field]:
    """The fields of a built-in note type in file order. Empty for diagrams and custom note types, which are stored
    differently."""
    match content:
        case Basic(front, back) | Reversed(front, back):
            return {"front": front, "back": back}
        case Term(term, definition, translation):
            return {"term": term, "definition": definition, "translation": translation}
        case Cloze(text):
            return {"text": text}
        case Choice(front, options):
            return {"front": front, "options": options}
        case Typed(front, answer):
            return {"front": front, "answer": answer}
        case Claim(claim):
            return {"claim": claim}
        case Diagram() | Templated():
            return {}
        case _:
            assert_never(content)
