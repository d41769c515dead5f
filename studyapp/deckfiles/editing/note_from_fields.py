"""Reading a new note from the values of its fields, which the command line or a JSON text gives."""

from collections.abc import Mapping as Fields
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.note import Note
from studyapp.deckfiles.editing.deck_file import DeckFile
from studyapp.deckfiles.editing.values.marked_nodes import MarkedMapping, MarkedNode, MarkedScalar
from studyapp.deckfiles.problems.problem import Problem
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.reading.deck_reading import DeckReadResult
from studyapp.deckfiles.reading.note_reading import read_note
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

_NEW_ID = "new"


class FieldsReading(NamedTuple):
    """A note, or None if its fields have an error, and the problems. Their lines are the line that was given."""

    note: Note | None
    problems: tuple[Problem, ...]


def read_note_fields(
    fields: Fields[str, object], line: int, data: bytes, path: Path, reading: DeckReadResult | None = None
) -> FieldsReading:
    """Return the note that these fields would be in a deck file, with the defaults of the deck. Its id has no meaning.

    Numbers and truth values are read like their texts. Raises DeckEditError if the deck can't be read.
    """
    file = DeckFile.from_bytes(data, path, reading)
    problems = ProblemList(path)
    types = {note_type.id: note_type for note_type in file.deck.custom_note_types}
    defaults = _from_marked(file.defaults) if file.defaults else Mapping(line, 1)
    assert isinstance(defaults, Mapping)
    node = _from_value(dict(fields), line)
    assert isinstance(node, Mapping)
    result = read_note(node, file.deck.metadata.id, _NEW_ID, defaults, types, problems)
    return FieldsReading(result[0] if result else None, problems.in_file_order())


def _from_value(value: object, line: int) -> Node:
    if isinstance(value, dict):
        return Mapping(
            line,
            1,
            {
                str(name): (Scalar(line, 1, str(name)), _from_value(item, line))
                for name, item in value.items()
            },
        )
    if isinstance(value, list):
        return Sequence(line, 1, [_from_value(item, line) for item in value])
    if value is None or isinstance(value, bool):
        return Scalar(line, 1, "" if value is None else str(value).lower())
    return Scalar(line, 1, str(value))


def _from_marked(node: MarkedNode) -> Node:
    if isinstance(node, MarkedScalar):
        return Scalar(1, 1, node.text)
    if isinstance(node, MarkedMapping):
        entries = ((entry.key.text, entry.value) for entry in node.entries)
        return Mapping(1, 1, {name: (Scalar(1, 1, name), _from_marked(value)) for name, value in entries})
    return Sequence(1, 1, [_from_marked(item) for item in node.items])
