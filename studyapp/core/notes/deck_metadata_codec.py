"""JSON of a deck's metadata, as stored."""

import json
from typing import Any

from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.text.text_codec import decode_text, encode_text


def encode_deck_metadata(metadata: DeckMetadata) -> str:
    """Return the metadata as JSON, without the deck id."""
    values: dict[str, Any] = {
        "title": encode_text(metadata.title),
        "description": encode_text(metadata.description) if metadata.description else None,
        "languages": list(metadata.languages),
        "source": {
            "title": metadata.source.title,
            "author": metadata.source.author,
            "date": metadata.source.date,
            "link": metadata.source.link,
        },
    }
    if metadata.retired_ids:
        values["retired"] = list(metadata.retired_ids)
    return json.dumps(values, ensure_ascii=False)


def decode_deck_metadata(deck_id: str, json_text: str) -> DeckMetadata:
    """Return the metadata that `encode_deck_metadata` encoded."""
    values = json.loads(json_text)
    source = values["source"]
    return DeckMetadata(
        deck_id,
        decode_text(values["title"]),
        decode_text(values["description"]) if values["description"] else None,
        tuple(values["languages"]),
        DeckSource(source["title"], source["author"], source["date"], source["link"]),
        tuple(values.get("retired", ())),
    )
