"""The blocks of a Markdown text with their lines, as CommonMark defines them."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class BlockKind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    CODE = auto()
    HTML = auto()
    RULE = auto()
    """A thematic break."""

    CONTAINER = auto()
    """A list, a quote or a table. Headings in it are part of it."""


class MarkdownBlock(NamedTuple):
    """A block that is not part of another one. `start` and `end` are indexes of lines, the end not included. `level` is
    that of a heading, 1 to 6, else 0. `text` is the text of a heading, without its marks."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    text: str = ""


class MarkdownDocument(NamedTuple):
    """The blocks of a text in order.

    `destinations` are those of link reference definitions, by normalized label. `definition_lines` are the indexes of
    their lines, and `code_lines` those of code blocks at any depth.
    """

    blocks: tuple[MarkdownBlock, ...]
    destinations: Mapping[str, str]
    definition_lines: frozenset[int]
    code_lines: frozenset[int]


_KIND_BY_TOKEN = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.HTML,
    "hr": BlockKind.RULE,
}


def parse_blocks(markdown: str) -> MarkdownDocument:
    """Parse a text whose lines end with `\\n`."""
    env: dict[str, Any] = {}
    tokens = _block_parser().parse(markdown, env)
    definitions = [*env.get("references", {}).values(), *env.get("duplicate_refs", [])]
    code = [token for token in tokens if token.type in ("fence", "code_block")]
    return MarkdownDocument(
        tuple(_top_level_blocks(tokens)),
        {label: str(definition["href"]) for label, definition in env.get("references", {}).items()},
        frozenset(_lines(definition["map"] for definition in definitions)),
        frozenset(_lines(token.map for token in code)),
    )


def _top_level_blocks(tokens: "list[Token]") -> Iterator[MarkdownBlock]:
    for index, token in enumerate(tokens):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        kind = _KIND_BY_TOKEN.get(token.type, BlockKind.CONTAINER)
        is_heading = kind is BlockKind.HEADING
        level, text = (int(token.tag[1:]), tokens[index + 1].content) if is_heading else (0, "")
        yield MarkdownBlock(kind, token.map[0], token.map[1], level, text)


def _lines(ranges: Any) -> Iterator[int]:
    for first, end in filter(None, ranges):
        yield from range(first, end)


@cache
def _block_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # deferred: loads slowly, and few commands need it

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return parser.disable("inline")
