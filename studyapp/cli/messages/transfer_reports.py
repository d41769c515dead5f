"""The lines that the command line prints about exports and imports."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from studyapp.anki.live.import_outcomes import ExportPreview
from studyapp.anki.writing.package import ExportReport
from studyapp.cli.messages.counts import count
from studyapp.cli.messages.table_layout_lines import format_layout
from studyapp.core.transfer.import_losses import SKIPPED_NOTE_KINDS, Loss, LossPlace, group_losses
from studyapp.services.transfer.file_import import ImportReport

_MAX_NAMES = 3
"""The maximum number of notes named per line."""


def format_export_report(file: Path, report: ExportReport) -> Iterator[str]:
    """Yield what was exported and how to import it in Anki."""
    summary = f"{file}: {count(report.note_count, 'note')}, {count(report.card_count, 'card')}"
    if file.suffix == ".colpkg":
        yield f"{summary}, {count(report.review_count, 'review')}. Importing this file replaces your whole Anki collection. Everything currently in it is deleted."
    elif report.review_count:
        yield f"{summary}, {count(report.review_count, 'review')}. In Anki, choose File > Import and turn on"
        yield '"Import any learning progress" and "Import any deck presets". Cards already in Anki keep their progress.'
    else:
        yield f"{summary}." + (" In Anki, choose File > Import." if file.suffix == ".apkg" else "")
    if report.formula_count:
        yield f"{count(report.formula_count, 'cell')} got an apostrophe in front, because a spreadsheet would execute the text as a formula."
    yield from format_losses(report.losses)


def format_import_report(file: Path, report: ImportReport) -> Iterator[str]:
    """Yield what was imported and what was lost."""
    yield f"{file}: {count(report.added_count, 'note')} added, {report.existing_count} already present, {count(report.review_count, 'review')} added"
    if report.table is not None:
        yield from format_layout(report.table.layout, report.table.header_line)
    changes = {
        "updated from Anki": report.updated_count,
        "merged": report.merged_count,
        "changed only here": report.kept_count,
        "changed here and in Anki": len(report.conflicts),
    }
    if any(changes.values()):
        changes["unchanged"] = report.unchanged_count
        yield "  " + ", ".join(f"{number} {name}" for name, number in changes.items() if number)
    if report.parameters_from:
        yield f"  FSRS uses the parameters of your preset “{report.parameters_from}” in Anki from now on."
    for path in report.written_files:
        yield f"  {path}"
    yield from format_losses(report.losses)


def format_export_preview(collection: Path | None, preview: ExportPreview) -> Iterator[str]:
    """Yield what Anki would do on import, compared with `collection`, or with the last export if it is None."""
    yield (
        f"Compared with {collection}:"
        if collection
        else "No Anki collection found. Compared with the last export:"
    )
    for outcome, keys in preview.keys_by_outcome.items():
        yield f"{len(keys):>8}  {outcome}: {join_first(keys, ', ')}"
    for name in preview.duplicated_note_type_names:
        yield f"          Note type “{name}” was changed in Anki. Importing adds a second copy of it."
    if preview.existing_card_count:
        yield f"{preview.existing_card_count:>8}  Cards already in Anki, which keep their progress"


def format_losses(losses: Iterable[Loss]) -> Iterator[str]:
    """Yield each kind of loss with the first notes concerned, or with all of them if notes were skipped."""
    for group in group_losses(losses):
        summary = f"  {group.loss_count} × {group.kind.format(name=group.name)}"
        places = list(filter(None, map(_format_place, group.places)))
        if group.kind in SKIPPED_NOTE_KINDS:
            yield summary
            yield from (f"      {place}" for place in places)
        else:
            yield f"{summary} ({join_first(places, '; ')})" if places else summary


def _format_place(place: LossPlace) -> str:
    line = f"line {place.line}" if place.line else ""
    return ": ".join(filter(None, (line, place.note_excerpt)))


def join_first(names: Sequence[str], separator: str) -> str:
    """Return the first names, and an ellipsis if there are more."""
    return separator.join(names[:_MAX_NAMES]) + (f"{separator}…" if len(names) > _MAX_NAMES else "")
