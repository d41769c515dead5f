"""The database inside a package. genanki draws up the schema, the decks and the note types; notes and cards
are written here, because genanki stamps every note with the moment of writing, and Anki would then take
each export for newer than the learner's own edits.

The format is Anki's schema 11 with the scheduler's version 2, which every Anki since 2.1 reads.
"""

import itertools
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import genanki

from studyapp.anki.card_progress import AnkiCard, Calendar
from studyapp.anki.note_types import CHANGED_AT, FURNITURE, NoteType, style_sheet, templates_of
from studyapp.anki.writing.preset import Preset
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.transfer.review_log import LogLine

NO_DAYS = Calendar(first_day=20_089, began_at=1_735_704_000, minutes_west=0, rollover=4, today=20_089)
"""From 2025-01-01 04:00 UTC on, for packages without progress: new cards are due on no day."""

_ONLY_FRONT_AND_BACK, _CLOZE = 0, 1


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck in Anki; the description is HTML. Without a preset it has Anki's default one."""

    number: int
    name: str
    description: str = ""
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note in Anki. `changed_at` is in unix seconds."""

    guid: str
    note_type: NoteType | CustomType
    deck: int
    changed_at: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]

    @property
    def ordinals(self) -> tuple[int, ...]:
        """Those of its cards, from 0."""
        return tuple(card.ordinal for card in self.cards)


def collection_bytes(
    decks: Sequence[AnkiDeck], notes: Sequence[AnkiNote], folder: Path, calendar: Calendar = NO_DAYS
) -> bytes:
    """The database with these decks and notes, whose days are counted by `calendar`; templates and style sheet are
    read from `folder`. The same arguments give the same bytes (with one version of SQLite). OSError when a template
    is missing."""
    newest = max((note.changed_at for note in notes), default=0) or CHANGED_AT
    with closing(sqlite3.connect(":memory:")) as connection:
        _write_frame(connection, decks, {note.note_type for note in notes}, folder, newest)
        _write_days(connection, decks, calendar)
        _write_notes(connection, notes, newest * 1000)
        connection.commit()
        return connection.serialize()


def _write_frame(
    connection: sqlite3.Connection,
    decks: Sequence[AnkiDeck],
    types: set[NoteType | CustomType],
    folder: Path,
    newest: int,
) -> None:
    in_genanki = [genanki.Deck(deck.number, deck.name, deck.description) for deck in decks]
    for note_type in sorted(types, key=lambda one: one.number):
        in_genanki[0].add_model(_model(note_type, folder))
    genanki.Package(in_genanki).write_to_db(connection.cursor(), CHANGED_AT, itertools.count(1))
    connection.execute("UPDATE col SET mod = ?, scm = ?", (newest * 1000, CHANGED_AT * 1000))


def _write_days(connection: sqlite3.Connection, decks: Sequence[AnkiDeck], calendar: Calendar) -> None:
    """How days are counted, and how the decks are studied."""
    conf, in_anki, presets = map(
        json.loads, connection.execute("SELECT conf, decks, dconf FROM col").fetchone()
    )
    # Without the scheduler's version Anki takes the file for one of the first scheduler and converts it.
    conf |= {"schedVer": 2}
    if calendar is not NO_DAYS:
        west = calendar.minutes_west
        conf |= {"creationOffset": west, "localOffset": west, "rollover": calendar.rollover}
    for deck in decks:
        if deck.preset is not None:
            in_anki[str(deck.number)]["conf"] = deck.preset.number
            presets[str(deck.preset.number)] = deck.preset.entry
    connection.execute(
        "UPDATE col SET crt = ?, conf = ?, decks = ?, dconf = ?",
        (calendar.began_at, *map(json.dumps, (conf, in_anki, presets))),
    )


class _ForeignModel(genanki.Model):  # type: ignore[misc]
    """genanki works out which fields a card needs, and refuses templates that it can't read; Anki does that itself."""

    @property
    def _req(self) -> list[object]:
        return [[place, "any", [0]] for place in range(len(self.templates))]


def _model(note_type: NoteType | CustomType, folder: Path) -> genanki.Model:
    if isinstance(note_type, CustomType):
        return _ForeignModel(
            note_type.number,
            note_type.name,
            fields=[{"name": name, "font": "Arial"} for name in note_type.fields],
            templates=[
                {"name": one.name, "qfmt": one.front, "afmt": one.back} for one in note_type.templates
            ],
            css=note_type.style,
            model_type=_CLOZE if note_type.is_cloze else _ONLY_FRONT_AND_BACK,
        )
    templates = zip(note_type.cards, templates_of(note_type, folder), strict=True)
    return genanki.Model(
        note_type.number,
        note_type.name,
        fields=[{"name": name, "font": "Arial", "collapsed": name in FURNITURE} for name in note_type.fields],
        templates=[{"name": card.name, "qfmt": html.front, "afmt": html.back} for card, html in templates],
        css=style_sheet(folder),
        model_type=_CLOZE if note_type.is_cloze else _ONLY_FRONT_AND_BACK,
        sort_field_index=1,
    )


def _write_notes(connection: sqlite3.Connection, notes: Sequence[AnkiNote], first_id: int) -> None:
    """Ids are moments in milliseconds and rise in the order of the notes, which Anki sorts by. Anki moves
    those that it has already for another note."""
    note_rows = []
    card_rows: list[tuple[object, ...]] = []
    log_rows: list[tuple[object, ...]] = []
    taken: dict[int, int] = {}
    for position, note in enumerate(notes):
        note_id, tags = first_id + position, f" {' '.join(note.tags)} " if note.tags else ""
        words = "\x1f".join(note.fields)
        sort_by = note.fields[0 if isinstance(note.note_type, CustomType) else 1]
        note_rows.append((note_id, note.guid, note.note_type.number, note.changed_at, tags, words, sort_by))
        for card in note.cards:
            card_id = first_id + len(card_rows)
            changed_at = max(note.changed_at, card.changed_at)
            card_rows.append((card_id, note_id, note.deck, changed_at, *_columns(card, position)))
            log_rows += (_log_row(line, card_id, taken) for line in card.log)
    connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')", note_rows)
    connection.executemany(
        "INSERT INTO cards (id, nid, did, mod, ord, type, queue, due, ivl, factor, reps, lapses, left, flags, data, usn, odue, odid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1, 0, 0)",
        card_rows,
    )
    connection.executemany("INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)", log_rows)


def _columns(card: AnkiCard, position: int) -> tuple[object, ...]:
    due = position if card.due is None else card.due
    return (
        card.ordinal, card.state, card.queue, due, card.interval, card.factor, card.reviews, card.lapses, card.left,
        card.flag, card.data,
    )  # fmt: skip


def _log_row(line: LogLine, card_id: int, taken: dict[int, int]) -> tuple[object, ...]:
    """Anki knows a line by its moment alone and drops another one of the same: that one comes later by a millisecond or
    more. `taken` leads from each moment that is taken to one that may be free."""
    moment = line.at
    while moment in taken:
        moment = taken[moment]
    taken[line.at] = taken[moment] = moment + 1
    return (moment, card_id, *line[1:])
