"""Merging the changes of a note in Anki with those made here, field by field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from studyapp.anki.changes.edited_note import EditedNote, find_changed_fields, read_edited_note
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.core.note_editing.note_merge import merge_notes
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import SourceNote


@dataclass(frozen=True, slots=True)
class NoAnkiChange:
    """Anki has the note as at the common version."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Nothing needs to be written: the note here has all changes made in Anki. `common` is the new common version."""

    source: SourceNote
    common: CommonVersion
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateHere:
    """The note in the deck file must be replaced by `note`, which is `mine` with the changes made in Anki.

    `common` is the common version afterwards. `media_name_by_path` are the new media, with paths relative to the folder
    of the deck file and names in the package.
    """

    source: SourceNote
    mine: Note
    note: Note
    common: CommonVersion
    media_name_by_path: Mapping[str, str]
    losses: tuple[Loss, ...] = ()

    @property
    def is_merge(self) -> bool:
        """Whether the note was changed here as well."""
        return self.note != self.common.note


@dataclass(frozen=True, slots=True)
class AnkiConflict:
    """Both sides changed `fields`. `base` is the note before, None if it is not known; `theirs` is the note as it is
    in Anki. `common` and `media_name_by_path` are as in `UpdateHere`."""

    source: SourceNote
    base: Note | None
    mine: Note
    theirs: Note
    fields: tuple[str, ...]
    common: CommonVersion
    media_name_by_path: Mapping[str, str]
    losses: tuple[Loss, ...] = ()

    def resolve(self, fields_of_anki: frozenset[str]) -> UpdateHere | Agreed:
        """Return what to do if Anki's text is chosen for these fields, and the text here for the others."""
        merge = merge_notes(self.base, self.mine, self.theirs, prefer_theirs=fields_of_anki)
        if merge.note == self.mine:
            return Agreed(self.source, self.common, self.losses)
        return UpdateHere(
            self.source, self.mine, merge.note, self.common, self.media_name_by_path, self.losses
        )


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The changes made in Anki can't be taken over."""

    loss: Loss


AnkiChange = NoAnkiChange | Agreed | UpdateHere | AnkiConflict | NotTaken


def make_common_version(
    note: Note, source: SourceNote, deck_name: str, languages: CardLanguages | None = None
) -> CommonVersion:
    """Return the common version of a note here and a note in Anki. `deck_name` is that of its first card."""
    return CommonVersion(
        note,
        source.note_type.anki_id,
        source.note_type.fields,
        source.fields,
        source.tags,
        deck_name,
        languages,
        source.changed_at,
    )


def is_common_in_anki(common: CommonVersion, source: SourceNote) -> bool:
    """Return whether Anki has a note as at the common version. The order and the case of tags don't count."""
    return (
        source.note_type.anki_id == common.anki_type_id
        and {tag.casefold() for tag in source.tags} == {tag.casefold() for tag in common.anki_tags}
        and not find_changed_fields(common, source)
    )


def merge_anki_note(
    base: CommonVersion,
    mine: Note,
    source: SourceNote,
    media: MediaPaths,
    deck_name: str,
    *,
    finish: Callable[[EditedNote], EditedNote] = lambda edited: edited,
    is_base_known: bool = True,
) -> AnkiChange:
    """Return what to do with the note `mine`, whose common version is `base`, and which is `source` in Anki now.

    `finish` is called with the note as read from Anki, for example to rename media. If the base is not known, `base` has the note here with the
    fields as they would be exported, and every difference is a conflict.
    """
    if is_base_known and (source.changed_at < base.changed_at or is_common_in_anki(base, source)):
        return NoAnkiChange()  # an older package has nothing new
    edited = read_edited_note(base, source, media)
    if isinstance(edited, Loss):
        return NotTaken(edited)
    edited = finish(edited)
    theirs = _with_note_type_of(mine, edited.note)
    common = make_common_version(theirs, source, deck_name, base.languages)
    base_note = _with_note_type_of(mine, base.note) if is_base_known else None
    merge = merge_notes(base_note, mine, theirs)
    if merge.conflicts:
        return AnkiConflict(
            source, base_note, mine, theirs, merge.conflicts, common, edited.media_name_by_path, edited.losses
        )
    if merge.note == mine:
        return Agreed(source, common, edited.losses)
    return UpdateHere(source, mine, merge.note, common, edited.media_name_by_path, edited.losses)


def _with_note_type_of(mine: Note, other: Note) -> Note:
    """Return another version of a note with the note type that it has here, if that has the same fields."""
    content, own_content = other.content, mine.content
    if (
        isinstance(content, CustomContent)
        and isinstance(own_content, CustomContent)
        and content.note_type.fields == own_content.note_type.fields
    ):
        return replace(other, content=replace(content, note_type=own_content.note_type))
    return other
