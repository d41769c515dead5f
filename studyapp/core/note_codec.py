"""Notes as JSON, the form in which the store keeps them and in which they travel to Anki and back.

Generic over the frozen dataclasses of the core: a field that equals its default is left out, a text is a
string or an object by language, and the type of a note's content is named.
"""

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from studyapp.core.custom_type import CardTemplate, CustomType
from studyapp.core.drawing_codec import decode_drawing, encode_drawing
from studyapp.core.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Content,
    Diagram,
    Evidence,
    Note,
    Option,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.text import Text
from studyapp.core.text_codec import decode_text, encode_text

_TYPES: dict[str, type[Content]] = {
    kind.__name__.lower(): kind for kind in (Basic, Reversed, Term, Cloze, Choice, Typed, Claim, Diagram)
}


def encode_note(note: Note) -> str:
    """The note without its identity. Equal notes give equal text, so it also tells whether one changed."""
    values = {
        "type": note.type_name,
        "content": _encoded_content(note.content),
        "tags": list(note.tags),
        "section": note.section,
        "evidence": note.evidence,
        "requires": list(note.requires),
        "why": _encoded(note.why),
        "guid": note.guid,
        "came_as": custom_type_name(note.came_as) if note.came_as else "",
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False)


def _encoded_content(content: Content) -> dict[str, Any]:
    if isinstance(content, Diagram):
        return encode_drawing(content.drawing)
    if isinstance(content, Templated):
        return {"note_type": custom_type_name(content.note_type), "fields": content.fields}
    return {name: _encoded(getattr(content, name)) for name in content.__dataclass_fields__}


def _no_custom_type(name: str) -> CustomType:
    raise KeyError(name)


def decode_note(
    deck: str, note: str, text: str, custom_type: Callable[[str], CustomType] = _no_custom_type
) -> Note:
    """The note that `encode_note` wrote. `custom_type` gives a type of a deck's own by its `custom_type_name`."""
    values = json.loads(text)
    return Note(
        deck=deck,
        id=note,
        content=_content(values["type"], values["content"], custom_type),
        tags=tuple(values.get("tags", ())),
        section=values.get("section", ""),
        evidence=Evidence(values["evidence"]) if "evidence" in values else None,
        requires=tuple(values.get("requires", ())),
        why=_decoded(values.get("why")),
        guid=values.get("guid", ""),
        came_as=custom_type(values["came_as"]) if "came_as" in values else None,
    )


def _encoded(value: object) -> Any:
    match value:
        case Text():
            return encode_text(value)
        case Option(text, right, why):
            return {"text": _encoded(text), "right": right, "why": _encoded(why)}
        case tuple():
            return [_encoded(item) for item in value]
        case _:
            return value


def encode_custom_type(custom_type: CustomType) -> str:
    """A type of a deck's own."""
    return json.dumps(custom_type, ensure_ascii=False)


def decode_custom_type(text: str) -> CustomType:
    """The type that `encode_custom_type` wrote."""
    number, name, fields, templates, is_cloze, style, type_id, written_as, parts = json.loads(text)
    made = tuple(CardTemplate(*template) for template in templates)
    return CustomType(number, name, tuple(fields), made, is_cloze, style, type_id, written_as, tuple(parts))


@lru_cache(maxsize=1_000)
def custom_type_name(custom_type: CustomType) -> str:
    """What a type is kept under: by its content, so that a note tells when its type changed."""
    return hashlib.sha256(encode_custom_type(custom_type).encode()).hexdigest()[:32]


def _content(type_name: str, values: dict[str, Any], custom_type: Callable[[str], CustomType]) -> Content:
    if type_name == "templated":
        return Templated(custom_type(values["note_type"]), tuple(values["fields"]))
    kind = _TYPES[type_name]
    if kind is Diagram:
        return Diagram(decode_drawing(values))
    if kind is Choice:
        options = tuple(
            Option(decode_text(option["text"]), option["right"], _decoded(option["why"]))
            for option in values["options"]
        )
        return Choice(decode_text(values["front"]), options)
    fields: dict[str, Any] = {name: _decoded(value) for name, value in values.items()}
    return kind(**fields)


def _decoded(value: Any) -> Text | None:
    return None if value is None else decode_text(value)
