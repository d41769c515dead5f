"""The forms in which a text can be written as a YAML scalar. Whether a form can hold a text is tested by parsing it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MIN_WIDTH = 40
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPES |= {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}
_FOLDABLE_SPACE = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_LINE_BREAK_WITH_INDENTATION = re.compile(r"[ \t]*(?:\r\n|[\r\n])[ \t]*")


class ScalarForm(NamedTuple):
    """A scalar as written: the part on the line where it starts, and the lines below it, with indentation."""

    head: str
    lines: tuple[str, ...] = ()


class BlockHeader(NamedTuple):
    """The header of a block scalar: `|` or `>`, the indentation indicator or '', and the column of its lines."""

    style: str
    indicator: str
    column: int


def quote(text: str, style: str = '"') -> str:
    """Return the text in quotes of this style, on one line."""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def quoted_forms(text: str) -> Iterator[ScalarForm]:
    """Yield the text in quotes, the more readable style first."""
    if ('"' in text or "\\" in text) and "\n" not in text:
        yield ScalarForm(quote(text, "'"))
    yield ScalarForm(quote(text))


def block_form(text: str, header: BlockHeader, source_lines: list[str]) -> ScalarForm:
    """Return the text as a block scalar. Paragraphs of `>` keep the line breaks that they have in `source_lines`."""
    content = text.rstrip("\n")
    trailing = len(text) - len(content)
    chomping = "-" if not trailing else "" if trailing == 1 else "+"
    lines = content.split("\n")
    if header.style == ">":
        lines = _fold(lines, source_lines)
    indentation = " " * header.column
    body = [f"{indentation}{line}" if line else "" for line in (*lines, *[""] * (trailing - 1))]
    return ScalarForm(f"{header.style}{header.indicator}{chomping}", tuple(body))


def folded_form(text: str, style: str, source: str) -> ScalarForm:
    """Return a plain or quoted text over several lines. Unchanged paragraphs keep the line breaks of `source`."""
    source_lines = _LINE_BREAK_WITH_INDENTATION.split(source)
    indentation = next(
        (match[1] for match in re.finditer(r"[\r\n]([ \t]*)(?=[^\s])", source)),
        "  ",
    )
    written = text
    if style:
        source_lines[0] = source_lines[0][1:]
        source_lines[-1] = source_lines[-1][:-1]
        paragraphs = [quote(paragraph, style)[1:-1] for paragraph in text.split("\n")]
        written = "\n".join(paragraphs)
    first, *others = _fold(written.split("\n"), source_lines)
    if not others:
        return ScalarForm(f"{style}{first}{style}")
    lines = [f"{indentation}{line}" if line else "" for line in others]
    lines[-1] += style
    return ScalarForm(style + first, tuple(lines))


def _fold(paragraphs: list[str], source_lines: list[str]) -> list[str]:
    """Return the lines of folded text: a blank line between paragraphs, and lines no longer than those of the source."""
    width = max(_MIN_WIDTH, *map(len, source_lines))
    lines_by_paragraph: dict[str, list[str]] = {}
    run: list[str] = []
    for line in (*source_lines, ""):
        if line:
            run.append(line)
        elif run:
            lines_by_paragraph[" ".join(run)] = run
            run = []
    folded: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        if index:
            folded.append("")
        if paragraph:
            folded += lines_by_paragraph.get(paragraph) or _wrap(paragraph, width)
    return folded


def _wrap(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in _FOLDABLE_SPACE.split(paragraph):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines
