"""Preserves formulas in Anki fields while the fields are converted to Markdown."""

import re
from typing import NamedTuple

from studyapp.anki.writing.formula_fields import formula_to_html
from studyapp.core.rendering.formulas.formula import Formula
from studyapp.core.rendering.formulas.formula_finding import find_formulas
from studyapp.core.rendering.formulas.html_formulas import replace_html_formulas

_FIRST_PLACEHOLDER, _MAX_FORMULAS = 0xF000, 0x7FF
_DOLLAR = "\uf7ff"
_PLACEHOLDER = re.compile("[\uf000-\uf7fe]")
_ANY_PLACEHOLDER = re.compile("[\uf000-\uf7ff]")
_TAG = re.compile(r"(<[^<>]*>)")


class RestoredMarkdown(NamedTuple):
    """Markdown with its formulas and dollars. `without_formulas` has characters for the formulas."""

    markdown: str
    is_lossless: bool
    without_formulas: str


class FormulaExtraction:
    """The formulas of one field, each of which is a private-use character during the conversion."""

    def __init__(self) -> None:
        self._sources: list[str] = []
        self._is_lossless = True

    def extract(self, html: str) -> str:
        """Return the HTML of a field with a character for each formula, and for each other dollar."""
        if _ANY_PLACEHOLDER.search(html):
            self._is_lossless = False
            html = _ANY_PLACEHOLDER.sub("", html)
        parts = _TAG.split(replace_html_formulas(html, self._add))
        parts[::2] = [part.replace("$", _DOLLAR) for part in parts[::2]]
        return "".join(parts)

    def _add(self, formula: Formula, html: str) -> str:
        if len(self._sources) >= _MAX_FORMULAS or formula_to_html(formula, keep_clozes=True) != html:
            self._is_lossless = False
            return html
        self._sources.append(formula.source)
        return chr(_FIRST_PLACEHOLDER + len(self._sources) - 1)

    def restore(self, markdown: str) -> RestoredMarkdown:
        """Return the Markdown with the formulas, and whether it has exactly these. Other dollars are escaped if they would
        be read as formulas."""
        for dollar in ("$", "\\$"):
            without_formulas = markdown.replace(_DOLLAR, dollar)
            restored = _PLACEHOLDER.sub(
                lambda mark: self._sources[ord(mark[0]) - _FIRST_PLACEHOLDER], without_formulas
            )
            if [found.formula.source for found in find_formulas(restored)] == self._sources:
                is_code_changed = dollar != "$" and "`" in restored
                return RestoredMarkdown(restored, self._is_lossless and not is_code_changed, without_formulas)
        return RestoredMarkdown(restored, is_lossless=False, without_formulas=without_formulas)

    def restore_dollars(self, html: str) -> str:
        """Return extracted HTML with its dollars."""
        return html.replace(_DOLLAR, "$")
