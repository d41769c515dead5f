"""Detecting the delimiter of a table that does not name it."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from studyapp.core.textfiles.column_headings import are_headings
from studyapp.core.textfiles.row_parsing import Row, parse_rows
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_SAMPLE_LINES = 200
"""The number of lines that are examined."""

_COMMON_DELIMITERS = ("\t", ",", ";", "|")
_RARE_DELIMITERS = (":", " ")
"""Delimiters that are only considered if no other separates the cells, and only if each row has one of them."""

_DELIMITER_BY_SUFFIX = {".csv": ",", ".txt": "\t"}


class _Score(NamedTuple):
    """How well a delimiter fits."""

    has_headings: bool
    regularity: float
    """The share of rows that have the most common number of cells, or 0 if most rows have one cell."""

    tightness: float
    """The share of the delimiters that don't look like punctuation or decimal commas."""

    is_usual: bool
    cell_count: int

    @property
    def rank(self) -> tuple[bool, float, float, bool, int]:
        """The reasons for a delimiter, the most important first."""
        return self.has_headings, self.regularity, self.tightness, self.is_usual, self.cell_count


def detect_delimiter(lines: Sequence[str], suffix: str) -> str:
    """Return the delimiter of these lines, for a file with this suffix in lower case."""
    if suffix == ".tsv":
        return "\t"
    sample = lines[:_SAMPLE_LINES]
    usual = _DELIMITER_BY_SUFFIX.get(suffix, ",")
    scores = {delimiter: _score(sample, delimiter, usual) for delimiter in _COMMON_DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter].rank)
    if scores[best].regularity > 0:
        return best
    rare = (delimiter for delimiter in _RARE_DELIMITERS if _is_in_each_row(sample, delimiter))
    some = (delimiter for delimiter in _COMMON_DELIMITERS if any(delimiter in line for line in sample))
    return next(rare, None) or next(some, usual)


def _score(sample: Sequence[str], delimiter: str, usual: str) -> _Score:
    rows = _parse_sample(sample, delimiter)
    counts = Counter(len(row.cells) for row in rows)
    cell_count, frequency = max(counts.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    if cell_count < 2:
        return _Score(False, 0, 0, delimiter == usual, 1)
    return _Score(
        are_headings(rows[0].cells),
        round(frequency / len(rows), 2),
        round(_tightness(sample, delimiter), 1),
        delimiter == usual,
        cell_count,
    )


def _parse_sample(sample: Sequence[str], delimiter: str) -> list[Row]:
    """Return the rows before the first invalid row, which may be invalid because the sample ends within it."""
    rows: list[Row] = []
    with suppress(UnreadableFileError):
        rows.extend(parse_rows(sample, delimiter, 0))
    return rows


def _tightness(sample: Sequence[str], delimiter: str) -> float:
    if delimiter == "\t":
        return 1
    text = "".join(sample)
    escaped = re.escape(delimiter)
    decimal = r"|(?<=\d),(?=\d)" if delimiter == "," else ""
    loose = len(re.findall(f"{escaped}(?= ){decimal}", text))
    return 1 - loose / max(1, text.count(delimiter))


def _is_in_each_row(sample: Sequence[str], delimiter: str) -> bool:
    lines = [line.strip() for line in sample if line.strip()]
    return bool(lines) and all(line.count(delimiter) == 1 for line in lines)
