"""What differs between the versions of a note that was changed here and in Anki."""

from typing import NamedTuple

from studyapp.services.editing.drafts.draft_merging import describe_field
from studyapp.services.editing.drafts.note_draft import draft_of_note
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict


class FieldVersions(NamedTuple):
    """A field by its name in deck files, and its text here and in Anki."""

    name: str
    here: str
    in_anki: str


def describe_conflict(conflict: AnkiConflict) -> tuple[FieldVersions, ...]:
    """Return the fields that were changed on both sides."""
    mine, theirs = draft_of_note(conflict.mine), draft_of_note(conflict.theirs)
    return tuple(
        FieldVersions(name, describe_field(mine, name), describe_field(theirs, name))
        for name in conflict.fields
    )
