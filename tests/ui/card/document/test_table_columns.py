"""Widths of table columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextTable

from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.ui.card.document.card_typesetting import top_level_tables
from studyapp.ui.card.document.table_columns import ColumnWidths, distribute_width, set_column_widths

columns = st.lists(
    st.tuples(st.integers(1, 300), st.integers(0, 900)).map(lambda pair: ColumnWidths(pair[0], sum(pair))),
    min_size=1,
)


@given(columns, st.integers(1, 2000))
def test_widths_hold_the_longest_words_and_fit_if_possible(
    widths: list[ColumnWidths], available: int
) -> None:
    result = distribute_width(widths, available)
    assert all(one.smallest <= width <= one.natural for one, width in zip(widths, result, strict=True))
    smallest, natural = sum(one.smallest for one in widths), sum(one.natural for one in widths)
    assert sum(result) == pytest.approx(min(natural, max(smallest, available)))


def table_of(document: QTextDocument, markdown: str, width: int) -> QTextTable:
    document.setHtml(render_markdown(markdown))
    document.setTextWidth(width)
    (table,) = top_level_tables(document)
    set_column_widths(table, width)
    document.size()  # lays out
    return table


@pytest.mark.usefixtures("qtbot")
def test_words_are_not_broken() -> None:
    document = QTextDocument()
    words = "code-davinci, text-davinci, reinforcement"
    table = table_of(document, f"|a|b|\n|-|-|\n|{words}|{'filler ' * 40}|", 400)
    block = table.cellAt(1, 0).firstCursorPosition().block()
    lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    assert len(lines) == 3
    assert all(words[line.textStart() - 1] in " -" for line in lines[1:])


@pytest.mark.usefixtures("qtbot")
def test_cells_that_span_columns_do_not_change_their_widths() -> None:
    def widths(first_row: str) -> list[float]:
        document = QTextDocument()
        document.setHtml(f"<table>{first_row}<tr><td>one</td><td>twenty two</td></tr></table>")
        (table,) = top_level_tables(document)
        set_column_widths(table, 400)
        return [length.rawValue() for length in table.format().columnWidthConstraints()]

    assert widths("<tr><td colspan=2>some longer heading</td></tr>") == widths("")
    assert widths("<tr><td rowspan=2>longer</td><td>x</td></tr>") != widths("")


@pytest.mark.usefixtures("qtbot")
def test_column_without_a_cell_of_its_own_is_left_to_qt() -> None:
    document = QTextDocument()
    document.setHtml("<table><tr><td colspan=2>a</td></tr><tr><td colspan=2>b</td></tr></table>")
    (table,) = top_level_tables(document)
    set_column_widths(table, 400)
    assert all(length.rawValue() == 0 for length in table.format().columnWidthConstraints())
