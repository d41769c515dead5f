"""JSON of notes, as stored and as embedded in notes exported to Anki.

FROZEN: this JSON determines whether a note counts as changed, here and in Anki. All keys are spelled out. A text is a
string, or an object with one string per language.
"""

import json
from collections.abc import Callable
from typing import Any, assert_never

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.custom_note_type_codec import custom_note_type_key
from studyapp.core.notes.drawing_codec import decode_drawing, encode_drawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.notes.note_fields import FieldValue, content_fields, note_type_of
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.text_codec import decode_text, encode_text

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def encode_note(note: Note) -> str:
    """Return the note as JSON, without its identity. Equal notes give equal text, so comparing it detects changes."""
    values = {
        "type": note_type_of(note.content),
        "content": _encode_content(note.content),
        "tags": list(note.tags),
        "section": note.section,
        "evidence": note.evidence,
        "requires": list(note.prerequisites),
        "why": _encode_field(note.explanation),
        "guid": note.anki_guid,
        "came_as": custom_note_type_key(note.original_note_type) if note.original_note_type else "",
    }
    return _ENCODER.encode({name: value for name, value in values.items() if value})


def _encode_content(content: NoteContent) -> dict[str, Any]:
    if isinstance(content, Diagram):
        return encode_drawing(content.drawing)
    if isinstance(content, CustomContent):
        return {"note_type": custom_note_type_key(content.note_type), "fields": content.fields}
    return {name: _encode_field(field) for name, field in content_fields(content).items()}


def _no_custom_note_type(key: str) -> CustomNoteType:
    raise KeyError(key)


def decode_note(
    deck_id: str,
    note_id: str,
    json_text: str,
    custom_note_type_by_key: Callable[[str], CustomNoteType] = _no_custom_note_type,
) -> Note:
    """Return the note that `encode_note` encoded. `custom_note_type_by_key` returns a custom note type by its
    `custom_note_type_key`; it may raise KeyError."""
    values = json.loads(json_text)
    return Note(
        deck_id=deck_id,
        id=note_id,
        content=_decode_content(values["type"], values["content"], custom_note_type_by_key),
        tags=tuple(values.get("tags", ())),
        section=values.get("section", ""),
        evidence=Evidence(values["evidence"]) if "evidence" in values else None,
        prerequisites=tuple(values.get("requires", ())),
        explanation=_decode_optional_text(values.get("why")),
        anki_guid=values.get("guid", ""),
        original_note_type=custom_note_type_by_key(values["came_as"]) if "came_as" in values else None,
    )


def _encode_field(field: FieldValue) -> Any:
    if field is None:
        return None
    if isinstance(field, LocalizedText):
        return encode_text(field)
    return [
        {
            "text": encode_text(option.text),
            "right": option.is_correct,
            "why": _encode_field(option.explanation),
        }
        for option in field
    ]


def _decode_content(
    type_name: str, values: dict[str, Any], custom_note_type_by_key: Callable[[str], CustomNoteType]
) -> NoteContent:
    note_type = NoteType(type_name)
    match note_type:
        case NoteType.BASIC:
            return Basic(decode_text(values["front"]), decode_text(values["back"]))
        case NoteType.REVERSED:
            return Reversed(decode_text(values["front"]), decode_text(values["back"]))
        case NoteType.TERM:
            term, definition = decode_text(values["term"]), decode_text(values["definition"])
            return Term(term, definition, _decode_optional_text(values["translation"]))
        case NoteType.CLOZE:
            return Cloze(decode_text(values["text"]))
        case NoteType.MULTIPLE_CHOICE:
            return MultipleChoice(decode_text(values["front"]), tuple(map(_decode_option, values["options"])))
        case NoteType.TYPED_ANSWER:
            return TypedAnswer(decode_text(values["front"]), decode_text(values["answer"]))
        case NoteType.CLAIM:
            return Claim(decode_text(values["claim"]))
        case NoteType.DIAGRAM:
            return Diagram(decode_drawing(values))
        case NoteType.CUSTOM:
            return CustomContent(custom_note_type_by_key(values["note_type"]), tuple(values["fields"]))
        case _:
            assert_never(note_type)


def _decode_option(values: dict[str, Any]) -> AnswerOption:
    return AnswerOption(decode_text(values["text"]), values["right"], _decode_optional_text(values["why"]))


def _decode_optional_text(value: Any) -> LocalizedText | None:
    return None if value is None else decode_text(value)
