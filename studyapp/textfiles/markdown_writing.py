"""Writing cards as a Markdown document, for reading and printing."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from studyapp.core.rendering.formulas.formula_signs import may_have_formula

if TYPE_CHECKING:
    from studyapp.core.rendering.formulas.formula_finding import FoundFormula

_MARKDOWN_BLOCK_START = re.compile(r"^(\s*)([#>+*-]|\d+[.)])", re.MULTILINE)
"""Text at the start of a line that Markdown would read as a heading, list item or quotation."""


def cards_to_markdown(rows: list[dict[str, object]], titles: Mapping[str, str]) -> str:
    """Return a document with a heading for each deck and each question in bold above its answer.

    `titles` are the deck titles by deck id; rows must be grouped by deck.
    """
    return "\n".join(
        itertools.chain.from_iterable(_render_deck(*group, titles) for group in _group_by_deck(rows))
    )


def _group_by_deck(rows: list[dict[str, object]]) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for deck, cards in itertools.groupby(rows, key=lambda row: str(row["deck"])):
        yield deck, list(cards)


def _render_deck(deck: str, cards: list[dict[str, object]], titles: Mapping[str, str]) -> Iterator[str]:
    yield f"# {' '.join(titles.get(deck, deck).split())}\n"
    for card in cards:
        yield f"**{_escape_inline(str(card['question']))}**\n"
        for text in (card["answer"], card["why"]):
            if text:
                yield f"{_escape_markdown(str(text))}\n"


def _escape_inline(text: str) -> str:
    return " ".join(_escape_markdown(text).split())


def _escape_markdown(text: str) -> str:
    """Escape characters that have a special meaning in Markdown, except in formulas, `\\(…\\)` and `\\[…\\]`, and in
    sounds, which are written as in Anki.

    A closing bracket needs no escape, and with one, `\\[a\\]` would be a formula.
    """
    pieces, position = [], 0
    for start, end, formula in _formulas(text):
        if not formula.source.startswith("\\"):
            continue
        pieces += [_escape_text(text[position:start]), formula.source]
        position = end
    return _MARKDOWN_BLOCK_START.sub(r"\1\\\2", "".join([*pieces, _escape_text(text[position:])]))


def _escape_text(text: str) -> str:
    dollar = "$" if "$" in text and _formulas(text) else ""
    return re.sub(rf"(\[sound:[^\[\]<>\n]*\])|([\\`*_\[<>{dollar}])", _escape_match, text)


def _escape_match(match: re.Match[str]) -> str:
    return match[1] or f"\\{match[2]}"


def _formulas(text: str) -> "list[FoundFormula]":
    if not may_have_formula(text):
        return []
    from studyapp.core.rendering.formulas.formula_finding import (
        find_formulas,  # deferred: few decks have formulas
    )

    return find_formulas(text)
