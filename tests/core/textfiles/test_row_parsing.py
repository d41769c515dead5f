"""Rows and cells of tables in many dialects, and quotes that enclose no cell."""

import csv
import io
import re
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.textfiles.row_parsing import parse_rows, split_cells
from studyapp.core.transfer.unreadable_file import UnreadableFileError

DELIMITERS = (",", ";", "\t", "|", ":", " ")
CELLS = st.text(
    st.sampled_from("ab\"',;\t|: \n\xa0\u200b字") | st.characters(exclude_categories=["Cs", "Cc"])
)


def cells_of(text: str, delimiter: str) -> list[list[str]]:
    lines = [line for line in re.split(r"(?<=\n)", text) if line]
    return [row.cells for row in parse_rows(lines, delimiter, 0)]


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5),
    st.sampled_from(DELIMITERS),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
)
def test_tables_written_by_python_are_read_back(
    table: list[list[str]], delimiter: str, quoting: Literal[0, 1, 2]
) -> None:
    output = io.StringIO()
    csv.writer(output, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(table)
    expected = [row for row in table if any(cell.strip() for cell in row)]
    assert cells_of(output.getvalue(), delimiter) == expected


@given(st.text(st.sampled_from('ab"\t\n')))
def test_no_table_with_tabs_is_refused_and_no_character_is_lost(text: str) -> None:
    rows = cells_of(text, "\t")
    letters = "".join(cell for row in rows for cell in row)
    assert letters.count("a") == text.count("a")
    assert letters.count("b") == text.count("b")


@pytest.mark.parametrize(
    ("line", "delimiter", "cells"),
    [
        ('"Yes" is an answer\tja', "\t", ['"Yes" is an answer', "ja"]),
        ('"Yes\tja', "\t", ['"Yes', "ja"]),
        ('5" pipe\t6"', "\t", ['5" pipe', '6"']),
        ('"\tditto', "\t", ['"', "ditto"]),
        ('say "a, b",c', ",", ['say "a', ' b"', "c"]),
        ('"a, b" said he,c', ",", ['"a, b" said he', "c"]),
        ('"a"b"c",d', ",", ['"a"b"c"', "d"]),
        ('"a ""b"" c",d', ",", ['a "b" c', "d"]),
        ('"","x"', ",", ["", "x"]),
        ("a,,b,", ",", ["a", "", "b", ""]),
    ],
)
def test_quote_that_encloses_no_whole_cell_is_part_of_the_text(
    line: str, delimiter: str, cells: list[str]
) -> None:
    assert cells_of(f"{line}\n", delimiter) == [cells]
    assert split_cells(line, delimiter) == cells


def test_open_quote_in_a_table_with_tabs_ends_with_its_cell() -> None:
    assert cells_of('"one\t1\ntwo\t"2\nthree\t3"\n', "\t") == [['"one', "1"], ["two", "2\nthree\t3"]]
    assert cells_of('"one\t1\n"two\t2\n', "\t") == [['"one', "1"], ['"two', "2"]]


def test_line_is_that_of_the_quote_within_a_row_of_several_lines() -> None:
    with pytest.raises(UnreadableFileError, match="line 13: the quote opened here is not closed"):
        list(parse_rows(["a\n", '"b\n', 'c","d\n'], ",", 10))


def test_rows_have_the_line_in_which_they_start() -> None:
    rows = parse_rows(["a\n", "\n", '"b\n', 'c"\n', " , \n", "d"], ",", 5)
    assert [(row.line, row.cells) for row in rows] == [(6, ["a"]), (8, ["b\nc"]), (11, ["d"])]
