"""The lines that the command line prints about syncs with Anki."""

from collections.abc import Iterator, Sequence

from studyapp.cli.messages.counts import count
from studyapp.cli.messages.transfer_reports import format_losses, join_first
from studyapp.services.exchange.sync_decisions import (
    DeletedHereChoice,
    DeletedInAnkiChoice,
    SyncDecisions,
    SyncPreview,
)
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.conflict_description import describe_conflict


def format_sync_preview(preview: SyncPreview, decisions: SyncDecisions) -> Iterator[str]:
    """Yield what a sync with these decisions would do."""
    yield f"Profile in Anki: {preview.profile_name}"
    if not preview.has_changes:
        return
    yield (
        f"To Anki: {count(len(preview.added_to_anki), 'new note')}, "
        f"{count(len(preview.updated_in_anki), 'changed note')}, {count(preview.card_count, 'card')}, "
        f"{count(preview.pushed_review_count, 'review')}"
    )
    if preview.moved_card_count:
        yield f"In Anki: {count(preview.moved_card_count, 'card')} moved, because the title of their deck changed"
    new_here = preview.new_in_anki if decisions.adds_notes_from_anki else ()
    yield (
        f"From Anki: {count(len(new_here), 'new note')}, {count(len(preview.updated_here), 'changed note')}, "
        f"progress of {count(preview.pulled_card_count, 'card')}, {count(preview.pulled_review_count, 'review')}"
    )
    yield from _format_keys("changed in Anki", preview.updated_here)
    yield from _format_keys("added in Anki", preview.new_in_anki)
    yield from _format_keys(_DELETED_IN_ANKI[decisions.deleted_in_anki], preview.deleted_in_anki)
    in_anki = _REMOVED_HERE[decisions.deleted_here]
    yield from _format_keys(f"deleted here, {in_anki}", preview.deleted_here)
    yield from _format_keys(f"retired here, {in_anki}", preview.retired_here)
    for conflict in preview.conflicts:
        choice = _CONFLICT[decisions.conflict_choice(conflict.mine.key)]
        yield f"  {conflict.mine.key}: changed here and in Anki ({choice})"
        for field in describe_conflict(conflict):
            yield f"      {field.name} here:    {field.here}"
            yield f"      {field.name} in Anki: {field.in_anki}"
    if preview.is_handed_over:
        yield "Anki will ask you to confirm the import of the new notes."


_CONFLICT = {
    ConflictChoice.LEAVE: "left alone; see --conflicts",
    ConflictChoice.HERE: "the version here is kept",
    ConflictChoice.ANKI: "the version of Anki is kept",
}
_DELETED_IN_ANKI = {
    DeletedInAnkiChoice.LEAVE: "deleted in Anki, kept here; see --deleted-in-anki",
    DeletedInAnkiChoice.SEND_AGAIN: "deleted in Anki, sent again",
    DeletedInAnkiChoice.DELETE_HERE: "deleted in Anki, deleted here too",
}
_REMOVED_HERE = {
    DeletedHereChoice.LEAVE: "kept in Anki; see --deleted-here",
    DeletedHereChoice.DELETE_IN_ANKI: "deleted in Anki too",
}


def _format_keys(heading: str, keys: Sequence[str]) -> Iterator[str]:
    if keys:
        yield f"{len(keys):>8}  {heading}: {join_first(keys, ', ')}"


def format_sync_report(report: SyncReport) -> Iterator[str]:
    """Yield what was transferred in each direction."""
    yield f"Reviews: {report.pulled_review_count} from Anki, {report.pushed_review_count} to Anki"
    yield (
        f"Notes in Anki: {report.added_count} added, {report.updated_count} updated, {report.deleted_count} deleted; "
        f"cards: {report.updated_card_count} updated, {report.moved_card_count} moved"
    )
    yield (
        f"Notes here: {report.added_here_count} added, {report.received_count} updated, "
        f"{report.deleted_here_count} deleted"
    )
    for reason, keys in report.skipped_notes.items():
        yield f"{len(keys):>8}  {reason.format(notes=join_first(keys, ', '))}"
    if report.postponed_card_count:
        yield f"{report.postponed_card_count:>8}  Cards that will sync next time (in a filtered deck or just reviewed in Anki)"
    yield from format_losses(report.losses)
    if report.ankiweb_failure:
        yield report.ankiweb_failure
