"""What goes into a package: decks and notes as Anki has them, the pictures, and what had to stay out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studyapp.anki.card_progress import AnkiCard, Calendar, CardProgress, anki_card
from studyapp.anki.deck_identity import PARENT_NAME, PARENT_NUMBER, deck_name, deck_number
from studyapp.anki.writing.collection_file import NO_DAYS, AnkiDeck, AnkiNote
from studyapp.anki.writing.export_digest import export_digest, is_as_exported
from studyapp.anki.writing.localized_html import in_languages
from studyapp.anki.writing.media_collector import Pictures
from studyapp.anki.writing.note_rendering import WrittenNote, source_html, written
from studyapp.anki.writing.package_note_types import ForeignTypes, fitted
from studyapp.anki.writing.preset import preset_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import guid_of_note
from studyapp.core.progress_callback import Progress
from studyapp.core.study.schedule import is_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import LanguageChoice

_LEECH = "leech"

_NOTES_A_REPORT = 50
"""How often progress is told."""


@dataclass(frozen=True, slots=True)
class PackagedNote:
    """A note and when it last changed, in unix seconds: Anki updates a note only when this has risen.

    `digest` tells what Anki was given with that moment (see Stamp); where it would be given something else
    now, the moment of the export counts instead. Empty for a note that was never exported."""

    note: Note
    changed_at: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What Anki was given for a note (by its key), and the moment that went with it; to be kept for the next
    export. It follows the words as Anki gets them, so other languages or another picture change it too."""

    note: str
    digest: str
    changed_at: int


@dataclass(frozen=True, slots=True)
class PackagedDeck:
    """A deck for a package; its pictures lie in `folder`. Without progress all cards are new."""

    head: DeckHead
    folder: Path
    notes: Sequence[PackagedNote]
    progress: "DeckProgress | None" = None


@dataclass(frozen=True, slots=True)
class DeckProgress:
    """How far a learner is with a deck: how it is studied, and where those of its cards stand that have a history."""

    options: StudyOptions
    scheduler: Scheduler
    calendar: Calendar
    cards: Mapping[CardId, CardProgress]


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a package: its pictures by their name in it, those that could not be had as (note key, name),
    and the cards that Anki cannot have."""

    decks: tuple[AnkiDeck, ...]
    notes: tuple[AnkiNote, ...]
    pictures: dict[str, Path]
    missing: tuple[tuple[str, str], ...]
    stamps: tuple[Stamp, ...]
    left_out: tuple[CardId, ...]
    calendar: Calendar


def contents_of(
    decks: Sequence[PackagedDeck],
    choice: LanguageChoice,
    now: int,
    progress: Progress,
    known_types: Iterable[CustomType] = (),
) -> Contents:
    """The decks in the languages chosen, as of `now` (unix seconds). `known_types` are those that Anki has, where that is known. `progress` is told how many of all notes are done; what it raises
    passes. OSError when a picture that is there cannot be read."""
    shelves = [Pictures(deck.head.id, deck.folder) for deck in decks]
    anki_decks = [
        _anki_deck(deck, choice, pictures, now) for deck, pictures in zip(decks, shelves, strict=True)
    ]
    types = ForeignTypes(_custom_types(decks), known_types)
    left_out: list[CardId] = []
    notes: list[AnkiNote] = []
    stamps: list[Stamp] = []
    done, total = 0, sum(len(deck.notes) for deck in decks)
    progress(done, total)
    for deck, anki_deck, pictures in zip(decks, anki_decks, shelves, strict=True):
        source = source_html(deck.head.source)
        for packaged in deck.notes:
            note = written(packaged.note, source, choice)
            if isinstance(note.note_type, CustomType):
                placed = types.placed(deck.head.id, note.note_type)
                note = replace(note, note_type=placed, fields=fitted(note.fields, note.note_type, placed))
            left_out += note.left_out
            if note.ordinals:
                made = _anki_note(packaged, note, anki_deck.number, pictures, now)
                notes.append(_with_progress(made, packaged.note, deck.progress) if deck.progress else made)
                stamps.append(Stamp(packaged.note.key, export_digest(made), made.changed_at))
            done += 1
            if done % _NOTES_A_REPORT == 0 or done == total:
                progress(done, total)
    files, lost = _together(shelves)
    return Contents(
        (AnkiDeck(PARENT_NUMBER, PARENT_NAME), *_told_apart(anki_decks, decks)),
        tuple(notes),
        files,
        (*(missing for pictures in shelves for missing in pictures.missing), *lost),
        tuple(stamps),
        tuple(left_out),
        next((deck.progress.calendar for deck in decks if deck.progress), NO_DAYS),
    )


def _together(shelves: Sequence[Pictures]) -> tuple[dict[str, Path], list[tuple[str, str]]]:
    """The files of all decks by their names, and those that can't go along because another deck has another file of that
    name, which Anki has but once."""
    files: dict[str, Path] = {}
    lost: list[tuple[str, str]] = []
    for pictures in shelves:
        for name, path in pictures.files.items():
            there = files.setdefault(name, path)
            if there != path and there.read_bytes() != path.read_bytes():
                lost.append((pictures.users.get(name, pictures.deck), name))
    return files, lost


def _custom_types(decks: Sequence[PackagedDeck]) -> Iterator[tuple[str, CustomType]]:
    for deck in decks:
        for one in deck.notes:
            if one.note.custom_type is not None:
                yield deck.head.id, one.note.custom_type


def _anki_deck(deck: PackagedDeck, choice: LanguageChoice, pictures: Pictures, now: int) -> AnkiDeck:
    head, progress = deck.head, deck.progress
    description = in_languages(head.description, choice) if head.description else ""
    source = source_html(head.source)
    parts = (pictures.placed(description, head.id), f"<p>{source}</p>" if source else "")
    preset = preset_of(progress.options, progress.scheduler.parameters, now) if progress else None
    return AnkiDeck(deck_number(head.id), deck_name(head, choice), "".join(parts), preset)


def _told_apart(anki_decks: Sequence[AnkiDeck], decks: Sequence[PackagedDeck]) -> tuple[AnkiDeck, ...]:
    """Anki takes decks of one name for one deck, whatever the case: those have their id behind the title."""
    count = Counter(anki_deck.name.casefold() for anki_deck in anki_decks)
    return tuple(
        replace(one, name=f"{one.name} ({deck.head.id})") if count[one.name.casefold()] > 1 else one
        for one, deck in zip(anki_decks, decks, strict=True)
    )


def _anki_note(
    packaged: PackagedNote, note: WrittenNote, deck: int, pictures: Pictures, now: int
) -> AnkiNote:
    key = packaged.note.key
    fields = (
        pictures.kept(note.note_type, note.fields, packaged.note)
        if isinstance(note.note_type, CustomType)
        else tuple(pictures.placed(field, key) if "<img" in field else field for field in note.fields)
    )
    cards = tuple(map(AnkiCard, note.ordinals))
    made = AnkiNote(
        guid_of_note(packaged.note), note.note_type, deck, packaged.changed_at, fields, note.tags, cards
    )
    if not packaged.digest or is_as_exported(made, packaged.digest):
        return made
    return replace(made, changed_at=max(now, packaged.changed_at + 1))


def _with_progress(made: AnkiNote, note: Note, progress: DeckProgress) -> AnkiNote:
    """The note as the learner knows it; one that is a leech carries Anki's tag for it."""
    known = {CardId(note.deck, note.id, card.ordinal + 1): card for card in made.cards}
    cards = tuple(
        anki_card(card.ordinal, progress.cards[name], progress.options, progress.scheduler, progress.calendar)
        if name in progress.cards
        else card
        for name, card in known.items()
    )
    lapses = progress.options.leech_lapses
    leeches = any(
        name in progress.cards and is_leech(progress.cards[name].schedule, lapses) for name in known
    )
    tags = (*made.tags, _LEECH) if leeches and _LEECH not in made.tags else made.tags
    return replace(made, cards=cards, tags=tags)
