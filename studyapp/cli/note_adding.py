"""The command `add`: adds notes that are given as options or as lines of JSON."""

import json
import sys
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    open_collection,
    report_failure,
)
from studyapp.cli.edit_environment import make_edit_environment
from studyapp.core.text.translatable import TranslatableError
from studyapp.deckfiles.editing.note_from_fields import read_note_fields
from studyapp.deckfiles.field_names import COMMON_NOTE_FIELDS, CUSTOM_NOTE_FIELDS, FIELDS_BY_TYPE
from studyapp.services.editing.note_adding import add_note
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.terminal_output import print_line

_FIELD_OPTIONS = ("type", "front", "back", "tags")


class _NewNote(NamedTuple):
    """The fields of a note, or why there are none, and where they are given, for messages."""

    place: str
    line: int
    fields: dict[str, Any]
    problem: str = ""


def run_add(options: SimpleNamespace) -> int:
    """Add the notes and print their keys. What can't be added is reported with its line; the other notes are added."""
    if not options.json and not options.field and not any(vars(options)[name] for name in _FIELD_OPTIONS):
        return report_failure(
            "no fields: give --front and --back, --field NAME=TEXT, or --json", EXIT_PROBLEMS
        )
    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks([options.deck], library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        environment = make_edit_environment(options, collection, library)
        new_notes = _read_lines(sys.stdin) if options.json else [_read_options(options)]
        added = [_add(environment, options.deck, new_note) for new_note in new_notes]
    return EXIT_OK if all(added) else EXIT_PROBLEMS


def _add(environment: EditEnvironment, deck_id: str, new_note: _NewNote) -> bool:
    """Add a note and print its key, or report why it can't be added and return False."""
    if new_note.problem:
        _report(new_note.place, new_note.problem)
        return False
    opened = open_deck(environment, deck_id)
    note, problems = read_note_fields(
        new_note.fields, new_note.line, opened.data, opened.path, opened.reading
    )
    for problem in problems:
        _report(new_note.place, f"{problem.message} {problem.hint}")
    if note is None:
        return False
    try:
        print_line(add_note(environment, deck_id, note).key)
    except TranslatableError as error:
        _report(new_note.place, str(error))
        return False
    return True


def _report(place: str, message: str) -> None:
    print_line(f"studyapp: {place}{message}", output=sys.stderr)


def _read_lines(lines: Iterable[str]) -> Iterator[_NewNote]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"line {number}: "
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _NewNote(place, number, {}, f"not valid JSON: {error}. Write one object a line.")
            continue
        if not isinstance(fields, dict):
            yield _NewNote(place, number, {}, 'not an object. Write {"front": …, "back": …}.')
        elif "id" in fields:
            yield _NewNote(place, number, {}, "`id` is made from the text. Leave it out.")
        else:
            yield _NewNote(place, number, fields)


def _read_options(options: SimpleNamespace) -> _NewNote:
    given = vars(options)
    fields: dict[str, Any] = {name: given[name] for name in _FIELD_OPTIONS if given[name] is not None}
    own_fields: dict[str, str] = {}
    for option in options.field:
        name, sign, text = option.partition("=")
        if not sign:
            return _NewNote("", 1, {}, f"--field {option}: write it as NAME=TEXT.")
        if name == "id":
            return _NewNote("", 1, {}, "`id` is made from the text. Leave it out.")
        (fields if _is_built_in(name) else own_fields)[name] = text
    if own_fields:
        fields[CUSTOM_NOTE_FIELDS[0]] = own_fields
    return _NewNote("", 1, fields)


def _is_built_in(name: str) -> bool:
    return name in COMMON_NOTE_FIELDS or any(name in names for names in FIELDS_BY_TYPE.values())
