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

from studyapp.core.cards.template_language import SPECIAL
from studyapp.core.notes.custom_note_type import CardTemplate, CustomType, field_name
from studyapp.core.notes.note_guid import guid_of
from studyapp.core.transfer.package_model import Found, FoundCard, FoundNote, without_media
from studyapp.core.transfer.unreadable_file import UnreadablePackage
from studyapp.textfiles.text_file_reading import text_of_file

_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_DIRECTIVE = re.compile(r"#([a-z ]+):(.*)", re.IGNORECASE)
_LONGEST_CELL = 5_000_000
_FRONT, _BACK, _TAGS, _DECK, _NOTE, _GUID, _TYPE = "Front", "Back", "Tags", "Deck", "Note", "Guid", "Type"
_NAMES = {
    "front": _FRONT, "question": _FRONT, "term": _FRONT, "word": _FRONT, "text": _FRONT, "back": _BACK, "answer": _BACK,
    "definition": _BACK, "meaning": _BACK, "translation": _BACK, "tags": _TAGS, "deck": _DECK, "note": _NOTE, "guid": _GUID,
    "type": _TYPE, "notetype": _TYPE, "note type": _TYPE, "why": "Why", "extra": "Why", "section": "Section", "evidence": "Evidence",
}  # fmt: skip
"""What columns are called."""

_APART = {_TAGS, _DECK, _NOTE, _GUID, _TYPE}
"""Columns that are no field."""

_SAID_OF_COLUMNS = {
    "guid column": _GUID,
    "notetype column": _TYPE,
    "deck column": _DECK,
    "tags column": _TAGS,
}
_BLANK = re.compile(r"\{\{c\d+::")


class _Table(NamedTuple):
    """How a table is meant: what its columns are, whether cells are HTML, and what holds for all rows."""

    columns: tuple[str, ...]
    rows: list[list[str]]
    is_html: bool
    deck: str
    tags: tuple[str, ...]


def read_table(path: Path, is_known: Callable[[str], bool]) -> Found:
    """The rows as notes, in the decks that they name, else in one called as the file. Of a note of ours, by its columns
    `deck` and `note`, that `is_known`, only that it is there is told. UnreadablePackage with the line when it is no
    table, OSError when the file can't be read."""
    table = _table(text_of_file(path), path)
    decks: dict[str, int] = {}
    notes: list[FoundNote] = []
    seen: Counter[str] = Counter()
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=False))
        deck = cells.get(_DECK, "").strip() or table.deck
        key = f"{deck}/{cells.get(_NOTE, '').strip()}"
        if _NOTE in cells and is_known(key):
            if not seen[key]:
                notes.append(_note(table, cells, guid_of(key), decks.setdefault(deck, len(decks) + 1)))
            seen[key] += 1
            continue
        guid = cells.get(_GUID, "").strip() or text_guid(deck, cells.get(_FRONT, ""), seen)
        notes.append(_note(table, cells, guid, decks.setdefault(deck, len(decks) + 1)))
    return without_media({number: name for name, number in decks.items()}, tuple(notes))


def _table(text: str, path: Path) -> _Table:
    # What else ends a line for Python are letters to us.
    lines = [line for line in re.split(r"(?<=\n)", re.sub(r"\r\n?", "\n", text)) if line]
    told: dict[str, str] = {}
    start = 0
    while start < len(lines) and lines[start].startswith("#"):
        found = _DIRECTIVE.match(lines[start].strip())
        if found:
            told[found[1].strip().lower()] = found[2].strip()
        start += 1
    separator = _SEPARATORS.get(told.get("separator", "").lower()) or told.get("separator", "")[:1]
    rows = _rows(lines[start:], separator or _guessed(lines[start:], path), start)
    if not rows:
        raise UnreadablePackage("there are no rows in it")
    columns = _columns(told, rows)
    if not any(name not in _APART for name in columns):
        raise UnreadablePackage("there is no column with words in it")
    return _Table(
        columns=columns,
        rows=rows,
        is_html=told.get("html", "").lower() == "true",
        deck=told.get("deck", "") or path.stem,
        tags=tuple(told.get("tags", "").split()),
    )


def _rows(lines: Sequence[str], separator: str, before: int) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        return [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        # A quote that is not closed swallows all that follows, unless it is asked for.
        raise UnreadablePackage(
            f"line {before + reader.line_num}: {error}; look for a quote that is not closed"
        ) from error


def _guessed(lines: Sequence[str], path: Path) -> str:
    """What parts the cells of the first line."""
    first = lines[0] if lines else ""
    if path.suffix.lower() == ".tsv":
        return "\t"
    return max(("\t", ";", ","), key=lambda one: (len(_cells(first, one)), one == ","))


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator))
    except (csv.Error, StopIteration):
        return []


def _columns(told: Mapping[str, str], rows: list[list[str]]) -> tuple[str, ...]:
    """What the columns are; a row that says so is taken out of `rows`."""
    width = max(map(len, rows))
    names = _cells(told["columns"], "\t" if "\t" in told["columns"] else ",") if "columns" in told else None
    if names is None and sum(cell.strip().lower() in _NAMES for cell in rows[0]) >= min(2, len(rows[0])):
        names = rows.pop(0)
    columns = list(map(_column, names or []))
    for directive, name in _SAID_OF_COLUMNS.items():
        number = told.get(directive, "")
        if number.isdecimal() and len(number) < 4 and 0 < int(number) <= width:
            columns += [""] * (int(number) - len(columns))
            columns[int(number) - 1] = name
    columns += [""] * (width - len(columns))
    return tuple(_all_named(columns))


def _column(name: str) -> str:
    known = _NAMES.get(name.strip().lower())
    if known:
        return known
    allowed = field_name(name)
    return f"{allowed} field" if allowed in SPECIAL else allowed


def _all_named(columns: Sequence[str]) -> Iterator[str]:
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


def text_guid(deck: str, question: str, seen: Counter[str]) -> str:
    """What a note from a text is known by: its deck and its question; of several with one question, their order too. `seen` counts
    them."""
    told = f"{deck}\x1f{question}"
    seen[told] += 1
    digest = hashlib.sha256(f"{told}\x1f{seen[told]}".encode(errors="replace")).hexdigest()
    return f"text-{digest[:16]}"


def _note(table: _Table, cells: Mapping[str, str], guid: str, deck: int) -> FoundNote:
    fields = [name for name in table.columns if name not in _APART]
    html = [cells.get(name, "") if table.is_html else _as_html(cells.get(name, "")) for name in fields]
    kind = _kind(tuple(fields), is_cloze=_BLANK.search(cells.get(_FRONT, "")) is not None)
    tags = (*table.tags, *cells.get(_TAGS, "").split())
    return FoundNote(guid, kind, tuple(dict.fromkeys(tags)), tuple(html), (new_card(deck),))


def _kind(fields: tuple[str, ...], *, is_cloze: bool) -> CustomType:
    ordered = sorted(fields, key=lambda name: (name != _FRONT, name != _BACK))
    front, *rest = ordered
    question = f"{{{{{'cloze:' if is_cloze else ''}{front}}}}}"
    shown = "<br>".join(f"{{{{#{name}}}}}{{{{{name}}}}}{{{{/{name}}}}}" for name in rest)
    back = f"{question}<br>{shown}" if is_cloze else f"{{{{FrontSide}}}}<hr>{shown}"
    return CustomType(0, "Table", fields, (CardTemplate("Card", question, back),), is_cloze)


def _as_html(words: str) -> str:
    return escape(words.strip(), quote=False).replace("\r\n", "\n").replace("\n", "<br>")


def new_card(deck: int) -> FoundCard:
    """A card that was never asked."""
    return FoundCard(0, deck, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", ())
