"""Drafts as the YAML nodes that the reader of deck files takes. Each node has a line of its own, which tells its field."""

from collections.abc import Mapping as ByName
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.drawing import Drawing
from studyapp.core.notes.note_type import NoteType
from studyapp.deckfiles.reading.drawing_reading import drawing_path
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence
from studyapp.services.editing.drafts.draft_fields import (
    EVIDENCE,
    EXPLANATION,
    OPTIONS,
    PREREQUISITES,
    SECTION,
    TAGS,
    FieldKey,
    builtin_type,
    html_field,
    is_html_type,
)
from studyapp.services.editing.drafts.note_draft import (
    DraftText,
    NoteDraft,
    is_blank,
    text_fields,
    written_versions,
)

_DRAWING_NAME = "drawing"
"""Stands for the name of the drawing, which a note does not have. The drawing is not read again."""


class DraftNodes(NamedTuple):
    """The mapping of a note, the field of each line, and the drawings that the reader knows already, by path."""

    mapping: Mapping
    field_by_line: dict[int, FieldKey]
    drawing_by_path: dict[Path, Drawing]


def build_draft_nodes(
    draft: NoteDraft, deck_path: Path, custom_note_types: ByName[str, CustomNoteType]
) -> DraftNodes:
    """Return the nodes that a deck file with this note would have. Fields that are blank are left out."""
    builder = _NodeBuilder()
    fields: dict[str, Node] = {"type": builder.scalar(FieldKey("type"), draft.type_name)}
    drawings: dict[Path, Drawing] = {}
    note_type = (
        builtin_type(draft.type_name, custom_note_types)
        if draft.type_name in (*NoteType, *custom_note_types)
        else NoteType.BASIC  # the reader reports the unknown type
    )
    if is_html_type(draft.type_name, custom_note_types):
        fields["fields"] = _html_fields(builder, draft, custom_note_types[draft.type_name])
    elif note_type is NoteType.DIAGRAM and draft.drawing is not None:
        fields["diagram"] = builder.scalar(FieldKey("diagram"), _DRAWING_NAME)
        drawings[drawing_path(deck_path, _DRAWING_NAME)] = draft.drawing
    else:
        for name in text_fields(note_type):
            if not is_blank(draft.texts.get(name, ())):
                fields[name] = builder.text(FieldKey(name), draft.texts[name])
        if note_type is NoteType.MULTIPLE_CHOICE:
            fields[OPTIONS] = _options(builder, draft)
    for name, values in ((TAGS, draft.tags), (PREREQUISITES, draft.prerequisites)):
        if values:
            fields[name] = builder.sequence(FieldKey(name), values)
    for name, value in ((SECTION, draft.section), (EVIDENCE, draft.evidence), ("guid", draft.anki_guid)):
        if value.strip():
            fields[name] = builder.scalar(FieldKey(name), value)
    if not is_blank(draft.explanation):
        fields[EXPLANATION] = builder.text(FieldKey(EXPLANATION), draft.explanation)
    return DraftNodes(builder.mapping(FieldKey(""), fields), builder.field_by_line, drawings)


def _html_fields(builder: "_NodeBuilder", draft: NoteDraft, custom_type: CustomNoteType) -> Mapping:
    html_by_name = {
        name: "".join(version for _, version in draft.texts.get(name, ())) for name in custom_type.fields
    }
    nodes: dict[str, Node] = {
        name: builder.scalar(FieldKey(html_field(name)), html) for name, html in html_by_name.items() if html
    }
    return builder.mapping(FieldKey(""), nodes)


def _options(builder: "_NodeBuilder", draft: NoteDraft) -> Sequence:
    items: list[Node] = []
    for index, option in enumerate(draft.options):
        if option.is_blank:
            continue
        key = FieldKey(OPTIONS, option=index)
        fields: dict[str, Node] = {"right": builder.scalar(key, "true" if option.is_correct else "false")}
        if not is_blank(option.text):
            fields["text"] = builder.text(key, option.text)
        if not is_blank(option.explanation):
            fields["why"] = builder.text(key, option.explanation)
        items.append(builder.mapping(key, fields))
    return Sequence(builder.next_line(FieldKey(OPTIONS)), 1, items)


class _NodeBuilder:
    """Creates nodes, each on the next line."""

    def __init__(self) -> None:
        self.field_by_line: dict[int, FieldKey] = {0: FieldKey(PREREQUISITES)}
        """Line 0 is that of prerequisites that other notes have."""

    def next_line(self, key: FieldKey) -> int:
        line = len(self.field_by_line)
        self.field_by_line[line] = key
        return line

    def scalar(self, key: FieldKey, text: str) -> Scalar:
        return Scalar(self.next_line(key), 1, text)

    def text(self, key: FieldKey, text: DraftText) -> Node:
        versions = written_versions(text)
        if len(versions) == 1 and not versions[0][0]:
            return self.scalar(key, versions[0][1])
        nodes = {
            language: self.scalar(key._replace(language=language), version) for language, version in versions
        }
        return self.mapping(key, dict(nodes))

    def sequence(self, key: FieldKey, texts: tuple[str, ...]) -> Sequence:
        return Sequence(self.next_line(key), 1, [self.scalar(key, text) for text in texts])

    def mapping(self, key: FieldKey, fields: dict[str, Node]) -> Mapping:
        line = self.next_line(key)
        return Mapping(line, 1, {name: (Scalar(line, 1, name), node) for name, node in fields.items()})
