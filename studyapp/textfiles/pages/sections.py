"""The sections of a Markdown page: a heading or a bold line, and what follows it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.text.markdown_blocks import BlockKind, MarkdownBlock, MarkdownDocument

BOLD_LEVEL = 7
"""The level of a bold line, below all headings."""

_BOLD_LINE = re.compile(r" {0,3}(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1\s*")
_COMMENTS = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)


class Section(NamedTuple):
    """A heading or a bold line, and the lines below it.

    `level` is 0 for what precedes the first heading. `line` is the index of the heading's line, and `start` and `end` are
    those of the lines below it. `blocks` are the blocks that start there.
    """

    level: int
    heading: str
    line: int
    start: int
    end: int
    blocks: tuple[MarkdownBlock, ...] = ()


def split_sections(
    lines: Sequence[str], document: MarkdownDocument, *, with_bold_lines: bool
) -> list[Section]:
    """Return what precedes the first heading as a section of level 0, then each section."""
    starts = [Section(0, "", 0, 0, 0), *_section_starts(lines, document, with_bold_lines=with_bold_lines)]
    ends = [*(section.line for section in starts[1:]), len(lines)]
    block_starts = [block.start for block in document.blocks]
    return [
        section._replace(
            end=end,
            blocks=document.blocks[bisect_left(block_starts, section.start) : bisect_left(block_starts, end)],
        )
        for section, end in zip(starts, ends, strict=True)
    ]


def section_body(lines: Sequence[str], section: Section) -> str:
    """Return the text below a heading, without comments that stand alone and rules at its end."""
    body = list(lines[section.start : section.end])
    for block in reversed(section.blocks):
        is_last = not "".join(body[block.end - section.start :]).strip()
        is_comment = block.kind is BlockKind.HTML and _COMMENTS.fullmatch(
            "\n".join(lines[block.start : block.end])
        )
        if is_comment or (block.kind is BlockKind.RULE and is_last):
            for index in range(block.start, block.end):
                body[index - section.start] = ""
    return _strip_blank_lines("\n".join(body))


def _strip_blank_lines(text: str) -> str:
    """Remove blank lines around the text, and the indentation of its first line unless it is code."""
    stripped = re.sub(r"\A(?:[ \t]*\n)+|\s+\Z", "", text)
    indentation = len(stripped) - len(stripped.lstrip(" "))
    return stripped[indentation:] if indentation < 4 else stripped


def _section_starts(
    lines: Sequence[str], document: MarkdownDocument, *, with_bold_lines: bool
) -> Iterator[Section]:
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            heading = " ".join(line.strip() for line in block.text.split("\n"))
            yield Section(block.level, heading, block.start, block.end, 0)
        elif block.kind is BlockKind.PARAGRAPH and with_bold_lines:
            yield from _bold_lines(lines, block)


def _bold_lines(lines: Sequence[str], block: MarkdownBlock) -> Iterator[Section]:
    for index in range(block.start, block.end):
        bold = _BOLD_LINE.fullmatch(lines[index])
        if bold:
            yield Section(BOLD_LEVEL, bold[2].strip(), index, index + 1, 0)
