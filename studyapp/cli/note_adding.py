"""The command `add`: adds notes that are given as options or as lines of JSON."""

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    make_edit_environment,
    open_collection,
    report_failure,
)
from studyapp.core.text.translatable import TranslatableError
from studyapp.deckfiles.editing.note_from_fields import read_note_fields
from studyapp.deckfiles.field_names import COMMON_NOTE_FIELDS, CUSTOM_NOTE_FIELDS, FIELDS_BY_TYPE
from studyapp.services.editing.note_adding import add_note
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.open_deck import open_deck
from studyapp.terminal_output import print_line

_UNDECODED_BYTE = re.compile("[\udc80-\udcff]")
"""What `surrogateescape` makes of a byte that is not UTF-8."""

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
    try:
        opened = open_deck(environment, deck_id)
        note, problems = read_note_fields(
            new_note.fields, new_note.line, opened.data, opened.path, opened.reading
        )
        for problem in problems:
            _report(new_note.place, f"{problem.message} {problem.hint}")
        if note is None:
            return False
        print_line(add_note(environment, deck_id, note).key)
    except TranslatableError as error:
        _report(new_note.place, str(error))
        return False
    return True


def _report(place: str, message: str) -> None:
    print_line(f"studyapp: {place}{message}", output=sys.stderr)


def _read_lines(lines: Iterable[str]) -> Iterator[_NewNote]:
    """Yield the notes of lines of JSON. Numbers are texts as they are written: 1.50 stays 1.50."""
    if isinstance(lines, io.TextIOWrapper):
        lines.reconfigure(encoding="utf-8", errors="surrogateescape")  # JSON is UTF-8 whatever the locale
    for number, line in enumerate(lines, 1):
        content = line.removeprefix("\ufeff") if number == 1 else line
        if not content.strip():
            continue
        place = f"line {number}: "
        if _UNDECODED_BYTE.search(content):
            yield _NewNote(place, number, {}, "not valid UTF-8. Save the text as UTF-8.")
            continue
        try:
            fields = json.loads(
                content, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_unique_fields
            )
        except (ValueError, RecursionError) as error:
            yield _NewNote(place, number, {}, f"not valid JSON: {error}. Write one object a line.")
            continue
        if not isinstance(fields, dict):
            yield _NewNote(place, number, {}, 'not an object. Write {"front": …, "back": …}.')
        elif "id" in fields:
            yield _NewNote(place, number, {}, "`id` is made from the text. Leave it out.")
        else:
            yield _NewNote(place, number, fields)


def _unique_fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the fields of an object. Raises ValueError if one occurs twice: `json` would drop the first."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"`{twice}` occurs twice")
    return fields


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
        given_fields = fields if _is_built_in(name) else own_fields
        if name in given_fields:
            return _NewNote("", 1, {}, f"`{name}` is given twice. Give it once.")
        given_fields[name] = text
    if own_fields:
        fields[CUSTOM_NOTE_FIELDS[0]] = own_fields
    return _NewNote("", 1, fields)


def _is_built_in(name: str) -> bool:
    return name in COMMON_NOTE_FIELDS or any(name in names for names in FIELDS_BY_TYPE.values())
