"""The delimiter, the header row, and the uses of the columns."""

import pytest

from studyapp.core.textfiles.delimiter_detection import detect_delimiter
from studyapp.core.textfiles.layout_detection import DetectedTable, detect_table
from studyapp.core.textfiles.table_layout import ColumnUse, LayoutChoices, TableColumn, TableNoteType
from studyapp.core.textfiles.table_source import read_table_source
from studyapp.core.transfer.import_losses import Loss, LossKind

LETTERS = {
    ColumnUse.QUESTION: "Q", ColumnUse.ANSWER: "A", ColumnUse.FIELD: "f", ColumnUse.TAGS: "t", ColumnUse.DECK: "d",
    ColumnUse.NOTE_TYPE: "n", ColumnUse.GUID: "g", ColumnUse.ID: "i", ColumnUse.NOTE: "s", ColumnUse.IGNORED: "-",
}  # fmt: skip


def detect(text: str, suffix: str = ".csv", choices: LayoutChoices | None = None) -> DetectedTable:
    return detect_table(read_table_source(text), suffix, "deck", choices or LayoutChoices())


def uses(text: str) -> str:
    """The uses of the columns, a letter each."""
    return "".join(LETTERS[column.use] for column in detect(text).layout.columns)


@pytest.mark.parametrize(
    ("text", "suffix", "delimiter"),
    [
        ("one,1\ntwo,2\n", ".csv", ","),
        ("one;1\ntwo;2\n", ".csv", ";"),
        ("one|1\ntwo|2\n", ".csv", "|"),
        ("one\t1, 2\ntwo\t3, 4\n", ".csv", "\t"),
        ("Why; and how; and when?,because\nwho,me\n", ".csv", ","),
        ("Wait; what?,this\n", ".csv", ","),
        ("Yes, no, or maybe?;maybe\nNo, really?;no\n", ".csv", ";"),
        ("1,5;2,5\n", ".csv", ";"),
        ("question;answer\na, b, c;1\nd, e;2\n", ".csv", ";"),
        ('"a; b","c"\n"d","e; f"\n', ".csv", ","),
        ("one\t1\ntwo\t2\n", ".txt", "\t"),
        ("a,b\tc,d\n", ".txt", "\t"),
        ("bird: robin\ntree: oak\n", ".txt", ":"),
        ("robin bird\noak tree\n", ".txt", " "),
        ("only a question\nanother\n", ".csv", ","),
        ('"two\nlines",x\n"and\nmore",y\n', ".csv", ","),
        ("no delimiter\n", ".tsv", "\t"),
    ],
)
def test_delimiter_is_detected(text: str, suffix: str, delimiter: str) -> None:
    assert detect_delimiter(text.splitlines(keepends=True), suffix) == delimiter


def test_delimiter_is_detected_in_a_sample_that_ends_within_a_cell() -> None:
    lines = [f'q{number};"a\n,{number}"\n' for number in range(300)]
    assert (
        detect_delimiter([part for line in lines for part in line.splitlines(keepends=True)], ".csv") == ";"
    )


@pytest.mark.parametrize(
    "header",
    [
        "Front,Back", "Question,Answer", "Frage,Antwort", "Wort,Bedeutung", "Kanji,Reading,Meaning", "漢字,読み,意味", "單字,注音,解釋",
        "问题,答案", "Recto,Verso,Étiquettes", "Pregunta,Respuesta", "Вопрос,Ответ", "단어,뜻", "Expression,Meaning,Tags",
        "Term (English),Definition", "front,back,my own column,another,one more", "Frage",
    ],
)  # fmt: skip
def test_known_column_names_are_no_note(header: str) -> None:
    row = ",".join(f"x{number}" for number in range(header.count(",") + 1))
    table = detect(f"{header}\n{row}\n")
    assert table.layout.has_header
    assert table.header_line == 1
    assert [column.name for column in table.layout.columns] == header.split(",")
    assert [row.line for row in table.rows] == [2]


@pytest.mark.parametrize(
    ("text", "has_header"),
    [
        ("Hanzi simplified,Pronounced\n水,shuǐ\n火,huǒ\n", True),
        ("Schlacht,Wann\nHastings,1066\nWaterloo,1815\n", True),
        ("Löwe,lion\nHund,dog\nKatze,cat\n", False),
        ("Hastings,1066\nWaterloo,1815\n", False),
        ("water,水\nfire,火\n", False),
        ("question,antwort ist falsch\na,b\n", False),
        ("1,one\n2,two\n", False),
        ("Front,Front\na,b\n", False),
    ],
)
def test_unknown_column_names_are_recognized_by_the_cells_below(text: str, has_header: bool) -> None:
    assert detect(text).layout.has_header == has_header


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n", "QA"),
        ("a,b,c,d\n", "QAff"),
        ("a\n", "Q"),
        ("Front,Back,Note\na,b,c\n", "QAf"),
        ("Word,Meaning,Type\na,b,noun\n", "QAf"),
        ("Front,Back,Notes,Beschreibung\na,b,c,d\n", "QAff"),
        ("expression,reading,meaning,tags,guid\na,b,c,d,e\n", "QfAtg"),
        ("Meaning,Expression\na,b\n", "QA"),
        ("Answer,Question\na,b\n", "AQ"),
        ("Rückseite,Wort\na,b\n", "AQ"),
        ("Nr,Wort,Übersetzung\n1,b,c\n", "fQA"),
        ("#,Word,Meaning\n1,b,c\n2,d,e\n", "fQA"),
        ("id,front,back\n1,a,b\n2,a,b\n", "iQA"),
        ("id,front,back\n1,a,b\n1,a,b\n", "fQA"),
        ("Deck,Front,Back,Tags,Tags 2\nd,a,b,t,u\n", "dQAtf"),
        ("Front,Back,Note type\na,b,Basic\n", "QAn"),
        ("Front,Back,Note type\na,b,noun\n", "QAf"),
        ("Front,Back,Word\na,b,c\n", "QAf"),
        ("a,b,\nc,d,\n", "QA"),
        ("Front,Back,Hint\na,b,\n", "QAf"),
        ("a,b,Land::Sea\nc,d,Land::Air\n", "QAt"),
        ("a,b,x\nc,d,x\ne,f,y\ng,h,x\ni,j,y\nk,l,y\n", "QAt"),
        ("a,b,a long remark\nc,d,a long remark\n", "QAf"),
        ("#separator:Comma\na,b,c\n", "QAt"),
        ("#separator:Comma\na,b,c,d\n", "QAff"),
        ("#columns:Front,Back,Use\na,b,c\n", "QAf"),
        ("#separator:Semicolon\n#columns:Front;Back;Tags\na;b;c\n", "QAt"),
        ("#separator:Pipe\n#columns:Back|Front\na|b\n", "AQ"),
        ("#separator:Tab\n#columns:Front,Back\na\tb\n", "QA"),
        ("#guid column:1\n#deck column:4\n#tags column:5\ng,a,b,d,t\n", "gQAdt"),
        ("#notetype column:2\na,Basic,b,c\n", "QnAf"),
        ("deck,note,type,section,evidence,tags,question,answer,why\nd,n,basic,,,t,q,a,\n", "ds-fftQAf"),
    ],
)  # fmt: skip
def test_uses_of_columns(text: str, expected: str) -> None:
    assert uses(text) == expected


def test_row_of_names_repeated_below_the_columns_line_is_no_note() -> None:
    table = detect("#columns:Front,Back\nFront,Back\na,b\n")
    assert (table.header_line, [row.line for row in table.rows]) == (2, [3])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("#separator:Komma", "#separator:Komma"),
        ("#html:yes", "#html:yes"),
        ("#if matches:keep both", "#if matches:keep both"),
        ("#tags column:9", "#tags column:9"),
        ("#guid column:two", "#guid column:two"),
    ],
)
def test_file_header_without_a_valid_value_is_reported(line: str, name: str) -> None:
    assert detect(f"{line}\nq,a\n").losses == (Loss(LossKind.FILE_HEADER_UNUSED, name=name, line=1),)


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("a <b>bold</b> word,x\n", True), ("q,<img src='x.png'>\n", True), ("q,line<BR/>line\n", True), ("q,List<String>\n", False),
        ("if a<b then c>d,x\n", False), ("a < b > c,x\n", False), ("&lt;,x\n", False), ("#html:false\n<b>x</b>,y\n", False),
        ("#html:true,\nx,y\n", True), ("Front,Back\n<i>x</i>,y\n", True),
    ],
)  # fmt: skip
def test_cells_are_html_if_the_file_says_so_or_a_cell_has_a_tag(text: str, is_html: bool) -> None:
    assert detect(text).layout.is_html == is_html


def test_choices_replace_what_is_detected() -> None:
    columns = (TableColumn("A", ColumnUse.ANSWER), TableColumn("Q", ColumnUse.QUESTION))
    choices = LayoutChoices(";", False, columns, TableNoteType.REVERSED, is_html=True)
    table = detect("Front,x;Back;More\na;b;c\n", choices=choices)
    assert table.layout == table.layout._replace(
        delimiter=";", has_header=False, note_type=TableNoteType.REVERSED, is_html=True
    )
    assert table.layout.columns == (*columns, TableColumn("Field 3", ColumnUse.IGNORED))
    assert [row.line for row in table.rows] == [1, 2]
    assert detect("a,b\nc,d\n", choices=LayoutChoices(has_header=True)).layout.columns == (
        TableColumn("a", ColumnUse.QUESTION),
        TableColumn("b", ColumnUse.ANSWER),
    )
