"""What a browser shows of the HTML of a field: lines of formatted text, and the lists, tables and other blocks they are in."""

import re
from typing import NamedTuple
from urllib.parse import quote

Marks = frozenset[str]
"""The formatting of a text: `strong`, `em`, `s`, `code`, `hr`, `a URL`, `img PATH`, and `blank` or `filled` for a cloze deletion."""

NO_MARKS: Marks = frozenset()
OBJECT_PLACEHOLDER = "\ufffc"
"""Stands for an image or a line."""

_COLLAPSIBLE_SPACES = re.compile(r"[ \t\n\r]+")
"""Whitespace that a browser collapses to one space. Other spaces, such as U+00A0, are content."""

_INVISIBLE = re.compile("([\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+)")
"""Characters that look the same in bold and italics."""

_NOT_IN_ADDRESS = re.compile(r"[^\x21-\x7e]+")
_WEIGHT_MARKS = frozenset({"strong", "em"})


class Block(NamedTuple):
    """An element that contains lines.

    `serial` counts the elements with the same tag. `label` is the number of an item of an ordered list, or the alignment of a cell.
    """

    tag: str
    serial: int
    label: str = ""


class TextRun(NamedTuple):
    """A text with the same formatting. `is_preformatted` is whether each space counts."""

    text: str
    marks: Marks = NO_MARKS
    is_preformatted: bool = False


class Line(NamedTuple):
    """A line, with the number of empty lines above it. The margin of a paragraph, a list or another block is an empty line.

    `blocks` contain it, outermost first. A line without runs is an empty item, cell or line of preformatted text, or, as the last
    line, stands for the empty lines at the end.
    """

    gap: int
    blocks: tuple[Block, ...]
    runs: tuple[TextRun, ...]

    @property
    def text(self) -> str:
        """The text without its formatting."""
        return "".join(run.text for run in self.runs)


class ShownContent(NamedTuple):
    """The lines that some HTML shows, and whether they contain everything in the HTML."""

    lines: tuple[Line, ...]
    is_complete: bool

    @property
    def words(self) -> list[str]:
        """The words without their formatting."""
        return " ".join(line.text for line in self.lines).split()


def shows_the_same(one: ShownContent, other: ShownContent) -> bool:
    """Return whether both look the same to a reader."""
    if not (one.is_complete and other.is_complete) or len(one.lines) != len(other.lines):
        return False
    return all(
        (mine.gap, mine.blocks) == (theirs.gap, theirs.blocks)
        and _visible_runs(mine.runs) == _visible_runs(theirs.runs)
        for mine, theirs in zip(one.lines, other.lines, strict=True)
    )


def collapse_spaces(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Collapse the whitespace of one line as a browser does, and strip spaces at both ends."""
    collapsed: list[TextRun] = []
    after_space = True
    for run in runs:
        text = run.text
        if not run.is_preformatted:
            text = _COLLAPSIBLE_SPACES.sub(" ", text)
            text = text.removeprefix(" ") if after_space else text
        if text:
            collapsed.append(run._replace(text=text))
            after_space = text.endswith(" ") and not run.is_preformatted
    if collapsed and after_space:
        collapsed[-1] = collapsed[-1]._replace(text=collapsed[-1].text.removesuffix(" "))
    return merge_runs([run for run in collapsed if run.text])


def merge_runs(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Join runs with the same formatting."""
    merged: list[TextRun] = []
    for run in runs:
        if merged and merged[-1][1:] == run[1:]:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _visible_runs(runs: tuple[TextRun, ...]) -> tuple[TextRun, ...]:
    """Return the runs without differences that can't be seen: bold and italics of characters that look the same without, and
    the encoding of addresses."""
    if not any(run.marks for run in runs):
        return runs
    parts: list[TextRun] = []
    for run in runs:
        marks = frozenset(map(_encode_address, run.marks))
        for index, text in enumerate(_INVISIBLE.split(run.text)):
            if text:
                parts.append(
                    TextRun(text, marks - _WEIGHT_MARKS if index % 2 else marks, run.is_preformatted)
                )
    return merge_runs(parts)


def _encode_address(mark: str) -> str:
    """Return the mark of a link with its address encoded as in Markdown, and any other mark unchanged."""
    if not mark.startswith("a "):
        return mark
    return "a " + _NOT_IN_ADDRESS.sub(lambda characters: quote(characters[0]), mark[2:])
