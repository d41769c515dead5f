"""The notes of a deck as they are exported: rendered, or taken from the form kept since the last export."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.anki_note_types import AnkiNoteType, anki_note_type_of
from studyapp.anki.card_progress import AnkiCard
from studyapp.anki.deck_progress import DeckProgress
from studyapp.anki.package_note_types import PackageNoteTypes, map_fields
from studyapp.anki.rendering_version import rendering_version
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.common_content import find_unchanged_fields, keep_common_content, may_have_media
from studyapp.anki.writing.export_digest import compute_export_digest, note_type_json
from studyapp.anki.writing.media_collector import MediaCollector
from studyapp.anki.writing.note_rendering import RenderedNote, render_note, render_source
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.exported_form import ExportedForm, compute_form_source


@dataclass(frozen=True, slots=True)
class ExportNote:
    """A note to export, and its modification time in Unix seconds.

    Anki updates a note only if its modification time has increased. `last_digest` is the digest of the last
    export (see ExportStamp), or empty if the note was never exported. If the note would be exported
    differently now, the time of the export becomes its modification time. What was not changed since `common` is
    exported as Anki had it then.

    `stored_digest` covers how the note and its common version are stored, and `form` is the form in which the note was
    exported before, if they are known.
    """

    note: Note
    changed_at: int
    last_digest: str = ""
    common: CommonVersion | None = None
    stored_digest: bytes = b""
    form: ExportedForm | None = None


@dataclass(frozen=True, slots=True)
class ExportDeck:
    """A deck to export, with its media in `folder`.

    Without progress, all cards are new.
    """

    metadata: DeckMetadata
    folder: Path
    notes: Sequence[ExportNote]
    progress: DeckProgress | None = None


class ExportedNote(NamedTuple):
    """A note as it is exported, with its export digest; None if it has no cards. `form` is the form to keep, if it is a new one."""

    export_note: ExportNote
    anki_note: AnkiNote | None
    digest: str
    unsupported_cards: tuple[CardId, ...] = ()
    form: ExportedForm | None = None


def export_notes(
    deck: ExportDeck,
    anki_deck_id: int,
    languages: CardLanguages,
    collector: MediaCollector,
    note_types: PackageNoteTypes,
) -> Iterator[ExportedNote]:
    """Yield the notes of a deck as they are exported. Those unchanged since their form was kept are not rendered."""
    source = render_source(deck.metadata.source)
    contexts = _FormContexts(deck.metadata.id, source, languages)
    for export_note in deck.notes:
        note, form = export_note.note, export_note.form
        note_type = (
            note_types.resolve(note.deck_id, note.custom_note_type)
            if note.custom_note_type
            else anki_note_type_of(note.content)
        )
        form_source = compute_form_source(contexts.context_of(note_type), export_note.stored_digest)
        if form is None or form.source != form_source:
            rendered, exported = _render(export_note, source, languages, note_types, anki_deck_id, collector)
            yield exported._replace(form=_form_to_keep(exported, rendered, form_source))
            continue
        if isinstance(note_type, CustomNoteType):
            collector.collect_custom_note_media(note_type, (), note)  # of its templates
        anki_note = AnkiNote(
            note_guid(note),
            note_type,
            anki_deck_id,
            export_note.changed_at,
            form.fields,
            form.tags,
            tuple(map(AnkiCard, form.ordinals)),
        )
        yield ExportedNote(export_note, anki_note, form.digest)


def _form_to_keep(exported: ExportedNote, rendered: RenderedNote, form_source: bytes) -> ExportedForm | None:
    """Return the form of a note that was rendered; None if it also depends on something that is not part of its source."""
    anki_note, common = exported.anki_note, exported.export_note.common
    if anki_note is None or exported.unsupported_cards or not exported.export_note.stored_digest:
        return None
    # The note type that another one gets in a package also depends on the other notes.
    if common is not None and common.note.custom_note_type != exported.export_note.note.custom_note_type:
        return None
    if may_have_media((*rendered.fields, *anki_note.fields)):
        return None
    return ExportedForm(form_source, exported.digest, anki_note.fields, anki_note.tags, anki_note.ordinals)


def _render(
    export_note: ExportNote,
    source: str,
    languages: CardLanguages,
    note_types: PackageNoteTypes,
    anki_deck_id: int,
    collector: MediaCollector,
) -> tuple[RenderedNote, ExportedNote]:
    """Return a note as it is rendered and as it is exported, with what Anki has where nothing was changed."""
    common = export_note.common
    known_fields = find_unchanged_fields(export_note.note, common, languages, source)
    rendered = _render_for_package(export_note.note, source, languages, note_types, known_fields)
    if not rendered.ordinals:
        return rendered, ExportedNote(export_note, None, "", rendered.unsupported_cards)
    note = _build_anki_note(export_note, rendered, anki_deck_id, collector)
    if common is not None:
        rendered_then = rendered
        if common.note != export_note.note or common.languages not in (None, languages):
            rendered_then = _render_for_package(
                common.note, source, common.languages or languages, note_types
            )
        note = keep_common_content(note, rendered, common, rendered_then)
    digest = compute_export_digest(note)
    return rendered, ExportedNote(export_note, note, digest, rendered.unsupported_cards)


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


class _FormContexts:
    """What the forms of the notes of a deck depend on, apart from the note."""

    def __init__(self, deck_id: str, source: str, languages: CardLanguages) -> None:
        self._of_deck = (rendering_version(), deck_id, source, languages)
        self._by_note_type: dict[AnkiNoteType | CustomNoteType, str] = {}

    def context_of(self, note_type: AnkiNoteType | CustomNoteType) -> str:
        """Return the context of notes with this note type in the package."""
        if note_type not in self._by_note_type:
            self._by_note_type[note_type] = json.dumps((*self._of_deck, note_type_json(note_type)))
        return self._by_note_type[note_type]
