"""The exported form of notes, which becomes their common version once Anki is known to have it."""

import unicodedata
from collections.abc import Mapping, Sequence

from studyapp.anki.writing.collection_file import AnkiNote
from studyapp.anki.writing.note_export import ExportDeck
from studyapp.anki.writing.package_contents import PackageContents
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.store.export_stamps import LastExport


def sent_version(note: Note, anki_note: AnkiNote, deck_name: str, languages: CardLanguages) -> CommonVersion:
    """Return what a note here and its exported form have in common. Anki stores texts in NFC."""
    return CommonVersion(
        note,
        anki_note.note_type.anki_id,
        anki_note.note_type.fields,
        tuple(unicodedata.normalize("NFC", field) for field in anki_note.fields),
        anki_note.tags,
        deck_name,
        languages,
    )


def list_sent_versions(
    decks: Sequence[ExportDeck],
    contents: PackageContents,
    languages: CardLanguages,
    last_exports: Mapping[str, LastExport],
) -> dict[str, CommonVersion]:
    """Return the exported form of each note that differs from its common version and from the last export, by key.

    Notes of StudyApp's own types are left out: they contain their source.
    """
    exported_by_key = {exported.note.key: exported for deck in decks for exported in deck.notes}
    deck_names = {deck.anki_id: deck.name for deck in contents.decks}
    sent: dict[str, CommonVersion] = {}
    for stamp, anki_note in zip(contents.stamps, contents.notes, strict=True):
        note, common = exported_by_key[stamp.note_key].note, exported_by_key[stamp.note_key].common
        last = last_exports.get(stamp.note_key)
        if note.custom_note_type is None or (last is not None and last.digest == stamp.digest):
            continue
        version = sent_version(note, anki_note, deck_names[anki_note.anki_deck_id], languages)
        if (
            common is None
            or common.anki_fields != version.anki_fields
            or common.anki_tags != version.anki_tags
        ):
            sent[stamp.note_key] = version
    return sent
