"""Custom note types: fields, and templates that generate cards from them."""

import re
from typing import NamedTuple

from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS, AnkiSettings

_FORBIDDEN_IN_FIELD_NAME = re.compile(r'[:{}"]+')


def clean_field_name(name: str) -> str:
    """Return the name without characters of the template language. Anki removes them too, and a different field name
    would make it a different note type there."""
    return " ".join(_FORBIDDEN_IN_FIELD_NAME.sub(" ", name).split()).lstrip("#^/ ")


class CardTemplate(NamedTuple):
    """The two sides of a card: HTML in Anki's template language (see core/cards/card_template_language.py)."""

    name: str
    front: str
    back: str


class CustomNoteType(NamedTuple):
    """A note type that is not built in.

    A standard type has one card for each template whose front shows something; a type with `is_cloze` has one card
    for each cloze number. `anki_id` is Anki's id of the type, 0 if Anki has none. `css` styles the cards in Anki.
    `id` names the type in its deck file. `settings` are used in Anki only.

    If notes of the type are equivalent to a built-in type, `builtin_type` is its name, and the notes are written as
    that type, in Markdown. `field_roles` then has the built-in field's name for each field, empty for a field without
    one.
    """

    anki_id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    is_cloze: bool
    css: str = ""
    id: str = ""
    builtin_type: str = ""
    field_roles: tuple[str, ...] = ()
    settings: AnkiSettings = DEFAULT_SETTINGS
