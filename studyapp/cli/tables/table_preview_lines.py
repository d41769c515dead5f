"""The lines that the command line prints about what the import of a table would add."""

from collections.abc import Iterator
from pathlib import Path

from studyapp.cli.messages.counts import count
from studyapp.cli.messages.table_layout_lines import format_layout
from studyapp.cli.messages.transfer_reports import format_losses
from studyapp.services.transfer.text_files.table_preview import PreviewedNote, TablePreview


def format_table_preview(file: Path, preview: TablePreview) -> Iterator[str]:
    """Yield how a table would be read, its first notes, what is present, and what would not be imported."""
    yield f"{file}: {count(preview.note_count, 'note')} ({preview.present_count} already present). Nothing was imported."
    yield from format_layout(preview.layout, preview.header_line)
    for note in preview.notes:
        yield from _format_note(note)
    if preview.note_count > len(preview.notes):
        yield f"  and {preview.note_count - len(preview.notes)} more"
    yield from format_losses(preview.losses)


def _format_note(note: PreviewedNote) -> Iterator[str]:
    tags = f"; tags: {' '.join(note.tags)}" if note.tags else ""
    yield f"  line {note.line}; deck: {note.deck}{tags}"
    for card in note.cards:
        yield from _format_side("Q", card.question)
        yield from _format_side("A", card.answer)


def _format_side(letter: str, text: str) -> Iterator[str]:
    first, *others = text.split("\n")
    yield f"    {letter}: {first}"
    yield from (f"       {line}" for line in others)
