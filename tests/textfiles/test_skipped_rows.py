"""Rows of a table that are not imported are named with their line and the reason."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.cli.messages.transfer_reports import format_import_report
from studyapp.core.textfiles import row_parsing
from studyapp.core.textfiles.row_parsing import parse_rows
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.ui.kit import formatting
from tests.anki.studyapp_instance import StudyAppInstance
from tests.textfiles.text_import_helpers import import_text, sides


def test_every_skipped_row_is_named_with_its_reason(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = 'front,back\none,"1\n1"\n,2\n\n,,\n" ",3\nthe {{c0::zero}},\nlast,4\n'
    report = import_text(instance, tmp_path, "t.csv", content)
    assert report.losses == (
        Loss(LossKind.ROW_WITHOUT_QUESTION, line=4),
        Loss(LossKind.ROW_WITHOUT_QUESTION, line=7),
        Loss(LossKind.ROW_WITHOUT_BLANK, line=8),
    )
    assert [front for front, _ in sides(instance, "t")] == ["one", "last"]


def test_row_that_looks_like_a_comment_is_named(instance: StudyAppInstance, tmp_path: Path) -> None:
    content = "#separator:Comma\n#a comment of a kind\n#1 in games,C#\n#C: what,a language\none,#1\n#2,two\n"
    report = import_text(instance, tmp_path, "t.csv", content)
    assert report.losses == (
        Loss(LossKind.ROW_IS_COMMENT, "#1 in games,C#", line=3),
        Loss(LossKind.ROW_IS_COMMENT, "#C: what,a language", line=4),
    )
    assert [front for front, _ in sides(instance, "t")] == ["one", "\\#2"]


def test_row_with_characters_that_no_deck_file_stores_is_named_with_its_line(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    report = import_text(instance, tmp_path, "t.csv", "one,1\nbell\x07,2\n")
    assert report.losses == (Loss(LossKind.UNSUPPORTED_CHARACTERS, "bell\x07", line=2),)


def test_reports_name_all_rows_on_the_command_line_and_the_first_in_the_window(
    instance: StudyAppInstance, tmp_path: Path
) -> None:
    report = import_text(instance, tmp_path, "t.csv", "front,back\n" + ",answer\n" * 30 + "one,1\n")
    lines = list(format_import_report(Path("t.csv"), report))
    reason = "The row was skipped: its question is empty."
    assert lines[-31:] == [f"  30 × {reason}", *(f"      line {number}" for number in range(2, 32))]
    (text,) = formatting.format_losses(report.losses)
    assert text == f"30 × {reason}\n" + " · ".join(f"line {number}" for number in range(2, 22)) + " …"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('one,1\n"two,2\nthree,3\n', "line 2: the quote opened here is not closed"),
        ('one,"1\n1",x\nb,c,"d\n\n', "line 3: the quote opened here is not closed"),
        ('one,1\n"two,2\nthree,"3"\nfour,4\n', "line 2: the quote opened here is closed in line 3, "),
        ('a,"b ""c"" d",e\n"x\n"y,z\n', "line 2: the quote opened here is closed in line 3, "),
        ('#separator:Comma\n\n"a\n\n"",\nb",c\n"d', "line 7: the quote opened here is not closed"),
        ('a,b "c\nd,"e\n', "line 2: the quote opened here is not closed"),
    ],
)
def test_invalid_quote_is_reported_where_it_opens(
    instance: StudyAppInstance, tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFileError) as caught:
        instance.import_file(path)
    assert str(caught.value).startswith(message)
    assert list(instance.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\nc," + "x" * 21 + "\n", "line 2: a cell has more than 20 characters"),
        ('a,b\nc,"' + "x\n" * 30, "line 2: the quote opened here is not closed"),
    ],
)
def test_long_cell_is_reported_with_its_line(
    monkeypatch: pytest.MonkeyPatch, content: str, message: str
) -> None:
    monkeypatch.setattr(row_parsing, "MAX_CELL_LENGTH", 20)
    with pytest.raises(UnreadableFileError) as caught:
        list(parse_rows(content.splitlines(keepends=True), ",", 0))
    assert str(caught.value) == message


CELLS = st.text(st.sampled_from('ab",;\n'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=6), st.lists(CELLS, max_size=2))
def test_position_of_an_unclosed_quote_after_valid_rows(valid: list[list[str]], last: list[str]) -> None:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerows(valid)
    before = output.getvalue()
    writer.writerow([*last, "x"])
    lines_of_last_row = output.getvalue().removeprefix(before).count("\n")
    text = output.getvalue().removesuffix("x\n") + '"x\ny\n'
    with pytest.raises(UnreadableFileError) as caught:
        list(parse_rows([line for line in text.splitlines(keepends=True) if line], ",", 0))
    line = before.count("\n") + lines_of_last_row
    assert str(caught.value) == f"line {line}: the quote opened here is not closed"
