"""What a deck says of itself as JSON, the form in which the store keeps it."""

import json

from studyapp.core.notes.deck import DeckHead, Source
from studyapp.core.text.text_codec import decode_text, encode_text


def encode_head(head: DeckHead) -> str:
    """A deck's head without its id."""
    values = {
        "title": encode_text(head.title),
        "description": encode_text(head.description) if head.description else None,
        "languages": list(head.languages),
        "source": {
            "title": head.source.title,
            "author": head.source.author,
            "date": head.source.date,
            "link": head.source.link,
        },
    }
    return json.dumps(values, ensure_ascii=False)


def decode_head(deck: str, text: str) -> DeckHead:
    """The head that `encode_head` wrote."""
    values = json.loads(text)
    source = values["source"]
    return DeckHead(
        deck,
        decode_text(values["title"]),
        decode_text(values["description"]) if values["description"] else None,
        tuple(values["languages"]),
        Source(source["title"], source["author"], source["date"], source["link"]),
    )
