"""Reading notes from CSV and TSV files, such as spreadsheets and Anki's “Notes in Plain Text”."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.textfiles.column_uses import has_field
from studyapp.core.textfiles.layout_detection import DetectedTable, detect_table
from studyapp.core.textfiles.released_columns import find_released_sides
from studyapp.core.textfiles.row_parsing import Row
from studyapp.core.textfiles.table_layout import NO_CHOICES, ColumnUse, LayoutChoices, TableLayout
from studyapp.core.textfiles.table_rows import RowReader, TableRow
from studyapp.core.textfiles.table_source import TableSource, read_table_source
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote, make_new_card, package_without_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.textfiles.content_identity import (
    NO_KNOWN_NOTES,
    KnownNotes,
    QuestionKey,
    TextNote,
    assign_guids,
)
from studyapp.textfiles.exported.table_records import has_records, read_table_records
from studyapp.textfiles.record_package import build_record_package
from studyapp.textfiles.text_file_reading import read_text_file


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The notes of a table, and how it was read. `header_line` is the line of the column names, or 0 without them. `samples` are the
    first cells with content of each column."""

    package: PackageData
    layout: TableLayout
    header_line: int
    samples: tuple[str, ...]


def read_csv(
    path: Path,
    is_existing_note: Callable[[str], bool],
    known: KnownNotes = NO_KNOWN_NOTES,
    choices: LayoutChoices = NO_CHOICES,
) -> ReadTable:
    """Return the rows as notes, in the deck that the row or a file header names, or else in one named after the file.

    `known` are the notes that were imported from text files, which get the same guid again. If `is_existing_note` returns true
    for a row's `deck/note` key, the row represents that note and gets its guid. Several rows for the same existing note, or with
    the same guid, result in one note. Blank rows are left out, and every other row that produces no note is reported as a loss,
    as is every column that is not imported. Raises UnreadableFileError if the file is not a valid table, or OSError if it can't be
    read.
    """
    source = read_table_source(read_text_file(path))
    table = detect_table(source, path.suffix.lower(), path.stem, choices)
    if choices == NO_CHOICES and has_records(table.titles):
        found = list(read_table_records(table.titles, table.rows))
        losses = [*table.losses, *(one for one in found if isinstance(one, Loss))]
        records = [one for one in found if not isinstance(one, Loss)]
        package = build_record_package(records, {}, losses, path.parent)
        return ReadTable(package, table.layout, table.header_line, _find_samples(table))
    if not has_field(table.layout.columns):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it has no column for a field such as front or back")
        )
    losses = [*table.losses, *_find_ignored_columns(table), *_find_surplus_cells(table)]
    reader = RowReader(table.layout, table.rows)
    rows: list[TableRow] = []
    for row in table.rows:
        read = _find_comment(source, table.layout, row) or reader.read(row)
        if isinstance(read, Loss):
            losses.append(read)
        else:
            rows.append(read)
    guids = _find_guids(source, table, rows, is_existing_note, known)
    package = _build_package(rows, guids, losses, is_existing_note)
    return ReadTable(package, table.layout, table.header_line, _find_samples(table))


def _find_comment(source: TableSource, layout: TableLayout, row: Row) -> Loss | None:
    """Return a loss if the row is a comment: a line with `#` in front that is not divided into cells."""
    if len(row.cells) == 1 < len(layout.columns) and source.lines[row.line - 1].startswith("#"):
        return Loss(LossKind.ROW_IS_COMMENT, row.cells[0].strip()[:60], line=row.line)
    return None


def _find_samples(table: DetectedTable) -> tuple[str, ...]:
    return tuple(
        next(
            (
                row.cells[number]
                for row in table.rows
                if number < len(row.cells) and row.cells[number].strip()
            ),
            "",
        )
        for number in range(len(table.layout.columns))
    )


def _find_ignored_columns(table: DetectedTable) -> Iterator[Loss]:
    for number, column in enumerate(table.layout.columns):
        has_content = any(row.cells[number].strip() for row in table.rows if number < len(row.cells))
        if column.use is ColumnUse.IGNORED and has_content:
            yield Loss(LossKind.COLUMN_IGNORED, name=column.name)


def _find_surplus_cells(table: DetectedTable) -> Iterator[Loss]:
    """Yield a loss for each row with more cells than there are column names."""
    for row in table.rows:
        if table.titles and any(cell.strip() for cell in row.cells[len(table.titles) :]):
            yield Loss(LossKind.SURPLUS_CELLS, line=row.line)


def _find_guids(
    source: TableSource,
    table: DetectedTable,
    rows: Sequence[TableRow],
    is_existing_note: Callable[[str], bool],
    known: KnownNotes,
) -> list[str]:
    """Return the guid of each row: the guid that it names, or that of the note that it matches."""
    released = find_released_sides(table.titles, source.value("columns"), source.number, table.width)
    identified: dict[int, TextNote] = {}
    guids: list[str] = []
    for number, row in enumerate(rows):
        key = f"{row.deck}/{row.note_id}"
        guids.append(derive_guid(key) if row.note_id and is_existing_note(key) else row.guid)
        if guids[-1]:
            continue
        question = QuestionKey(row.deck, f"\x1fid\x1f{row.id}" if row.id else row.question)
        former_key = QuestionKey(row.deck, row.cell(released.identity))
        former_question = row.cell(released.question)
        identified[number] = TextNote(
            question,
            row.answer,
            former_key=None if former_key == question else former_key,
            former_question=former_question,
        )
    for number, guid in zip(identified, assign_guids(list(identified.values()), known), strict=True):
        guids[number] = guid
    return guids


def _build_package(
    rows: Sequence[TableRow],
    guids: Sequence[str],
    losses: list[Loss],
    is_existing_note: Callable[[str], bool],
) -> PackageData:
    number_by_deck: dict[str, int] = {}
    notes: dict[str, SourceNote] = {}
    for row, guid in zip(rows, guids, strict=True):
        if guid in notes:
            if not is_existing_note(f"{row.deck}/{row.note_id}"):
                losses.append(Loss(LossKind.ROW_REPEATS_GUID, line=row.row.line))
            continue
        card = make_new_card(number_by_deck.setdefault(row.deck, len(number_by_deck) + 1))
        notes[guid] = SourceNote(
            guid,
            row.note_type,
            row.tags,
            row.fields,
            (card,),
            line=row.row.line,
            keeps_note_type=row.keeps_note_type,
        )
        if not row.note_type.is_cloze and not row.answer.strip():
            losses.append(Loss(LossKind.ROW_WITHOUT_ANSWER, line=row.row.line))
    decks = {number: name for name, number in number_by_deck.items()}
    return package_without_media(decks, tuple(notes.values()))._replace(losses=tuple(losses))
