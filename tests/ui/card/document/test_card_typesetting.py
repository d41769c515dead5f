"""Alignment and line lengths of a card's document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextListFormat
from pytestqt.qtbot import QtBot

from studyapp.ui.card.document.card_typesetting import (
    balance_lines,
    blocks,
    find_anchor,
    top_level_tables,
    typeset,
)

pytestmark = pytest.mark.usefixtures("qtbot")
WIDTH = 400


def document_of(html: str, *, is_left_aligned: bool = False) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    typeset(document, is_left_aligned=is_left_aligned)
    document.setTextWidth(WIDTH)
    balance_lines(document)
    document.size()  # lays out
    return document


def line_widths(document: QTextDocument) -> list[float]:
    """The widths of the lines of the first paragraph."""
    layout = document.begin().layout()
    return [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]


@pytest.mark.parametrize("is_left_aligned", [False, True])
def test_lines_of_a_short_paragraph_have_about_the_same_length(is_left_aligned: bool) -> None:
    plain = QTextDocument()
    for count in range(5, 40):
        text = "word " * count + "end"
        plain.setHtml(f"<p>{text}</p>")
        plain.setTextWidth(WIDTH)
        plain.size()
        before = line_widths(plain)
        after = line_widths(document_of(f"<p>{text}</p>", is_left_aligned=is_left_aligned))
        assert len(after) == len(before)
        if 1 < len(after) <= 4:
            assert max(after) <= max(before)
            assert min(after) >= max(after) * 0.5


def test_balancing_breaks_no_word() -> None:
    words = ["extraordinary"] * 3
    for size in range(20, 60, 4):
        document = document_of(f'<p style="font-size: {size}px">{" ".join(words)}</p>')
        layout, text = document.begin().layout(), document.begin().text()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        shown = [text[line.textStart() : line.textStart() + line.textLength()].split() for line in lines]
        assert [word for line in shown for word in line] == words


def test_last_line_of_a_long_paragraph_holds_more_than_one_word() -> None:
    single_words = 0
    for count in range(56, 99):
        plain = QTextDocument()
        html = f"<p>{'word ' * count}extraordinary</p>"
        plain.setHtml(html)
        plain.setTextWidth(WIDTH)
        plain.size()
        single_words += line_widths(plain)[-1] < WIDTH / 4
        document = document_of(html, is_left_aligned=True)
        last = document.begin().layout().lineAt(document.begin().layout().lineCount() - 1)
        assert " " in document.begin().text()[last.textStart() :].strip()
    assert single_words > 0


def test_lists_and_paragraphs_with_line_breaks_keep_their_margins() -> None:
    html = "<ul><li>" + "word " * 14 + "</li></ul><p>" + "word " * 14 + "<br>x</p>"
    document = document_of(html, is_left_aligned=True)
    assert [block.blockFormat().rightMargin() for block in blocks(document)] == [0, 0]


def test_text_is_centered_or_left_aligned() -> None:
    for is_left_aligned, alignment in (
        (True, Qt.AlignmentFlag.AlignLeft),
        (False, Qt.AlignmentFlag.AlignHCenter),
    ):
        document = document_of("<p>words</p>", is_left_aligned=is_left_aligned)
        assert document.defaultTextOption().alignment() == alignment


def test_table_of_right_to_left_text_is_on_the_right() -> None:
    for text, is_on_the_right in (("עיר", True), ("city", False)):
        document = document_of(f"<table><tr><td>2</td><td>{text}</td></tr></table>", is_left_aligned=True)
        (table,) = top_level_tables(document)
        assert bool(table.format().alignment() & Qt.AlignmentFlag.AlignRight) is is_on_the_right


def test_anchor_is_found_in_text_and_before_a_block(qtbot: QtBot) -> None:
    for html, following in (
        ('<p>q <a name="x"></a>a</p>', "a"),
        ('<p>q</p><hr><a name="x"></a><p>answer</p>', "a"),
        ('<p>q</p><table><tr><td><a name="x"></a>cell</td></tr></table>', "c"),
    ):
        document = document_of(html)
        position = find_anchor(document, "x")
        assert position is not None
        assert document.characterAt(position) == following
    assert find_anchor(document_of("<p>q</p>"), "x") is None


def test_list_items_are_never_centered() -> None:
    html = '<div align="center"><ul><li>a</li></ul></div><div align="right"><ul><li>b</li></ul></div>'
    items = [block for block in blocks(document_of(html)) if block.textList() is not None]
    alignments = [block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask for block in items]
    assert alignments[0] == Qt.AlignmentFlag.AlignLeft
    assert alignments[1] & Qt.AlignmentFlag.AlignRight


def test_levels_of_a_list_have_different_markers() -> None:
    document = document_of("<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>", is_left_aligned=True)
    styles = {
        block.text(): block.textList().format().style() for block in blocks(document) if block.textList()
    }
    assert styles["a"] is QTextListFormat.Style.ListDisc
    assert styles["b"] is QTextListFormat.Style.ListCircle
    assert styles["c"] is QTextListFormat.Style.ListDecimal


@pytest.mark.parametrize("is_left_aligned", [False, True])
def test_table_is_centered_with_the_text_around_it(is_left_aligned: bool) -> None:
    document = document_of("<p>x</p><table><tr><td>a</td></tr></table>", is_left_aligned=is_left_aligned)
    (table,) = top_level_tables(document)
    left = document.documentLayout().frameBoundingRect(table).left()
    assert (left > WIDTH / 3) is not is_left_aligned


def test_rule_before_a_table_keeps_its_place() -> None:
    def height(rule: str) -> float:
        return document_of(f"<p>x</p>{rule}<table><tr><td>a</td></tr></table>").size().height()

    assert height("<hr>") > height("") + 20
