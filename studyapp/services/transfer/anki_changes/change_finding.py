"""Finding notes that were changed in Anki, and deciding what to do with each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from studyapp.anki.changes.edited_note import EditedNote, find_changed_fields, read_edited_note
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.writing.media_collector import build_media_name, resolve_media_file
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note_codec import encode_note
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.services.transfer.anki_changes.base_finding import Base, ExistingNote, first_deck_name
from studyapp.services.transfer.anki_changes.note_merging import (
    Agreed,
    AnkiChange,
    AnkiConflict,
    NoAnkiChange,
    NotTaken,
    UpdateHere,
    merge_anki_note,
)
from studyapp.services.transfer.note_writing.media_conflicts import MediaConflicts
from studyapp.services.transfer.note_writing.note_type_ids import NoteTypeIds


@dataclass(slots=True)
class AnkiChanges:
    """What to do with notes that are here and in Anki.

    `seen` are the notes that are in Anki as at the stored common version; `kept_count` is the number of those that were
    changed here since then, and `unchanged_count` that of the others.
    """

    agreed: list[Agreed] = field(default_factory=list)
    updates: list[UpdateHere] = field(default_factory=list)
    conflicts: list[AnkiConflict] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    seen: list[Agreed] = field(default_factory=list)
    kept_count: int = 0
    unchanged_count: int = 0


def find_anki_changes(
    existing: Sequence[ExistingNote],
    base_by_key: Mapping[str, Base],
    package: PackageData,
    note_type_ids: NoteTypeIds,
    deck_folder: Callable[[str], Path],
    check_cancelled: Callable[[], None],
) -> AnkiChanges:
    """Return what to do with these notes. `note_type_ids` are those of all their decks, and `deck_folder` returns the
    folder of a deck's file by the deck's id.

    Raises OSError if an existing media file can't be read."""
    finder = _ChangeFinder(note_type_ids, package, deck_folder)
    for one in existing:
        check_cancelled()
        base = base_by_key.get(one.note.key)
        if base is None:
            finder.changes.kept_count += 1
        else:
            finder.add(one, base)
    return finder.changes


class _ChangeFinder:
    def __init__(
        self,
        note_type_ids: NoteTypeIds,
        package: PackageData,
        deck_folder: Callable[[str], Path],
    ) -> None:
        self._package, self._deck_folder = package, deck_folder
        self._note_type_ids = note_type_ids
        self._media_conflicts = MediaConflicts(package)
        self._reported_types: set[CustomNoteType] = set()
        self.changes = AnkiChanges()

    def add(self, existing: ExistingNote, base: Base) -> None:
        """Add what to do with a note."""
        source, note = existing.source, existing.note
        self.changes.losses += self._find_note_type_changes(existing)
        change = merge_anki_note(
            base.common,
            note,
            source,
            self._media_paths(base, existing),
            first_deck_name(source, self._package),
            finish=self._finish,
            is_base_known=base.is_known,
        )
        self._sort_in(change, existing, base)

    def _sort_in(self, change: AnkiChange, existing: ExistingNote, base: Base) -> None:
        changes, note = self.changes, existing.note
        match change:
            case NoAnkiChange():
                changes.losses += self._find_known_losses(existing)
                is_new = not base.is_stored and existing.studyapp_note is None
                if is_new:
                    # Without its time, a package from before the export would be taken for a newer one.
                    common = base.common._replace(changed_at=existing.source.changed_at)
                    changes.agreed.append(Agreed(existing.source, common))
                else:
                    changes.seen.append(Agreed(existing.source, base.common))
                is_kept = note != base.common.note
                changes.kept_count += is_kept
                changes.unchanged_count += not is_kept
            case Agreed(losses=losses):
                changes.agreed.append(change)
                changes.losses += losses
                changes.unchanged_count += 1
            case UpdateHere():
                changes.updates.append(change)
            case AnkiConflict():
                changes.conflicts.append(change)
            case NotTaken(loss):
                changes.losses.append(loss)
            case _:
                assert_never(change)

    def _find_known_losses(self, existing: ExistingNote) -> tuple[Loss, ...]:
        """Return the changes of a note exported by StudyApp that an earlier import couldn't take over."""
        in_anki = existing.studyapp_note
        if in_anki is None or in_anki.exported is None:
            return ()
        if not find_changed_fields(in_anki.exported, existing.source):
            return ()
        media = self._media_paths(Base(in_anki.exported), existing)
        edited = read_edited_note(in_anki.exported, existing.source, media)
        return edited.losses if isinstance(edited, EditedNote) else (edited,)

    def _media_paths(self, base: Base, existing: ExistingNote) -> MediaPaths:
        note = existing.note
        path_by_name: dict[str, str] = {}
        if existing.studyapp_note is not None and _has_media(base.common, existing.source):
            folder = self._deck_folder(note.deck_id)
            for path in find_media_paths(encode_note(base.common.note)):
                file = resolve_media_file(folder, path)
                if file is not None:
                    path_by_name[build_media_name(note.deck_id, file)] = path
        return MediaPaths(media_folder(note.deck_id), self._package.media_names, path_by_name)

    def _finish(self, edited: EditedNote) -> EditedNote:
        """Rename media whose path is taken by another file here, and name a new note type."""
        note = edited.note
        if edited.media_name_by_path:
            folder = self._deck_folder(note.deck_id)
            note, media_name_by_path = self._media_conflicts.resolve_note(
                note, edited.media_name_by_path, folder
            )
            edited = edited._replace(media_name_by_path=media_name_by_path)
        if note.custom_note_type is not None and not note.custom_note_type.id:
            note = self._note_type_ids.assign_note_type_id(note)
        return edited._replace(note=note)

    def _find_note_type_changes(self, existing: ExistingNote) -> Iterator[Loss]:
        """Yield a loss if a note type has other fields, cards or styling in Anki, once per type."""
        own_type, type_in_anki = existing.note.custom_note_type, existing.source.note_type
        if (
            own_type is None
            or own_type.anki_id != type_in_anki.anki_id
            or type_in_anki in self._reported_types
            or _appearance(own_type) == _appearance(type_in_anki)
        ):
            return
        self._reported_types.add(type_in_anki)
        yield Loss(LossKind.NOTE_TYPE_CHANGED, note_excerpt(existing.source), type_in_anki.name)


def _appearance(note_type: CustomNoteType) -> tuple[object, ...]:
    return note_type.fields, note_type.templates, note_type.css


def _has_media(base: CommonVersion, source: SourceNote) -> bool:
    return any("<img" in html or "[sound:" in html for html in find_changed_fields(base, source).values())
