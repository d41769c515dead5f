"""Custom note types as JSON, as the store keeps them, and the key they are stored under.

FROZEN: notes refer to their type by a hash of this JSON.
"""

import hashlib
import json
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CardTemplate, CustomType


def encode_custom_type(custom_type: CustomType) -> str:
    """The JSON of a custom note type."""
    return json.dumps(
        {
            "number": custom_type.number,
            "name": custom_type.name,
            "fields": list(custom_type.fields),
            "cards": [
                {"name": template.name, "front": template.front, "back": template.back}
                for template in custom_type.templates
            ],
            "is_cloze": custom_type.is_cloze,
            "style": custom_type.style,
            "id": custom_type.id,
            "written_as": custom_type.written_as,
            "parts": list(custom_type.parts),
        },
        ensure_ascii=False,
    )


def decode_custom_type(text: str) -> CustomType:
    """The type that `encode_custom_type` wrote."""
    values = json.loads(text)
    return CustomType(
        number=values["number"],
        name=values["name"],
        fields=tuple(values["fields"]),
        templates=tuple(CardTemplate(card["name"], card["front"], card["back"]) for card in values["cards"]),
        is_cloze=values["is_cloze"],
        style=values["style"],
        id=values["id"],
        written_as=values["written_as"],
        parts=tuple(values["parts"]),
    )


@lru_cache(maxsize=1_000)
def custom_type_name(custom_type: CustomType) -> str:
    """The key of a type in the store: a hash of its content, so that a changed type is a different one."""
    return hashlib.sha256(encode_custom_type(custom_type).encode()).hexdigest()[:32]
