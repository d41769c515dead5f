"""Finding the formulas in HTML from Anki, where `$` is text.

A formula is what MathJax or Anki's LaTeX would show: `\\(…\\)`, `\\[…\\]`, `[$]…[/$]`, `[$$]…[/$$]`, `[latex]…[/latex]` and
`<anki-mathjax>`, outside of code.
"""

import re
from collections.abc import Callable

from studyapp.core.rendering.formulas.formula import Formula
from studyapp.core.rendering.formulas.formula_finding import read_latex_text
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.text.html_entities import unescape_entities

_BLOCK_TAG = r"</?(?:div|p|li|ul|ol|table|tr|td|th|tbody|thead|hr|img|h[1-6]|blockquote|pre|code)\b"
_FORMULA = re.compile(
    r"(?P<code><(?P<tag>pre|code)\b[^<>]*>(?:[^<]|<(?!/(?P=tag)>))*(?:</(?P=tag)>)?)"
    rf"|\\\((?P<inline>(?:[^\\<]|\\(?![()])|(?!{_BLOCK_TAG})<)+)\\\)"
    rf"|\\\[(?P<display>(?:[^\\<]|\\(?![\[\]])|(?!{_BLOCK_TAG})<)+)\\\]"
    r"|\[\$\](?P<dollar>(?:[^\[]|\[(?!/?\$\]))+)\[/\$\]"
    r"|\[\$\$\](?P<dollars>(?:[^\[]|\[(?!/?\$\$\]))+)\[/\$\$\]"
    r"|\[latex\](?P<latex>(?:[^\[]|\[(?!/?latex\]))+)\[/latex\]",
    re.IGNORECASE,
)
_DELIMITERS = {
    "inline": ("\\(", "\\)"), "display": ("\\[", "\\]"), "dollar": ("[$]", "[/$]"), "dollars": ("[$$]", "[/$$]"),
    "latex": ("[latex]", "[/latex]"),
}  # fmt: skip
_TAG = re.compile(r"<[^<>]*>")
_LINE_BREAK_TAG = re.compile(r"<(?:br|/?div|/?p)\b", re.IGNORECASE)


def replace_html_formulas(html: str, replace: Callable[[Formula, str], str]) -> str:
    """Replace each formula with the result of `replace(formula, html)`, where `html` is how it is written. Marked and hidden cloze deletions, `<span>` elements
    of the classes `filled` and `blank`, are marked in the LaTeX; other tags inside are removed."""

    def substitute(match: re.Match[str]) -> str:
        if match["code"] is not None:
            return match[0]
        kind = next(name for name in _DELIMITERS if match[name] is not None)
        latex = _html_to_latex(match[kind])
        if not latex.strip():
            return match[0]
        opening, closing = _DELIMITERS[kind]
        source = f"{opening}{latex}{closing}"
        if kind == "latex":
            return replace(read_latex_text(latex, source), match[0])
        return replace(Formula(latex, kind in ("display", "dollars"), source), match[0])

    return _FORMULA.sub(substitute, html)


def _html_to_latex(html: str) -> str:
    pieces: list[str] = []
    ends: list[str] = []
    position = 0
    for tag in _TAG.finditer(html):
        pieces.append(unescape_entities(html[position : tag.start()]))
        position = tag.end()
        text = tag[0].lower()
        if _LINE_BREAK_TAG.match(text):
            pieces.append("\n")
        elif text.startswith("<span"):
            is_blank, is_filled = 'class="blank"' in text, 'class="filled"' in text
            pieces.append(BLANK_START if is_blank else FILLED_START if is_filled else "")
            ends.append(BLANK_END if is_blank else FILLED_END if is_filled else "")
        elif text == "</span>" and ends:
            pieces.append(ends.pop())
    pieces.append(unescape_entities(html[position:]))
    latex = "".join(pieces).replace("\xa0", " ")
    # The brackets around a hint are drawn with it.
    return re.sub(
        f"{BLANK_START}\\[(.*?)\\]{BLANK_END}", f"{BLANK_START}\\1{BLANK_END}", latex, flags=re.DOTALL
    )
