"""What Anki would do with a package, told before it is written. The rules are those of Anki's own import with the choice "if
newer", which is the usual one; tested against it."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.live.collection_copy import copied
from studyapp.anki.note_types import NoteType
from studyapp.anki.reading.collection_reading import note_types, prepare
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadablePackage


class Verdict(StrEnum):
    """What becomes of a note."""

    NEW = QT_TRANSLATE_NOOP("Verdict", "New")
    UPDATED = QT_TRANSLATE_NOOP("Verdict", "Updated")
    OVERWRITTEN = QT_TRANSLATE_NOOP("Verdict", "Updated, over what you changed in Anki")
    SAME = QT_TRANSLATE_NOOP("Verdict", "The same already")
    NEWER_THERE = QT_TRANSLATE_NOOP("Verdict", "Left alone: changed in Anki since")
    CONFLICTING = QT_TRANSLATE_NOOP("Verdict", "Left alone: another note type there")


class InAnki(NamedTuple):
    """What a collection has: for each guid the note type, the moment of change (unix seconds) and the number of cards;
    and the fields and templates of its note types."""

    notes: Mapping[str, tuple[int, int, int]]
    types: Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]


class Preflight(NamedTuple):
    """The keys of the notes by what becomes of them. Anki will
    keep second copies of the note types in `differing`, and ignore the progress of `known_cards` cards."""

    verdicts: Mapping[Verdict, tuple[str, ...]]
    differing: tuple[str, ...] = ()
    known_cards: int = 0


def look_into(collection: Path) -> InAnki:
    """What a collection of Anki has. It is read from a copy: Anki may have it open. UnreadablePackage when it is none,
    OSError when it can't be read."""
    with copied(collection) as copy:
        try:
            return _read(copy)
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise UnreadablePackage(f"{collection}: {error}") from error


def _read(path: Path) -> InAnki:
    with closing(sqlite3.connect(path)) as connection:
        prepare(connection)
        rows = connection.execute(
            "SELECT guid, mid, notes.mod, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id GROUP BY notes.id"
        )
        notes = {guid: (kind, changed_at, cards) for guid, kind, changed_at, cards in rows}
        types = {
            number: (found.fields, tuple(template.name for template in found.templates))
            for number, found in note_types(connection).items()
        }
    return InAnki(notes, types)


def preflight(
    notes: Sequence[tuple[str, AnkiNote]], given: Mapping[str, tuple[str, int]], there: InAnki | None
) -> Preflight:
    """What Anki would do with these notes, each with its key. `given` has the digest and the moment of what it was
    given last; without a look at what is there, that has to serve."""
    found: dict[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    for key, note in notes:
        last = given.get(key, ("", 0))[1]
        found[_guess(note, last) if there is None else _verdict(note, last, there)].append(key)
    verdicts = {verdict: tuple(keys) for verdict, keys in found.items() if keys}
    if there is None:
        return Preflight(verdicts)
    differing = tuple(
        one.name
        for one in dict.fromkeys(note.note_type for _, note in notes)
        if one.number in there.types and there.types[one.number] != schema(one)
    )
    known = sum(there.notes[note.guid][2] for _, note in notes if note.guid in there.notes)
    return Preflight(verdicts, differing=differing, known_cards=known)


def schema(note_type: NoteType | CustomType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What Anki compares types by: the names of their fields and templates."""
    cards = note_type.templates if isinstance(note_type, CustomType) else note_type.cards
    return note_type.fields, tuple(card.name for card in cards)


def _guess(note: AnkiNote, last: int) -> Verdict:
    if not last:
        return Verdict.NEW
    return Verdict.UPDATED if note.changed_at > last else Verdict.SAME


def _verdict(note: AnkiNote, last: int, there: InAnki) -> Verdict:
    if note.guid not in there.notes:
        return Verdict.NEW
    kind, changed_at, _ = there.notes[note.guid]
    if kind != note.note_type.number:
        return Verdict.CONFLICTING
    if changed_at == note.changed_at:
        return Verdict.SAME
    if changed_at > note.changed_at:
        return Verdict.NEWER_THERE
    return Verdict.UPDATED if changed_at <= last else Verdict.OVERWRITTEN
