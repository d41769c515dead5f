"""Note types that a deck brings along: fields, and templates that make cards of them."""

import re
from typing import NamedTuple

_NOT_IN_A_FIELD_NAME = re.compile(r'[:{}"]+')


def field_name(name: str) -> str:
    """The name as a field may have it: Anki takes out what would be template language, and then the type is another one there."""
    return " ".join(_NOT_IN_A_FIELD_NAME.sub(" ", name).split()).lstrip("#^/ ")


class CardTemplate(NamedTuple):
    """The two sides of a card: HTML in Anki's template language (see core/template.py)."""

    name: str
    front: str
    back: str


class CustomType(NamedTuple):
    """A note type that is none of ours. Its cards are one for each template whose front shows something, or with
    `is_cloze` one for each number of a blank. `number` is what Anki knows it by, 0 where Anki does not; `style` is the
    CSS of its cards there; `id` names it in its deck file.

    Notes of a type that asks what one of ours asks are `written_as` that type, in Markdown; `parts` are then the names
    of what each field is there, empty for a field that is none."""

    number: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    is_cloze: bool
    style: str = ""
    id: str = ""
    written_as: str = ""
    parts: tuple[str, ...] = ()
