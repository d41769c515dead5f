"""Recording imported notes as the baseline of later exports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from studyapp.anki.content_digest import compute_content_digest
from studyapp.anki.live.card_updates import is_stored_as_sent
from studyapp.anki.writing.package_contents import (
    ExportDeck,
    ExportNote,
    PackageContents,
    build_package_contents,
)
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.store import export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport


def record_export_baseline(
    collection: Collection,
    library: Library,
    pairs: Sequence[tuple[SourceNote, Note]],
    check_cancelled: Callable[[], None],
) -> None:
    """Record each imported note's export digest and modification time in Anki.

    Later exports then treat only later edits as changes. A note recorded before gets the newer modification
    time if its content is the same: Anki raises that time even without a change of content, for example when
    a field is added to the note type. `check_cancelled` is called often and may raise; then nothing is recorded.
    Raises OSError if an image can't be read.
    """
    with collection.read_transaction() as connection:
        known_stamps = export_stamps.load_all(connection)
    imported_by_key = {
        note.key: (source, note) for source, note in pairs if note.anki_guid and source.changed_at
    }
    contents = _build_contents(library, imported_by_key.values(), (), check_cancelled)
    contents_in_anki = _build_contents(
        library,
        imported_by_key.values(),
        {source.note_type for source, _ in imported_by_key.values()},
        check_cancelled,
    )
    exports: dict[str, LastExport] = {}
    for stamp, note in zip(contents.stamps, contents_in_anki.notes, strict=True):
        source, imported = imported_by_key[stamp.note_key]
        own_type = imported.custom_note_type or source.note_type
        content = compute_content_digest(source, own_type.fields)
        last = known_stamps.get(stamp.note_key)
        if last is None:
            exports[stamp.note_key] = LastExport(stamp.digest, stamp.changed_at, content)
        elif last.changed_at < source.changed_at and is_stored_as_sent(note, source):
            exports[stamp.note_key] = LastExport(last.digest, source.changed_at, content)
        elif last.changed_at == source.changed_at:
            exports[stamp.note_key] = last._replace(content_in_anki=content)
    with collection.transaction() as connection:
        export_stamps.save(connection, exports)


def _build_contents(
    library: Library,
    imported: Iterable[tuple[SourceNote, Note]],
    known_types: Iterable[CustomNoteType],
    check_cancelled: Callable[[], None],
) -> PackageContents:
    """Return the package contents for these notes. `known_types` are the note types that Anki has, if known."""
    notes_by_deck: dict[str, list[ExportNote]] = defaultdict(list)
    for source, note in imported:
        notes_by_deck[note.deck_id].append(ExportNote(note, source.changed_at))
    decks = [
        ExportDeck(deck.metadata, deck.path.parent, notes_by_deck[deck.metadata.id]) for deck in library.decks
    ]
    return build_package_contents(
        decks,
        CardLanguages.ENGLISH_AND_TRADITIONAL,
        0,
        lambda _done, _total: check_cancelled(),
        known_types,
    )
