"""What a sync would change, and what the user decides about it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict


class SyncSettings(NamedTuple):
    """The API key of AnkiConnect, and whether Anki syncs with AnkiWeb before and afterwards."""

    api_key: str = ""
    with_ankiweb: bool = False


class DeletedInAnkiChoice(StrEnum):
    """What to do with notes that were deleted in Anki."""

    LEAVE = "leave"
    SEND_AGAIN = "send"
    DELETE_HERE = "delete"


class DeletedHereChoice(StrEnum):
    """What to do with notes that were deleted or retired here and are still in Anki."""

    LEAVE = "leave"
    DELETE_IN_ANKI = "delete"


class SyncDecisions(NamedTuple):
    """The user's decisions. By default nothing is deleted or overwritten.

    `choice_by_conflict` has the decisions about single notes by key, and `conflicts` that about all others. `profile_name`
    is the profile that the user saw; empty for any.
    """

    conflicts: ConflictChoice = ConflictChoice.LEAVE
    choice_by_conflict: Mapping[str, ConflictChoice] = MappingProxyType({})
    deleted_in_anki: DeletedInAnkiChoice = DeletedInAnkiChoice.LEAVE
    deleted_here: DeletedHereChoice = DeletedHereChoice.LEAVE
    adds_notes_from_anki: bool = True
    profile_name: str = ""

    def conflict_choice(self, note_key: str) -> ConflictChoice:
        """Return the decision about a note that was changed on both sides."""
        return self.choice_by_conflict.get(note_key, self.conflicts)


class SyncPreview(NamedTuple):
    """What a sync would do, before it writes anything.

    Notes are given by key, except for `new_in_anki`: these are the beginnings of notes that are not here yet. `card_count`
    is the number of cards that would be added or changed in Anki, and `pulled_card_count` that of cards whose progress would
    change here, also by being suspended, buried or flagged. `retired_here` are notes in Anki that their decks here have
    retired; for these, the user decides as for `deleted_here`. `is_handed_over` is whether the user has to confirm the
    import of new notes in Anki.
    """

    profile_name: str
    added_to_anki: tuple[str, ...] = ()
    updated_in_anki: tuple[str, ...] = ()
    updated_here: tuple[str, ...] = ()
    new_in_anki: tuple[str, ...] = ()
    conflicts: tuple[AnkiConflict, ...] = ()
    deleted_in_anki: tuple[str, ...] = ()
    deleted_here: tuple[str, ...] = ()
    retired_here: tuple[str, ...] = ()
    card_count: int = 0
    moved_card_count: int = 0
    pushed_review_count: int = 0
    pulled_review_count: int = 0
    pulled_card_count: int = 0
    is_handed_over: bool = False

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to do or to decide."""
        return any(
            value for name, value in self._asdict().items() if name not in ("profile_name", "is_handed_over")
        )
