"""Note types that a deck brings along: fields, and templates that make cards of them."""

import re
from typing import NamedTuple

_FORBIDDEN_IN_FIELD_NAME = re.compile(r'[:{}"]+')


def clean_field_name(name: str) -> str:
    """The name as a field may have it: Anki takes out what would be template language, and then the type is another one there."""
    return " ".join(_FORBIDDEN_IN_FIELD_NAME.sub(" ", name).split()).lstrip("#^/ ")


class CardTemplate(NamedTuple):
    """The two sides of a card: HTML in Anki's template language (see core/template.py)."""

    name: str
    front: str
    back: str


class CustomNoteType(NamedTuple):
    """A note type that is none of ours. Its cards are one for each template whose front shows something, or with
    `is_cloze` one for each number of a blank. `number` is what Anki knows it by, 0 where Anki does not; `style` is the
    CSS of its cards there; `id` names it in its deck file.

    Notes of a type that asks what one of ours asks are `written_as` that type, in Markdown; `parts` are then the names
    of what each field is there, empty for a field that is none."""

    anki_id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    is_cloze: bool
    css: str = ""
    id: str = ""
    builtin_type: str = ""
    field_roles: tuple[str, ...] = ()
