"""Reader for the database of an Anki collection.

Schema 11 stores note types and decks as JSON. Schema 15 and later store them in tables of their own, as
Protocol Buffers messages.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from studyapp.anki.reading.note_type_reading import has_note_type_tables, read_note_types, to_text
from studyapp.anki.reading.preset_reading import read_presets
from studyapp.anki.reading.protobuf import MessageFields, get_text_field, parse_message
from studyapp.anki.reading.untrusted_database import UntrustedDatabase
from studyapp.anki.reading.untrusted_json import parse_untrusted_json
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.html_entities import replace_invalid_entities
from studyapp.core.transfer.anki_review_log import ReviewLogKind, ReviewLogRow
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, no_media

_DEFAULT_ROLLOVER = 4
_NEW = 0
"""The state of a new card, whose `due` is its position."""

_DEFAULT_DECK_ID = 1
"""The deck that every collection has."""

_NORMAL_DECK, _FILTERED_DECK, _DESCRIPTION = 1, 2, 4
"""Field numbers in the message of a deck's kind, and in that of a normal deck."""

_MAX_CREATED_AT = 4_000_000_000
"""Unix seconds. Later creation times are invalid and limited to this."""

NOTE_COLUMNS = "id, guid, mid, tags, flds, mod"
CARD_COLUMNS = (
    "nid, id, CASE odid WHEN 0 THEN did ELSE odid END, ord, mod, type, queue, "
    "CASE WHEN odid != 0 AND odue != 0 THEN odue ELSE due END, ivl, factor, reps, lapses, left, flags & 7, odid != 0, data"
)
LOG_COLUMNS = "cid, id, ease, ivl, lastIvl, factor, time, type"
"""All that is read of a note, a card and a review."""

_IDS_PER_QUERY = 1000
_MAX_INT = 2**53
_LOG_KIND_BY_NUMBER = {int(kind): kind for kind in ReviewLogKind}
_INVALID_EASE = -1
"""The ease that marks a review log row with invalid values."""


def read_collection(database: UntrustedDatabase, note_ids: Sequence[int] | None = None) -> PackageData:
    """Return the data of a collection, without media, and of its notes only those with these ids, unless that is None.

    If the collection is damaged, raises one of the errors that `open_untrusted_database` replaces.
    """
    created_at, config_json = database.first_row("SELECT crt, conf FROM col")
    note_types = read_note_types(database)
    if has_note_type_tables(database):
        decks, config = _decks_from_tables(database), _read_config(database)
    else:
        decks, config = _decks_from_json(database), parse_untrusted_json(config_json)
    deck_names_by_id = {deck_id: deck.name for deck_id, deck in decks.items()}
    minutes_west, rollover = config.get("creationOffset"), config.get("rollover")
    notes = _in_order_of_new_cards(_read_notes(database, note_types.by_id, note_ids))
    used_type_ids = dict.fromkeys(note.note_type.anki_id for note in notes)
    return PackageData(
        deck_names_by_id,
        notes,
        min(max(0, _to_int(created_at)), _MAX_CREATED_AT),
        minutes_west if isinstance(minutes_west, int) and abs(minutes_west) < 24 * 60 else None,
        rollover if isinstance(rollover, int) and 0 <= rollover < 24 else _DEFAULT_ROLLOVER,
        frozenset(),
        no_media,
        losses=(
            *(loss for type_id in used_type_ids for loss in note_types.losses_by_id.get(type_id, ())),
            *_find_deck_losses(decks, notes),
        ),
        presets_by_deck_id=read_presets(database, has_tables=has_note_type_tables(database)),
        uses_fsrs=config.get("fsrs") is True,
    )


class _SourceDeck(NamedTuple):
    """A deck in Anki. A filtered one shows cards of other decks."""

    name: str
    is_filtered: bool
    has_description: bool


def _decks_from_json(database: UntrustedDatabase) -> dict[int, _SourceDeck]:
    decks = parse_untrusted_json(database.first_row("SELECT decks FROM col")[0])
    return {
        int(deck_id): _SourceDeck(to_text(deck["name"]), bool(deck.get("dyn")), bool(deck.get("desc")))
        for deck_id, deck in decks.items()
    }


def _decks_from_tables(database: UntrustedDatabase) -> dict[int, _SourceDeck]:
    return {
        deck_id: _deck_from_message(to_text(name).replace("\x1f", "::"), parse_message(kind))
        for deck_id, name, kind in database.rows("SELECT id, name, kind FROM decks")
    }


def _deck_from_message(name: str, kind: MessageFields) -> _SourceDeck:
    normal = kind.get(_NORMAL_DECK, (b"",))[-1]
    has_description = isinstance(normal, bytes) and bool(
        get_text_field(parse_message(normal), _DESCRIPTION).strip()
    )
    return _SourceDeck(name, _FILTERED_DECK in kind, has_description)


def _find_deck_losses(decks: Mapping[int, _SourceDeck], notes: Iterable[SourceNote]) -> Iterator[Loss]:
    """Yield what StudyApp doesn't have: filtered decks, decks without cards, and descriptions."""
    used_names = {decks[card.deck_id].name for note in notes for card in note.cards if card.deck_id in decks}
    parents = {deck.name.rpartition("::")[0] for deck in decks.values()}
    for deck_id, deck in decks.items():
        if deck.is_filtered:
            yield Loss(LossKind.FILTERED_DECK, name=deck.name)
        elif deck.has_description:
            yield Loss(LossKind.DECK_DESCRIPTION, name=deck.name)
        elif deck_id != _DEFAULT_DECK_ID and deck.name not in used_names and deck.name not in parents:
            yield Loss(LossKind.EMPTY_DECK, name=deck.name)


def _read_config(database: UntrustedDatabase) -> dict[str, Any]:
    rows = database.rows("SELECT key, val FROM config WHERE key IN ('creationOffset', 'rollover', 'fsrs')")
    return {key: parse_untrusted_json(value) for key, value in rows}


def _read_notes(
    database: UntrustedDatabase, note_types: dict[int, CustomNoteType], note_ids: Sequence[int] | None
) -> tuple[SourceNote, ...]:
    cards = _read_cards(database, note_ids)
    return tuple(
        SourceNote(
            read_guid(guid, note_id),
            note_types.get(note_type_id)
            or CustomNoteType(_to_int(note_type_id), f"{note_type_id}", (), (), False, ""),
            tuple(dict.fromkeys(to_text(tags).split())),
            tuple(replace_invalid_entities(to_text(fields)).split("\x1f")),
            tuple(cards[note_id]),
            _to_int(changed_at),
            note_id=_to_int(note_id),
        )
        for note_id, guid, note_type_id, tags, fields, changed_at in _rows_with_ids(
            database, f"SELECT {NOTE_COLUMNS} FROM notes", "id", note_ids, order="id"
        )
    )


def read_guid(stored: object, note_id: object) -> str:
    """Return the guid of a note, derived from its id if the collection has none for it."""
    return to_text(stored) or f"studyapp-{note_id}"


def _rows_with_ids(
    database: UntrustedDatabase, query: str, column: str, ids: Sequence[int] | None, order: str
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that have one of these ids in a column, unless that is None. The rows of an id are in order."""
    if ids is None:
        yield from database.rows(f"{query} ORDER BY {order}")
        return
    for start in range(0, len(ids), _IDS_PER_QUERY):
        listed = ", ".join(map(str, ids[start : start + _IDS_PER_QUERY]))
        yield from database.rows(f"{query} WHERE {column} IN ({listed}) ORDER BY {order}")


def _in_order_of_new_cards(notes: tuple[SourceNote, ...]) -> tuple[SourceNote, ...]:
    """Return the notes, sorting those with new cards by Anki's new-card order. Other notes keep their positions."""
    position_by_place = {
        place: min(card.due for card in note.cards if card.state == _NEW)
        for place, note in enumerate(notes)
        if any(card.state == _NEW for card in note.cards)
    }
    ordered = list(notes)
    for place, source in zip(
        position_by_place, sorted(position_by_place, key=position_by_place.__getitem__), strict=True
    ):
        ordered[place] = notes[source]
    return tuple(ordered)


def _to_int(value: object) -> int:
    """Return any database value as an integer within ±2^53, or 0 if it is not a finite number."""
    if type(value) is int and -_MAX_INT <= value <= _MAX_INT:
        return value
    if not isinstance(value, int | float) or not math.isfinite(value):
        return 0
    return int(max(-_MAX_INT, min(value, _MAX_INT)))


def _read_cards(database: UntrustedDatabase, note_ids: Sequence[int] | None) -> dict[int, list[SourceCard]]:
    card_ids = None
    if note_ids is not None:
        found = _rows_with_ids(database, "SELECT id FROM cards", "nid", note_ids, order="id")
        card_ids = [_to_int(card_id) for (card_id,) in found]
    logs = _read_logs(database, card_ids)
    cards_by_note_id: dict[int, list[SourceCard]] = defaultdict(list)
    for note_id, card_id, *rest in _rows_with_ids(
        database, f"SELECT {CARD_COLUMNS} FROM cards", "nid", note_ids, order="nid, ord"
    ):
        *numbers, is_filtered, data = rest
        columns = (_to_int(card_id), *map(_to_int, numbers), to_text(data))
        card = SourceCard._make((*columns, tuple(logs[card_id]), bool(is_filtered)))
        cards_by_note_id[note_id].append(card)
    return cards_by_note_id


def _read_logs(database: UntrustedDatabase, card_ids: Sequence[int] | None) -> dict[int, list[ReviewLogRow]]:
    log_by_card_id: dict[int, list[ReviewLogRow]] = defaultdict(list)
    for card_id, at, ease, interval, last_interval, factor, duration_ms, kind in _rows_with_ids(
        database, f"SELECT {LOG_COLUMNS} FROM revlog", "cid", card_ids, order="id"
    ):
        known_kind = _LOG_KIND_BY_NUMBER.get(kind)
        if (
            known_kind is not None
            and isinstance(at, int)
            and isinstance(ease, int)
            and isinstance(interval, int)
            and isinstance(last_interval, int)
            and isinstance(factor, int)
            and isinstance(duration_ms, int)
        ):
            row = ReviewLogRow(at, ease, interval, last_interval, factor, duration_ms, known_kind)
        else:
            row = ReviewLogRow(_to_int(at), _INVALID_EASE, 0, 0, 0, 0, ReviewLogKind.LEARNING)
        log_by_card_id[card_id].append(row)
    return log_by_card_id
