"""The names of note types and of their fields, as deck files, the store and the style check have them.

FROZEN: stored notes and files of people hold them. They are spelled out here, so that renaming a class or an attribute
changes none of them.
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
    """The name of a note type; `templated` for every type of a deck's own."""
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
    """The fields that a note of our types has of its own, in the order in which they are written; a drawing and the
    fields of a type of a deck's own are not among them."""
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
