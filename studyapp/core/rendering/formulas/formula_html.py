"""Formulas in the HTML of a card: placeholders while the text is processed, then images, or source with a mark."""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from studyapp.core.rendering.formulas.formula import Formula, encode_formula_image
from studyapp.core.rendering.formulas.formula_finding import find_formulas
from studyapp.core.rendering.formulas.formula_problems import find_formula_problem
from studyapp.core.rendering.formulas.html_formulas import replace_html_formulas
from studyapp.core.rendering.latex.cloze_marks import BLANK_END, BLANK_START, FILLED_END, FILLED_START
from studyapp.core.rendering.latex.formula_parsing import parse_formula
from studyapp.core.rendering.latex.math_nodes import typesetting_cost

FormulaRenderer = Callable[[Formula], str]

_FIRST_PLACEHOLDER, _MAX_FORMULAS = 0xF000, 0x800
_PLACEHOLDER = re.compile("[\uf000-\uf7ff]")
_QUOTED_PLACEHOLDER = re.compile(r"%EF%(?:8[0-9A-F]|9[0-9A-F])%[89AB][0-9A-F]")
_TAG_OR_CODE = re.compile(r"(<code>[^<]*</code>|<[^<>]*>)")
_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_PARAGRAPH_OR_TAG = re.compile(r"(<p[ >](?:(?!</?p>).)*</p>|<code>[^<]*</code>|<[^<>]*>)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>")
_CLOZE_MARK = re.compile(f"[{FILLED_START}{FILLED_END}]|{BLANK_START}([^{BLANK_END}]*){BLANK_END}")
_BREAK_AROUND_DISPLAY = re.compile(
    r'(?:<br>\s*)?(<p align="center"><img src="formula:[^<>]*></p>)(?:\s*<br>)?'
)
MAX_TOTAL_COST = 6_000
"""Limit of the typesetting costs of all formulas of a text. The others are shown as source."""


class FormulaPlaceholders:
    """Single characters that stand for the formulas of a text while it is processed."""

    def __init__(self) -> None:
        self._formulas: list[Formula] = []

    def __bool__(self) -> bool:
        return bool(self._formulas)

    def extract_from_markdown(self, markdown: str) -> str:
        """Return the Markdown with a placeholder for each formula."""
        found = find_formulas(markdown)[:_MAX_FORMULAS]
        if not found:
            return markdown
        pieces, position = [], 0
        for start, end, formula in found:
            pieces += [_PLACEHOLDER.sub("", markdown[position:start]), self.add(formula)]
            position = end
        return "".join([*pieces, _PLACEHOLDER.sub("", markdown[position:])])

    def extract_from_html(self, html: str) -> str:
        """Return clean HTML from Anki with a placeholder for each formula."""
        return replace_html_formulas(
            _PLACEHOLDER.sub("", html), lambda formula, source: self.add(formula) or source
        )

    def add(self, formula: Formula) -> str:
        """Return the placeholder of one more formula; empty if there are too many."""
        if len(self._formulas) >= _MAX_FORMULAS:
            return ""
        self._formulas.append(formula)
        return chr(_FIRST_PLACEHOLDER + len(self._formulas) - 1)

    def rewrite_latex(self, rewrite: Callable[[str], str]) -> None:
        """Change the LaTeX of each formula."""
        self._formulas = [
            formula._replace(latex=rewrite(formula.latex), source=rewrite(formula.source))
            for formula in self._formulas
        ]

    def insert_into_card(self, html: str) -> str:
        """Replace the placeholders by images. A formula in display style gets its own paragraph."""
        if not self._formulas:
            return html
        parts = _PARAGRAPH_OR_TAG.split(_PARAGRAPH.sub(self._split_paragraph, html))
        parts[::2] = [_PLACEHOLDER.sub(self._wrap_display, part) for part in parts[::2]]
        return _BREAK_AROUND_DISPLAY.sub(r"\1", self.insert_into_html("".join(parts), CardFormulaRenderer()))

    def _wrap_display(self, placeholder: re.Match[str]) -> str:
        is_display = self._formula(placeholder[0]).is_display
        return _wrap_piece(placeholder[0], is_display=True) if is_display else placeholder[0]

    def insert_into_html(self, html: str, render: FormulaRenderer) -> str:
        """Replace the placeholders in HTML. Inside of code and tags, they become the source again."""
        if not self._formulas:
            return html
        parts = _TAG_OR_CODE.split(html)
        for index, part in enumerate(parts):
            if index % 2:
                restored = _PLACEHOLDER.sub(lambda mark: escape(self._formula(mark[0]).source), part)
                parts[index] = _QUOTED_PLACEHOLDER.sub(self._quoted_source, restored)
            else:
                parts[index] = _PLACEHOLDER.sub(lambda mark: render(self._formula(mark[0])), part)
        return "".join(parts)

    def _formula(self, placeholder: str) -> Formula:
        index = ord(placeholder) - _FIRST_PLACEHOLDER
        return self._formulas[index] if index < len(self._formulas) else Formula("", False, "")

    def _quoted_source(self, quoted: re.Match[str]) -> str:
        placeholder = bytes.fromhex(quoted[0].replace("%", "")).decode()
        return quote(self._formula(placeholder).source)

    def _split_paragraph(self, paragraph: re.Match[str]) -> str:
        """Give each formula in display style its own paragraph, if it is not inside of another element."""
        pieces = [""]
        open_tags = 0
        for part in _TAG_OR_CODE.split(paragraph[1]):
            tag = _TAG.fullmatch(part)
            if tag and tag[2] not in ("br", "img"):
                open_tags += -1 if tag[1] else 1
            for character in [part] if tag else re.split("([\uf000-\uf7ff])", part):
                is_formula = len(character) == 1 and _PLACEHOLDER.match(character) is not None
                if is_formula and open_tags == 0 and self._formula(character).is_display:
                    pieces += [character, ""]
                else:
                    pieces[-1] += character
        return "".join(_wrap_piece(piece, is_display=index % 2 == 1) for index, piece in enumerate(pieces))


def _wrap_piece(piece: str, *, is_display: bool) -> str:
    if is_display:
        return f'<p align="center">{piece}</p>'
    piece = re.sub(r"^\s*(?:<br>\s*)?|\s*(?:<br>\s*)?$", "", piece)
    return f"<p>{piece}</p>" if piece else ""


class CardFormulaRenderer:
    """Renders the formulas of one text as images. What can't be typeset, and formulas beyond the limit for one text, is
    shown as source in a `<span>` of the class `missing`."""

    def __init__(self) -> None:
        self._cost = 0

    def __call__(self, formula: Formula) -> str:
        """Return the HTML of a formula."""
        if find_formula_problem(formula) is None:
            self._cost += typesetting_cost(parse_formula(formula.latex, is_display=formula.is_display))
            if self._cost <= MAX_TOTAL_COST:
                name = encode_formula_image(formula.latex, is_display=formula.is_display)
                return f'<img src="{name}" alt="{escape(_plain_latex(formula.latex))}">'
        return (
            f'<span class="missing"><code>{escape(_plain_latex(formula.source), quote=False)}</code></span>'
        )


def _plain_latex(latex: str) -> str:
    """Return LaTeX on one line, with hidden deletions as text."""
    return " ".join(_CLOZE_MARK.sub(lambda mark: "" if mark[1] is None else f"[{mark[1]}]", latex).split())
