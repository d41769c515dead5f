"""Notes and deck heads as JSON, the form in which the store keeps them.

Generic over the frozen dataclasses of the core: a field that equals its default is left out, a text is a
string or an object by language, and the type of a note's content is named.
"""

import json
from typing import Any

from studyapp.core.deck import DeckHead, Source
from studyapp.core.note import Basic, Choice, Cloze, Content, Evidence, Note, Option, Reversed, Term, Typed
from studyapp.core.text import Text

_TYPES: dict[str, type[Content]] = {
    kind.__name__.lower(): kind for kind in (Basic, Reversed, Term, Cloze, Choice, Typed)
}


def encode_note(note: Note) -> str:
    """The note without its identity. Equal notes give equal text, so it also tells whether one changed."""
    content = {name: _encoded(getattr(note.content, name)) for name in note.content.__dataclass_fields__}
    values = {
        "type": note.type_name,
        "content": content,
        "tags": list(note.tags),
        "section": note.section,
        "evidence": note.evidence,
        "requires": list(note.requires),
        "why": _encoded(note.why),
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
        why=_text_or_none(values.get("why")),
    )


def encode_head(head: DeckHead) -> str:
    """A deck's head without its id."""
    source = {name: getattr(head.source, name) for name in Source.__dataclass_fields__}
    values = {
        "title": _encoded(head.title),
        "description": _encoded(head.description),
        "languages": list(head.languages),
        "source": source,
    }
    return json.dumps(values, ensure_ascii=False)


def decode_head(deck: str, text: str) -> DeckHead:
    """The head that `encode_head` wrote."""
    values = json.loads(text)
    return DeckHead(
        deck,
        _text(values["title"]),
        _text_or_none(values["description"]),
        tuple(values["languages"]),
        Source(**values["source"]),
    )


def _encoded(value: object) -> Any:
    match value:
        case Text(versions):
            return dict(versions) if value.languages else versions[0][1]
        case Option(text, right, why):
            return {"text": _encoded(text), "right": right, "why": _encoded(why)}
        case tuple():
            return [_encoded(item) for item in value]
        case _:
            return value


def _content(type_name: str, values: dict[str, Any]) -> Content:
    kind = _TYPES[type_name]
    if kind is Choice:
        options = tuple(
            Option(_text(option["text"]), option["right"], _text_or_none(option["why"]))
            for option in values["options"]
        )
        return Choice(_text(values["front"]), options)
    fields: dict[str, Any] = {name: _text_or_none(value) for name, value in values.items()}
    return kind(**fields)


def _text(value: Any) -> Text:
    return Text.plain(value) if isinstance(value, str) else Text(tuple(value.items()))


def _text_or_none(value: Any) -> Text | None:
    return None if value is None else _text(value)
