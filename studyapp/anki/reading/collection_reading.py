"""Reader for the database of an Anki collection.

Schema 11 stores note types and decks as JSON. Schema 15 and later store them in tables of their own, as
Protocol Buffers messages.
"""

import math
from collections import defaultdict
from typing import Any

from studyapp.anki.reading.note_type_reading import has_note_type_tables, read_note_types, to_text
from studyapp.anki.reading.preset_reading import read_presets
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.html_entities import replace_invalid_entities
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, no_media

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
    if has_note_type_tables(database):
        decks, config = _decks_from_tables(database), _read_config(database)
    else:
        decks, config = _decks_from_json(database), parse_untrusted_json(config_json)
    minutes_west, rollover = config.get("creationOffset"), config.get("rollover")
    notes = _read_notes(database, note_types.by_id)
    used_type_ids = dict.fromkeys(note.note_type.anki_id for note in notes)
    return PackageData(
        decks,
        notes,
        min(max(0, _to_int(created_at)), _MAX_CREATED_AT),
        minutes_west if isinstance(minutes_west, int) and abs(minutes_west) < 24 * 60 else None,
        rollover if isinstance(rollover, int) and 0 <= rollover < 24 else _DEFAULT_ROLLOVER,
        frozenset(),
        no_media,
        losses=tuple(loss for type_id in used_type_ids for loss in note_types.losses_by_id.get(type_id, ())),
        presets_by_deck_id=read_presets(database, has_tables=has_note_type_tables(database)),
        uses_fsrs=config.get("fsrs") is True,
    )


def _decks_from_json(database: UntrustedDatabase) -> dict[int, str]:
    decks = parse_untrusted_json(database.first_row("SELECT decks FROM col")[0])
    return {int(deck_id): to_text(deck["name"]) for deck_id, deck in decks.items()}


def _decks_from_tables(database: UntrustedDatabase) -> dict[int, str]:
    return {
        deck_id: to_text(name).replace("\x1f", "::")
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
            to_text(guid) or f"studyapp-{note_id}",
            note_types.get(note_type_id)
            or CustomNoteType(_to_int(note_type_id), f"{note_type_id}", (), (), False, ""),
            tuple(dict.fromkeys(to_text(tags).split())),
            tuple(replace_invalid_entities(to_text(fields)).split("\x1f")),
            tuple(cards[note_id]),
            _to_int(changed_at),
            note_id=_to_int(note_id),
        )
        for note_id, guid, note_type_id, tags, fields, changed_at in rows
    )


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
        columns = (_to_int(card_id), *map(_to_int, numbers), to_text(data))
        card = SourceCard._make((*columns, tuple(log_by_card_id[card_id]), bool(is_filtered)))
        cards_by_note_id[note_id].append(card)
    return cards_by_note_id
