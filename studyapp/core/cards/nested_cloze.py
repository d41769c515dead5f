"""Cloze deletions in the HTML of a field, as Anki reads them: they may be nested, and one may have several
numbers."""

import re
from collections.abc import Callable

from studyapp.core.text.html_entities import unescape_entities

_DELIMITER = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3})*)::|\}\}")
_TAG = re.compile(r"<[^<>]*>")
MAX_CLOZE_NUMBER = 500
"""Anki generates no card for a larger number."""

_MAX_DEPTH = 10
"""Maximum nesting depth. Deeper deletions are treated as text."""


class _OpenCloze:
    """A deletion whose end has not been reached. The outermost one stands for the field itself."""

    def __init__(self, numbers: frozenset[int]) -> None:
        self.numbers = numbers
        self.pieces: list[str] = []


def nested_cloze_numbers(html: str) -> list[int]:
    """Return the cloze numbers in the HTML, in ascending order."""
    all_numbers: set[int] = set()

    def collect(numbers: frozenset[int], text: str, _hint: str) -> str:
        all_numbers.update(numbers)
        return text

    _replace_clozes(html, collect)
    return sorted(number for number in all_numbers if 0 < number <= MAX_CLOZE_NUMBER)


def hide_clozes(html: str, number: int) -> str:
    """Return the field with the deletions of this number hidden behind their hints and the others filled in."""

    def hide(numbers: frozenset[int], text: str, hint: str) -> str:
        return f'<span class="blank">[{hint or "…"}]</span>' if number in numbers else text

    return _replace_clozes(html, hide)


def fill_clozes(html: str, number: int) -> str:
    """Return the field with all deletions filled in and those of this number marked."""

    def mark(numbers: frozenset[int], text: str, _hint: str) -> str:
        return f'<span class="filled">{text}</span>' if number in numbers else text

    return _replace_clozes(html, mark)


def cloze_answer_text(html: str, number: int) -> str:
    """Return the text that the deletions of this number hide, without markup, joined by commas."""
    answers: list[str] = []

    def collect(numbers: frozenset[int], text: str, _hint: str) -> str:
        if number in numbers:
            answers.append(unescape_entities(_TAG.sub("", text)))
        return text

    _replace_clozes(html, collect)
    return ", ".join(answers)


def _replace_clozes(html: str, replace: Callable[[frozenset[int], str, str], str]) -> str:
    """Replace each deletion, innermost first, with the result of `replace(numbers, text, hint)`. A deletion without
    an end is kept as text."""
    stack = [_OpenCloze(frozenset())]
    openings: list[str] = []
    position = too_deep = 0
    for delimiter in _DELIMITER.finditer(html):
        stack[-1].pieces.append(html[position : delimiter.start()])
        position = delimiter.end()
        if too_deep or (delimiter[1] and len(stack) > _MAX_DEPTH):
            too_deep += 1 if delimiter[1] else -1
            stack[-1].pieces.append(delimiter[0])
        elif delimiter[1]:
            stack.append(_OpenCloze(frozenset(map(int, delimiter[1].split(",")))))
            openings.append(delimiter[0])
        elif len(stack) > 1:
            closed = stack.pop()
            openings.pop()
            text, _, hint = "".join(closed.pieces).partition("::")
            stack[-1].pieces.append(replace(closed.numbers, text, hint))
        else:
            stack[-1].pieces.append(delimiter[0])
    stack[-1].pieces.append(html[position:])
    while len(stack) > 1:
        unclosed = stack.pop()
        stack[-1].pieces += [openings.pop(), *unclosed.pieces]
    return "".join(stack[0].pieces)
