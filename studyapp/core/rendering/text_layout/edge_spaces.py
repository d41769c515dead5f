"""Spaces such as U+00A0 and U+3000 at the edges of Markdown paragraphs and headings.

They are text: only spaces and tabs may be dropped there. markdown-it-py drops everything that `str.strip` drops.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, paragraph

_DROPPED_SPACES = " \t\r\n\f\v"
_SIGN_AND_SPACES = re.compile(r"#{1,6}[ \t]*")


def keep_edge_spaces(parser: MarkdownIt) -> None:
    """Make the parser keep these spaces."""
    parser.block.ruler.at("paragraph", _parse_paragraph)
    parser.block.ruler.at("heading", _parse_heading, {"alt": ["paragraph", "reference", "blockquote"]})


def _parse_paragraph(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    is_paragraph = paragraph(state, first_line, end_line, silent)
    if is_paragraph and not state.src.isascii():
        text = state.getLines(first_line, state.line, state.blkIndent, False)
        state.tokens[-2].content = text.strip(_DROPPED_SPACES)
    return is_paragraph


def _parse_heading(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    is_heading = heading(state, first_line, end_line, silent)
    if is_heading and not silent and not state.src.isascii():
        inline = state.tokens[-2]
        text = state.src[state.bMarks[first_line] + state.tShift[first_line] : state.eMarks[first_line]]
        text = _SIGN_AND_SPACES.sub("", text, count=1)
        start = text.find(inline.content)
        end = start + len(inline.content)
        spaces_after = text[end : len(text) - len(text[end:].lstrip())]
        inline.content = text[:end] + spaces_after.rstrip(_DROPPED_SPACES)
    return is_heading
