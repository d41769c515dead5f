"""Formulas survive an import from Anki and an export to it unchanged."""

import pytest
from anki.collection import Collection as Anki

from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown
from studyapp.anki.writing.localized_html import render_markdown
from studyapp.core.notes.note import Basic, Note
from studyapp.core.text.localized_text import LocalizedText
from tests.anki.samples import ExportFunction, ImportFunction

FIELDS = [
    r"\(x_1 * y_2 * z\)", r"Let \(a &lt; b\) and \[\frac{a}{b}\]", r"\[\begin{aligned}a&amp;=b\\&amp;=c\end{aligned}\]",
    r"\(\{a\}\) costs $5 or $6$", r"<b>bold \(x\)</b> [a] \(y\)", r"\[a<br>b\]", r"text [brackets] only", r"a | \(|x|\) | b",
]  # fmt: skip


@pytest.mark.parametrize("html", FIELDS)
def test_formulas_of_fields_are_restored(html: str) -> None:
    markdown, is_lossless = convert_to_markdown(html)
    assert is_lossless
    written = render_markdown(markdown)
    assert written.replace("<strong>", "<b>").replace("</strong>", "</b>").replace("<br>\n", "<br>") == html


@pytest.mark.parametrize(
    "html",
    ["[$]x[/$]", "[latex]$x$[/latex]", r"\(a&nbsp;b\)", r"\(<b>x</b>\)", r"\[a<br><br>b\]", r"\(a > b\)"],
)
def test_formulas_that_would_be_written_differently_keep_their_html(html: str) -> None:
    assert not convert_to_markdown(html).is_lossless


def test_exported_card_has_formulas_for_mathjax(
    collection: Anki, export: ExportFunction, import_package: ImportFunction
) -> None:
    sides = [LocalizedText.language_neutral(text) for text in ("$a<b$ costs $5", "$$\nx\n$$ \\\\(y\\\\)")]
    import_package(export([Note("sample", "n", Basic(*sides))]).path)
    [number] = collection.find_cards("")
    card = collection.get_card(number)
    assert r"\(a&lt;b\) costs $5" in card.question()
    assert r"\[<br>x<br>\]" in card.answer()
    assert '<span class="tex2jax_ignore mathjax_ignore">&#92;</span>(y' in card.answer()
    assert 'mathjax_ignore">\n' not in card.question()
