"""Formulas in the fields of Anki notes, where MathJax shows `\\(…\\)` and `\\[…\\]`."""

import re
from html import escape

from studyapp.anki.writing.escaping import escape_brackets
from studyapp.core.rendering.formulas.formula import Formula

_UNSAFE_COMMAND = re.compile(
    r"\\(?:href|url|require|class|cssId|style|data|html\w*|unicode|def|gdef|edef|let|(?:re)?newcommand|(?:re)?newenvironment)"
    r"(?![a-zA-Z])"
)
"""Commands of MathJax that make links, load extensions, change attributes or define other commands."""

_CLOZE_START = re.compile(r"\{\{c(?=\d)")
_FIRST_MARK = 0xE000
"""A private-use character for each formula. Markdown rendering removes these characters from the text."""

_MARK = re.compile("[\ue000-\uefff]")


class FormulaFields:
    """Protects the formulas of a text while the rest of the text is escaped. Use one instance per text."""

    def __init__(self) -> None:
        self._formulas: list[str] = []

    def __call__(self, formula: Formula) -> str:
        """Return a character that stands for the formula, or the HTML of its source if Anki must not read it."""
        if formula.is_text or _UNSAFE_COMMAND.search(formula.latex):
            return escape(formula.source, quote=False)
        self._formulas.append(formula_to_html(formula))
        return chr(_FIRST_MARK + len(self._formulas) - 1)

    def insert(self, html: str) -> str:
        """Replace the characters by the formulas."""
        if not self._formulas:
            return html
        return _MARK.sub(lambda mark: self._formulas[ord(mark[0]) - _FIRST_MARK], html)


def formula_to_html(formula: Formula, *, keep_clozes: bool = False) -> str:
    """Return a formula as MathJax in a field, as Anki's editor writes it.

    What looks like a cloze deletion is escaped unless `keep_clozes` is set. The LaTeX forms of Anki, such as `[$]`, are not used: Anki runs a program for them.
    """
    opening, closing = ("\\[", "\\]") if formula.is_display else ("\\(", "\\)")
    latex = escape_brackets(escape(formula.latex, quote=False)).replace("\n", "<br>")
    return opening + (latex if keep_clozes else _CLOZE_START.sub("{&#123;c", latex)) + closing
