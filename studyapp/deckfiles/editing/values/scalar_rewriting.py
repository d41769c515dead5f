"""Rewriting a single text of a deck file in the style that it has, or else in the nearest readable one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from studyapp.deckfiles.editing.values.lines import find_newline, line_end
from studyapp.deckfiles.editing.values.marked_nodes import (
    BLOCK_STYLES,
    MarkedEntry,
    MarkedMapping,
    MarkedNode,
    MarkedScalar,
    MarkedSequence,
    parse_marked_node,
)
from studyapp.deckfiles.editing.values.scalar_styles import (
    BlockHeader,
    ScalarForm,
    block_form,
    first_valid,
    folded_form,
    quote,
    quoted_forms,
)
from studyapp.deckfiles.editing.values.splices import Splice

_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?([1-9])[+-]?|[+-]?)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|[\r\n]))*[ \t]*\Z|(?:[ \t]*(?:\r\n|[\r\n]))*")


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Where a value stands: in a field of a mapping or in an item of a list, which starts at `start` in `column`.

    The columns of a value in flow style have no meaning.
    """

    text: str
    start: int
    column: int
    is_flow: bool
    is_item: bool = False


def rewrite_scalar(place: ValuePlace, scalar: MarkedScalar, new_text: str) -> Splice:
    """Return the splice that changes the text of a scalar. Comments on its line stay."""
    rest = rest_of_line(place.text, scalar)
    is_valid = lambda form: _reads_as(place, scalar, form, rest, new_text)  # noqa: E731
    form = first_valid(_forms(place, scalar, new_text), is_valid) or ScalarForm(quote(new_text))
    return _to_splice(place, scalar, form, rest)


def _to_splice(place: ValuePlace, scalar: MarkedScalar, form: ScalarForm, rest: str) -> Splice:
    newline = find_newline(place.text, scalar.start)
    head = form.head
    if scalar.start == scalar.end and not place.text[scalar.start - 1].isspace():
        head = f" {head}"
    is_block_form = form.head[:1] in BLOCK_STYLES
    if scalar.style in BLOCK_STYLES:
        lines = (head + rest, *form.lines) if is_block_form or not form.lines else (head, *form.lines)
        return Splice(scalar.start, scalar.end, newline.join(lines))
    if is_block_form:
        end = line_end(place.text, scalar.end)
        return Splice(scalar.start, end, newline.join((head + rest.rstrip(), *form.lines)))
    return Splice(scalar.start, scalar.end, newline.join((head, *form.lines)))


def rest_of_line(text: str, scalar: MarkedScalar) -> str:
    """Return what follows on the line of a value, or on that of the header of a block scalar."""
    if scalar.style in BLOCK_STYLES:
        header = _BLOCK_HEADER.match(text, scalar.start)
        assert header is not None
        return text[header.end() : min(line_end(text, header.end()), scalar.end)]
    return text[scalar.end : line_end(text, scalar.end)]


def _forms(place: ValuePlace, scalar: MarkedScalar, text: str) -> Iterator[ScalarForm]:
    source = place.text[scalar.start : scalar.end]
    is_on_one_line = "\n" not in source and "\r" not in source
    if scalar.style in BLOCK_STYLES:
        yield from _block_forms(place, scalar, scalar.style, text)
    elif "\n" in text and not place.is_flow and is_on_one_line and "\n" not in scalar.text:
        yield from _block_forms(place, scalar, "|", text)
    elif not scalar.style:
        if "\n" not in text and is_on_one_line:
            yield ScalarForm(text)
        elif not is_on_one_line:
            yield folded_form(text, "", source)
    else:
        yield (
            ScalarForm(quote(text, scalar.style))
            if is_on_one_line
            else folded_form(text, scalar.style, source)
        )
    if scalar.style == ">":
        yield from _block_forms(place, scalar, "|", text)
    yield from quoted_forms(text)


def _block_forms(place: ValuePlace, scalar: MarkedScalar, style: str, text: str) -> Iterator[ScalarForm]:
    column, indicator, source_lines = place.column + 2, "", []
    if scalar.style in BLOCK_STYLES:
        header_line, *body = re.split(r"\r\n|[\r\n]", place.text[scalar.start : scalar.end])
        header = _BLOCK_HEADER.match(header_line)
        assert header is not None
        indicator = header[1] or ""
        first_line = next((line for line in body if line.strip()), " " * column)
        column = place.column + int(indicator) if indicator else len(first_line) - len(first_line.lstrip(" "))
        source_lines = [line[column:] for line in body]
    yield block_form(text, BlockHeader(style, indicator, column), source_lines)
    if not indicator and 1 <= column - place.column <= 9:
        yield block_form(text, BlockHeader(style, str(column - place.column), column), source_lines)


def _reads_as(place: ValuePlace, scalar: MarkedScalar, form: ScalarForm, rest: str, text: str) -> bool:
    splice = _to_splice(place, scalar, form, rest)
    before = place.text[place.start : splice.start]
    if place.is_flow:
        opening, closing = ("[", "]") if place.is_item else ("{", "}")
        source, column = f"{opening}{before}{splice.text}{closing}", 0
    else:
        blank_lines = _BLANK_LINES.match(place.text, line_end(place.text, splice.end))
        after = place.text[splice.end : blank_lines.end() if blank_lines else None]
        source, column = before + splice.text + after, place.column
    try:
        node = parse_marked_node(source, column, 0)
    except yaml.YAMLError:
        return False
    value = _only_value(node)
    return isinstance(value, MarkedScalar) and value.text == text


def _only_value(node: MarkedNode) -> MarkedNode | None:
    match node:
        case MarkedMapping(entries=[MarkedEntry(value=value)]) | MarkedSequence(items=[value]):
            return value
        case _:
            return None
