"""JSON of custom note types as stored, and the key under which it is stored.

FROZEN: notes refer to their type by a hash of this JSON.
"""

import hashlib
import json
from functools import lru_cache
from typing import Any

from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS, settings_from_mapping
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType


def encode_custom_note_type(custom_type: CustomNoteType) -> str:
    """Return the note type as JSON."""
    values: dict[str, Any] = {
        "number": custom_type.anki_id,
        "name": custom_type.name,
        "fields": list(custom_type.fields),
        "cards": [
            {"name": template.name, "front": template.front, "back": template.back}
            for template in custom_type.templates
        ],
        "is_cloze": custom_type.is_cloze,
        "style": custom_type.css,
        "id": custom_type.id,
        "written_as": custom_type.builtin_type,
        "parts": list(custom_type.field_roles),
    }
    if custom_type.settings != DEFAULT_SETTINGS:  # so that the keys of types without settings stay the same
        values["anki_settings"] = custom_type.settings.to_mapping()
    return json.dumps(values, ensure_ascii=False)


@lru_cache(maxsize=100)
def decode_custom_note_type(json_text: str) -> CustomNoteType:
    """Return the note type that `encode_custom_note_type` encoded."""
    values = json.loads(json_text)
    return CustomNoteType(
        anki_id=values["number"],
        name=values["name"],
        fields=tuple(values["fields"]),
        templates=tuple(CardTemplate(card["name"], card["front"], card["back"]) for card in values["cards"]),
        is_cloze=values["is_cloze"],
        css=values["style"],
        id=values["id"],
        builtin_type=values["written_as"],
        field_roles=tuple(values["parts"]),
        settings=settings_from_mapping(values.get("anki_settings", {})),
    )


@lru_cache(maxsize=1_000)
def custom_note_type_key(custom_type: CustomNoteType) -> str:
    """Return the key of a note type in the store: a hash of its content, so that a changed type has another key."""
    return hashlib.sha256(encode_custom_note_type(custom_type).encode()).hexdigest()[:32]
