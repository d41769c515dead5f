"""Reads the database of a collection of Anki: schema 11, where note types and decks are JSON, and schema 15 and later, where they
have tables of their own with messages in them."""

import json
import math
import sqlite3
from collections import defaultdict
from typing import Any

from studyapp.anki.reading.preset_reading import presets_of
from studyapp.anki.reading.protobuf import fields_of, number_of, text_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomType
from studyapp.core.text.html_entities import without_endless
from studyapp.core.transfer.package_model import Found, FoundCard, FoundNote, nothing
from studyapp.core.transfer.review_log import LogKind, LogLine

_WITH_TABLES = 15
"""The first schema in which note types have tables."""

_KIND, _STYLE = 1, 3
_FRONT, _BACK = 1, 2
"""Fields of the messages of a note type and of a template."""

_USUAL_ROLLOVER = 4
_LATEST = 4_000_000_000
"""Unix seconds; a collection that began later did not."""

_LARGEST = 2**53
_LOG_KINDS = frozenset(LogKind)
_NO_RATING = -1
"""In place of the rating of a line that makes no sense."""


def read_collection(connection: sqlite3.Connection) -> Found:
    """All of it but the media. sqlite3.Error, or ValueError and its like, when it is damaged."""
    prepare(connection)
    began_at, conf = connection.execute("SELECT crt, conf FROM col").fetchone()
    types = note_types(connection)
    if _has_tables(connection):
        decks, settings = _decks(connection), _settings(connection)
    else:
        decks, settings = _decks_from_json(connection), json.loads(conf)
    west, rollover = settings.get("creationOffset"), settings.get("rollover")
    return Found(
        decks,
        _notes(connection, types),
        min(max(0, _whole(began_at)), _LATEST),
        west if isinstance(west, int) and abs(west) < 24 * 60 else None,
        rollover if isinstance(rollover, int) and 0 <= rollover < 24 else _USUAL_ROLLOVER,
        frozenset(),
        nothing,
        presets=presets_of(connection, has_tables=_has_tables(connection)),
    )


def prepare(connection: sqlite3.Connection) -> None:
    """Let the database be read: it compares names in a way of its own, and is not to be trusted."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.create_collation("unicase", _by_case_folded)
    connection.text_factory = lambda data: data.decode(errors="replace")


def note_types(connection: sqlite3.Connection) -> dict[int, CustomType]:
    """The note types by their numbers."""
    return _types(connection) if _has_tables(connection) else _types_from_json(connection)


def _has_tables(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("SELECT ver FROM col").fetchone()
    return bool(version >= _WITH_TABLES)


def _by_case_folded(one: str, other: str) -> int:
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _types_from_json(connection: sqlite3.Connection) -> dict[int, CustomType]:
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    types = {}
    for number, model in models.items():
        fields = tuple(_words(field["name"]) for field in sorted(model["flds"], key=_ordinal))
        templates = tuple(
            CardTemplate(*(_words(template[name]) for name in ("name", "qfmt", "afmt")))
            for template in sorted(model["tmpls"], key=_ordinal)
        )
        is_cloze = model.get("type", 0) == 1
        types[int(number)] = CustomType(
            int(number), _words(model["name"]), fields, templates, is_cloze, _words(model.get("css", ""))
        )
    return types


def _decks_from_json(connection: sqlite3.Connection) -> dict[int, str]:
    decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    return {int(number): _words(deck["name"]) for number, deck in decks.items()}


def _ordinal(part: dict[str, Any]) -> int:
    return int(part["ord"])


def _types(connection: sqlite3.Connection) -> dict[int, CustomType]:
    fields: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[number].append(_words(name))
    templates: dict[int, list[CardTemplate]] = defaultdict(list)
    for number, name, config in connection.execute(
        "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    ):
        message = fields_of(config)
        templates[number].append(
            CardTemplate(_words(name), text_of(message, _FRONT), text_of(message, _BACK))
        )
    types = {}
    for number, name, config in connection.execute("SELECT id, name, config FROM notetypes"):
        message = fields_of(config)
        types[number] = CustomType(
            number,
            _words(name),
            tuple(fields[number]),
            tuple(templates[number]),
            number_of(message, _KIND) == 1,
            text_of(message, _STYLE),
        )
    return types


def _decks(connection: sqlite3.Connection) -> dict[int, str]:
    return {
        number: _words(name).replace("\x1f", "::")
        for number, name in connection.execute("SELECT id, name FROM decks")
    }


def _settings(connection: sqlite3.Connection) -> dict[str, Any]:
    rows = connection.execute("SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover')")
    return {key: json.loads(value) for key, value in rows}


def _notes(connection: sqlite3.Connection, types: dict[int, CustomType]) -> tuple[FoundNote, ...]:
    cards = _cards(connection)
    rows = connection.execute("SELECT id, guid, mid, tags, flds, mod FROM notes ORDER BY id")
    return tuple(
        FoundNote(
            _words(guid) or f"studyapp-{number}",
            types.get(kind) or CustomType(_whole(kind), f"{kind}", (), (), False, ""),
            tuple(dict.fromkeys(_words(tags).split())),
            tuple(without_endless(_words(fields)).split("\x1f")),
            tuple(cards[number]),
            _whole(changed_at),
        )
        for number, guid, kind, tags, fields, changed_at in rows
    )


def _words(value: object) -> str:
    """A text that can be written, whatever stands there."""
    return str(value if value is not None else "").encode(errors="replace").decode()


def _whole(value: object) -> int:
    """A whole number that can be counted with, whatever stands there."""
    if not isinstance(value, int | float) or not math.isfinite(value):
        return 0
    return int(max(-_LARGEST, min(value, _LARGEST)))


def _cards(connection: sqlite3.Connection) -> dict[int, list[FoundCard]]:
    log: dict[int, list[LogLine]] = defaultdict(list)
    for card, at, ease, interval, last, factor, took, kind in connection.execute(
        "SELECT cid, id, ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id"
    ):
        numbers = (at, ease, interval, last, factor, took)
        if kind in _LOG_KINDS and all(isinstance(number, int) for number in numbers):
            log[card].append(LogLine(*numbers, LogKind(kind)))
        else:
            log[card].append(LogLine(_whole(at), _NO_RATING, 0, 0, 0, 0, LogKind.LEARNING))
    found: dict[int, list[FoundCard]] = defaultdict(list)
    for note, number, *rest in connection.execute(
        "SELECT nid, id, CASE odid WHEN 0 THEN did ELSE odid END, ord, mod, type, queue, "
        "CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END, ivl, factor, reps, lapses, left, flags & 7, odid != 0, data "
        "FROM cards ORDER BY nid, ord"
    ):
        *numbers, is_filtered, data = rest
        card = (_whole(number), *map(_whole, numbers), _words(data))
        found[note].append(FoundCard._make((*card, tuple(log[number]), bool(is_filtered))))
    return found
