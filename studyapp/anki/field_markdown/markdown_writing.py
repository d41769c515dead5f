"""Writing the lines of a field as Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from studyapp.anki.field_markdown.inline_markdown import write_inline
from studyapp.anki.field_markdown.shown_content import Block, Line

_WHOLE_BLOCKS = ("pre", "table")
"""Blocks whose lines are written together."""

_BACKTICK_FENCE = re.compile("^ *(`{3,})", re.MULTILINE)
_DELIMITER_BY_ALIGNMENT = {"left": ":--", "center": ":-:", "right": "--:"}


def write_markdown(lines: Sequence[Line]) -> str:
    """Return the lines as Markdown. What Markdown can't express is written without it."""
    written: list[str] = []
    previous: tuple[Block, ...] = ()
    for blocks, group in groupby(filter(_is_shown, lines), key=_own_blocks):
        grouped = list(group)
        for part in [grouped] if _whole_block(blocks) else [[line] for line in grouped]:
            common = _common_length(previous, blocks)
            if written and part[0].gap:
                written.append(_prefix(blocks[:common], common).rstrip())
            prefix = _prefix(blocks, common)
            for text in _write_part(part, blocks):
                written.append(prefix + text if text else prefix.rstrip())
                prefix = _prefix(blocks, len(blocks))
            previous = blocks
    return "\n".join(written)


def _is_shown(line: Line) -> bool:
    return bool(line.runs or line.blocks)


def _own_blocks(line: Line) -> tuple[Block, ...]:
    """Return the blocks of a line up to the one whose lines are written together."""
    tags = [block.tag for block in line.blocks]
    whole = next((index for index, tag in enumerate(tags) if tag in _WHOLE_BLOCKS), len(tags))
    return line.blocks[: whole + 1]


def _whole_block(blocks: tuple[Block, ...]) -> Block | None:
    return blocks[-1] if blocks and blocks[-1].tag in _WHOLE_BLOCKS else None


def _common_length(one: tuple[Block, ...], other: tuple[Block, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _prefix(blocks: tuple[Block, ...], known: int) -> str:
    """Return what is written before a line. The first `known` blocks have begun above it."""
    parts = []
    for index, block in enumerate(blocks):
        if block.tag == "blockquote":
            parts.append("> ")
        elif block.tag == "li":
            marker = f"{block.label}. " if block.label else "- "
            parts.append(marker if index >= known else " " * len(marker))
    return "".join(parts)


def _write_part(lines: Sequence[Line], blocks: tuple[Block, ...]) -> Iterator[str]:
    whole = _whole_block(blocks)
    if whole is None:
        (line,) = lines
        heading = next(
            (block.tag for block in blocks if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6")), ""
        )
        yield ("#" * int(heading[1]) + " " if heading else "") + write_inline(line.runs)
    elif whole.tag == "pre":
        yield from _write_code_block([line.text for line in lines])
    else:
        yield from _write_table(lines)


def _write_code_block(texts: Sequence[str]) -> Iterator[str]:
    fences = _BACKTICK_FENCE.findall("\n".join(texts))
    fence = "`" * (max([2, *map(len, fences)]) + 1)
    yield fence
    yield from texts
    yield fence


def _write_table(lines: Sequence[Line]) -> Iterator[str]:
    rows = [list(row) for _, row in groupby(lines, key=_row)]
    for number, row in enumerate(rows):
        yield "| " + " | ".join(write_inline(line.runs).replace("|", "\\|") for line in row) + " |"
        if number == 0:
            delimiters = (_DELIMITER_BY_ALIGNMENT.get(line.blocks[-1].label, "---") for line in row)
            yield "| " + " | ".join(delimiters) + " |"


def _row(line: Line) -> tuple[Block, ...]:
    tags = [block.tag for block in line.blocks]
    return line.blocks[: tags.index("tr") + 1] if "tr" in tags else line.blocks
