"""Reading notes from CSV and TSV files, such as spreadsheets and Anki's “Notes in Plain Text”.

The file may start with the file headers that the Anki manual describes in "Importing: Text Files".
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from studyapp.core.cards.card_template_language import SPECIAL_FIELDS
from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.core.notes.note import CustomContent
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, package_without_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.textfiles.csv_writing import TABLE_COLUMNS
from studyapp.textfiles.formula_cells import restore_formula
from studyapp.textfiles.row_parsing import Row, parse_rows, split_cells
from studyapp.textfiles.text_file_reading import read_text_file

_DELIMITER_BY_NAME = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_FILE_HEADER = re.compile(r"#([a-z ]+):(.*)", re.IGNORECASE)
_FRONT, _BACK, _TAGS, _DECK, _NOTE, _GUID, _TYPE = "Front", "Back", "Tags", "Deck", "Note", "Guid", "Type"
_COLUMN_BY_TITLE = {
    "front": _FRONT, "question": _FRONT, "term": _FRONT, "word": _FRONT, "text": _FRONT, "back": _BACK, "answer": _BACK,
    "definition": _BACK, "meaning": _BACK, "translation": _BACK, "tags": _TAGS, "deck": _DECK, "note": _NOTE, "guid": _GUID,
    "type": _TYPE, "notetype": _TYPE, "note type": _TYPE, "why": "Why", "extra": "Why", "section": "Section", "evidence": "Evidence",
}  # fmt: skip
"""The columns by their titles, in lower case."""

_NON_FIELD_COLUMNS = {_TAGS, _DECK, _NOTE, _GUID, _TYPE}
"""Columns that are not fields of the note."""

_COLUMN_BY_FILE_HEADER = {
    "guid column": _GUID,
    "notetype column": _TYPE,
    "deck column": _DECK,
    "tags column": _TAGS,
}
_FILE_HEADERS = {
    "separator",
    "html",
    "columns",
    "deck",
    "tags",
    "notetype",
    "if matches",
    *_COLUMN_BY_FILE_HEADER,
}
_CLOZE_BLANK = re.compile(r"\{\{c\d+::")


class _ParsedTable(NamedTuple):
    """A parsed table: the names of its columns, its rows, and the default deck and the tags of all rows."""

    columns: tuple[str, ...]
    rows: list[Row]
    is_html: bool
    deck: str
    tags: tuple[str, ...]
    losses: tuple[Loss, ...]


def read_csv(path: Path, is_existing_note: Callable[[str], bool]) -> PackageData:
    """Return the rows as notes, in the deck that the row or a file header names, or else in one named after the file.

    If `is_existing_note` returns true for a row's `deck/note` key, the row represents that note and gets its guid.
    Several rows for the same existing note result in one note. Blank rows are left out, and every other row that
    produces no note is reported as a loss. Raises UnreadableFileError if the file is not a
    valid table, or OSError if it can't be read.
    """
    table = _parse_table(read_text_file(path), path)
    decks: dict[str, int] = {}
    notes: list[SourceNote] = []
    seen: Counter[str] = Counter()
    losses = list(table.losses)
    for line, row in table.rows:
        cells = dict(zip(table.columns, row, strict=False))
        deck = cells.get(_DECK, "").strip() or table.deck
        key = f"{deck}/{cells.get(_NOTE, '').strip()}"
        if _NOTE in cells and is_existing_note(key):
            if not seen[key]:
                number = decks.setdefault(deck, len(decks) + 1)
                notes.append(_build_note(table, cells, derive_guid(key), number, line))
            seen[key] += 1
            continue
        guid = cells.get(_GUID, "").strip() or derive_text_note_guid(deck, cells.get(_FRONT, ""), seen)
        note = _build_note(table, cells, guid, decks.setdefault(deck, len(decks) + 1), line)
        loss = _find_loss(note)
        if loss is None:
            notes.append(note)
        else:
            losses.append(loss)
    decks_by_number = {number: name for name, number in decks.items()}
    return package_without_media(decks_by_number, tuple(notes))._replace(losses=tuple(losses))


def _parse_table(text: str, path: Path) -> _ParsedTable:
    # str.splitlines would also split at other characters, such as U+2028, which may be part of a cell.
    lines = [line for line in re.split(r"(?<=\n)", re.sub(r"\r\n?", "\n", text)) if line]
    headers: dict[str, str] = {}
    start = 0
    while start < len(lines) and lines[start].startswith("#"):
        header = _FILE_HEADER.match(lines[start].strip())
        if header:
            headers[header[1].strip().lower()] = header[2].strip()
        start += 1
    delimiter = (
        _DELIMITER_BY_NAME.get(headers.get("separator", "").lower()) or headers.get("separator", "")[:1]
    )
    delimiter = delimiter.strip('"') or _guess_delimiter(lines[start:], path)
    rows = parse_rows(lines[start:], delimiter, start)
    if not rows:
        raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no rows"))
    if set(TABLE_COLUMNS) <= {cell.strip().lower() for cell in rows[0].cells}:  # exported by StudyApp
        rows = [Row(line, list(map(restore_formula, cells))) for line, cells in rows]
    columns = _identify_columns(headers, rows)
    if not any(name not in _NON_FIELD_COLUMNS for name in columns):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it has no column for a field such as front or back")
        )
    return _ParsedTable(
        columns=columns,
        rows=rows,
        is_html=headers.get("html", "").lower() == "true",
        deck=headers.get("deck", "") or path.stem,
        tags=tuple(headers.get("tags", "").split()),
        losses=tuple(_find_hidden_rows(lines[:start], delimiter)),
    )


def _guess_delimiter(lines: Sequence[str], path: Path) -> str:
    """Return the delimiter that splits the first line into the most cells, or a tab for .tsv files."""
    first_line = lines[0] if lines else ""
    if path.suffix.lower() == ".tsv":
        return "\t"
    return max(
        ("\t", ";", ","), key=lambda delimiter: (len(split_cells(first_line, delimiter)), delimiter == ",")
    )


def _identify_columns(file_headers: Mapping[str, str], rows: list[Row]) -> tuple[str, ...]:
    """Return the names of the columns, and remove the title row from `rows` if there is one."""
    width = max(len(row.cells) for row in rows)
    titles = (
        split_cells(file_headers["columns"], "\t" if "\t" in file_headers["columns"] else ",")
        if "columns" in file_headers
        else None
    )
    first_cells = rows[0].cells
    known_title_count = sum(cell.strip().lower() in _COLUMN_BY_TITLE for cell in first_cells)
    if titles is None and known_title_count >= min(2, len(first_cells)):
        titles = rows.pop(0).cells
    columns = list(map(_column_of_title, titles or []))
    for header, name in _COLUMN_BY_FILE_HEADER.items():
        number = file_headers.get(header, "")
        if number.isdecimal() and len(number) < 4 and 0 < int(number) <= width:
            columns += [""] * (int(number) - len(columns))
            columns[int(number) - 1] = name
    columns += [""] * (width - len(columns))
    return tuple(_name_all_columns(columns))


def _column_of_title(title: str) -> str:
    column = _COLUMN_BY_TITLE.get(title.strip().lower())
    if column:
        return column
    allowed = clean_field_name(title)
    return f"{allowed} field" if allowed in SPECIAL_FIELDS else allowed


def _name_all_columns(columns: Sequence[str]) -> Iterator[str]:
    """Name unnamed columns Front, Back and then `Field` and their number, and make all names unique."""
    used = set(columns) - {""}
    default_names = [name for name in (_FRONT, _BACK) if name not in used]
    assigned: set[str] = set()
    for number, column in enumerate(columns, 1):
        name = column or (default_names.pop(0) if default_names else f"Field {number}")
        while name in assigned:
            name = f"{name} {number}"
        assigned.add(name)
        yield name


def derive_text_note_guid(deck: str, question: str, note_counts: Counter[str]) -> str:
    """Return the guid of a note from a text file, derived from its deck and question.

    Notes with the same deck and question are distinguished by their order, which `note_counts` keeps track of.
    The formula never changes, because a later import must recognize the notes.
    """
    key = f"{deck}\x1f{question}"
    note_counts[key] += 1
    digest = hashlib.sha256(f"{key}\x1f{note_counts[key]}".encode(errors="replace")).hexdigest()
    return f"text-{digest[:16]}"


def _build_note(
    table: _ParsedTable, cells: Mapping[str, str], guid: str, deck_number: int, line: int
) -> SourceNote:
    fields = [name for name in table.columns if name not in _NON_FIELD_COLUMNS]
    html = [cells.get(name, "") if table.is_html else _text_to_html(cells.get(name, "")) for name in fields]
    note_type = _build_note_type(
        tuple(fields), is_cloze=_CLOZE_BLANK.search(cells.get(_FRONT, "")) is not None
    )
    tags = (*table.tags, *cells.get(_TAGS, "").split())
    cards = (make_new_card(deck_number),)
    return SourceNote(guid, note_type, tuple(dict.fromkeys(tags)), tuple(html), cards, line=line)


def _find_loss(note: SourceNote) -> Loss | None:
    """Return the reason why no card can be made from a row, or None if one can."""
    if generate_custom_cards(CustomContent(note.note_type, note.fields), note.tags):
        return None
    kind = LossKind.ROW_WITHOUT_BLANK if note.note_type.is_cloze else LossKind.ROW_WITHOUT_QUESTION
    return Loss(kind, line=note.line)


def _find_hidden_rows(lines: Sequence[str], delimiter: str) -> Iterator[Loss]:
    """Yield a loss for each line before the rows that looks like a row, but is a comment because of its `#`."""
    for number, line in enumerate(lines, 1):
        header = _FILE_HEADER.match(line.strip())
        is_known_header = header is not None and header[1].strip().lower() in _FILE_HEADERS
        if not is_known_header and len(split_cells(line, delimiter)) > 1:
            yield Loss(LossKind.ROW_IS_COMMENT, line.strip()[:60], line=number)


def _build_note_type(fields: tuple[str, ...], *, is_cloze: bool) -> CustomNoteType:
    ordered = sorted(fields, key=lambda name: (name != _FRONT, name != _BACK))
    front, *others = ordered
    question = f"{{{{{'cloze:' if is_cloze else ''}{front}}}}}"
    other_fields = "<br>".join(f"{{{{#{name}}}}}{{{{{name}}}}}{{{{/{name}}}}}" for name in others)
    back = f"{question}<br>{other_fields}" if is_cloze else f"{{{{FrontSide}}}}<hr>{other_fields}"
    return CustomNoteType(0, "Table", fields, (CardTemplate("Card", question, back),), is_cloze)


def _text_to_html(text: str) -> str:
    return escape(text.strip(), quote=False).replace("\r\n", "\n").replace("\n", "<br>")


def make_new_card(deck_number: int) -> SourceCard:
    """Return a new card, without scheduling or reviews."""
    return SourceCard(0, deck_number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
