"""Finding the formulas in a text in Markdown.

A formula is written as `$…$`, `\\(…\\)` or `[$]…[/$]`, a formula in display style as `$$…$$`, `\\[…\\]` or `[$$]…[/$$]`,
and either as `[latex]$…$[/latex]`. It contains no blank line. As in Pandoc, `$5 and $6` is text: after the first `$` and
before the second one there is no space, and no letter or digit outside of them. Code contains no formulas.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from studyapp.core.rendering.formulas.formula import Formula
from studyapp.core.rendering.formulas.formula_signs import may_have_formula

_NO_BLANK_LINE = r"\n(?![ \t]*(?:\n|\Z))"
_NO_BLOCK_START = r"\n(?![ \t]*(?:\n|\Z|[-+*>#|]|\d+[.)]))"
_PARENTHESES = re.compile(rf"\\\(((?:[^\\\n]|\\(?![()])[^\n]|\\?{_NO_BLANK_LINE})+)\\\)")
_BRACKETS = re.compile(rf"\\\[((?:[^\\\n]|\\(?![\[\]])[^\n]|\\?{_NO_BLANK_LINE})+)\\\]")
_TWO_DOLLARS = re.compile(rf"\$\$((?:[^\\\n$]|\\[^\n]|\$(?!\$)|\\?{_NO_BLANK_LINE})+)\$\$")
_DOLLAR = re.compile(rf"\$(?![\s$])((?:[^\\\n$]|\\[^\n]|\\?{_NO_BLOCK_START})+)(?<!\s)\$(?![0-9A-Za-z])")
_ANKI_PATTERNS = {
    opening: re.compile(
        rf"\[{re.escape(opening)}\]((?:[^\[\n]|{_NO_BLANK_LINE}|\[(?!/?{re.escape(opening)}\]))+)\[/{re.escape(opening)}\]",
        re.IGNORECASE,
    )
    for opening in ("$", "$$", "latex")
}
_CANDIDATE = re.compile(r"`+|~{3,}|\\[^\n]?|\$\$?|\[(?:\$\$?|latex)\]", re.IGNORECASE)
_LINE_PREFIX = re.compile(
    r"[ \t]*(?:[-+*][ \t]+|\d+[.)][ \t]+)?((?:>[ \t]?)*)[ \t]*(?:[-+*][ \t]+|\d+[.)][ \t]+)?"
)
_QUOTE_PREFIX = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LATEX_FORMULA = re.compile(
    r"\s*(?:\$\$(?P<dollars>[^$]+)\$\$|\$(?P<dollar>[^$]+)\$|\\\[(?P<brackets>(?:[^\\]|\\[^\]])+)\\\]|\\\((?P<parens>(?:[^\\]|\\[^)])+)\\\)"
    r"|(?P<environment>\\begin\{(?P<name>equation\*?|displaymath|align\*?|gather\*?)\}(?:[^\\]|\\(?!begin\{(?P=name)\}|end\{(?P=name)\})[\s\S])*\\end\{(?P=name)\}))\s*"
)


class FoundFormula(NamedTuple):
    """A formula, and its start and end in the text."""

    start: int
    end: int
    formula: Formula


def find_formulas(markdown: str) -> list[FoundFormula]:
    """Return the formulas in Markdown, in order."""
    return list(_find_formulas(markdown)) if may_have_formula(markdown) else []


def _find_formulas(text: str) -> Iterator[FoundFormula]:
    code_ends = _BacktickRuns(text)
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        start, token = candidate.start(), candidate[0]
        if token[0] in "`~":
            position = code_ends.skip_code(candidate)
            continue
        found = _match_formula(text, start, token)
        if found is None:
            position = candidate.end()
        else:
            yield found
            position = found.end


def _match_formula(text: str, start: int, token: str) -> FoundFormula | None:
    match, is_display = None, False
    if token == "\\(":
        match = _PARENTHESES.match(text, start)
    elif token == "\\[":
        match, is_display = _BRACKETS.match(text, start), True
    elif token == "$$":
        match, is_display = _TWO_DOLLARS.match(text, start), True
    elif token == "$":
        match = _match_dollar(text, start)
    elif token[0] == "[":
        name = token[1:-1].lower()
        match, is_display = _ANKI_PATTERNS[name].match(text, start), name == "$$"
        if match and name == "latex":
            return FoundFormula(start, match.end(), read_latex_text(_unquoted(text, match), match[0]))
    if match is None or not match[1].strip():
        return None
    return FoundFormula(start, match.end(), Formula(_unquoted(text, match), is_display, match[0]))


def _match_dollar(text: str, start: int) -> re.Match[str] | None:
    before = text[start - 1 : start]
    match = _DOLLAR.match(text, start)
    if match is None or (before.isascii() and before.isalnum()):
        return None
    is_table_row = text[text.rfind("\n", 0, start) + 1 : start].lstrip().startswith("|")
    return None if is_table_row and re.search(r"(?<!\\)\|", match[1]) else match


def _unquoted(text: str, match: re.Match[str]) -> str:
    """Return the LaTeX of a match, without the marks of a quotation at the start of its lines."""
    if "\n" not in match[1]:
        return match[1]
    prefix = _LINE_PREFIX.match(text, text.rfind("\n", 0, match.start()) + 1)
    return _QUOTE_PREFIX.sub("\n", match[1]) if prefix and prefix[1] else match[1]


def read_latex_text(latex: str, source: str) -> Formula:
    """Return the formula that is the only content of some LaTeX text."""
    match = _LATEX_FORMULA.fullmatch(latex)
    if match is None:
        return Formula(latex, False, source, is_text=True)
    inline = match["dollar"] or match["parens"]
    display = match["dollars"] or match["brackets"] or match["environment"]
    return Formula(inline or display, inline is None, source)


class _BacktickRuns:
    """Finds the end of code in backticks or between fences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts_by_length: dict[int, list[int]] = {}
        for run in re.finditer(r"`+", text):
            self._starts_by_length.setdefault(len(run[0]), []).append(run.start())

    def skip_code(self, run: re.Match[str]) -> int:
        """Return the end of the code that this run opens, or the end of the run if it opens none."""
        line_start = self._text.rfind("\n", 0, run.start()) + 1
        prefix = _LINE_PREFIX.match(self._text, line_start)
        is_line_start = prefix is not None and prefix.end() >= run.start()
        if len(run[0]) >= 3 and is_line_start:
            fence = re.compile(rf"\n[ \t>]*{re.escape(run[0])}{re.escape(run[0][0])}*[ \t]*(?=\n|\Z)")
            end = fence.search(self._text, run.end())
            return end.end() if end else len(self._text)
        if run[0][0] == "~":
            return run.end()
        starts = self._starts_by_length.get(len(run[0]), [])  # a run after a backslash has fewer
        index = bisect_left(starts, run.end())
        if index == len(starts) or _BLANK_LINE.search(self._text, run.end(), starts[index]):
            return run.end()
        return starts[index] + len(run[0])
