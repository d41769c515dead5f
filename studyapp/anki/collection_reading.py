"""Reads the database of a collection of Anki: schema 11, where note types and decks are JSON, and schema 15 and later, where they
have tables of their own with messages in them."""

import json
import sqlite3
from collections import defaultdict
from typing import Any

from studyapp.anki.found import Found, FoundCard, FoundNote, FoundTemplate, FoundType
from studyapp.anki.progress import LogKind, LogLine
from studyapp.anki.protobuf import fields_of, number_of, text_of

_WITH_TABLES = 15
"""The first schema in which note types have tables."""

_KIND, _STYLE = 1, 3
_FRONT, _BACK = 1, 2
"""Fields of the messages of a note type and of a template."""

_USUAL_ROLLOVER = 4


def read_collection(connection: sqlite3.Connection) -> Found:
    """All of it but the media. sqlite3.Error, or ValueError and its like, when it is damaged."""
    prepare(connection)
    began_at, conf = connection.execute("SELECT crt, conf FROM col").fetchone()
    types = note_types(connection)
    if _has_tables(connection):
        decks, settings = _decks(connection), _settings(connection)
    else:
        decks, settings = _decks_from_json(connection), json.loads(conf)
    west = settings.get("creationOffset")
    return Found(
        decks,
        _notes(connection, types),
        began_at,
        west if isinstance(west, int) else None,
        settings.get("rollover", _USUAL_ROLLOVER),
        frozenset(),
        _nothing,
    )


def prepare(connection: sqlite3.Connection) -> None:
    """Let the database be read: it compares names in a way of its own, and is not to be trusted."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.create_collation("unicase", _by_case_folded)
    connection.text_factory = lambda data: data.decode(errors="replace")


def note_types(connection: sqlite3.Connection) -> dict[int, FoundType]:
    """The note types by their numbers."""
    return _types(connection) if _has_tables(connection) else _types_from_json(connection)


def _has_tables(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("SELECT ver FROM col").fetchone()
    return bool(version >= _WITH_TABLES)


def _nothing(name: str) -> bytes:
    raise KeyError(name)


def _by_case_folded(one: str, other: str) -> int:
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _types_from_json(connection: sqlite3.Connection) -> dict[int, FoundType]:
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    types = {}
    for number, model in models.items():
        fields = tuple(field["name"] for field in sorted(model["flds"], key=_ordinal))
        templates = tuple(
            FoundTemplate(template["name"], template["qfmt"], template["afmt"])
            for template in sorted(model["tmpls"], key=_ordinal)
        )
        is_cloze = model.get("type", 0) == 1
        types[int(number)] = FoundType(
            int(number), model["name"], fields, templates, is_cloze, model.get("css", "")
        )
    return types


def _decks_from_json(connection: sqlite3.Connection) -> dict[int, str]:
    decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    return {int(number): deck["name"] for number, deck in decks.items()}


def _ordinal(part: dict[str, Any]) -> int:
    return int(part["ord"])


def _types(connection: sqlite3.Connection) -> dict[int, FoundType]:
    fields: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[number].append(name)
    templates: dict[int, list[FoundTemplate]] = defaultdict(list)
    for number, name, config in connection.execute(
        "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    ):
        message = fields_of(config)
        templates[number].append(FoundTemplate(name, text_of(message, _FRONT), text_of(message, _BACK)))
    types = {}
    for number, name, config in connection.execute("SELECT id, name, config FROM notetypes"):
        message = fields_of(config)
        types[number] = FoundType(
            number,
            name,
            tuple(fields[number]),
            tuple(templates[number]),
            number_of(message, _KIND) == 1,
            text_of(message, _STYLE),
        )
    return types


def _decks(connection: sqlite3.Connection) -> dict[int, str]:
    return {
        number: name.replace("\x1f", "::")
        for number, name in connection.execute("SELECT id, name FROM decks")
    }


def _settings(connection: sqlite3.Connection) -> dict[str, Any]:
    rows = connection.execute("SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover')")
    return {key: json.loads(value) for key, value in rows}


def _notes(connection: sqlite3.Connection, types: dict[int, FoundType]) -> tuple[FoundNote, ...]:
    cards = _cards(connection)
    rows = connection.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
    return tuple(
        FoundNote(guid, types[kind], tuple(tags.split()), tuple(fields.split("\x1f")), tuple(cards[number]))
        for number, guid, kind, tags, fields in rows
    )


def _cards(connection: sqlite3.Connection) -> dict[int, list[FoundCard]]:
    log: dict[int, list[LogLine]] = defaultdict(list)
    for card, at, ease, interval, last, factor, took, kind in connection.execute(
        "SELECT cid, id, ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id"
    ):
        log[card].append(LogLine(at, ease, interval, last, factor, took, LogKind(kind)))
    found: dict[int, list[FoundCard]] = defaultdict(list)
    for note, number, *rest in connection.execute(
        "SELECT nid, id, CASE odid WHEN 0 THEN did ELSE odid END, ord, mod, type, queue, "
        "CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END, ivl, factor, reps, lapses, left, flags & 7, data "
        "FROM cards ORDER BY nid, ord"
    ):
        found[note].append(FoundCard._make((number, *rest, tuple(log[number]))))
    return found
