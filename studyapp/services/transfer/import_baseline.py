"""Recording what notes here and in Anki have in common after an import, as the base of later exports and imports."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from studyapp.anki.content_digest import compute_content_digest
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package_contents import ExportStamp, compute_stamps
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.anki_changes.note_merging import Agreed
from studyapp.store import common_versions, export_stamps
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport

_NOTES_PER_STEP = 500
"""Notes that are stored between two checks whether the import was stopped."""


def record_common_versions(
    collection: Collection,
    library: Library,
    agreed: Sequence[Agreed],
    seen: Sequence[Agreed],
    check_cancelled: Callable[[], None],
) -> None:
    """Store common versions, with their export digests and modification times in Anki.

    Later exports then treat only later edits as changes. `seen` are notes that Anki still has as at their common
    version. They get the newer modification time: Anki raises it even without a change of content, for example when a
    field is added to the note type. `check_cancelled` is called often and may raise; then nothing is recorded. Raises
    OSError if an image can't be read.
    """
    if not agreed and not seen:
        return
    with collection.read_transaction() as connection:
        last_exports = export_stamps.load_all(connection)
    exports: dict[str, LastExport] = {}
    for one in seen:
        key, changed_at = one.common.note.key, one.source.changed_at
        last = last_exports.get(key)
        if last is not None and (last.changed_at < changed_at or not last.content_in_anki):
            changed_at = max(last.changed_at, changed_at)
            exports[key] = last._replace(changed_at=changed_at, content_in_anki=_content_digest(one))
    agreed_by_key = {one.common.note.key: one for one in agreed}
    for stamp in _compute_stamps(library, agreed, check_cancelled):
        check_cancelled()
        one = agreed_by_key[stamp.note_key]
        last = last_exports.get(stamp.note_key)
        changed_at = max(one.source.changed_at, last.changed_at if last else 0)
        exports[stamp.note_key] = LastExport(stamp.digest, changed_at, _content_digest(one))
    with collection.transaction() as connection:
        for start in range(0, len(agreed), _NOTES_PER_STEP):
            check_cancelled()
            part = agreed[start : start + _NOTES_PER_STEP]
            common_versions.save(connection, {one.common.note.key: one.common for one in part})
        keys = list(exports)
        for start in range(0, len(keys), _NOTES_PER_STEP):
            check_cancelled()
            export_stamps.save(
                connection, {key: exports[key] for key in keys[start : start + _NOTES_PER_STEP]}
            )


def _content_digest(agreed: Agreed) -> str:
    own_type = agreed.common.note.custom_note_type or agreed.source.note_type
    return compute_content_digest(agreed.source, own_type.fields)


def _compute_stamps(
    library: Library, agreed: Sequence[Agreed], check_cancelled: Callable[[], None]
) -> list[ExportStamp]:
    """Return the stamps with which the common versions would be exported as Anki has them."""
    notes_by_deck: dict[str, list[ExportNote]] = defaultdict(list)
    for one in agreed:
        note = one.common.note
        notes_by_deck[note.deck_id].append(ExportNote(note, one.source.changed_at, common=one.common))
    decks = [
        ExportDeck(deck.metadata, deck.path.parent, notes_by_deck[deck.metadata.id]) for deck in library.decks
    ]
    return compute_stamps(
        decks, CardLanguages.ENGLISH_AND_TRADITIONAL, 0, lambda _done, _total: check_cancelled()
    )
