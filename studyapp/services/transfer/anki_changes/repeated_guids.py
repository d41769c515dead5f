"""Notes of a package that can't be told apart."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData
from studyapp.services.transfer.anki_changes.base_finding import ExistingNote


class DistinctNotes(NamedTuple):
    """The notes with a guid of their own, and the others as losses."""

    notes: tuple[ExistingNote, ...]
    losses: tuple[Loss, ...]


def select_distinct_notes(existing: Sequence[ExistingNote], package: PackageData) -> DistinctNotes:
    """Split the notes into those with a unique guid and losses for those that share their guid with another note.

    If several notes in Anki had the same guid, each would overwrite the text of the same note here.
    """
    guid_count = Counter(source.guid for source in package.notes)
    return DistinctNotes(
        tuple(one for one in existing if guid_count[one.source.guid] == 1),
        tuple(
            Loss(LossKind.GUID_REPEATED_IN_ANKI, note_excerpt(one.source))
            for one in existing
            if guid_count[one.source.guid] > 1
        ),
    )
