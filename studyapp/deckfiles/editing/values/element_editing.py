"""Removing and adding the elements of a list or mapping: items, or fields. The other elements stay byte for byte."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from studyapp.deckfiles.editing.values.block_scalar_end import KEEPING_HEADER
from studyapp.deckfiles.editing.values.lines import (
    end_of_own_lines,
    find_newline,
    line_start,
    next_line_start,
    skip_blank_lines,
)
from studyapp.deckfiles.editing.values.splices import Splice

_PLAIN_SEPARATOR = re.compile(r",\s*")
_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")


class Span(NamedTuple):
    """The start and the end of an element. The element of a list with dashes starts at its dash."""

    start: int
    end: int


class Addition(NamedTuple):
    """An element to add after the one with the index `after`, or before all others if it is -1.

    `source` starts in the column of the elements and does not end with a line break. `separator` is the text between
    it and the element before it, or after it if it is the first, in flow style.
    """

    after: int
    source: str
    separator: str = ""


class Elements(NamedTuple):
    """The elements of a list or mapping in `text`, which ends with a line break. `start` is the position of its bracket or first element."""

    text: str
    start: int
    end: int
    is_flow: bool
    spans: Sequence[Span]


def edit_elements(
    elements: Elements, removed: Collection[int], additions: Sequence[Addition]
) -> list[Splice]:
    """Return the splices that remove the elements with these indexes and add others.

    In block style, at least one element must be left or added.
    """
    if not removed and not additions:
        return []
    return (_edit_flow if elements.is_flow else _edit_block)(elements, removed, additions)


def _edit_block(elements: Elements, removed: Collection[int], additions: Sequence[Addition]) -> list[Splice]:
    text, spans = elements.text, elements.spans
    start = spans[0].start
    newline = find_newline(text, start)
    indentation = " " * (start - line_start(text, start))
    kept = [index for index in range(len(spans)) if index not in removed]
    if not kept:
        sources = (addition.source for addition in additions)
        return [Splice(start, spans[-1].end, f"{newline}{indentation}".join(sources))]
    splices: list[Splice] = []
    for addition in additions:
        if addition.after < kept[0]:
            splices.append(Splice(start, start, f"{addition.source}{newline}{indentation}"))
        else:
            lines = indentation + addition.source
            splices.append(insert_lines(text, spans[addition.after].end, lines, newline))
    if kept[0]:
        splices.append(Splice(start, _end_of_leading_run(elements, kept[0]), ""))
    return splices + [_remove_lines(elements, index) for index in removed if index > kept[0]]


def insert_lines(text: str, index: int, lines: str, newline: str) -> Splice:
    """Return the splice that inserts lines after the one that contains `index`.

    They are inserted below comments that are indented deeper: these belong to what is before.
    """
    column = len(lines) - len(lines.lstrip(" "))
    position = end_of_own_lines(text, index, column + 1)
    return Splice(position, position, lines + newline)


def _remove_lines(elements: Elements, index: int) -> Splice:
    text, span = elements.text, elements.spans[index]
    end = next_line_start(text, span.end)
    if KEEPING_HEADER.search(text, elements.spans[index - 1].start, span.start):
        end = skip_blank_lines(text, end)  # otherwise they may become part of the text before
    return Splice(line_start(text, span.start), end, "")


def _end_of_leading_run(elements: Elements, first_kept: int) -> int:
    # The first element may be on the line of a dash, where the first one that is kept takes its place.
    text, kept_start = elements.text, elements.spans[first_kept].start
    after = next_line_start(text, elements.spans[first_kept - 1].end)
    return kept_start if not text[after:kept_start].strip() else _skip_blanks(text, after)


def _skip_blanks(text: str, index: int) -> int:
    while text[index].isspace():
        index += 1
    return index


def _edit_flow(elements: Elements, removed: Collection[int], additions: Sequence[Addition]) -> list[Splice]:
    spans = elements.spans
    kept = [index for index in range(len(spans)) if index not in removed]
    if not kept:
        end = spans[-1].end if spans else elements.start + 1
        start = spans[0].start if spans else end
        return [Splice(start, end, ", ".join(addition.source for addition in additions))]
    splices: list[Splice] = []
    for addition in additions:
        anchor = max((index for index in kept if index <= addition.after), default=-1)
        if anchor < 0:
            start = spans[kept[0]].start
            separator = _checked_separator(addition.separator)
            splices.append(Splice(start, start, addition.source + separator))
        else:
            separator = (
                _checked_separator(addition.separator)
                if addition.separator
                else _separator_before(elements, anchor)
            )
            splices.append(Splice(spans[anchor].end, spans[anchor].end, separator + addition.source))
    leading = range(kept[0])
    if leading and not any("#" in _gap(elements, index) for index in range(1, kept[0] + 1)):
        splices.append(Splice(spans[0].start, spans[kept[0]].start, ""))
    else:
        splices += [splice for index in leading for splice in _remove_with_comma(elements, index, index)]
    for index in removed:
        if index > kept[0] and "#" not in _gap(elements, index):
            splices.append(Splice(spans[index - 1].end, spans[index].end, ""))
        elif index > kept[0]:
            splices += _remove_with_comma(elements, index, index - 1)
    return splices


def _gap(elements: Elements, index: int) -> str:
    """Return what separates an element from the one before it."""
    return elements.text[elements.spans[index - 1].end : elements.spans[index].start]


def _separator_before(elements: Elements, index: int) -> str:
    return _checked_separator(_gap(elements, index) if index else "")


def _checked_separator(separator: str) -> str:
    return separator if _PLAIN_SEPARATOR.fullmatch(separator) else ", "


def _remove_with_comma(elements: Elements, index: int, before_comma: int) -> list[Splice]:
    """Return the splices that remove an element and the comma after the element `before_comma`, but no comments."""
    gap = _COMMENT.sub(lambda match: " " * len(match[0]), _gap(elements, before_comma + 1))
    comma = elements.spans[before_comma].end + gap.index(",")
    return [Splice(*elements.spans[index], ""), Splice(comma, comma + 1, "")]
