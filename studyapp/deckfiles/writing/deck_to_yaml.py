"""Converting notes to the YAML text of a deck file, in a form that is easy to read and edit."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from studyapp.core.notes.anki_settings import DEFAULT_SETTINGS
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import AnswerOption, CustomContent, Diagram, Note
from studyapp.core.notes.note_fields import content_fields, note_type_of
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.field_names import FIELDS_BY_TYPE, TYPE_BY_FIELD
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes
from studyapp.deckfiles.writing.simple_yaml import LINE_WIDTH, write_list_item

_UNLIMITED_WIDTH = 2**31 - 1
_NOTES_PER_STEP = 1_000
"""Notes that are written between two calls of a progress callback."""

NoteCountCallback = Callable[[int], None]
"""Called about every 1,000 notes with their number. It may raise an exception to stop."""


def ignore_note_count(note_count: int) -> None:
    """Discard the progress report."""


class _Dumper(yaml.CSafeDumper):
    """Writes multi-line strings as block scalars and `_FlowList`s in flow style."""


class _FlowList(list[str]):
    """A list that is written in flow style, on one line."""


def _represent_flow_list(dumper: yaml.CSafeDumper, items: _FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


def _represent_string(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    # Editors often remove blank lines at the end of a block scalar.
    is_block = "\n" in text and text.strip() and not text.endswith("\n\n")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if is_block else None)


_Dumper.add_representer(str, _represent_string)
_Dumper.add_representer(_FlowList, _represent_flow_list)


def deck_to_yaml(
    metadata: DeckMetadata, notes: Sequence[Note], progress: NoteCountCallback = ignore_note_count
) -> str:
    """Return the text of a deck file with these notes."""
    fields: dict[str, Any] = {"deck": metadata.id, "title": text_to_yaml_value(metadata.title)}
    if metadata.description is not None:
        fields["description"] = text_to_yaml_value(metadata.description)
    if metadata.retired_ids:
        fields["retired"] = _FlowList(metadata.retired_ids)
    types = collect_custom_note_types(notes)
    if types:
        fields["note_types"] = {note_type.id: custom_note_type_to_fields(note_type) for note_type in types}
    return f"{_dump(fields)}notes:\n{notes_to_yaml(notes, 2, progress)}"


def collect_custom_note_types(notes: Sequence[Note]) -> list[CustomNoteType]:
    """Return the custom note types of the notes, each once, in order of first use."""
    note_types = (note.custom_note_type for note in notes)
    return list(dict.fromkeys(note_type for note_type in note_types if note_type is not None))


def custom_note_type_to_yaml(custom_type: CustomNoteType, column: int) -> str:
    """Return a note type as an entry of `note_types`, indented to `column`, which starts at 0."""
    return _indent(_dump({custom_type.id: custom_note_type_to_fields(custom_type)}), column)


class WrittenDeck(NamedTuple):
    """The content of a deck file, and what is read from it."""

    data: bytes
    reading: DeckReadResult


def write_deck(
    metadata: DeckMetadata,
    notes: Sequence[Note],
    path: Path,
    progress: NoteCountCallback = ignore_note_count,
) -> WrittenDeck | None:
    """Return the content of a new deck file at `path` with these notes. None if reading it would give
    other notes."""
    if any(isinstance(note.content, Diagram) for note in notes):
        return None
    data = deck_to_yaml(metadata, notes, progress).encode(errors="replace")
    reading = read_deck_bytes(data, path, progress)
    is_same = reading.deck is not None and reading.deck.notes == tuple(notes)
    return WrittenDeck(data, reading) if is_same else None


def select_writable_notes(
    metadata: DeckMetadata, notes: Sequence[Note], progress: NoteCountCallback = ignore_note_count
) -> list[Note]:
    """Return the notes that are unchanged when they are written to a deck file and read again."""
    path = Path(f"{metadata.id}.yaml")
    if write_deck(metadata, notes, path, progress) is not None:
        return list(notes)
    return [note for note in notes if write_deck(metadata, [note], path, progress) is not None]


def notes_to_yaml(notes: Sequence[Note], column: int, progress: NoteCountCallback = ignore_note_count) -> str:
    """Return notes as list items whose dashes are at `column`, which starts at 0."""
    parts: list[str] = []
    for start in range(0, len(notes), _NOTES_PER_STEP):
        progress(len(notes))
        batch = notes[start : start + _NOTES_PER_STEP]
        items = (write_list_item(note_to_fields(note), _dump) for note in batch)
        parts.append(_indent("".join(items), column))
    return "".join(parts) or _indent(_dump([]), column)


def block_yaml(value: dict[str, Any] | list[dict[str, Any]], column: int) -> str:
    """Return fields, or a list of them, in block style, indented to `column`, which starts at 0."""
    return _indent(_dump(value), column)


def flow_yaml(value: object) -> str:
    """Return a text, a list or fields on one line, to be written within a list or mapping in flow style."""
    text = yaml.dump(
        [value],
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_UNLIMITED_WIDTH,
        default_flow_style=True,
    )
    return str(text).strip()[1:-1]


def _indent(text: str, column: int) -> str:
    # A line of other white space, such as no-break spaces, is text.
    return "".join(
        f"{' ' * column}{line}" if line.strip(" \r\n") else line for line in text.splitlines(keepends=True)
    )


def _dump(value: object) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH))


def note_to_fields(note: Note) -> dict[str, Any]:
    """Return the fields of a note as they are written in a deck file, in this order.

    A value is a text, texts by language or by field name, a list of texts, or the options of a choice. Raises
    TypeError for a note with a drawing.
    """
    fields: dict[str, Any] = {"id": note.id}
    if note.anki_guid:
        fields["guid"] = note.anki_guid
    fields |= _content_to_fields(note)
    if note.tags:
        fields["tags"] = _FlowList(note.tags)
    if note.section:
        fields["section"] = note.section
    if note.evidence is not None:
        fields["evidence"] = str(note.evidence)
    if note.prerequisites:
        fields["requires"] = _FlowList(note.prerequisites)
    if note.explanation is not None:
        fields["why"] = text_to_yaml_value(note.explanation)
    return fields


def _content_to_fields(note: Note) -> dict[str, Any]:
    content = note.content
    if isinstance(content, Diagram):
        raise TypeError(f"{note.key}: a drawing has a file of its own")
    if isinstance(content, CustomContent):
        named_fields = zip(content.note_type.fields, content.fields, strict=True)
        return {"type": content.note_type.id, "fields": {name: html for name, html in named_fields if html}}
    note_type = note_type_of(content)
    fields: dict[str, Any] = {}
    if note.original_note_type is not None:
        fields["type"] = note.original_note_type.id
    elif note_type is not NoteType.BASIC and note_type not in TYPE_BY_FIELD.values():
        fields["type"] = str(note_type)
    values = content_fields(content)
    for name in FIELDS_BY_TYPE[note_type]:
        value = values[name]
        if value is not None:
            fields[name] = (
                text_to_yaml_value(value)
                if isinstance(value, LocalizedText)
                else [_choice_option_to_mapping(option) for option in value]
            )
    return fields


def custom_note_type_to_fields(custom_type: CustomNoteType) -> dict[str, Any]:
    """Return the fields of a note type as they are written in `note_types`."""
    fields: dict[str, Any] = {"name": custom_type.name}
    if custom_type.anki_id:
        fields["anki"] = custom_type.anki_id
    if custom_type.is_cloze:
        fields["cloze"] = True
    fields["fields"] = _FlowList(custom_type.fields)
    if custom_type.builtin_type:
        fields["written_as"] = custom_type.builtin_type
        named_roles = zip(custom_type.fields, custom_type.field_roles, strict=True)
        fields["parts"] = {name: role for name, role in named_roles if role}
    fields["cards"] = [
        {"name": template.name, "front": template.front, "back": template.back}
        for template in custom_type.templates
    ]
    if custom_type.css:
        fields["style"] = custom_type.css
    if custom_type.settings != DEFAULT_SETTINGS:
        fields["anki_settings"] = custom_type.settings.to_mapping()
    return fields


def _choice_option_to_mapping(option: AnswerOption) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": text_to_yaml_value(option.text)}
    if option.is_correct:
        fields["right"] = True
    if option.explanation is not None:
        fields["why"] = text_to_yaml_value(option.explanation)
    return fields


def text_to_yaml_value(text: LocalizedText) -> str | dict[str, str]:
    """Return a text as it is written: alone, or by language."""
    return dict(text.versions) if text.languages else text.versions[0][1]
