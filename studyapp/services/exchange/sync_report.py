"""The result of a sync with Anki, and the reasons why notes were not updated."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss


class SkipReason(StrEnum):
    """Why notes were left as they are. Each message has the placeholder {notes}."""

    CONFLICT = QT_TRANSLATE_NOOP(
        "SyncReport", "Left alone because they were changed here and in Anki: {notes}"
    )
    NOTE_TYPE_CONFLICT = QT_TRANSLATE_NOOP(
        "SyncReport", "Not updated because the note type is different in Anki: {notes}"
    )
    DELETED_IN_ANKI = QT_TRANSLATE_NOOP("SyncReport", "Deleted in Anki, but still asked here: {notes}")
    DELETED_HERE = QT_TRANSLATE_NOOP("SyncReport", "Deleted here, but still in Anki: {notes}")
    RETIRED_HERE = QT_TRANSLATE_NOOP(
        "SyncReport",
        "Retired here, so their decks no longer have them; Anki keeps them. Delete them there if you don't need them: {notes}",
    )
    NEW_IN_ANKI = QT_TRANSLATE_NOOP("SyncReport", "Added in Anki, but not here: {notes}")
    CARDS_MISSING_IN_ANKI = QT_TRANSLATE_NOOP("SyncReport", "Anki lacks cards of these notes: {notes}")
    MEDIA_DIFFERENT = QT_TRANSLATE_NOOP(
        "SyncReport", "Anki has other media files with these names, which were kept: {notes}"
    )
    NOT_RECEIVED = QT_TRANSLATE_NOOP(
        "SyncReport", "Changed in Anki, but the deck file could not be changed: {notes}"
    )
    NOT_STORED = QT_TRANSLATE_NOOP("SyncReport", "Anki didn't store these as sent: {notes}")


class SyncReport(NamedTuple):
    """The result of a sync. Notes are given by their keys, those that are only in Anki by their beginnings.

    `losses` are what could not be carried over. `updated_card_count` are cards whose progress changed in Anki.
    """

    added_count: int = 0
    updated_count: int = 0
    deleted_count: int = 0
    """Number of notes added to, updated in and deleted from Anki."""

    received_count: int = 0
    added_here_count: int = 0
    deleted_here_count: int = 0
    """Number of notes updated here, added here and deleted here as in Anki."""

    moved_card_count: int = 0
    pulled_review_count: int = 0
    pushed_review_count: int = 0
    updated_card_count: int = 0
    postponed_card_count: int = 0
    conflicts: tuple[str, ...] = ()
    note_type_conflicts: tuple[str, ...] = ()
    deleted_in_anki: tuple[str, ...] = ()
    deleted_here: tuple[str, ...] = ()
    retired_here: tuple[str, ...] = ()
    new_in_anki: tuple[str, ...] = ()
    cards_missing_in_anki: tuple[str, ...] = ()
    media_kept_in_anki: tuple[str, ...] = ()
    not_received: tuple[str, ...] = ()
    not_stored: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    ankiweb_failure: str = ""
    """Why Anki could not sync with AnkiWeb afterwards."""

    @property
    def has_changes(self) -> bool:
        """Whether anything was transferred."""
        return any(isinstance(value, int) and value for value in self)

    @property
    def skipped_notes(self) -> dict[SkipReason, tuple[str, ...]]:
        """The notes that were left as they are, by reason; only the reasons that apply."""
        notes_by_reason = {
            SkipReason.CONFLICT: self.conflicts,
            SkipReason.NOTE_TYPE_CONFLICT: self.note_type_conflicts,
            SkipReason.DELETED_IN_ANKI: self.deleted_in_anki,
            SkipReason.DELETED_HERE: self.deleted_here,
            SkipReason.RETIRED_HERE: self.retired_here,
            SkipReason.NEW_IN_ANKI: self.new_in_anki,
            SkipReason.CARDS_MISSING_IN_ANKI: self.cards_missing_in_anki,
            SkipReason.MEDIA_DIFFERENT: self.media_kept_in_anki,
            SkipReason.NOT_RECEIVED: self.not_received,
            SkipReason.NOT_STORED: self.not_stored,
        }
        return {reason: notes for reason, notes in notes_by_reason.items() if notes}
