"""The contents of a package: decks and notes in Anki's format, media, and what was left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studyapp.anki.card_progress import AnkiCalendar, AnkiCard, CardProgress, build_anki_card
from studyapp.anki.deck_identity import PARENT_DECK_ID, PARENT_DECK_NAME, find_deck_identity
from studyapp.anki.preset import build_preset
from studyapp.anki.writing.collection_file import DEFAULT_CALENDAR, AnkiDeck, AnkiNote
from studyapp.anki.writing.common_content import find_unchanged_fields, keep_common_content
from studyapp.anki.writing.export_digest import compute_export_digest, matches_export_digest
from studyapp.anki.writing.localized_html import render_localized
from studyapp.anki.writing.media_collector import MediaCollector, merge_media
from studyapp.anki.writing.note_rendering import RenderedNote, render_note, render_source
from studyapp.anki.writing.package_note_types import PackageNoteTypes, map_fields
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
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss

_LEECH_TAG = "leech"

_NOTES_PER_REPORT = 50
"""The number of notes between two progress reports."""


@dataclass(frozen=True, slots=True)
class ExportNote:
    """A note to export, and its modification time in Unix seconds.

    Anki updates a note only if its modification time has increased. `last_digest` is the digest of the last
    export (see ExportStamp), or empty if the note was never exported. If the note would be exported
    differently now, the time of the export becomes its modification time. What was not changed since `common` is
    exported as Anki had it then.
    """

    note: Note
    changed_at: int
    last_digest: str = ""
    common: CommonVersion | None = None


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
class ExportDeck:
    """A deck to export, with its media in `folder`.

    Without progress, all cards are new.
    """

    metadata: DeckMetadata
    folder: Path
    notes: Sequence[ExportNote]
    progress: "DeckProgress | None" = None


@dataclass(frozen=True, slots=True)
class DeckProgress:
    """The learner's progress in a deck, and the options with which it is studied.

    `progress_by_card` has the cards with a history. `losses` are what was left out of it.
    """

    options: StudyOptions
    scheduler: Scheduler
    calendar: AnkiCalendar
    progress_by_card: Mapping[CardId, CardProgress]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageContents:
    """The contents of a package.

    `path_by_media_name` has the source file of each media file. `missing_media` are pairs of note key and
    file name. `unsupported_cards` are cards that Anki does not support. `losses` are what was left out of the
    progress.
    """

    decks: tuple[AnkiDeck, ...]
    notes: tuple[AnkiNote, ...]
    path_by_media_name: dict[str, Path]
    missing_media: tuple[tuple[str, str], ...]
    stamps: tuple[ExportStamp, ...]
    unsupported_cards: tuple[CardId, ...]
    calendar: AnkiCalendar
    losses: tuple[Loss, ...] = ()


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
    anki_decks = [
        _build_anki_deck(deck, languages, collector, now)
        for deck, collector in zip(decks, collectors, strict=True)
    ]
    note_types = PackageNoteTypes(_iter_custom_types(decks), existing_note_types)
    unsupported: list[CardId] = []
    notes: list[AnkiNote] = []
    stamps: list[ExportStamp] = []
    done, total = 0, sum(len(deck.notes) for deck in decks)
    on_progress(done, total)
    for deck, anki_deck, collector in zip(decks, anki_decks, collectors, strict=True):
        for export_note, rendered, note in _render_deck(
            deck, anki_deck.anki_id, languages, collector, note_types
        ):
            unsupported += rendered.unsupported_cards
            if note is not None:
                stamp = _build_stamp(note, export_note, now)
                stamps.append(stamp)
                notes.append(_finish_note(note, stamp, export_note.note, deck.progress))
            done += 1
            if done % _NOTES_PER_REPORT == 0 or done == total:
                on_progress(done, total)
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
    )


def _render_deck(
    deck: ExportDeck,
    anki_deck_id: int,
    languages: CardLanguages,
    collector: MediaCollector,
    note_types: PackageNoteTypes,
) -> Iterator[tuple[ExportNote, RenderedNote, AnkiNote | None]]:
    """Yield the notes of a deck, rendered and as they are exported, with what Anki has where nothing was changed. A note
    without cards is not exported."""
    source = render_source(deck.metadata.source)
    for export_note in deck.notes:
        common = export_note.common
        rendered = _render_for_package(
            export_note.note,
            source,
            languages,
            note_types,
            find_unchanged_fields(export_note.note, common, languages, source),
        )
        if not rendered.ordinals:
            yield export_note, rendered, None
            continue
        note = _build_anki_note(export_note, rendered, anki_deck_id, collector)
        if common is not None:
            rendered_then = rendered
            if common.note != export_note.note or common.languages not in (None, languages):
                rendered_then = _render_for_package(
                    common.note, source, common.languages or languages, note_types
                )
            note = keep_common_content(note, rendered, common, rendered_then)
        yield export_note, rendered, note


def _render_for_package(
    note: Note,
    source: str,
    languages: CardLanguages,
    note_types: PackageNoteTypes,
    known_fields: tuple[str, ...] | None = None,
) -> RenderedNote:
    """Return the rendered note, with the id and the fields that its custom note type has in the package."""
    rendered = render_note(note, source, languages, known_fields)
    if not isinstance(rendered.note_type, CustomNoteType):
        return rendered
    target_type = note_types.resolve(note.deck_id, rendered.note_type)
    fields = map_fields(rendered.fields, rendered.note_type, target_type)
    return RenderedNote(target_type, fields, rendered.tags, rendered.ordinals, rendered.unsupported_cards)


def _iter_custom_types(decks: Sequence[ExportDeck]) -> Iterator[tuple[str, CustomNoteType]]:
    for deck in decks:
        for export_note in deck.notes:
            if export_note.note.custom_note_type is not None:
                yield deck.metadata.id, export_note.note.custom_note_type


def _build_anki_deck(
    deck: ExportDeck, languages: CardLanguages, collector: MediaCollector, now: int
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


def _build_anki_note(
    export_note: ExportNote, rendered: RenderedNote, anki_deck_id: int, collector: MediaCollector
) -> AnkiNote:
    key = export_note.note.key
    fields = (
        collector.collect_custom_note_media(rendered.note_type, rendered.fields, export_note.note)
        if isinstance(rendered.note_type, CustomNoteType)
        else tuple(
            collector.rewrite_paths(field, key) if "<img" in field or "[sound:" in field else field
            for field in rendered.fields
        )
    )
    cards = tuple(map(AnkiCard, rendered.ordinals))
    return AnkiNote(
        note_guid(export_note.note),
        rendered.note_type,
        anki_deck_id,
        export_note.changed_at,
        fields,
        rendered.tags,
        cards,
    )


def _build_stamp(anki_note: AnkiNote, export_note: ExportNote, now: int) -> ExportStamp:
    """Return the stamp of the note, with a new modification time if the note differs from the last export."""
    digest = compute_export_digest(anki_note)
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
    return _add_progress(anki_note, note, progress) if progress else anki_note


def _add_progress(anki_note: AnkiNote, note: Note, deck_progress: DeckProgress) -> AnkiNote:
    """Return the note with the learner's progress, and with Anki's tag if one of its cards is a leech."""
    card_by_id = {CardId(note.deck_id, note.id, card.ordinal + 1): card for card in anki_note.cards}
    cards = tuple(
        build_anki_card(
            card.ordinal,
            deck_progress.progress_by_card[card_id],
            deck_progress.options,
            deck_progress.scheduler,
            deck_progress.calendar,
        )
        if card_id in deck_progress.progress_by_card
        else card
        for card_id, card in card_by_id.items()
    )
    leech_threshold = deck_progress.options.leech_threshold
    has_leech = any(
        card_id in deck_progress.progress_by_card
        and is_leech(deck_progress.progress_by_card[card_id].schedule, leech_threshold)
        for card_id in card_by_id
    )
    tags = (*anki_note.tags, _LEECH_TAG) if has_leech and _LEECH_TAG not in anki_note.tags else anki_note.tags
    return replace(anki_note, cards=cards, tags=tags)
