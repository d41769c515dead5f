"""Cloze deletions in the HTML of a field, as Anki reads them: they may be nested, and one may have several
numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from studyapp.core.text.html_entities import unescape_entities

_DELIMITER = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3})*)::|\}\}")
_TAG = re.compile(r"<[^<>]*>")
_MASK_PREFIX = "image-occlusion:"
MAX_CLOZE_NUMBER = 500
"""Anki generates no card for a larger number."""

_MAX_DEPTH = 10
"""Maximum nesting depth. Deeper deletions are treated as text."""

_ELLIPSIS = "…"


@dataclass(slots=True)
class _Cloze:
    """A deletion: its text, which may contain other deletions, and the hint behind `::`. The outermost one, without
    numbers, stands for the field itself."""

    numbers: frozenset[int]
    opening: str = ""
    parts: list["str | _Cloze"] = field(default_factory=list)
    hint: str | None = None

    def add_text(self, text: str) -> None:
        """Add text up to the next delimiter. As in Anki, what follows `::` in it replaces the hint, and the text goes on
        after a deletion in the hint."""
        if self.numbers and "::" in text:
            text, _, self.hint = text.partition("::")
        if text:
            self.parts.append(text)

    @property
    def is_mask(self) -> bool:
        """Whether the deletion is a mask over an image rather than text."""
        return bool(self.parts) and isinstance(self.parts[0], str) and self.parts[0].startswith(_MASK_PREFIX)

    @property
    def full_text(self) -> str:
        """The text with all deletions in it filled in."""
        return "".join(part if isinstance(part, str) else part.full_text for part in self.parts)


def nested_cloze_numbers(html: str) -> list[int]:
    """Return the cloze numbers in the HTML, in ascending order."""
    numbers = {number for cloze in _iterate_clozes(_parse(html)) for number in cloze.numbers}
    return sorted(number for number in numbers if 0 < number <= MAX_CLOZE_NUMBER)


def hide_clozes(html: str, number: int) -> str:
    """Return the field with the deletions of this number hidden behind their hints and the others filled in. Empty if no
    deletion has this number."""
    return _render_card_side(html, number, is_hidden=True)


def fill_clozes(html: str, number: int) -> str:
    """Return the field with all deletions filled in and those of this number marked. Empty if no deletion has this
    number."""
    return _render_card_side(html, number, is_hidden=False)


def fill_all_clozes(html: str) -> str:
    """Return the HTML with all deletions filled in. What has no end is kept as text."""
    return _parse(html, keeps_unclosed=True).full_text


def cloze_hints(html: str, number: int) -> str:
    """Return the hints of the deletions of this number, joined by commas."""
    return ", ".join(
        _ELLIPSIS if cloze.hint is None else cloze.hint for cloze in _clozes_with_number(html, number)
    )


def cloze_answers(html: str, number: int) -> str:
    """Return the HTML that the deletions of this number hide, joined by commas."""
    return ", ".join(cloze.full_text for cloze in _clozes_with_number(html, number))


def cloze_answer_text(html: str, number: int) -> str:
    """Return the text to type for the deletions of this number, without markup: joined by commas, and only once if all
    are the same."""
    answers = [
        unescape_entities(_TAG.sub("", cloze.full_text)) for cloze in _clozes_with_number(html, number)
    ]
    return answers[0] if answers and len(set(answers)) == 1 else ", ".join(answers)


def _clozes_with_number(html: str, number: int) -> list[_Cloze]:
    return [cloze for cloze in _iterate_clozes(_parse(html)) if number in cloze.numbers]


def _iterate_clozes(cloze: _Cloze) -> Iterator[_Cloze]:
    """Yield the deletion, if it is not the field itself, and all deletions in it."""
    if cloze.numbers:
        yield cloze
    for part in cloze.parts:
        if isinstance(part, _Cloze):
            yield from _iterate_clozes(part)


def _render_card_side(html: str, number: int, *, is_hidden: bool) -> str:
    field_content = _parse(html)
    if all(number not in cloze.numbers for cloze in _iterate_clozes(field_content)):
        return ""
    return _render_parts(field_content, number, is_hidden=is_hidden)


def _render_parts(cloze: _Cloze, number: int, *, is_hidden: bool) -> str:
    return "".join(
        part if isinstance(part, str) else _render_cloze(part, number, is_hidden=is_hidden)
        for part in cloze.parts
    )


def _render_cloze(cloze: _Cloze, number: int, *, is_hidden: bool) -> str:
    if cloze.is_mask:
        return ""
    if number not in cloze.numbers:
        return _render_parts(cloze, number, is_hidden=is_hidden)
    if is_hidden:
        return f'<span class="blank">[{_ELLIPSIS if cloze.hint is None else cloze.hint}]</span>'
    return f'<span class="filled">{_render_parts(cloze, number, is_hidden=False)}</span>'


def _parse(html: str, *, keeps_unclosed: bool = False) -> _Cloze:
    """Return the field as a tree of deletions. As in Anki, a deletion without an end shows nothing, unless
    `keeps_unclosed`."""
    stack = [_Cloze(frozenset())]
    position = too_deep = 0
    for delimiter in _DELIMITER.finditer(html):
        stack[-1].add_text(html[position : delimiter.start()])
        position = delimiter.end()
        if too_deep or (delimiter[1] and len(stack) > _MAX_DEPTH):
            too_deep += 1 if delimiter[1] else -1
            stack[-1].parts.append(delimiter[0])
        elif delimiter[1]:
            stack.append(_Cloze(frozenset(map(int, delimiter[1].split(","))), delimiter[0]))
        elif len(stack) > 1:
            closed = stack.pop()
            stack[-1].parts.append(closed)
        else:
            stack[-1].parts.append(delimiter[0])
    stack[-1].add_text(html[position:])
    while keeps_unclosed and len(stack) > 1:
        unclosed = stack.pop()
        hint = [] if unclosed.hint is None else ["::", unclosed.hint]
        stack[-1].parts += [unclosed.opening, *unclosed.parts, *hint]
    return stack[0]
