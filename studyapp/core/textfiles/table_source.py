"""The lines of a table, and the file headers above its rows.

The file headers are those of the Anki manual, "Importing: Text Files", also as spreadsheets write them: with quotes and
with delimiters at the end. Excel's `sep=;` is one as well.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

DELIMITER_BY_NAME = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
"""The delimiters by their names in Anki, in lower case."""

_LINE_END = re.compile(r"(?<=\n)")
_FILE_HEADER = re.compile(r"#\s*([a-z ]+?)\s*:(.*)", re.IGNORECASE | re.DOTALL)
_QUOTED_HEADER = re.compile(r'"(#(?:[^"\n]|"")*)"([^"\n]*)\n?')
_EXCEL_SEPARATOR = re.compile(r'"?sep=([^\w\s"]|\t)"?[^\w]*\n?', re.IGNORECASE)
_TRAILING_DELIMITERS = " \t,;|"
_FREE_TEXT_HEADERS = frozenset({"tags", "deck", "notetype", "columns"})
FILE_HEADERS = _FREE_TEXT_HEADERS | {
    "separator", "html", "if matches", "match scope", "guid column", "notetype column", "deck column", "tags column",
}  # fmt: skip
"""The names of the file headers."""


class FileHeader(NamedTuple):
    """The value of a file header, without the delimiters that a spreadsheet adds, and its line, counted from 1."""

    value: str
    line: int


class TableSource(NamedTuple):
    """A table before its rows are parsed.

    `lines` are those of the whole file with their line breaks. The rows start after the first `row_start` of them.
    `comments` are the numbers of the lines above the rows that are neither blank nor a file header.
    """

    lines: Sequence[str]
    row_start: int
    headers: Mapping[str, FileHeader]
    comments: tuple[int, ...]

    def value(self, header: str) -> str:
        """Return the value of a file header, or an empty text without it."""
        return self.headers[header].value if header in self.headers else ""

    def number(self, header: str) -> int:
        """Return the column number from a file header such as `#tags column:3`, or 0 if there is none."""
        value = self.value(header)
        return int(value) if value.isdecimal() and len(value) < 4 else 0


def read_table_source(text: str) -> TableSource:
    """Return the lines and the file headers of a table."""
    # str.splitlines would also split at other characters, such as U+2028, which may be part of a cell.
    lines = [line for line in _LINE_END.split(re.sub(r"\r\n?", "\n", text)) if line]
    headers: dict[str, FileHeader] = {}
    comments: list[int] = []
    start = 0
    excel_separator = _EXCEL_SEPARATOR.fullmatch(lines[0]) if lines else None
    if excel_separator is not None:
        headers["separator"] = FileHeader(excel_separator[1], 1)
        start = 1
    while start < len(lines):
        name, value = _parse_file_header(lines[start])
        if name in FILE_HEADERS:
            headers[name] = FileHeader(value, start + 1)
        elif lines[start].startswith("#"):
            comments.append(start + 1)
        elif lines[start].strip():
            break
        start += 1
    return TableSource(lines, start, headers, tuple(comments))


class _NamedValue(NamedTuple):
    name: str
    value: str


def _parse_file_header(line: str) -> _NamedValue:
    """Return the name and the value of a file header, or empty ones if the line is none."""
    quoted = _QUOTED_HEADER.fullmatch(line)
    content = quoted[1].replace('""', '"') if quoted else line
    header = _FILE_HEADER.fullmatch(content.rstrip("\n"))
    if header is None or (quoted and quoted[2].strip(_TRAILING_DELIMITERS)):
        return _NamedValue("", "")
    name = " ".join(header[1].lower().split())
    if name == "separator":
        return _NamedValue(name, header[2])
    value = header[2].strip().rstrip(_TRAILING_DELIMITERS)
    return _NamedValue(name, value if name in _FREE_TEXT_HEADERS else value.rstrip(":"))


def delimiter_of_value(value: str) -> str:
    """Return the delimiter that a name or a character stands for, or an empty string if it stands for none.

    Delimiters at its end, which a spreadsheet adds, are ignored.
    """
    word = re.match(r"\s*([A-Za-z]+)", value)
    if word:
        return DELIMITER_BY_NAME.get(word[1].lower(), "")
    if value.startswith("\\t"):
        return "\t"
    character = value.strip(" ")[:1] or value[:1]
    return "" if character.isalnum() or character in ('"', "\n", "") else character


def split_words(text: str) -> list[str]:
    """Return the tags in a text, which are separated by blanks or commas."""
    return [word for word in re.split(r"[\s,，、]+", text) if word]
