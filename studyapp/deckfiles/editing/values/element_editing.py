"""Removing and adding the elements of a list or mapping: items, or fields. The other elements stay byte for byte."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from studyapp.deckfiles.editing.values.lines import (
    ends_with_line_break,
    find_newline,
    line_start,
    next_line_start,
    previous_line_break,
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

    `source` starts in the column of the elements. It does not end with a line break; `needs_line_break` states that
    it reads differently if the file ends without one after it. `separator` is the text between it and the element
    before it, or after it if it is the first, in flow style.
    """

    after: int
    source: str
    needs_line_break: bool = False
    separator: str = ""


class Elements(NamedTuple):
    """The elements of a list or mapping in `text`. `start` is the position of its bracket or first element."""

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
            addition = addition._replace(source=indentation + addition.source)
            splices.append(insert_line(text, spans[addition.after].end, addition, newline))
    if kept[0]:
        splices.append(Splice(start, _end_of_leading_run(elements, kept[0]), ""))
    return splices + remove_lines(text, [spans[index] for index in sorted(removed) if index > kept[0]])


def insert_line(text: str, index: int, addition: Addition, newline: str) -> Splice:
    """Return the splice that inserts a line, or several, after the line that contains `index`.

    A file whose last line has no line break ends without one afterwards as well, if possible.
    """
    position = next_line_start(text, index)
    is_terminated = position > index and ends_with_line_break(text, position)
    if is_terminated:
        return Splice(position, position, addition.source + newline)
    return Splice(
        position, position, newline + addition.source + (newline if addition.needs_line_break else "")
    )


def remove_lines(text: str, spans: Sequence[Span]) -> list[Splice]:
    """Return the splices that remove the lines of elements, which are in file order.

    A file whose last line has no line break ends without one afterwards as well.
    """
    splices: list[Splice] = []
    for span in spans:
        start, end = line_start(text, span.start), next_line_start(text, span.end)
        if splices and splices[-1].end == start:
            start = splices.pop().start
        splices.append(Splice(start, end, ""))
    return [without_last_line_break(text, splice) for splice in splices]


def without_last_line_break(text: str, removal: Splice) -> Splice:
    """Return a removal of lines, extended by the line break before it if the removed part ends without one."""
    if removal.end < len(text) or ends_with_line_break(text, removal.end) or not removal.start:
        return removal
    if not ends_with_line_break(text, removal.start):
        return removal
    return removal._replace(start=previous_line_break(text, removal.start))


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
    last_kept = kept[-1]
    if any("#" in _gap(elements, index) for index in removed):
        return splices + [
            splice for index in removed for splice in _remove_around_comments(elements, index, last_kept)
        ]
    for index in removed:
        if index < last_kept:
            splices.append(Splice(spans[index].start, spans[index + 1].start, ""))
    if last_kept + 1 < len(spans):
        splices.append(Splice(spans[last_kept].end, spans[-1].end, ""))
    return splices


def _gap(elements: Elements, index: int) -> str:
    """Return what separates the element from its neighbors."""
    spans = elements.spans
    before = spans[index - 1].end if index else elements.start
    after = spans[index + 1].start if index + 1 < len(spans) else elements.end
    return elements.text[before : spans[index].start] + elements.text[spans[index].end : after]


def _separator_before(elements: Elements, index: int) -> str:
    spans = elements.spans
    return _checked_separator(elements.text[spans[index - 1].end : spans[index].start] if index else "")


def _checked_separator(separator: str) -> str:
    return separator if _PLAIN_SEPARATOR.fullmatch(separator) else ", "


def _remove_around_comments(elements: Elements, index: int, last_kept: int) -> list[Splice]:
    """Return the splices that remove an element and one comma, but not the comments around it."""
    spans = elements.spans
    splices = [Splice(*spans[index], "")]
    first, second = (index, index + 1) if index < last_kept else (index - 1, index)
    start, end = spans[first].end, spans[second].start
    gap = _COMMENT.sub(lambda match: " " * len(match[0]), elements.text[start:end])
    comma = start + gap.index(",")
    return [*splices, Splice(comma, comma + 1, "")]
