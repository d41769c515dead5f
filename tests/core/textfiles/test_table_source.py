"""File headers, also as spreadsheets write them."""

import pytest

from studyapp.core.textfiles.table_source import delimiter_of_value, read_table_source, split_words


@pytest.mark.parametrize(
    ("value", "delimiter"),
    [
        ("Comma", ","), ("comma,,,", ","), ("TAB\t\t", "\t"), ("\t", "\t"), ("\t\t", "\t"), (" Semicolon;;", ";"), (",", ","),
        (",,,", ","), (" |", "|"), ("pipe", "|"), ("colon", ":"), ("space", " "), (" ", " "), ("\\t", "\t"), ("", ""), ("Comfort", ""),
        ("7", ""), ('"', ""),
    ],
)  # fmt: skip
def test_delimiter_of_a_file_header(value: str, delimiter: str) -> None:
    assert delimiter_of_value(value) == delimiter


@pytest.mark.parametrize(
    ("text", "headers", "row_start"),
    [
        ("#separator:Comma,,\n#html:TRUE,,\nq,a\n", {"separator": "Comma,,", "html": "TRUE"}, 2),
        (
            '"#separator:Comma",,\n"#deck:Birds, big",,\nq,a\n',
            {"separator": "Comma", "deck": "Birds, big"},
            2,
        ),
        ("#deck:Birds;;\n\n# Tags: one two;;\nq;a\n", {"deck": "Birds", "tags": "one two"}, 3),
        ("sep=;\n#tags column:3;;\nq;a;t\n", {"separator": ";", "tags column": "3"}, 2),
        ("#separator:Colon::\n#tags column:3::\nq:a:t\n", {"separator": "Colon::", "tags column": "3"}, 2),
        ('"sep=,"\nq,a\n', {"separator": ","}, 1),
        ("#separator:\t\r\nq\ta\r\n", {"separator": "\t"}, 1),
        ("sep=x\nq,a\n", {}, 0),
        ('"#deck: which?",answer\n', {}, 0),
        ('"# quoted"\n', {}, 0),
    ],
)
def test_file_headers_are_read_without_what_a_spreadsheet_adds(
    text: str, headers: dict[str, str], row_start: int
) -> None:
    source = read_table_source(text)
    assert {name: header.value for name, header in source.headers.items()} == headers
    assert source.row_start == row_start
    assert source.comments == ()


def test_comments_and_unknown_file_headers_are_listed() -> None:
    source = read_table_source("#separator:Comma\n# made by hand\n#colour:red\n#1,C#\nq,a\n")
    assert source.comments == (2, 3, 4)
    assert source.row_start == 4


def test_column_number_of_a_file_header() -> None:
    source = read_table_source("#tags column:3,,\n#guid column:x\n#deck column:12345\nq,a\n")
    assert [source.number(f"{name} column") for name in ("tags", "guid", "deck", "notetype")] == [3, 0, 0, 0]


def test_tags_are_separated_by_blanks_and_commas() -> None:
    assert split_words("a b,c,, d、e，f::g") == ["a", "b", "c", "d", "e", "f::g"]
