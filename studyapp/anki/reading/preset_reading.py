"""Reader for Anki's presets, limited to the options that StudyApp has too."""

import sqlite3
import struct
from collections.abc import Mapping
from typing import Any

from studyapp.anki.reading.protobuf import MessageFields, get_int_field, parse_message
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.transfer.package_model import SourcePreset

_LEARNING_STEPS, _RELEARNING_STEPS, _FSRS4_PARAMETERS, _FSRS5_PARAMETERS, _FSRS6_PARAMETERS = 1, 2, 3, 5, 6
_NEW_PER_DAY, _REVIEWS_PER_DAY, _NEW_ORDER, _DESIRED_RETENTION = 9, 10, 20, 37

_EASY_DAYS, _MAXIMUM_INTERVAL, _LEECH_ACTION, _LEECH_THRESHOLD = 4, 16, 21, 22
_DISABLE_AUTOPLAY, _REVIEW_ORDER, _SECONDS_TO_SHOW_QUESTION = 23, 33, 41
"""Field numbers in the message of a preset."""

_NORMAL_DECK, _PRESET_ID, _REVIEW_LIMIT, _NEW_LIMIT, _DECK_RETENTION = 1, 1, 6, 7, 10
"""Field numbers in the messages of a deck's kind and of a normal deck, which is one that is not filtered."""

_SUSPEND_LEECHES = 0

_RANDOM_ORDER, _RANDOM_ORDER_IN_JSON = 1, 0
_DECIMALS = 6
_DAYS_A_WEEK = 7


def parse_presets_json(decks: Mapping[str, Any], presets: Mapping[str, Any]) -> dict[int, SourcePreset]:
    """Return the presets by deck id, from the JSON of schema 11."""
    preset_by_deck_id: dict[int, SourcePreset] = {}
    for deck_id, deck in decks.items():
        preset = presets.get(str(deck.get("conf")))
        if preset is not None:
            retention = deck.get("desiredRetention")
            preset_by_deck_id[int(deck_id)] = _with_own_limits(
                _preset_from_json(preset),
                deck.get("newLimit"),
                deck.get("reviewLimit"),
                None if retention is None else float(retention) / 100,
            )
    return preset_by_deck_id


def read_preset_tables(database: UntrustedDatabase) -> dict[int, SourcePreset]:
    """Return the presets by deck id, from the tables of schema 15 and later."""
    preset_by_id = {
        preset_id: _preset_from_message(parse_message(config))._replace(name=f"{name}")
        for preset_id, name, config in database.rows("SELECT id, name, config FROM deck_config")
    }
    preset_by_deck_id: dict[int, SourcePreset] = {}
    for deck_id, kind in database.rows("SELECT id, kind FROM decks"):
        normal = parse_message(kind).get(_NORMAL_DECK, ())
        if normal and isinstance(normal[0], bytes):
            deck = parse_message(normal[0])
            preset = preset_by_id.get(get_int_field(deck, _PRESET_ID))
            if preset is not None:
                retention = _read_floats(deck, _DECK_RETENTION)
                preset_by_deck_id[deck_id] = _with_own_limits(
                    preset,
                    get_int_field(deck, _NEW_LIMIT) if _NEW_LIMIT in deck else None,
                    get_int_field(deck, _REVIEW_LIMIT) if _REVIEW_LIMIT in deck else None,
                    retention[-1] if retention else None,
                )
    return preset_by_deck_id


def _preset_from_json(preset: Mapping[str, Any]) -> SourcePreset:
    parameter_keys = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
    parameters = next((preset[key] for key in parameter_keys if preset.get(key)), ())
    return SourcePreset(
        _to_percent(float(preset.get("desiredRetention") or 0.9)),
        int(preset["new"]["perDay"]),
        int(preset["rev"]["perDay"]),
        tuple(map(float, preset["new"]["delays"])),
        tuple(map(float, preset["lapse"]["delays"])),
        preset["new"].get("order") == _RANDOM_ORDER_IN_JSON,
        tuple(map(float, parameters)),
        str(preset.get("name", "")),
        int(preset.get("reviewOrder", 0)),
        int(preset["lapse"].get("leechFails", 8)),
        preset["lapse"].get("leechAction") == _SUSPEND_LEECHES,
        bool(preset.get("autoplay", True)),
        round(float(preset.get("secondsToShowQuestion") or 0)),
        int(preset["rev"].get("maxIvl", 36_500)),
        _easy_days(tuple(map(float, preset.get("easyDaysPercentages") or ()))),
    )


def _preset_from_message(message: MessageFields) -> SourcePreset:
    parameters = next(
        filter(
            None,
            (
                _read_floats(message, field_number)
                for field_number in (_FSRS6_PARAMETERS, _FSRS5_PARAMETERS, _FSRS4_PARAMETERS)
            ),
        ),
        (),
    )
    retention = _read_floats(message, _DESIRED_RETENTION)
    return SourcePreset(
        _to_percent(retention[-1] if retention else 0.9),
        get_int_field(message, _NEW_PER_DAY),
        get_int_field(message, _REVIEWS_PER_DAY),
        _read_floats(message, _LEARNING_STEPS),
        _read_floats(message, _RELEARNING_STEPS),
        get_int_field(message, _NEW_ORDER) == _RANDOM_ORDER,
        parameters,
        review_order=get_int_field(message, _REVIEW_ORDER),
        leech_threshold=get_int_field(message, _LEECH_THRESHOLD),
        suspends_leeches=get_int_field(message, _LEECH_ACTION) == _SUSPEND_LEECHES,
        plays_sounds=not get_int_field(message, _DISABLE_AUTOPLAY),
        reveal_seconds=round(sum(_read_floats(message, _SECONDS_TO_SHOW_QUESTION)[-1:])),
        maximum_interval=get_int_field(message, _MAXIMUM_INTERVAL),
        easy_days=_easy_days(_read_floats(message, _EASY_DAYS)),
    )


def _with_own_limits(
    preset: SourcePreset, new_limit: int | None, review_limit: int | None, retention: float | None
) -> SourcePreset:
    """Return the preset of a deck with the limits and the retention (a fraction) that only this deck has."""
    return preset._replace(
        new_per_day=preset.new_per_day if new_limit is None else int(new_limit),
        reviews_per_day=preset.reviews_per_day if review_limit is None else int(review_limit),
        desired_retention=preset.desired_retention if retention is None else _to_percent(retention),
    )


def _easy_days(shares: tuple[float, ...]) -> tuple[float, ...]:
    """Return the shares of the weekdays, or nothing if no day has fewer reviews than others."""
    return shares if len(shares) == _DAYS_A_WEEK and len(set(shares)) > 1 else ()


def _read_floats(message: MessageFields, field_number: int) -> tuple[float, ...]:
    """Return the values of a repeated float field, packed or not."""
    data = b"".join(value for value in message.get(field_number, ()) if isinstance(value, bytes))
    count = len(data) // 4
    values = struct.unpack(f"<{count}f", data[: 4 * count])
    return tuple(round(value, _DECIMALS) for value in values)


def _to_percent(retention: float) -> int:
    return round(100 * retention)


def read_presets(database: UntrustedDatabase, *, has_tables: bool) -> dict[int, SourcePreset]:
    """Return the presets of a collection by deck id.

    Returns an empty dict if they can't be read, because the rest of the package is still useful.
    """
    try:
        if has_tables:
            return read_preset_tables(database)
        decks, presets = database.first_row("SELECT decks, dconf FROM col")
        return parse_presets_json(parse_untrusted_json(decks), parse_untrusted_json(presets))
    except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, OverflowError, struct.error):
        return {}
