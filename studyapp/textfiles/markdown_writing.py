"""Cards as a Markdown document, to read and to print."""

import itertools
import re
from collections.abc import Iterator, Mapping

_MARKDOWN_BLOCK_START = re.compile(r"^(\s*)([#>+*-]|\d+[.)])", re.MULTILINE)
"""What would begin a heading, a list or a quotation at the beginning of a line."""


def cards_to_markdown(rows: list[dict[str, object]], titles: Mapping[str, str]) -> str:
    """A heading per deck, then each question in bold above its answer. `titles` are the deck titles by deck id."""
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
        for side in (card["answer"], card["why"]):
            if side:
                yield f"{_escape_markdown(str(side))}\n"


def _escape_inline(text: str) -> str:
    return " ".join(_escape_markdown(text).split())


def _escape_markdown(text: str) -> str:
    """Words that Markdown shows as they are."""
    escaped = re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
    return _MARKDOWN_BLOCK_START.sub(r"\1\\\2", escaped)
