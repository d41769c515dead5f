"""Notes to the text of a deck file, as a person would write it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.note import Diagram, Note, Option, Templated
from studyapp.core.notes.note_fields import fields_of, type_of
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import Text
from studyapp.deckfiles.field_names import TYPE_BY_FIELD, TYPE_FIELDS
from studyapp.deckfiles.reading.deck_reading import read_deck_bytes

_WIDTH = 110


class _Dumper(yaml.CSafeDumper):
    """What has several lines stands on several lines, and a few words on one."""


class _OneLine(list[str]):
    """A list that stands on one line."""


def _represent_one_line(dumper: yaml.CSafeDumper, words: _OneLine) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", words, flow_style=True)


def _represent_words(dumper: yaml.CSafeDumper, words: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", words, "|" if "\n" in words and words.strip() else None
    )


_Dumper.add_representer(str, _represent_words)
_Dumper.add_representer(_OneLine, _represent_one_line)


def deck_text(head: DeckHead, notes: Sequence[Note]) -> str:
    """A whole deck file."""
    fields: dict[str, Any] = {"deck": head.id, "title": _text(head.title)}
    if head.description is not None:
        fields["description"] = _text(head.description)
    types = custom_types_of(notes)
    if types:
        fields["note_types"] = {one.id: _custom_type(one) for one in types}
    return f"{_dumped(fields)}notes:\n{note_texts(notes, 2)}"


def custom_types_of(notes: Sequence[Note]) -> list[CustomType]:
    """The types of these notes that are the deck's own."""
    found = (note.custom_type for note in notes)
    return list(dict.fromkeys(one for one in found if one is not None))


def custom_type_text(custom_type: CustomType, column: int) -> str:
    """A note type as an entry of `note_types` whose names stand in this column, from 0."""
    return _indented(_dumped({custom_type.id: _custom_type(custom_type)}), column)


def writable(head: DeckHead, notes: Sequence[Note]) -> list[Note]:
    """The notes that a deck file gives back as they are."""
    if _reads_back(head, notes):
        return list(notes)
    return [note for note in notes if _reads_back(head, [note])]


def _reads_back(head: DeckHead, notes: Sequence[Note]) -> bool:
    if any(isinstance(note.content, Diagram) for note in notes):
        return False
    text = deck_text(head, notes).encode(errors="replace")
    read = read_deck_bytes(text, Path(f"{head.id}.yaml")).deck
    return read is not None and read.notes == tuple(notes)


def note_texts(notes: Sequence[Note], column: int) -> str:
    """Notes as entries of a list whose dashes stand in this column, from 0."""
    return _indented(_dumped([_note(note) for note in notes]), column)


def _indented(text: str, column: int) -> str:
    return "".join(
        f"{' ' * column}{line}" if line.strip() else line for line in text.splitlines(keepends=True)
    )


def _dumped(value: object) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH))


def _note(note: Note) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": note.id}
    if note.guid:
        fields["guid"] = note.guid
    fields |= _content(note)
    if note.tags:
        fields["tags"] = _OneLine(note.tags)
    if note.section:
        fields["section"] = note.section
    if note.evidence is not None:
        fields["evidence"] = str(note.evidence)
    if note.requires:
        fields["requires"] = _OneLine(note.requires)
    if note.why is not None:
        fields["why"] = _text(note.why)
    return fields


def _content(note: Note) -> dict[str, Any]:
    content = note.content
    if isinstance(content, Diagram):
        raise TypeError(f"{note.key}: a drawing has a file of its own")
    if isinstance(content, Templated):
        named = zip(content.note_type.fields, content.fields, strict=True)
        return {"type": content.note_type.id, "fields": {name: html for name, html in named if html}}
    kind = type_of(content)
    fields: dict[str, Any] = {}
    if note.came_as is not None:
        fields["type"] = note.came_as.id
    elif kind is not NoteType.BASIC and kind not in TYPE_BY_FIELD.values():
        fields["type"] = str(kind)
    values = fields_of(content)
    for name in TYPE_FIELDS[kind]:
        value = values[name]
        if value is not None:
            fields[name] = _text(value) if isinstance(value, Text) else [_option(one) for one in value]
    return fields


def _custom_type(custom_type: CustomType) -> dict[str, Any]:
    fields: dict[str, Any] = {"name": custom_type.name}
    if custom_type.number:
        fields["anki"] = custom_type.number
    if custom_type.is_cloze:
        fields["cloze"] = True
    fields["fields"] = _OneLine(custom_type.fields)
    if custom_type.written_as:
        fields["written_as"] = custom_type.written_as
        named = zip(custom_type.fields, custom_type.parts, strict=True)
        fields["parts"] = {name: part for name, part in named if part}
    fields["cards"] = [
        {"name": template.name, "front": template.front, "back": template.back}
        for template in custom_type.templates
    ]
    if custom_type.style:
        fields["style"] = custom_type.style
    return fields


def _option(option: Option) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": _text(option.text)}
    if option.right:
        fields["right"] = True
    if option.why is not None:
        fields["why"] = _text(option.why)
    return fields


def _text(text: Text) -> str | dict[str, str]:
    return dict(text.versions) if text.languages else text.versions[0][1]
