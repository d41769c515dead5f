"""What the command line says of exports and imports, line by line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from studyapp.anki.live.import_outcomes import ExportPreview
from studyapp.anki.writing.package import PackageReport
from studyapp.services.transfer.anki_sync import SyncReport
from studyapp.services.transfer.file_import import ImportReport

_MAX_NAMES = 3
"""So many notes of one kind are named."""


def format_export_report(file: Path, report: PackageReport) -> Iterator[str]:
    """What was written, and what to do with it."""
    written = f"{file}: {report.note_count} notes, {report.card_count} cards"
    if file.suffix == ".colpkg":
        yield f"{written}, {report.review_count} reviews. In Anki it takes the place of the WHOLE collection."
    elif report.review_count:
        yield f"{written}, {report.review_count} reviews. In Anki: File > Import, and tick"
        yield '"Import any learning progress" and "Import any deck presets". Cards that Anki has keep theirs.'
    else:
        yield f"{written}." + (" In Anki: File > Import." if file.suffix == ".apkg" else "")


def format_import_report(file: Path, report: ImportReport) -> Iterator[str]:
    """What came of a package, and what could not be carried."""
    yield f"{file}: {report.added_count} notes added, {report.existing_count} were there, {report.review_count} reviews added"
    for path in report.written_files:
        yield f"  {path}"
    for (kind, name), number in Counter((loss.kind, loss.name) for loss in report.losses).items():
        notes = dict.fromkeys(
            loss.note_excerpt for loss in report.losses if (loss.kind, loss.name) == (kind, name)
        )
        yield f"  {number} × {kind.format(name=name)} ({_join_first(list(notes), '; ')})"


def format_export_preview(collection: Path | None, preview: ExportPreview) -> Iterator[str]:
    """What Anki would do."""
    yield f"In {collection}:" if collection else "By the last export, for no collection of Anki was found:"
    for verdict, keys in preview.keys_by_outcome.items():
        yield f"{len(keys):>8}  {verdict}: {_join_first(keys, ', ')}"
    for name in preview.duplicated_note_types:
        yield f"          The note type {name} was changed in Anki: it will keep a second copy of it."
    if preview.existing_card_count:
        yield f"{preview.existing_card_count:>8}  cards are there already and keep the progress they have"


def format_sync_report(report: SyncReport) -> Iterator[str]:
    """What went to and fro."""
    yield f"reviews: {report.pulled_review_count} came from Anki, {report.pushed_review_count} went there"
    yield f"notes in Anki: {report.added_count} new, {report.updated_count} updated; {report.moved_card_count} cards put into their deck"
    for keys, words in (
        (report.changed_in_anki, "left alone, changed in Anki"),
        (report.note_type_conflicts, "left alone, another note type in Anki"),
        (report.deleted_in_anki, "deleted in Anki, and not sent again"),
        (report.unconfirmed, "not in Anki as they were sent"),
    ):
        if keys:
            yield f"{len(keys):>8}  {words}: {_join_first(keys, ', ')}"
    if report.postponed_card_count:
        yield f"{report.postponed_card_count:>8}  cards wait for the next time: in a filtered deck, or just rated in Anki"


def _join_first(names: Sequence[str], separator: str) -> str:
    return separator.join(names[:_MAX_NAMES]) + (f"{separator}…" if len(names) > _MAX_NAMES else "")
