"""Writing plain text as Markdown that shows it unchanged."""

import re
from typing import TYPE_CHECKING

from studyapp.core.rendering.formulas.formula_signs import may_have_formula

if TYPE_CHECKING:
    from studyapp.core.rendering.formulas.formula_finding import FoundFormula

_BLOCK_START = re.compile(r"^(\s*\d*)([#>+*=.)-])", re.MULTILINE)
"""Text at the start of a line that Markdown would read as a heading, list item, quotation or rule."""

_SIGN_OR_SOUND = r"(\[sound:[^\[\]<>\n]*\])|([\\`*_\[<>&~{dollar}])"
_INDENTED_LINE = re.compile(r"^[ \t\xa0]|\t", re.MULTILINE)
_BACKTICKS = re.compile("`+")


def plain_text_to_markdown(text: str) -> str:
    """Return Markdown that is shown as this text. Text with indented lines is written as code."""
    if _INDENTED_LINE.search(text):
        fence = "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(text)), 3)
        return f"{fence}\n{text}\n{fence}"
    return escape_markdown(text)


def escape_markdown(text: str) -> str:
    """Escape characters that have a special meaning in Markdown, except in formulas, `\\(…\\)` and `\\[…\\]`, and in
    sounds, which are written as in Anki.

    A closing bracket needs no escape, and with one, `\\[a\\]` would be a formula.
    """
    pieces, position = [], 0
    for start, end, formula in _formulas(text):
        if not formula.source.startswith("\\"):
            continue
        pieces += [_escape_signs(text[position:start]), formula.source]
        position = end
    return _BLOCK_START.sub(r"\1\\\2", "".join([*pieces, _escape_signs(text[position:])]))


def _escape_signs(text: str) -> str:
    dollar = "$" if "$" in text and _formulas(text) else ""
    return re.sub(_SIGN_OR_SOUND.format(dollar=dollar), lambda match: match[1] or f"\\{match[2]}", text)


def _formulas(text: str) -> "list[FoundFormula]":
    if not may_have_formula(text):
        return []
    from studyapp.core.rendering.formulas.formula_finding import (
        find_formulas,  # deferred: few decks have formulas
    )

    return find_formulas(text)
