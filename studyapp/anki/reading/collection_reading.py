"""Reads the database of a collection of Anki: schema 11, where note types and decks are JSON, and schema 15 and later, where they
have tables of their own with messages in them."""

import json
import math
import sqlite3
from collections import defaultdict
from typing import Any

from studyapp.anki.reading.preset_reading import read_presets
from studyapp.anki.reading.protobuf import parse_message, read_int, read_text
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.text.html_entities import replace_invalid_entities
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, no_media
from studyapp.core.transfer.review_log import ReviewLogKind, ReviewLogRow

_FIRST_TABLE_SCHEMA = 15
"""The first schema in which note types have tables."""

_KIND_FIELD, _CSS_FIELD = 1, 3
_FRONT_FIELD, _BACK_FIELD = 1, 2
"""Fields of the messages of a note type and of a template."""

_DEFAULT_ROLLOVER = 4
_MAX_CREATED_AT = 4_000_000_000
"""Unix seconds; a collection that began later did not."""

_MAX_INT = 2**53
_LOG_KINDS = frozenset(ReviewLogKind)
_INVALID_EASE = -1
"""In place of the rating of a line that makes no sense."""


def read_collection(connection: sqlite3.Connection) -> PackageData:
    """All of it but the media. sqlite3.Error, or ValueError and its like, when it is damaged."""
    configure_connection(connection)
    began_at, conf = connection.execute("SELECT crt, conf FROM col").fetchone()
    types = read_note_types(connection)
    if _has_note_type_tables(connection):
        decks, settings = _decks_from_tables(connection), _read_config(connection)
    else:
        decks, settings = _decks_from_json(connection), json.loads(conf)
    west, rollover = settings.get("creationOffset"), settings.get("rollover")
    return PackageData(
        decks,
        _read_notes(connection, types),
        min(max(0, _to_int(began_at)), _MAX_CREATED_AT),
        west if isinstance(west, int) and abs(west) < 24 * 60 else None,
        rollover if isinstance(rollover, int) and 0 <= rollover < 24 else _DEFAULT_ROLLOVER,
        frozenset(),
        no_media,
        presets_by_deck_id=read_presets(connection, has_tables=_has_note_type_tables(connection)),
    )


def configure_connection(connection: sqlite3.Connection) -> None:
    """Let the database be read: it compares names in a way of its own, and is not to be trusted."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.create_collation("unicase", _compare_casefolded)
    connection.text_factory = lambda data: data.decode(errors="replace")


def read_note_types(connection: sqlite3.Connection) -> dict[int, CustomNoteType]:
    """The note types by their numbers."""
    return (
        _note_types_from_tables(connection)
        if _has_note_type_tables(connection)
        else _note_types_from_json(connection)
    )


def _has_note_type_tables(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("SELECT ver FROM col").fetchone()
    return bool(version >= _FIRST_TABLE_SCHEMA)


def _compare_casefolded(one: str, other: str) -> int:
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _note_types_from_json(connection: sqlite3.Connection) -> dict[int, CustomNoteType]:
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    types = {}
    for number, model in models.items():
        fields = tuple(_to_text(field["name"]) for field in sorted(model["flds"], key=_ordinal))
        templates = tuple(
            CardTemplate(*(_to_text(template[name]) for name in ("name", "qfmt", "afmt")))
            for template in sorted(model["tmpls"], key=_ordinal)
        )
        is_cloze = model.get("type", 0) == 1
        types[int(number)] = CustomNoteType(
            int(number), _to_text(model["name"]), fields, templates, is_cloze, _to_text(model.get("css", ""))
        )
    return types


def _decks_from_json(connection: sqlite3.Connection) -> dict[int, str]:
    decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    return {int(number): _to_text(deck["name"]) for number, deck in decks.items()}


def _ordinal(part: dict[str, Any]) -> int:
    return int(part["ord"])


def _note_types_from_tables(connection: sqlite3.Connection) -> dict[int, CustomNoteType]:
    fields: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[number].append(_to_text(name))
    templates: dict[int, list[CardTemplate]] = defaultdict(list)
    for number, name, config in connection.execute(
        "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    ):
        message = parse_message(config)
        templates[number].append(
            CardTemplate(_to_text(name), read_text(message, _FRONT_FIELD), read_text(message, _BACK_FIELD))
        )
    types = {}
    for number, name, config in connection.execute("SELECT id, name, config FROM notetypes"):
        message = parse_message(config)
        types[number] = CustomNoteType(
            number,
            _to_text(name),
            tuple(fields[number]),
            tuple(templates[number]),
            read_int(message, _KIND_FIELD) == 1,
            read_text(message, _CSS_FIELD),
        )
    return types


def _decks_from_tables(connection: sqlite3.Connection) -> dict[int, str]:
    return {
        number: _to_text(name).replace("\x1f", "::")
        for number, name in connection.execute("SELECT id, name FROM decks")
    }


def _read_config(connection: sqlite3.Connection) -> dict[str, Any]:
    rows = connection.execute("SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover')")
    return {key: json.loads(value) for key, value in rows}


def _read_notes(
    connection: sqlite3.Connection, note_types: dict[int, CustomNoteType]
) -> tuple[SourceNote, ...]:
    cards = _read_cards(connection)
    rows = connection.execute("SELECT id, guid, mid, tags, flds, mod FROM notes ORDER BY id")
    return tuple(
        SourceNote(
            _to_text(guid) or f"studyapp-{number}",
            note_types.get(kind) or CustomNoteType(_to_int(kind), f"{kind}", (), (), False, ""),
            tuple(dict.fromkeys(_to_text(tags).split())),
            tuple(replace_invalid_entities(_to_text(fields)).split("\x1f")),
            tuple(cards[number]),
            _to_int(changed_at),
        )
        for number, guid, kind, tags, fields, changed_at in rows
    )


def _to_text(value: object) -> str:
    """A text that can be written, whatever stands there."""
    return str(value if value is not None else "").encode(errors="replace").decode()


def _to_int(value: object) -> int:
    """A whole number that can be counted with, whatever stands there."""
    if not isinstance(value, int | float) or not math.isfinite(value):
        return 0
    return int(max(-_MAX_INT, min(value, _MAX_INT)))


def _read_cards(connection: sqlite3.Connection) -> dict[int, list[SourceCard]]:
    log: dict[int, list[ReviewLogRow]] = defaultdict(list)
    for card, at, ease, interval, last, factor, took, kind in connection.execute(
        "SELECT cid, id, ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id"
    ):
        numbers = (at, ease, interval, last, factor, took)
        if kind in _LOG_KINDS and all(isinstance(number, int) for number in numbers):
            log[card].append(ReviewLogRow(*numbers, ReviewLogKind(kind)))
        else:
            log[card].append(ReviewLogRow(_to_int(at), _INVALID_EASE, 0, 0, 0, 0, ReviewLogKind.LEARNING))
    found: dict[int, list[SourceCard]] = defaultdict(list)
    for note, number, *rest in connection.execute(
        "SELECT nid, id, CASE odid WHEN 0 THEN did ELSE odid END, ord, mod, type, queue, "
        "CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END, ivl, factor, reps, lapses, left, flags & 7, odid != 0, data "
        "FROM cards ORDER BY nid, ord"
    ):
        *numbers, is_filtered, data = rest
        card = (_to_int(number), *map(_to_int, numbers), _to_text(data))
        found[note].append(SourceCard._make((*card, tuple(log[number]), bool(is_filtered))))
    return found
