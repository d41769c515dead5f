"""Finding the common version of notes here and in Anki, even if none is stored."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from studyapp.anki.content_digest import compute_content_digest
from studyapp.anki.live.stored_content import is_stored_as_sent
from studyapp.anki.reading.note_conversion import ConvertedNote, convert_note
from studyapp.anki.reading.studyapp_notes import StudyAppNote
from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.export_digest import matches_export_digest
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import build_package_contents
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import CustomContent, Note, NoteContent
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.anki_changes.note_merging import is_common_in_anki, make_common_version
from studyapp.store import common_versions, export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport
from studyapp.store.notes import NoteDecoder

_SOURCE_FIELD = "Spare 1"
"""The field that contains the source of a note that StudyApp exported."""

_TAG = re.compile(r"<[^<>]*>")


class ExistingNote(NamedTuple):
    """A note that is here and in Anki, with its StudyApp data there if StudyApp exported it."""

    source: SourceNote
    note: Note
    studyapp_note: StudyAppNote | None


class Base(NamedTuple):
    """The version from which both sides were changed. If it is not known, it is the note here as it would be exported.

    `is_stored` is False if it is not in the store.
    """

    common: CommonVersion
    is_known: bool = True
    is_stored: bool = True


def find_bases(
    collection: Collection,
    library: Library,
    existing: Sequence[ExistingNote],
    package: PackageData,
    check_cancelled: Callable[[], None],
    decode: NoteDecoder | None = None,
) -> dict[str, Base]:
    """Return the base of each note by its key. Notes for which there is nothing to compare are left out.

    `decode` may be a decoder that has decoded these notes before. Raises OSError if an image can't be read, and StoreError if the collection can't be read.
    """
    with collection.read_transaction() as connection:
        common_by_key: dict[str, CommonVersion] = {}
        for deck in dict.fromkeys(one.note.deck_id for one in existing):
            check_cancelled()
            common_by_key |= common_versions.load_of_deck(connection, deck, decode)
        sent_by_key = common_versions.load_sent(connection)
    bases: dict[str, Base] = {}
    unknown: list[ExistingNote] = []
    for one in existing:
        key = one.note.key
        common, sent = common_by_key.get(key), sent_by_key.get(key)
        if one.studyapp_note is not None:
            base = _base_of_studyapp_note(one, one.studyapp_note, common)
        else:
            base = _newer_base(common, sent, one.source)
        if base is not None:
            bases[key] = base
        elif one.studyapp_note is None:
            unknown.append(one)
    return bases | _find_unrecorded_bases(collection, library, unknown, package, check_cancelled)


def _newer_base(common: CommonVersion | None, sent: CommonVersion | None, source: SourceNote) -> Base | None:
    """Return what was exported since the common version if Anki has imported it, else the common version."""
    if sent is None:
        return Base(common) if common is not None else None
    if common is None:
        return Base(sent, is_known=is_common_in_anki(sent, source), is_stored=False)
    is_older = source.changed_at < common.changed_at
    if is_older or not _has_imported(common, sent, source):
        return Base(common)
    return Base(sent, is_stored=False)


def _has_imported(common: CommonVersion, sent: CommonVersion, source: SourceNote) -> bool:
    """Return whether Anki has imported what was exported.

    Anything else in a field that was exported with a new text may come from an earlier export, or may have been written
    without any: taken for a change of this export, it would replace what was edited here.
    """
    if is_common_in_anki(sent, source):
        return True
    html = dict(zip(source.note_type.fields, source.fields, strict=False))
    then = dict(zip(common.field_names, common.anki_fields, strict=False))
    exported = dict(zip(sent.field_names, sent.anki_fields, strict=False))
    changed = [name for name, field in exported.items() if then.get(name) != field]
    then_tags, sent_tags, tags = (
        {tag.casefold() for tag in group} for group in (common.anki_tags, sent.anki_tags, source.tags)
    )
    has_tags = sent_tags - then_tags <= tags and tags.isdisjoint(then_tags - sent_tags)
    return bool(changed) and has_tags and all(html.get(name) == exported[name] for name in changed)


def _base_of_studyapp_note(
    existing: ExistingNote, in_anki: StudyAppNote, common: CommonVersion | None
) -> Base | None:
    """Return the note that was last exported to Anki, whose source is in its fields; or the common version, if that is
    newer."""
    if in_anki.exported is None:
        return Base(common) if common is not None else None
    html = dict(zip(existing.source.note_type.fields, existing.source.fields, strict=False))
    if common is not None:
        then = dict(zip(common.field_names, common.anki_fields, strict=False))
        is_older = existing.source.changed_at < common.changed_at
        if is_older or then.get(_SOURCE_FIELD) == html.get(_SOURCE_FIELD):
            return Base(common)
    note = existing.note
    exported = replace(in_anki.exported.note, deck_id=note.deck_id, id=note.id, anki_guid=note.anki_guid)
    return Base(in_anki.exported._replace(note=exported), is_stored=False)


def _find_unrecorded_bases(
    collection: Collection,
    library: Library,
    existing: Sequence[ExistingNote],
    package: PackageData,
    check_cancelled: Callable[[], None],
) -> dict[str, Base]:
    """Return the bases of notes from Anki without a common version, which were imported by an earlier version of StudyApp."""
    if not existing:
        return {}
    with collection.read_transaction() as connection:
        last_exports = export_stamps.load_all(connection)
    source_by_key = {one.note.key: one.source for one in existing}
    note_by_key = {one.note.key: one.note for one in existing}
    bases: dict[str, Base] = {}
    for key, anki_note in _render_notes(library, existing, check_cancelled).items():
        check_cancelled()
        base = _find_unrecorded_base(
            note_by_key[key], anki_note, source_by_key[key], package, last_exports.get(key)
        )
        if base is not None:
            bases[key] = base
    return bases


def _find_unrecorded_base(
    note: Note, anki_note: AnkiNote, source: SourceNote, package: PackageData, last: LastExport | None
) -> Base | None:
    deck_name = first_deck_name(source, package)
    same = Base(make_common_version(note, source, deck_name), is_stored=False)
    if is_stored_as_sent(anki_note, source, anki_note.note_type.fields):
        return same
    converted = convert_note(source, media_folder(note.deck_id), package.media_names)
    if not isinstance(converted, Loss) and _has_same_content(converted, note):
        return same
    as_exported = Base(
        make_common_version(note, source, deck_name)._replace(
            field_names=anki_note.note_type.fields, anki_fields=anki_note.fields
        ),
        is_known=False,
        is_stored=False,
    )
    has_same_words = _words(anki_note.fields) == _words(source.fields)
    if last is None:
        return same if has_same_words else as_exported
    own_type = note.custom_note_type
    is_changed_here = not matches_export_digest(anki_note, last.digest, own_type)
    own_fields = (own_type or source.note_type).fields
    if last.content_in_anki != compute_content_digest(source, own_fields):
        # Anki may not have imported what was exported last.
        has_last_export = source.changed_at >= last.changed_at
        return as_exported._replace(is_known=has_last_export and not is_changed_here)
    # An earlier version may have lost spaces or formatting: Anki's text is kept as long as the words are the same.
    if not is_changed_here or has_same_words:
        return same
    if isinstance(converted, Loss) or type(converted.content) is not type(note.content):
        return None
    then = replace(note, content=converted.content, explanation=converted.explanation, tags=source.tags)
    return Base(make_common_version(then, source, deck_name), is_stored=False)


def _words(fields: Iterable[str]) -> str:
    text = unescape_entities(_TAG.sub("", " ".join(fields)))
    return "".join(character for character in text if character.isalnum())


def _has_same_content(converted: ConvertedNote, note: Note) -> bool:
    return (
        _without_type_id(converted.content) == _without_type_id(note.content)
        and converted.explanation == note.explanation
    )


def _without_type_id(content: NoteContent) -> NoteContent:
    if isinstance(content, CustomContent):
        return replace(content, note_type=content.note_type._replace(id=""))
    return content


def _render_notes(
    library: Library, existing: Sequence[ExistingNote], check_cancelled: Callable[[], None]
) -> dict[str, AnkiNote]:
    """Return the notes as they would be exported, by key. Notes without a card are left out."""
    notes_by_deck: dict[str, list[ExportNote]] = defaultdict(list)
    for one in existing:
        notes_by_deck[one.note.deck_id].append(ExportNote(one.note, one.source.changed_at))
    decks = [
        ExportDeck(deck.metadata, deck.path.parent, notes_by_deck[deck.metadata.id]) for deck in library.decks
    ]
    contents = build_package_contents(
        decks,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
        0,
        lambda _done, _total: check_cancelled(),
        {one.source.note_type for one in existing},
    )
    return {stamp.note_key: note for stamp, note in zip(contents.stamps, contents.notes, strict=True)}


def first_deck_name(source: SourceNote, package: PackageData) -> str:
    """Return the full name in Anki of the deck of a note's first card; empty if it is not known."""
    return package.deck_names_by_id.get(source.cards[0].deck_id, "") if source.cards else ""
