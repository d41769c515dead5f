"""Font sizes of decks, as Qt reads them."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.ui.card.document.card_typesetting import blocks
from studyapp.ui.card.document.relative_font_sizes import resolve_font_sizes
from studyapp.ui.kit import theme


def font_sizes(html: str) -> dict[str, int]:
    """The font size in pixels of each text, as Qt reads the HTML of a card."""
    document = QTextDocument()
    document.setDefaultStyleSheet(theme.card_stylesheet())
    document.setHtml(f'<body><div class="passage">{resolve_font_sizes(html)}</div></body>')
    sizes = {}
    for block in blocks(document):
        iterator = block.begin()
        while not iterator.atEnd():
            sizes[iterator.fragment().text()] = iterator.fragment().charFormat().font().pixelSize()
            iterator += 1
    return sizes


def test_nested_elements_have_the_size_of_the_element_around_them(qtbot: QtBot) -> None:
    html = (
        '<div style="font-size:150%">a<b>b</b><span style="color:red">c<br><i style="font-size:80%">d</i></span></div>e'
        '<div style="color:red">f</div>'
    )
    assert font_sizes(html) == {"a": 30, "b": 30, "c\u2028": 30, "d": 16, "e": 20, "f": 20}


def test_other_styles_are_kept(qtbot: QtBot) -> None:
    html = resolve_font_sizes('<div style="font-size:150%">a<b style="color:red">b</b></div>')
    assert html == '<div style="font-size:30px">a<b style="font-size:30px;color:red">b</b></div>'


def test_reading_of_a_large_character_is_smaller(qtbot: QtBot) -> None:
    assert font_sizes('<b style="font-size:200%">a<span class="reading">b</span></b>') == {"a": 40, "b": 28}


def test_sizes_grow_with_the_text_size(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    application = QApplication.instance()
    assert application is not None
    application.setProperty("text-size", 200)
    try:
        assert font_sizes('<span style="font-size:75%">a</span>') == {"a": 30}
    finally:
        application.setProperty("text-size", None)


@pytest.mark.parametrize("html", ["<code>p { font-size:80%; }</code>", 'style="font-size:80%"', "plain"])
def test_text_about_sizes_is_not_changed(html: str) -> None:
    assert resolve_font_sizes(html) == html


def test_code_and_headings_keep_their_size(qtbot: QtBot) -> None:
    sizes = font_sizes('<div style="font-size:200%">a<pre>b</pre></div>')
    assert sizes == {"a": 40, "b": 16}
