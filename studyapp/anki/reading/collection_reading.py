"""Reader for the database of an Anki collection.

Schema 11 stores note types and decks as JSON. Schema 15 and later store them in tables of their own, as
Protocol Buffers messages.
"""

import math
from collections import defaultdict
from typing import Any

from studyapp.anki.reading.preset_reading import read_presets
from studyapp.anki.reading.protobuf import get_int_field, get_text_field, parse_message
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.text.html_entities import replace_invalid_entities
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, no_media

_FIRST_TABLE_SCHEMA = 15
"""The first schema version with tables for note types."""

_KIND_FIELD, _CSS_FIELD = 1, 3
_FRONT_FIELD, _BACK_FIELD = 1, 2
"""Field numbers in the messages of note types and templates."""

_DEFAULT_ROLLOVER = 4
_MAX_CREATED_AT = 4_000_000_000
"""Unix seconds. Later creation times are invalid and limited to this."""

_MAX_INT = 2**53
_LOG_KINDS = frozenset(ReviewLogKind)
_INVALID_EASE = -1
"""The ease that marks a review log row with invalid values."""


def read_collection(database: UntrustedDatabase) -> PackageData:
    """Return the data of a collection, without media.

    If the collection is damaged, raises one of the errors that `open_untrusted_database` replaces.
    """
    created_at, config_json = database.first_row("SELECT crt, conf FROM col")
    note_types = read_note_types(database)
    if _has_note_type_tables(database):
        decks, config = _decks_from_tables(database), _read_config(database)
    else:
        decks, config = _decks_from_json(database), parse_untrusted_json(config_json)
    minutes_west, rollover = config.get("creationOffset"), config.get("rollover")
    return PackageData(
        decks,
        _read_notes(database, note_types),
        min(max(0, _to_int(created_at)), _MAX_CREATED_AT),
        minutes_west if isinstance(minutes_west, int) and abs(minutes_west) < 24 * 60 else None,
        rollover if isinstance(rollover, int) and 0 <= rollover < 24 else _DEFAULT_ROLLOVER,
        frozenset(),
        no_media,
        presets_by_deck_id=read_presets(database, has_tables=_has_note_type_tables(database)),
        uses_fsrs=config.get("fsrs") is True,
    )


def read_note_types(database: UntrustedDatabase) -> dict[int, CustomNoteType]:
    """Return the note types by id."""
    return (
        _note_types_from_tables(database)
        if _has_note_type_tables(database)
        else _note_types_from_json(database)
    )


def _has_note_type_tables(database: UntrustedDatabase) -> bool:
    (version,) = database.first_row("SELECT ver FROM col")
    return bool(version >= _FIRST_TABLE_SCHEMA)


def _note_types_from_json(database: UntrustedDatabase) -> dict[int, CustomNoteType]:
    models = parse_untrusted_json(database.first_row("SELECT models FROM col")[0])
    note_types = {}
    for note_type_id, model in models.items():
        fields = tuple(_to_text(field["name"]) for field in sorted(model["flds"], key=_ordinal))
        templates = tuple(
            CardTemplate(*(_to_text(template[name]) for name in ("name", "qfmt", "afmt")))
            for template in sorted(model["tmpls"], key=_ordinal)
        )
        is_cloze = model.get("type", 0) == 1
        note_types[int(note_type_id)] = CustomNoteType(
            int(note_type_id),
            _to_text(model["name"]),
            fields,
            templates,
            is_cloze,
            _to_text(model.get("css", "")),
        )
    return note_types


def _decks_from_json(database: UntrustedDatabase) -> dict[int, str]:
    decks = parse_untrusted_json(database.first_row("SELECT decks FROM col")[0])
    return {int(deck_id): _to_text(deck["name"]) for deck_id, deck in decks.items()}


def _ordinal(part: dict[str, Any]) -> int:
    return int(part["ord"])


def _note_types_from_tables(database: UntrustedDatabase) -> dict[int, CustomNoteType]:
    fields: dict[int, list[str]] = defaultdict(list)
    for note_type_id, name in database.rows("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[note_type_id].append(_to_text(name))
    templates: dict[int, list[CardTemplate]] = defaultdict(list)
    for note_type_id, name, config in database.rows(
        "SELECT ntid, name, config FROM templates ORDER BY ntid, ord"
    ):
        message = parse_message(config)
        templates[note_type_id].append(
            CardTemplate(
                _to_text(name), get_text_field(message, _FRONT_FIELD), get_text_field(message, _BACK_FIELD)
            )
        )
    note_types = {}
    for note_type_id, name, config in database.rows("SELECT id, name, config FROM notetypes"):
        message = parse_message(config)
        note_types[note_type_id] = CustomNoteType(
            note_type_id,
            _to_text(name),
            tuple(fields[note_type_id]),
            tuple(templates[note_type_id]),
            get_int_field(message, _KIND_FIELD) == 1,
            get_text_field(message, _CSS_FIELD),
        )
    return note_types


def _decks_from_tables(database: UntrustedDatabase) -> dict[int, str]:
    return {
        deck_id: _to_text(name).replace("\x1f", "::")
        for deck_id, name in database.rows("SELECT id, name FROM decks")
    }


def _read_config(database: UntrustedDatabase) -> dict[str, Any]:
    rows = database.rows("SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover', 'fsrs')")
    return {key: parse_untrusted_json(value) for key, value in rows}


def _read_notes(database: UntrustedDatabase, note_types: dict[int, CustomNoteType]) -> tuple[SourceNote, ...]:
    cards = _read_cards(database)
    rows = database.rows("SELECT id, guid, mid, tags, flds, mod FROM notes ORDER BY id")
    return tuple(
        SourceNote(
            _to_text(guid) or f"studyapp-{note_id}",
            note_types.get(note_type_id)
            or CustomNoteType(_to_int(note_type_id), f"{note_type_id}", (), (), False, ""),
            tuple(dict.fromkeys(_to_text(tags).split())),
            tuple(replace_invalid_entities(_to_text(fields)).split("\x1f")),
            tuple(cards[note_id]),
            _to_int(changed_at),
            note_id=_to_int(note_id),
        )
        for note_id, guid, note_type_id, tags, fields, changed_at in rows
    )


def _to_text(value: object) -> str:
    """Return any database value as text that can be encoded as UTF-8."""
    return str(value if value is not None else "").encode(errors="replace").decode()


def _to_int(value: object) -> int:
    """Return any database value as an integer within ±2^53, or 0 if it is not a finite number."""
    if not isinstance(value, int | float) or not math.isfinite(value):
        return 0
    return int(max(-_MAX_INT, min(value, _MAX_INT)))


def _read_cards(database: UntrustedDatabase) -> dict[int, list[SourceCard]]:
    log_by_card_id: dict[int, list[ReviewLogRow]] = defaultdict(list)
    for card_id, at, ease, interval, last_interval, factor, duration_ms, kind in database.rows(
        "SELECT cid, id, ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id"
    ):
        values = (at, ease, interval, last_interval, factor, duration_ms)
        if kind in _LOG_KINDS and all(isinstance(value, int) for value in values):
            row = ReviewLogRow(*values, ReviewLogKind(kind))
        else:
            row = ReviewLogRow(_to_int(at), _INVALID_EASE, 0, 0, 0, 0, ReviewLogKind.LEARNING)
        log_by_card_id[card_id].append(row)
    cards_by_note_id: dict[int, list[SourceCard]] = defaultdict(list)
    for note_id, card_id, *rest in database.rows(
        "SELECT nid, id, CASE odid WHEN 0 THEN did ELSE odid END, ord, mod, type, queue, "
        "CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END, ivl, factor, reps, lapses, left, flags & 7, odid != 0, data "
        "FROM cards ORDER BY nid, ord"
    ):
        *numbers, is_filtered, data = rest
        columns = (_to_int(card_id), *map(_to_int, numbers), _to_text(data))
        card = SourceCard._make((*columns, tuple(log_by_card_id[card_id]), bool(is_filtered)))
        cards_by_note_id[note_id].append(card)
    return cards_by_note_id
