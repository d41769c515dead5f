"""Blanks in the HTML of a field, as Anki reads them: they may stand within each other, and one may have several numbers."""

import re
from collections.abc import Callable

from studyapp.core.text.html_entities import unescape_entities

_DELIMITER = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3})*)::|\}\}")
_TAG = re.compile(r"<[^<>]*>")
MAX_CLOZE_NUMBER = 500
"""Anki makes no card of a larger one."""

_MAX_DEPTH = 10
"""Blanks within each other; deeper ones are text."""


class _OpenCloze:
    """A blank whose end is not reached yet; the outermost one is the field itself."""

    def __init__(self, numbers: frozenset[int]) -> None:
        self.numbers = numbers
        self.pieces: list[str] = []


def nested_cloze_numbers(html: str) -> list[int]:
    """The numbers of the blanks, ascending."""
    found: set[int] = set()

    def learn(numbers: frozenset[int], words: str, _hint: str) -> str:
        found.update(numbers)
        return words

    _replace_clozes(html, learn)
    return sorted(number for number in found if 0 < number <= MAX_CLOZE_NUMBER)


def hide_clozes(html: str, number: int) -> str:
    """The field with the blanks of this number hidden behind their hint, the others filled in."""

    def cover(numbers: frozenset[int], words: str, hint: str) -> str:
        return f'<span class="blank">[{hint or "…"}]</span>' if number in numbers else words

    return _replace_clozes(html, cover)


def fill_clozes(html: str, number: int) -> str:
    """The field with all blanks filled in, those of this number marked."""

    def mark(numbers: frozenset[int], words: str, _hint: str) -> str:
        return f'<span class="filled">{words}</span>' if number in numbers else words

    return _replace_clozes(html, mark)


def cloze_answer_text(html: str, number: int) -> str:
    """What the blanks of this number hide, without markup."""
    found: list[str] = []

    def learn(numbers: frozenset[int], words: str, _hint: str) -> str:
        if number in numbers:
            found.append(unescape_entities(_TAG.sub("", words)))
        return words

    _replace_clozes(html, learn)
    return ", ".join(found)


def _replace_clozes(html: str, replace: Callable[[frozenset[int], str, str], str]) -> str:
    """Each blank, from the innermost on, replaced by what comes of its numbers, its words and its hint. What begins and
    does not end is text."""
    stack = [_OpenCloze(frozenset())]
    openings: list[str] = []
    last = too_deep = 0
    for edge in _DELIMITER.finditer(html):
        stack[-1].pieces.append(html[last : edge.start()])
        last = edge.end()
        if too_deep or (edge[1] and len(stack) > _MAX_DEPTH):
            too_deep += 1 if edge[1] else -1
            stack[-1].pieces.append(edge[0])
        elif edge[1]:
            stack.append(_OpenCloze(frozenset(map(int, edge[1].split(",")))))
            openings.append(edge[0])
        elif len(stack) > 1:
            done = stack.pop()
            openings.pop()
            words, _, hint = "".join(done.pieces).partition("::")
            stack[-1].pieces.append(replace(done.numbers, words, hint))
        else:
            stack[-1].pieces.append(edge[0])
    stack[-1].pieces.append(html[last:])
    while len(stack) > 1:
        unended = stack.pop()
        stack[-1].pieces += [openings.pop(), *unended.pieces]
    return "".join(stack[0].pieces)
