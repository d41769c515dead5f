"""How decks are studied in Anki: what their presets say that StudyApp has too."""

import json
import sqlite3
import struct
from collections.abc import Mapping
from typing import Any

from studyapp.anki.reading.protobuf import MessageFields, parse_message, read_int
from studyapp.core.transfer.package_model import SourcePreset

_LEARNING_STEPS, _RELEARNING_STEPS, _FSRS4_PARAMETERS, _FSRS5_PARAMETERS, _FSRS6_PARAMETERS = 1, 2, 3, 5, 6
_NEW_PER_DAY, _REVIEWS_PER_DAY, _NEW_ORDER, _DESIRED_RETENTION = 9, 10, 20, 37
"""Fields of the message of a preset."""

_NORMAL_DECK, _PRESET_ID = 1, 1
"""Fields of the messages of a deck's kind, and of one that is not filtered."""

_RANDOM_ORDER, _RANDOM_ORDER_IN_JSON = 1, 0
_DECIMALS = 6


def parse_presets_json(decks: Mapping[str, Any], presets: Mapping[str, Any]) -> dict[int, SourcePreset]:
    """The presets of the decks by the decks' numbers, in schema 11."""
    found: dict[int, SourcePreset] = {}
    for number, deck in decks.items():
        preset = presets.get(str(deck.get("conf")))
        if preset is not None:
            found[int(number)] = _preset_from_json(preset)
    return found


def read_preset_tables(connection: sqlite3.Connection) -> dict[int, SourcePreset]:
    """The same in schema 15 and later."""
    presets = {
        number: _preset_from_message(parse_message(config))
        for number, config in connection.execute("SELECT id, config FROM deck_config")
    }
    found: dict[int, SourcePreset] = {}
    for number, kind in connection.execute("SELECT id, kind FROM decks"):
        normal = parse_message(kind).get(_NORMAL_DECK, ())
        if normal and isinstance(normal[0], bytes):
            preset = presets.get(read_int(parse_message(normal[0]), _PRESET_ID))
            if preset is not None:
                found[number] = preset
    return found


def _preset_from_json(preset: Mapping[str, Any]) -> SourcePreset:
    names = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
    parameters = next((preset[name] for name in names if preset.get(name)), ())
    return SourcePreset(
        _to_percent(float(preset.get("desiredRetention") or 0.9)),
        int(preset["new"]["perDay"]),
        int(preset["rev"]["perDay"]),
        tuple(map(float, preset["new"]["delays"])),
        tuple(map(float, preset["lapse"]["delays"])),
        preset["new"].get("order") == _RANDOM_ORDER_IN_JSON,
        tuple(map(float, parameters)),
    )


def _preset_from_message(message: MessageFields) -> SourcePreset:
    parameters = next(
        filter(
            None,
            (
                _read_floats(message, number)
                for number in (_FSRS6_PARAMETERS, _FSRS5_PARAMETERS, _FSRS4_PARAMETERS)
            ),
        ),
        (),
    )
    retention = _read_floats(message, _DESIRED_RETENTION)
    return SourcePreset(
        _to_percent(retention[-1] if retention else 0.9),
        read_int(message, _NEW_PER_DAY),
        read_int(message, _REVIEWS_PER_DAY),
        _read_floats(message, _LEARNING_STEPS),
        _read_floats(message, _RELEARNING_STEPS),
        read_int(message, _NEW_ORDER) == _RANDOM_ORDER,
        parameters,
    )


def _read_floats(message: MessageFields, field_number: int) -> tuple[float, ...]:
    """Packed or one by one, as they please."""
    data = b"".join(value for value in message.get(field_number, ()) if isinstance(value, bytes))
    count = len(data) // 4
    values = struct.unpack(f"<{count}f", data[: 4 * count])
    return tuple(round(value, _DECIMALS) for value in values)


def _to_percent(retention: float) -> int:
    return round(100 * retention)


def read_presets(connection: sqlite3.Connection, *, has_tables: bool) -> dict[int, SourcePreset]:
    """The presets of a collection. Where they can't be read there are none: they are no reason to refuse a package."""
    try:
        if has_tables:
            return read_preset_tables(connection)
        decks, presets = connection.execute("SELECT decks, dconf FROM col").fetchone()
        return parse_presets_json(json.loads(decks), json.loads(presets))
    except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError, struct.error):
        return {}
