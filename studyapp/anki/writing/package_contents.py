"""The contents of a package: decks and notes in Anki's format, media, and what was left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from studyapp.anki.card_progress import AnkiCalendar
from studyapp.anki.deck_identity import PARENT_DECK_ID, PARENT_DECK_NAME, find_deck_identity
from studyapp.anki.deck_progress import DeckProgress, add_progress
from studyapp.anki.package_note_types import PackageNoteTypes
from studyapp.anki.preset import build_preset
from studyapp.anki.writing.collection_file import DEFAULT_CALENDAR, AnkiDeck, AnkiNote
from studyapp.anki.writing.export_digest import matches_export_digest
from studyapp.anki.writing.localized_html import render_localized
from studyapp.anki.writing.media_collector import MediaCollector, merge_media
from studyapp.anki.writing.note_export import ExportDeck, ExportedNote, ExportNote, export_notes
from studyapp.anki.writing.note_rendering import render_source
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.exported_form import ExportedForm
from studyapp.core.transfer.import_losses import Loss

Exported = TypeVar("Exported")

_NOTES_PER_REPORT = 50
"""The number of notes between two progress reports."""


@dataclass(frozen=True, slots=True)
class ExportStamp:
    """The digest and the modification time with which a note was exported.

    Callers store it for the next export. The digest covers the rendered note, so it also changes with the
    languages or an image.
    """

    note_key: str
    digest: str
    changed_at: int


@dataclass(frozen=True, slots=True)
class PackageContents:
    """The contents of a package.

    `path_by_media_name` has the source file of each media file. `missing_media` are pairs of note key and
    file name. `unsupported_cards` are cards that Anki does not support. `losses` are what was left out of the
    progress. `new_forms` are those of the notes that were rendered, by note key.
    """

    decks: tuple[AnkiDeck, ...]
    notes: tuple[AnkiNote, ...]
    path_by_media_name: dict[str, Path]
    missing_media: tuple[tuple[str, str], ...]
    stamps: tuple[ExportStamp, ...]
    unsupported_cards: tuple[CardId, ...]
    calendar: AnkiCalendar
    losses: tuple[Loss, ...] = ()
    new_forms: Mapping[str, ExportedForm] = field(default_factory=dict)


def build_package_contents(
    decks: Sequence[ExportDeck],
    languages: CardLanguages,
    now: int,
    on_progress: ProgressCallback,
    existing_note_types: Iterable[CustomNoteType] = (),
) -> PackageContents:
    """Render decks in the given languages, as of `now` (Unix seconds).

    `existing_note_types` are those known to be in Anki. `on_progress` gets the number of finished notes and
    of all notes. Raises what it raises, and OSError if a media file can't be read."""
    collectors = [MediaCollector(deck.metadata.id, deck.folder) for deck in decks]
    anki_decks = [_build_anki_deck(*each, languages, now) for each in zip(decks, collectors, strict=True)]
    unsupported: list[CardId] = []
    notes: list[AnkiNote] = []
    stamps: list[ExportStamp] = []
    forms: dict[str, ExportedForm] = {}
    exported_notes = _export_all(decks, collectors, anki_decks, languages, existing_note_types)
    for progress, exported in _report_progress(exported_notes, decks, on_progress):
        unsupported += exported.unsupported_cards
        if exported.form is not None:
            forms[exported.export_note.note.key] = exported.form
        if exported.anki_note is not None:
            stamp = _build_stamp(exported.anki_note, exported.digest, exported.export_note, now)
            stamps.append(stamp)
            notes.append(_finish_note(exported.anki_note, stamp, exported.export_note.note, progress))
    media, conflicts = merge_media(collectors)
    return PackageContents(
        tuple(_with_parent_deck(_disambiguate_names(anki_decks, decks))),
        tuple(notes),
        media,
        (*(missing for collector in collectors for missing in collector.missing_media), *conflicts),
        tuple(stamps),
        tuple(unsupported),
        next((deck.progress.calendar for deck in decks if deck.progress), DEFAULT_CALENDAR),
        tuple(loss for deck in decks if deck.progress for loss in deck.progress.losses),
        forms,
    )


def compute_stamps(
    decks: Sequence[ExportDeck], languages: CardLanguages, now: int, on_progress: ProgressCallback
) -> list[ExportStamp]:
    """Return the stamps of `build_package_contents` without keeping what was rendered. Raises the same."""
    collectors = [MediaCollector(deck.metadata.id, deck.folder) for deck in decks]
    anki_decks = [_build_anki_deck(*each, languages, now) for each in zip(decks, collectors, strict=True)]
    exported_notes = _export_all(decks, collectors, anki_decks, languages, ())
    return [
        _build_stamp(exported.anki_note, exported.digest, exported.export_note, now)
        for _, exported in _report_progress(exported_notes, decks, on_progress)
        if exported.anki_note is not None
    ]


def _export_all(
    decks: Sequence[ExportDeck],
    collectors: Sequence[MediaCollector],
    anki_decks: Sequence[AnkiDeck],
    languages: CardLanguages,
    existing_note_types: Iterable[CustomNoteType],
) -> Iterator[tuple[DeckProgress | None, ExportedNote]]:
    """Yield the rendered notes, each with the progress of its deck."""
    note_types = PackageNoteTypes(_iter_custom_types(decks), existing_note_types)
    for deck, anki_deck, collector in zip(decks, anki_decks, collectors, strict=True):
        for exported in export_notes(deck, anki_deck.anki_id, languages, collector, note_types):
            yield deck.progress, exported


def _report_progress(
    notes: Iterable[Exported], decks: Sequence[ExportDeck], on_progress: ProgressCallback
) -> Iterator[Exported]:
    """Yield the notes of these decks, and report how many of them are finished."""
    total = sum(len(deck.notes) for deck in decks)
    on_progress(0, total)
    for done, note in enumerate(notes, start=1):
        yield note
        if done % _NOTES_PER_REPORT == 0 or done == total:
            on_progress(done, total)


def _iter_custom_types(decks: Sequence[ExportDeck]) -> Iterator[tuple[str, CustomNoteType]]:
    for deck in decks:
        for export_note in deck.notes:
            if export_note.note.custom_note_type is not None:
                yield deck.metadata.id, export_note.note.custom_note_type


def _build_anki_deck(
    deck: ExportDeck, collector: MediaCollector, languages: CardLanguages, now: int
) -> AnkiDeck:
    head, progress = deck.metadata, deck.progress
    description = render_localized(head.description, languages) if head.description else ""
    source = render_source(head.source)
    parts = (collector.rewrite_paths(description, head.id), f"<p>{source}</p>" if source else "")
    preset = build_preset(progress.options, progress.scheduler.parameters, now) if progress else None
    names_in_anki = (
        one.common.anki_deck_name
        for one in deck.notes
        if one.common is not None and one.note.custom_note_type
    )
    identity = find_deck_identity(head, languages, names_in_anki)
    return AnkiDeck(identity.anki_id, identity.name, "".join(parts), preset)


def _with_parent_deck(anki_decks: Sequence[AnkiDeck]) -> Iterator[AnkiDeck]:
    """Yield the decks, preceded by the deck that contains exported ones, if any is in it."""
    if any(deck.name.startswith(f"{PARENT_DECK_NAME}::") for deck in anki_decks):
        yield AnkiDeck(PARENT_DECK_ID, PARENT_DECK_NAME)
    yield from anki_decks


def _disambiguate_names(anki_decks: Sequence[AnkiDeck], decks: Sequence[ExportDeck]) -> tuple[AnkiDeck, ...]:
    """Return the decks, with the deck id appended to names that are not unique.

    Anki merges decks whose names differ only in case.
    """
    count = Counter(anki_deck.name.casefold() for anki_deck in anki_decks)
    return tuple(
        replace(anki_deck, name=f"{anki_deck.name} ({deck.metadata.id})")
        if count[anki_deck.name.casefold()] > 1
        else anki_deck
        for anki_deck, deck in zip(anki_decks, decks, strict=True)
    )


def _build_stamp(anki_note: AnkiNote, digest: str, export_note: ExportNote, now: int) -> ExportStamp:
    """Return the stamp of the note, with a new modification time if the note differs from the last export."""
    last_digest, own_type = export_note.last_digest, export_note.note.custom_note_type
    is_unchanged = last_digest in ("", digest) or matches_export_digest(anki_note, last_digest, own_type)
    changed_at = export_note.changed_at
    return ExportStamp(export_note.note.key, digest, changed_at if is_unchanged else max(now, changed_at + 1))


def _finish_note(
    anki_note: AnkiNote, stamp: ExportStamp, note: Note, progress: DeckProgress | None
) -> AnkiNote:
    """Return the note with the modification time of its stamp, and with the learner's progress if it is exported."""
    if anki_note.changed_at != stamp.changed_at:
        anki_note = replace(anki_note, changed_at=stamp.changed_at)
    if progress is None:
        return anki_note
    cards, tags = add_progress(anki_note.cards, anki_note.tags, note, progress)
    return replace(anki_note, cards=cards, tags=tags)
