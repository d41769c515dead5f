"""What goes into a package: decks and notes as Anki has them, the pictures, and what had to stay out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studyapp.anki.card_progress import AnkiCalendar, AnkiCard, CardProgress, build_anki_card
from studyapp.anki.deck_identity import PARENT_DECK_ID, PARENT_DECK_NAME, anki_deck_name, derive_anki_deck_id
from studyapp.anki.writing.collection_file import DEFAULT_CALENDAR, AnkiDeck, AnkiNote
from studyapp.anki.writing.export_digest import compute_export_digest, matches_export_digest
from studyapp.anki.writing.localized_html import render_localized
from studyapp.anki.writing.media_collector import MediaCollector
from studyapp.anki.writing.note_rendering import RenderedNote, render_note, render_source
from studyapp.anki.writing.package_note_types import PackageNoteTypes, map_fields
from studyapp.anki.writing.preset import build_preset
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.schedule import is_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.text.localized_text import CardLanguages

_LEECH_TAG = "leech"

_NOTES_PER_REPORT = 50
"""How often progress is told."""


@dataclass(frozen=True, slots=True)
class ExportNote:
    """A note and when it last changed, in unix seconds: Anki updates a note only when this has risen.

    `digest` tells what Anki was given with that moment (see Stamp); where it would be given something else
    now, the moment of the export counts instead. Empty for a note that was never exported."""

    note: Note
    changed_at: int
    last_digest: str = ""


@dataclass(frozen=True, slots=True)
class ExportStamp:
    """What Anki was given for a note (by its key), and the moment that went with it; to be kept for the next
    export. It follows the words as Anki gets them, so other languages or another picture change it too."""

    note_key: str
    digest: str
    changed_at: int


@dataclass(frozen=True, slots=True)
class ExportDeck:
    """A deck for a package; its pictures lie in `folder`. Without progress all cards are new."""

    head: DeckMetadata
    folder: Path
    notes: Sequence[ExportNote]
    progress: "DeckProgress | None" = None


@dataclass(frozen=True, slots=True)
class DeckProgress:
    """How far a learner is with a deck: how it is studied, and where those of its cards stand that have a history."""

    options: StudyOptions
    scheduler: Scheduler
    calendar: AnkiCalendar
    progress_by_card: Mapping[CardId, CardProgress]


@dataclass(frozen=True, slots=True)
class PackageContents:
    """All of a package: its pictures by their name in it, those that could not be had as (note key, name),
    and the cards that Anki cannot have."""

    decks: tuple[AnkiDeck, ...]
    notes: tuple[AnkiNote, ...]
    path_by_media_name: dict[str, Path]
    missing_media: tuple[tuple[str, str], ...]
    stamps: tuple[ExportStamp, ...]
    unsupported_cards: tuple[CardId, ...]
    calendar: AnkiCalendar


def build_package_contents(
    decks: Sequence[ExportDeck],
    languages: CardLanguages,
    now: int,
    on_progress: ProgressCallback,
    existing_note_types: Iterable[CustomNoteType] = (),
) -> PackageContents:
    """The decks in the languages chosen, as of `now` (unix seconds). `known_types` are those that Anki has, where that is known. `progress` is told how many of all notes are done; what it raises
    passes. OSError when a picture that is there cannot be read."""
    shelves = [MediaCollector(deck.head.id, deck.folder) for deck in decks]
    anki_decks = [
        _build_anki_deck(deck, languages, pictures, now)
        for deck, pictures in zip(decks, shelves, strict=True)
    ]
    types = PackageNoteTypes(_iter_custom_types(decks), existing_note_types)
    left_out: list[CardId] = []
    notes: list[AnkiNote] = []
    stamps: list[ExportStamp] = []
    done, total = 0, sum(len(deck.notes) for deck in decks)
    on_progress(done, total)
    for deck, anki_deck, pictures in zip(decks, anki_decks, shelves, strict=True):
        source = render_source(deck.head.source)
        for packaged in deck.notes:
            note = render_note(packaged.note, source, languages)
            if isinstance(note.note_type, CustomNoteType):
                placed = types.resolve(deck.head.id, note.note_type)
                note = replace(note, note_type=placed, fields=map_fields(note.fields, note.note_type, placed))
            left_out += note.unsupported_cards
            if note.ordinals:
                made = _build_anki_note(packaged, note, anki_deck.anki_id, pictures, now)
                notes.append(_add_progress(made, packaged.note, deck.progress) if deck.progress else made)
                stamps.append(ExportStamp(packaged.note.key, compute_export_digest(made), made.changed_at))
            done += 1
            if done % _NOTES_PER_REPORT == 0 or done == total:
                on_progress(done, total)
    files, lost = _merge_media(shelves)
    return PackageContents(
        (AnkiDeck(PARENT_DECK_ID, PARENT_DECK_NAME), *_disambiguate_names(anki_decks, decks)),
        tuple(notes),
        files,
        (*(missing for pictures in shelves for missing in pictures.missing_media), *lost),
        tuple(stamps),
        tuple(left_out),
        next((deck.progress.calendar for deck in decks if deck.progress), DEFAULT_CALENDAR),
    )


def _merge_media(collectors: Sequence[MediaCollector]) -> tuple[dict[str, Path], list[tuple[str, str]]]:
    """The files of all decks by their names, and those that can't go along because another deck has another file of that
    name, which Anki has but once."""
    files: dict[str, Path] = {}
    lost: list[tuple[str, str]] = []
    for pictures in collectors:
        for name, path in pictures.path_by_media_name.items():
            there = files.setdefault(name, path)
            if there != path and there.read_bytes() != path.read_bytes():
                lost.append((pictures.note_key_by_media_name.get(name, pictures.deck_id), name))
    return files, lost


def _iter_custom_types(decks: Sequence[ExportDeck]) -> Iterator[tuple[str, CustomNoteType]]:
    for deck in decks:
        for one in deck.notes:
            if one.note.custom_note_type is not None:
                yield deck.head.id, one.note.custom_note_type


def _build_anki_deck(
    deck: ExportDeck, languages: CardLanguages, collector: MediaCollector, now: int
) -> AnkiDeck:
    head, progress = deck.head, deck.progress
    description = render_localized(head.description, languages) if head.description else ""
    source = render_source(head.source)
    parts = (collector.rewrite_images(description, head.id), f"<p>{source}</p>" if source else "")
    preset = build_preset(progress.options, progress.scheduler.parameters, now) if progress else None
    return AnkiDeck(derive_anki_deck_id(head.id), anki_deck_name(head, languages), "".join(parts), preset)


def _disambiguate_names(anki_decks: Sequence[AnkiDeck], decks: Sequence[ExportDeck]) -> tuple[AnkiDeck, ...]:
    """Anki takes decks of one name for one deck, whatever the case: those have their id behind the title."""
    count = Counter(anki_deck.name.casefold() for anki_deck in anki_decks)
    return tuple(
        replace(one, name=f"{one.name} ({deck.head.id})") if count[one.name.casefold()] > 1 else one
        for one, deck in zip(anki_decks, decks, strict=True)
    )


def _build_anki_note(
    export_note: ExportNote, rendered: RenderedNote, anki_deck_id: int, collector: MediaCollector, now: int
) -> AnkiNote:
    key = export_note.note.key
    fields = (
        collector.collect_custom_note(rendered.note_type, rendered.fields, export_note.note)
        if isinstance(rendered.note_type, CustomNoteType)
        else tuple(
            collector.rewrite_images(field, key) if "<img" in field else field for field in rendered.fields
        )
    )
    cards = tuple(map(AnkiCard, rendered.ordinals))
    made = AnkiNote(
        note_guid(export_note.note),
        rendered.note_type,
        anki_deck_id,
        export_note.changed_at,
        fields,
        rendered.tags,
        cards,
    )
    if not export_note.last_digest or matches_export_digest(made, export_note.last_digest):
        return made
    return replace(made, changed_at=max(now, export_note.changed_at + 1))


def _add_progress(anki_note: AnkiNote, note: Note, deck_progress: DeckProgress) -> AnkiNote:
    """The note as the learner knows it; one that is a leech carries Anki's tag for it."""
    known = {CardId(note.deck_id, note.id, card.ordinal + 1): card for card in anki_note.cards}
    cards = tuple(
        build_anki_card(
            card.ordinal,
            deck_progress.progress_by_card[name],
            deck_progress.options,
            deck_progress.scheduler,
            deck_progress.calendar,
        )
        if name in deck_progress.progress_by_card
        else card
        for name, card in known.items()
    )
    lapses = deck_progress.options.leech_threshold
    leeches = any(
        name in deck_progress.progress_by_card
        and is_leech(deck_progress.progress_by_card[name].schedule, lapses)
        for name in known
    )
    tags = (*anki_note.tags, _LEECH_TAG) if leeches and _LEECH_TAG not in anki_note.tags else anki_note.tags
    return replace(anki_note, cards=cards, tags=tags)
