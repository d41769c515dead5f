"""The characters of a note that a deck file can't contain."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studyapp.deckfiles.editing.edit_error import refused_change_error
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.text_decoding import DISALLOWED_CHARACTER, format_code_point
from studyapp.deckfiles.yaml_nodes import Position


def check_characters(path: Path, line: int, note_id: str, fields: Mapping[str, object]) -> None:
    """Raise DeckEditError if the fields of a note have a control character or half of a surrogate pair."""
    for text in _iterate_texts(fields):
        match = DISALLOWED_CHARACTER.search(text)
        if match:
            problems = ProblemList(path)
            character = format_code_point(match[0])
            problems.add(ProblemKind.CONTROL_CHARACTER, Position(line, 1), character=character)
            raise refused_change_error(path, line, note_id, problems.in_file_order())


def _iterate_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _iterate_texts(name)
            yield from _iterate_texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _iterate_texts(item)
