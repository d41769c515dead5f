"""Tables as notes: CSV and TSV, from spreadsheets and from Anki's “Notes in Plain Text”, whose first lines say how it is meant.

What those lines may say is described in Anki's manual, "Importing: Text Files".
"""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from studyapp.core.cards.template_language import SPECIAL_FIELDS
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType, clean_field_name
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote, package_without_media
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.textfiles.text_file_reading import read_text_file

_DELIMITER_BY_NAME = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_FILE_HEADER = re.compile(r"#([a-z ]+):(.*)", re.IGNORECASE)
_MAX_CELL_LENGTH = 5_000_000
_FRONT, _BACK, _TAGS, _DECK, _NOTE, _GUID, _TYPE = "Front", "Back", "Tags", "Deck", "Note", "Guid", "Type"
_COLUMN_BY_TITLE = {
    "front": _FRONT, "question": _FRONT, "term": _FRONT, "word": _FRONT, "text": _FRONT, "back": _BACK, "answer": _BACK,
    "definition": _BACK, "meaning": _BACK, "translation": _BACK, "tags": _TAGS, "deck": _DECK, "note": _NOTE, "guid": _GUID,
    "type": _TYPE, "notetype": _TYPE, "note type": _TYPE, "why": "Why", "extra": "Why", "section": "Section", "evidence": "Evidence",
}  # fmt: skip
"""What columns are called."""

_NON_FIELD_COLUMNS = {_TAGS, _DECK, _NOTE, _GUID, _TYPE}
"""Columns that are no field."""

_COLUMN_BY_FILE_HEADER = {
    "guid column": _GUID,
    "notetype column": _TYPE,
    "deck column": _DECK,
    "tags column": _TAGS,
}
_CLOZE_BLANK = re.compile(r"\{\{c\d+::")


class _ParsedTable(NamedTuple):
    """How a table is meant: what its columns are, whether cells are HTML, and what holds for all rows."""

    columns: tuple[str, ...]
    rows: list[list[str]]
    is_html: bool
    deck: str
    tags: tuple[str, ...]


def read_csv(path: Path, is_existing_note: Callable[[str], bool]) -> PackageData:
    """The rows as notes, in the decks that they name, else in one called as the file. Of a note of ours, by its columns
    `deck` and `note`, that `is_known`, only that it is there is told. UnreadablePackage with the line when it is no
    table, OSError when the file can't be read."""
    table = _parse_table(read_text_file(path), path)
    decks: dict[str, int] = {}
    notes: list[SourceNote] = []
    seen: Counter[str] = Counter()
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=False))
        deck = cells.get(_DECK, "").strip() or table.deck
        key = f"{deck}/{cells.get(_NOTE, '').strip()}"
        if _NOTE in cells and is_existing_note(key):
            if not seen[key]:
                notes.append(
                    _build_note(table, cells, derive_guid(key), decks.setdefault(deck, len(decks) + 1))
                )
            seen[key] += 1
            continue
        guid = cells.get(_GUID, "").strip() or derive_text_note_guid(deck, cells.get(_FRONT, ""), seen)
        notes.append(_build_note(table, cells, guid, decks.setdefault(deck, len(decks) + 1)))
    return package_without_media({number: name for name, number in decks.items()}, tuple(notes))


def _parse_table(text: str, path: Path) -> _ParsedTable:
    # What else ends a line for Python are letters to us.
    lines = [line for line in re.split(r"(?<=\n)", re.sub(r"\r\n?", "\n", text)) if line]
    told: dict[str, str] = {}
    start = 0
    while start < len(lines) and lines[start].startswith("#"):
        found = _FILE_HEADER.match(lines[start].strip())
        if found:
            told[found[1].strip().lower()] = found[2].strip()
        start += 1
    separator = _DELIMITER_BY_NAME.get(told.get("separator", "").lower()) or told.get("separator", "")[:1]
    rows = _parse_rows(lines[start:], separator or _guess_delimiter(lines[start:], path), start)
    if not rows:
        raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no rows"))
    columns = _identify_columns(told, rows)
    if not any(name not in _NON_FIELD_COLUMNS for name in columns):
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "it has no column for a field such as front or back")
        )
    return _ParsedTable(
        columns=columns,
        rows=rows,
        is_html=told.get("html", "").lower() == "true",
        deck=told.get("deck", "") or path.stem,
        tags=tuple(told.get("tags", "").split()),
    )


def _parse_rows(lines: Sequence[str], delimiter: str, lines_before: int) -> list[list[str]]:
    csv.field_size_limit(_MAX_CELL_LENGTH)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        return [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        # A quote that is not closed swallows all that follows, unless it is asked for.
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: {error}; check for an unclosed quote"),
            line=lines_before + reader.line_num,
            error=error,
        ) from error


def _guess_delimiter(lines: Sequence[str], path: Path) -> str:
    """What parts the cells of the first line."""
    first = lines[0] if lines else ""
    if path.suffix.lower() == ".tsv":
        return "\t"
    return max(("\t", ";", ","), key=lambda one: (len(_split_cells(first, one)), one == ","))


def _split_cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []


def _identify_columns(file_headers: Mapping[str, str], rows: list[list[str]]) -> tuple[str, ...]:
    """What the columns are; a row that says so is taken out of `rows`."""
    width = max(map(len, rows))
    names = (
        _split_cells(file_headers["columns"], "\t" if "\t" in file_headers["columns"] else ",")
        if "columns" in file_headers
        else None
    )
    if names is None and sum(cell.strip().lower() in _COLUMN_BY_TITLE for cell in rows[0]) >= min(
        2, len(rows[0])
    ):
        names = rows.pop(0)
    columns = list(map(_column_of_title, names or []))
    for directive, name in _COLUMN_BY_FILE_HEADER.items():
        number = file_headers.get(directive, "")
        if number.isdecimal() and len(number) < 4 and 0 < int(number) <= width:
            columns += [""] * (int(number) - len(columns))
            columns[int(number) - 1] = name
    columns += [""] * (width - len(columns))
    return tuple(_name_all_columns(columns))


def _column_of_title(name: str) -> str:
    known = _COLUMN_BY_TITLE.get(name.strip().lower())
    if known:
        return known
    allowed = clean_field_name(name)
    return f"{allowed} field" if allowed in SPECIAL_FIELDS else allowed


def _name_all_columns(columns: Sequence[str]) -> Iterator[str]:
    """Columns without a name are the front, the back, and then by their number; no name comes twice."""
    used = set(columns) - {""}
    free = [name for name in (_FRONT, _BACK) if name not in used]
    given: set[str] = set()
    for place, column in enumerate(columns, 1):
        name = column or (free.pop(0) if free else f"Field {place}")
        while name in given:
            name = f"{name} {place}"
        given.add(name)
        yield name


def derive_text_note_guid(deck: str, question: str, note_counts: Counter[str]) -> str:
    """What a note from a text is known by: its deck and its question; of several with one question, their order too. `seen` counts
    them."""
    told = f"{deck}\x1f{question}"
    note_counts[told] += 1
    digest = hashlib.sha256(f"{told}\x1f{note_counts[told]}".encode(errors="replace")).hexdigest()
    return f"text-{digest[:16]}"


def _build_note(table: _ParsedTable, cells: Mapping[str, str], guid: str, deck_number: int) -> SourceNote:
    fields = [name for name in table.columns if name not in _NON_FIELD_COLUMNS]
    html = [cells.get(name, "") if table.is_html else _text_to_html(cells.get(name, "")) for name in fields]
    kind = _build_note_type(tuple(fields), is_cloze=_CLOZE_BLANK.search(cells.get(_FRONT, "")) is not None)
    tags = (*table.tags, *cells.get(_TAGS, "").split())
    return SourceNote(guid, kind, tuple(dict.fromkeys(tags)), tuple(html), (make_new_card(deck_number),))


def _build_note_type(fields: tuple[str, ...], *, is_cloze: bool) -> CustomNoteType:
    ordered = sorted(fields, key=lambda name: (name != _FRONT, name != _BACK))
    front, *rest = ordered
    question = f"{{{{{'cloze:' if is_cloze else ''}{front}}}}}"
    shown = "<br>".join(f"{{{{#{name}}}}}{{{{{name}}}}}{{{{/{name}}}}}" for name in rest)
    back = f"{question}<br>{shown}" if is_cloze else f"{{{{FrontSide}}}}<hr>{shown}"
    return CustomNoteType(0, "Table", fields, (CardTemplate("Card", question, back),), is_cloze)


def _text_to_html(words: str) -> str:
    return escape(words.strip(), quote=False).replace("\r\n", "\n").replace("\n", "<br>")


def make_new_card(deck_number: int) -> SourceCard:
    """A card that was never asked."""
    return SourceCard(0, deck_number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
