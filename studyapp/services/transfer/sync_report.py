"""The result of a sync with Anki, and the reasons why notes were not updated."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss


class SkipReason(StrEnum):
    """Why notes were not updated in Anki. Each message has the placeholder {notes}."""

    CHANGED_IN_ANKI = QT_TRANSLATE_NOOP(
        "SyncReport", "Not updated because they were changed in Anki: {notes}"
    )
    NOTE_TYPE_CONFLICT = QT_TRANSLATE_NOOP(
        "SyncReport", "Not updated because the note type is different in Anki: {notes}"
    )
    DELETED_IN_ANKI = QT_TRANSLATE_NOOP("SyncReport", "Deleted in Anki and not sent again: {notes}")
    NOT_STORED = QT_TRANSLATE_NOOP("SyncReport", "Anki didn't store these as sent: {notes}")


class SyncReport(NamedTuple):
    """The result of a sync. Notes are given by their keys; `losses` are what could not be carried over."""

    added_count: int = 0
    updated_count: int = 0
    """Number of notes added to and updated in Anki."""

    changed_in_anki: tuple[str, ...] = ()
    note_type_conflicts: tuple[str, ...] = ()
    deleted_in_anki: tuple[str, ...] = ()
    moved_card_count: int = 0
    pulled_review_count: int = 0
    pushed_review_count: int = 0
    postponed_card_count: int = 0
    not_stored: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()

    @property
    def skipped_notes(self) -> dict[SkipReason, tuple[str, ...]]:
        """The notes that were not updated, by reason; only the reasons that apply."""
        notes_by_reason = {
            SkipReason.CHANGED_IN_ANKI: self.changed_in_anki,
            SkipReason.NOTE_TYPE_CONFLICT: self.note_type_conflicts,
            SkipReason.DELETED_IN_ANKI: self.deleted_in_anki,
            SkipReason.NOT_STORED: self.not_stored,
        }
        return {reason: notes for reason, notes in notes_by_reason.items() if notes}
