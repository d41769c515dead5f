"""Notes as JSON, the form in which the store keeps them and in which they travel to Anki and back.

Generic over the frozen dataclasses of the core: a field that equals its default is left out, a text is a
string or an object by language, and the type of a note's content is named.
"""

import json
from typing import Any

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
    content = (
        encode_drawing(note.content.drawing)
        if isinstance(note.content, Diagram)
        else {name: _encoded(getattr(note.content, name)) for name in note.content.__dataclass_fields__}
    )
    values = {
        "type": note.type_name,
        "content": content,
        "tags": list(note.tags),
        "section": note.section,
        "evidence": note.evidence,
        "requires": list(note.requires),
        "why": _encoded(note.why),
        "guid": note.guid,
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False)


def decode_note(deck: str, note: str, text: str) -> Note:
    """The note that `encode_note` wrote."""
    values = json.loads(text)
    return Note(
        deck=deck,
        id=note,
        content=_content(values["type"], values["content"]),
        tags=tuple(values.get("tags", ())),
        section=values.get("section", ""),
        evidence=Evidence(values["evidence"]) if "evidence" in values else None,
        requires=tuple(values.get("requires", ())),
        why=_decoded(values.get("why")),
        guid=values.get("guid", ""),
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


def _content(type_name: str, values: dict[str, Any]) -> Content:
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
