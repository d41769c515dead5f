"""The deletions in the Markdown of a cloze, also those inside formulas."""

import re
from collections.abc import Callable
from typing import NamedTuple

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.rendering.formulas.formula_signs import may_have_formula

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


class Blank(NamedTuple):
    """A cloze deletion. `hint` may be empty."""

    number: int
    text: str
    hint: str


def replace_blanks(markdown: str, replace: Callable[[Blank], str]) -> str:
    """Replace each deletion.

    As in Anki, a deletion ends at the first `}}`. If that cuts a formula inside braces, as in
    `{{c1::\\frac{a}{b}}}`, the braces that follow belong to the deletion.
    """
    formulas = _formula_spans(markdown)
    if not formulas:
        return CLOZE_PATTERN.sub(
            lambda match: replace(Blank(int(match[1]), match[2], match[3] or "")), markdown
        )
    pieces, position = [], 0
    for match in CLOZE_PATTERN.finditer(markdown):
        is_in_formula = any(start <= match.start() and match.end() <= end for start, end in formulas)
        missing = _unclosed_braces(match[2]) if is_in_formula else 0
        end = match.end()
        while end - match.end() < missing and markdown[end : end + 1] == "}":
            end += 1
        text = match[2] + markdown[match.end() : end]
        pieces += [markdown[position : match.start()], replace(Blank(int(match[1]), text, match[3] or ""))]
        position = end
    return "".join([*pieces, markdown[position:]])


def remove_formula_braces(markdown: str) -> str:
    """Return the Markdown without the braces of formulas, which are no deletions."""
    pieces, position = [], 0
    for start, end in _formula_spans(markdown):
        pieces.append(markdown[position:start])
        position = start
        for match in CLOZE_PATTERN.finditer(markdown, start, end):
            pieces += [re.sub("[{}]", "", markdown[position : match.start()]), match[0]]
            position = match.end()
        pieces.append(re.sub("[{}]", "", markdown[position:end]))
        position = end
    return "".join([*pieces, markdown[position:]])


def _formula_spans(markdown: str) -> list[tuple[int, int]]:
    if not may_have_formula(markdown):
        return []
    from studyapp.core.rendering.formulas.formula_finding import (
        find_formulas,  # deferred: few decks have formulas
    )

    return [(found.start, found.end) for found in find_formulas(markdown)]


def _unclosed_braces(latex: str) -> int:
    depth = 0
    for brace in _BRACE.findall(latex):
        depth = max(0, depth + {"{": 1, "}": -1}.get(brace, 0))
    return depth
