"""The differences between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import NamedTuple

_IDEOGRAPHS = "⺀-鿿가-힣豈-\ufaff"
_TOKEN = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+|\s+|.", re.DOTALL)
"""A word, a run of spaces or another character. Chinese, Japanese and Korean texts have no spaces between words, so each
of their characters counts as a word."""

_MAX_TOKENS = 4000
"""Of longer texts, everything between the first and the last difference counts as changed: comparing it would take
too long."""


_MAX_WORD_LENGTH, _MIN_WORD_SIMILARITY = 40, 0.5
"""Which words are compared letter by letter."""


class PartKind(Enum):
    """Whether a part is in both texts, only in the first one or only in the second one."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()


class TextPart(NamedTuple):
    """A part of two compared texts."""

    kind: PartKind
    text: str


def compare_texts(before: str, after: str) -> tuple[TextPart, ...]:
    """Return the parts of both texts in order. Without the added parts they are `before`, without the removed ones
    `after`. No part is empty."""
    return tuple(part for part in _compare(_TOKEN.findall(before), _TOKEN.findall(after)) if part.text)


def compare_closely(before: str, after: str) -> tuple[TextPart, ...]:
    """Return the parts as `compare_texts` does, but compare a word that replaces a similar one letter by letter."""
    parts: list[TextPart] = []
    for part in compare_texts(before, after):
        replaced = parts[-1] if parts and parts[-1].kind is PartKind.REMOVED else None
        if replaced is not None and part.kind is PartKind.ADDED and _are_similar(replaced.text, part.text):
            parts[-1:] = [one for one in _compare(list(replaced.text), list(part.text)) if one.text]
        else:
            parts.append(part)
    return tuple(parts)


def _are_similar(word: str, other: str) -> bool:
    if max(len(word), len(other)) > _MAX_WORD_LENGTH:
        return False
    return SequenceMatcher(None, word, other, False).ratio() >= _MIN_WORD_SIMILARITY


def _compare(before: list[str], after: list[str]) -> Iterator[TextPart]:
    start = _common_length(before, after)
    end = _common_length(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    yield TextPart(PartKind.SAME, "".join(before[:start]))
    if len(old) + len(new) > _MAX_TOKENS:
        yield TextPart(PartKind.REMOVED, "".join(old))
        yield TextPart(PartKind.ADDED, "".join(new))
    else:
        for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
            None, old, new, False
        ).get_opcodes():
            if tag == "equal":
                yield TextPart(PartKind.SAME, "".join(old[old_start:old_end]))
            else:
                yield TextPart(PartKind.REMOVED, "".join(old[old_start:old_end]))
                yield TextPart(PartKind.ADDED, "".join(new[new_start:new_end]))
    yield TextPart(PartKind.SAME, "".join(before[len(before) - end :]))


def _common_length(one: list[str], other: list[str]) -> int:
    length = 0
    for token, other_token in zip(one, other, strict=False):
        if token != other_token:
            break
        length += 1
    return length
