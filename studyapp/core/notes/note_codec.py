"""Notes as JSON, the form in which the store keeps them and in which they travel to Anki and back.

FROZEN: this JSON decides whether a note counts as changed, here and in Anki. All names are spelled out. A text is a string,
or an object with one string per language.
"""

import json
from collections.abc import Callable
from typing import Any, assert_never

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.custom_note_type_codec import custom_type_name
from studyapp.core.notes.drawing_codec import decode_drawing, encode_drawing
from studyapp.core.notes.note import (
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
from studyapp.core.notes.note_fields import Field, fields_of, type_of
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import Text
from studyapp.core.text.text_codec import decode_text, encode_text


def encode_note(note: Note) -> str:
    """The note without its identity. Equal notes give equal text, so it also tells whether one changed."""
    values = {
        "type": type_of(note.content),
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
    return {name: _encoded(field) for name, field in fields_of(content).items()}


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


def _encoded(field: Field) -> Any:
    if field is None:
        return None
    if isinstance(field, Text):
        return encode_text(field)
    return [
        {"text": encode_text(option.text), "right": option.right, "why": _encoded(option.why)}
        for option in field
    ]


def _content(name: str, values: dict[str, Any], custom_type: Callable[[str], CustomType]) -> Content:
    note_type = NoteType(name)
    match note_type:
        case NoteType.BASIC:
            return Basic(decode_text(values["front"]), decode_text(values["back"]))
        case NoteType.REVERSED:
            return Reversed(decode_text(values["front"]), decode_text(values["back"]))
        case NoteType.TERM:
            term, definition = decode_text(values["term"]), decode_text(values["definition"])
            return Term(term, definition, _decoded(values["translation"]))
        case NoteType.CLOZE:
            return Cloze(decode_text(values["text"]))
        case NoteType.CHOICE:
            return Choice(decode_text(values["front"]), tuple(map(_option, values["options"])))
        case NoteType.TYPED:
            return Typed(decode_text(values["front"]), decode_text(values["answer"]))
        case NoteType.CLAIM:
            return Claim(decode_text(values["claim"]))
        case NoteType.DIAGRAM:
            return Diagram(decode_drawing(values))
        case NoteType.TEMPLATED:
            return Templated(custom_type(values["note_type"]), tuple(values["fields"]))
        case _:
            assert_never(note_type)


def _option(values: dict[str, Any]) -> Option:
    return Option(decode_text(values["text"]), values["right"], _decoded(values["why"]))


def _decoded(value: Any) -> Text | None:
    return None if value is None else decode_text(value)
