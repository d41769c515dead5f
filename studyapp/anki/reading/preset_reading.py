"""How decks are studied in Anki: what their presets say that StudyApp has too."""

import json
import sqlite3
import struct
from collections.abc import Mapping
from typing import Any

from studyapp.anki.reading.protobuf import Fields, fields_of, number_of
from studyapp.core.transfer.package_model import FoundPreset

_LEARNING, _RELEARNING, _FOUR, _FIVE, _SIX = 1, 2, 3, 5, 6
_NEW_A_DAY, _REVIEWS_A_DAY, _ORDER, _RETENTION = 9, 10, 20, 37
"""Fields of the message of a preset."""

_NORMAL, _PRESET = 1, 1
"""Fields of the messages of a deck's kind, and of one that is not filtered."""

_AT_RANDOM, _AT_RANDOM_IN_JSON = 1, 0
_DIGITS = 6


def presets_in_json(decks: Mapping[str, Any], presets: Mapping[str, Any]) -> dict[int, FoundPreset]:
    """The presets of the decks by the decks' numbers, in schema 11."""
    found: dict[int, FoundPreset] = {}
    for number, deck in decks.items():
        preset = presets.get(str(deck.get("conf")))
        if preset is not None:
            found[int(number)] = _from_json(preset)
    return found


def presets_in_tables(connection: sqlite3.Connection) -> dict[int, FoundPreset]:
    """The same in schema 15 and later."""
    presets = {
        number: _from_message(fields_of(config))
        for number, config in connection.execute("SELECT id, config FROM deck_config")
    }
    found: dict[int, FoundPreset] = {}
    for number, kind in connection.execute("SELECT id, kind FROM decks"):
        normal = fields_of(kind).get(_NORMAL, ())
        if normal and isinstance(normal[0], bytes):
            preset = presets.get(number_of(fields_of(normal[0]), _PRESET))
            if preset is not None:
                found[number] = preset
    return found


def _from_json(preset: Mapping[str, Any]) -> FoundPreset:
    names = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
    parameters = next((preset[name] for name in names if preset.get(name)), ())
    return FoundPreset(
        _percent(float(preset.get("desiredRetention") or 0.9)),
        int(preset["new"]["perDay"]),
        int(preset["rev"]["perDay"]),
        tuple(map(float, preset["new"]["delays"])),
        tuple(map(float, preset["lapse"]["delays"])),
        preset["new"].get("order") == _AT_RANDOM_IN_JSON,
        tuple(map(float, parameters)),
    )


def _from_message(message: Fields) -> FoundPreset:
    parameters = next(filter(None, (_floats(message, number) for number in (_SIX, _FIVE, _FOUR))), ())
    retention = _floats(message, _RETENTION)
    return FoundPreset(
        _percent(retention[-1] if retention else 0.9),
        number_of(message, _NEW_A_DAY),
        number_of(message, _REVIEWS_A_DAY),
        _floats(message, _LEARNING),
        _floats(message, _RELEARNING),
        number_of(message, _ORDER) == _AT_RANDOM,
        parameters,
    )


def _floats(message: Fields, number: int) -> tuple[float, ...]:
    """Packed or one by one, as they please."""
    data = b"".join(value for value in message.get(number, ()) if isinstance(value, bytes))
    count = len(data) // 4
    values = struct.unpack(f"<{count}f", data[: 4 * count])
    return tuple(round(value, _DIGITS) for value in values)


def _percent(retention: float) -> int:
    return round(100 * retention)


def presets_of(connection: sqlite3.Connection, *, has_tables: bool) -> dict[int, FoundPreset]:
    """The presets of a collection. Where they can't be read there are none: they are no reason to refuse a package."""
    try:
        if has_tables:
            return presets_in_tables(connection)
        decks, presets = connection.execute("SELECT decks, dconf FROM col").fetchone()
        return presets_in_json(json.loads(decks), json.loads(presets))
    except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError, struct.error):
        return {}
