"""The names of note types and their fields in deck files and in the store.

FROZEN: deck files and collections contain these names. They are spelled out here so that renaming a class or an attribute
does not change them.
"""

from typing import assert_never

from studyapp.core.note import (
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
from studyapp.core.text import Text

Field = Text | tuple[Option, ...] | None


def type_name(content: Content) -> str:
    """The name of a note type; `templated` for all custom note types."""
    match content:
        case Basic():
            return "basic"
        case Reversed():
            return "reversed"
        case Term():
            return "term"
        case Cloze():
            return "cloze"
        case Choice():
            return "choice"
        case Typed():
            return "typed"
        case Claim():
            return "claim"
        case Diagram():
            return "diagram"
        case Templated():
            return "templated"
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
