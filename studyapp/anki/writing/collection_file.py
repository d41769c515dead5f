"""Writer for the collection database of a package.

genanki creates the schema, the decks and the note types. Notes and cards are written here, because genanki
sets the modification time of each note to the time of writing. Anki would then consider every export newer
than the user's edits.

The format is Anki's schema 11 with scheduler version 2, which every Anki since 2.1 reads.
"""

import itertools
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import genanki

from studyapp.anki.anki_note_types import (
    COLLAPSED_FIELDS,
    TEMPLATES_CHANGED_AT,
    AnkiNoteType,
    load_style_sheet,
    load_templates,
)
from studyapp.anki.card_progress import AnkiCalendar, AnkiCard
from studyapp.anki.preset import Preset
from studyapp.core.notes.anki_settings import (
    FIELD_SETTINGS,
    NOTE_TYPE_SETTINGS,
    TEMPLATE_SETTINGS,
    AnkiSetting,
    SettingValues,
)
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.transfer.anki_review_log import ReviewLogRow

DEFAULT_CALENDAR = AnkiCalendar(
    first_day=20_089, created_at=1_735_704_000, minutes_west=0, rollover_hour=4, today=20_089
)
"""For packages without progress, in which no card is due on a day. It starts at 2025-01-01 04:00 UTC."""

_FRONT_BACK, _CLOZE = 0, 1


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck in Anki.

    The description is HTML. Without a preset, the deck has Anki's default preset.
    """

    anki_id: int
    name: str
    description: str = ""
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note in Anki. `changed_at` is in Unix seconds."""

    guid: str
    note_type: AnkiNoteType | CustomNoteType
    anki_deck_id: int
    changed_at: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The ordinals of the cards, counted from 0."""
        return tuple(card.ordinal for card in self.cards)


def serialize_collection(
    decks: Sequence[AnkiDeck],
    notes: Sequence[AnkiNote],
    template_folder: Path,
    calendar: AnkiCalendar = DEFAULT_CALENDAR,
) -> bytes:
    """Return the database of a collection with these decks and notes.

    `calendar` defines how days are counted; templates and the style sheet are read from `template_folder`.
    The same arguments give the same bytes, with the same version of SQLite. Raises OSError if a template is
    missing.
    """
    modified_at = max((note.changed_at for note in notes), default=0) or TEMPLATES_CHANGED_AT
    with closing(sqlite3.connect(":memory:")) as connection:
        _write_schema(connection, decks, {note.note_type for note in notes}, template_folder, modified_at)
        _write_config(connection, decks, calendar)
        _write_notes(connection, notes, modified_at * 1000)
        connection.commit()
        return connection.serialize()


def _write_schema(
    connection: sqlite3.Connection,
    decks: Sequence[AnkiDeck],
    note_types: set[AnkiNoteType | CustomNoteType],
    template_folder: Path,
    modified_at: int,
) -> None:
    genanki_decks = [genanki.Deck(deck.anki_id, deck.name, deck.description) for deck in decks]
    for note_type in sorted(note_types, key=lambda item: item.anki_id):
        genanki_decks[0].add_model(_build_model(note_type, template_folder))
    genanki.Package(genanki_decks).write_to_db(connection.cursor(), TEMPLATES_CHANGED_AT, itertools.count(1))
    connection.execute("UPDATE col SET mod = ?, scm = ?", (modified_at * 1000, TEMPLATES_CHANGED_AT * 1000))


def _write_config(connection: sqlite3.Connection, decks: Sequence[AnkiDeck], calendar: AnkiCalendar) -> None:
    """Write the calendar settings, and the presets of the decks."""
    config, anki_decks, presets = map(
        json.loads, connection.execute("SELECT conf, decks, dconf FROM col").fetchone()
    )
    # Without `schedVer`, Anki assumes the first scheduler and converts the file.
    config |= {"schedVer": 2}
    if calendar is not DEFAULT_CALENDAR:
        minutes_west = calendar.minutes_west
        config |= {
            "creationOffset": minutes_west,
            "localOffset": minutes_west,
            "rollover": calendar.rollover_hour,
        }
    for deck in decks:
        if deck.preset is not None:
            anki_decks[str(deck.anki_id)]["conf"] = deck.preset.anki_id
            presets[str(deck.preset.anki_id)] = deck.preset.deck_config
    connection.execute(
        "UPDATE col SET crt = ?, conf = ?, decks = ?, dconf = ?",
        (calendar.created_at, *map(json.dumps, (config, anki_decks, presets))),
    )


class _CustomModel(genanki.Model):  # type: ignore[misc]
    """A genanki model without genanki's analysis of required fields.

    genanki rejects templates that it can't parse. Anki determines the required fields itself.
    """

    def __init__(self, note_type: CustomNoteType) -> None:
        settings = note_type.settings
        field_settings, template_settings = dict(settings.fields), dict(settings.templates)
        super().__init__(
            note_type.anki_id,
            note_type.name,
            fields=[
                {"name": name, "font": "Arial", **_to_anki(FIELD_SETTINGS, field_settings.get(name, ()))}
                for name in note_type.fields
            ],
            templates=[
                {
                    "name": template.name,
                    "qfmt": template.front,
                    "afmt": template.back,
                    **_to_anki(TEMPLATE_SETTINGS, template_settings.get(template.name, ())),
                }
                for template in note_type.templates
            ],
            css=note_type.css,
            model_type=_CLOZE if note_type.is_cloze else _FRONT_BACK,
            sort_field_index=_sort_field_index(note_type),
        )
        self._settings = _to_anki(NOTE_TYPE_SETTINGS, settings.note_type)

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """Return the note type in Anki's format."""
        return {**super().to_json(timestamp, deck_id), **self._settings}

    @property
    def _req(self) -> list[object]:
        return [[index, "any", [0]] for index in range(len(self.templates))]


def _to_anki(settings: Sequence[AnkiSetting], values: SettingValues) -> dict[str, Any]:
    key_by_name = {setting.name: setting.json_key for setting in settings}
    return {key_by_name[name]: value for name, value in values}


def _sort_field_index(note_type: CustomNoteType) -> int:
    sort_field = note_type.settings.sort_field
    return note_type.fields.index(sort_field) if sort_field in note_type.fields else 0


def _build_model(note_type: AnkiNoteType | CustomNoteType, template_folder: Path) -> genanki.Model:
    if isinstance(note_type, CustomNoteType):
        return _CustomModel(note_type)
    templates = zip(note_type.card_types, load_templates(note_type, template_folder), strict=True)
    return genanki.Model(
        note_type.anki_id,
        note_type.name,
        fields=[
            {"name": name, "font": "Arial", "collapsed": name in COLLAPSED_FIELDS}
            for name in note_type.fields
        ],
        templates=[{"name": card.name, "qfmt": html.front, "afmt": html.back} for card, html in templates],
        css=load_style_sheet(template_folder),
        model_type=_CLOZE if note_type.is_cloze else _FRONT_BACK,
        sort_field_index=1,
    )


def _write_notes(connection: sqlite3.Connection, notes: Sequence[AnkiNote], first_id: int) -> None:
    """Write the notes with their cards and review logs.

    Ids are times in ms and increase in the order of the notes, by which Anki sorts. Anki changes ids that
    another note already has.
    """
    note_rows = []
    card_rows: list[tuple[object, ...]] = []
    log_rows: list[tuple[object, ...]] = []
    next_free_by_time: dict[int, int] = {}
    for position, note in enumerate(notes):
        note_id, tags = first_id + position, f" {' '.join(note.tags)} " if note.tags else ""
        joined_fields = "\x1f".join(note.fields)
        sort_field = note.fields[
            _sort_field_index(note.note_type) if isinstance(note.note_type, CustomNoteType) else 1
        ]
        note_rows.append(
            (note_id, note.guid, note.note_type.anki_id, note.changed_at, tags, joined_fields, sort_field)
        )
        for card in note.cards:
            card_id = first_id + len(card_rows)
            changed_at = max(note.changed_at, card.changed_at)
            card_rows.append(
                (card_id, note_id, note.anki_deck_id, changed_at, *_card_columns(card, position))
            )
            log_rows += (_build_log_row(row, card_id, next_free_by_time) for row in card.review_log)
    connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')", note_rows)
    connection.executemany(
        "INSERT INTO cards (id, nid, did, mod, ord, type, queue, due, ivl, factor, reps, lapses, left, flags, data, usn, odue, odid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1, 0, 0)",
        card_rows,
    )
    connection.executemany("INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)", log_rows)


def _card_columns(card: AnkiCard, position: int) -> tuple[object, ...]:
    due = position if card.due is None else card.due
    return (
        card.ordinal, card.state, card.queue, due, card.interval, card.factor, card.review_count, card.lapse_count, card.remaining_steps,
        card.flag, card.data,
    )  # fmt: skip


def _build_log_row(row: ReviewLogRow, card_id: int, next_free_by_time: dict[int, int]) -> tuple[object, ...]:
    """Return the columns of a review log row, moved to the next free millisecond.

    Anki identifies a row by its time alone and drops a second row with the same time. `next_free_by_time`
    maps each used time to one that may be free.
    """
    free_time = row.at
    while free_time in next_free_by_time:
        free_time = next_free_by_time[free_time]
    next_free_by_time[row.at] = next_free_by_time[free_time] = free_time + 1
    return (free_time, card_id, *row[1:])
