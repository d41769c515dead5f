"""Rewriting a single text of a deck file in the style that it has, or else in the nearest readable one."""

import re
from collections.abc import Iterator

from studyapp.deckfiles.editing.values.block_scalar_end import KEEPING_HEADER
from studyapp.deckfiles.editing.values.lines import find_newline, line_end
from studyapp.deckfiles.editing.values.marked_nodes import BLOCK_STYLES, MarkedScalar
from studyapp.deckfiles.editing.values.scalar_styles import (
    BlockHeader,
    ScalarForm,
    block_form,
    folded_form,
    quote,
    quoted_forms,
)
from studyapp.deckfiles.editing.values.splices import Splice
from studyapp.deckfiles.editing.values.value_checking import ValuePlace, reads_as

_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?([1-9])[+-]?|[+-]?)")


def rewrite_scalar(place: ValuePlace, scalar: MarkedScalar, new_text: str) -> Splice:
    """Return the splice that changes the text of a scalar. Comments on its line stay."""
    rest = rest_of_line(place.text, scalar)
    forms = _forms(place, scalar, new_text)
    splices = (_to_splice(place, scalar, form, rest) for form in forms)
    quoted = _to_splice(place, scalar, ScalarForm(quote(new_text)), rest)
    return next((splice for splice in splices if reads_as(place, splice, new_text)), quoted)


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
    if not text:
        yield ScalarForm(quote("", scalar.style if scalar.style == "'" else '"'))
        return
    source_keeps_blank_lines = KEEPING_HEADER.match(source) is not None
    if text.endswith("\n\n") and not source_keeps_blank_lines:
        pass  # blank lines at the end of a block scalar are easily lost when the file is edited
    elif scalar.style in BLOCK_STYLES:
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
    if scalar.style == ">" and not text.endswith("\n\n"):
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
