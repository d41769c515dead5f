"""Words as a screen can bear them, whatever a deck holds: no direction overrides, control letters or towers of combining
marks, no endless words, and no more than a card has room for."""

import re
import unicodedata

MAX_TEXT_LENGTH = 20_000
"""Letters of one text that are shown; the rest is cut, and the cut is marked."""

_MAX_WORD_LENGTH = 200
_MAX_COMBINING_MARKS = 4
"""Combining marks on one letter: Vietnamese and Hebrew need no more."""

_MARK_CATEGORIES = ("Mn", "Mc", "Me", "Cf")
"""Categories of letters after which a tower of marks still goes on."""

_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_PRIVATE_OR_CONTROL = re.compile("[\ue000-\uefff\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONG_WORD = re.compile(rf"\S{{{_MAX_WORD_LENGTH}}}(?=\S)")


def truncate(text: str) -> str:
    """The text, no longer than is shown, and how much is missing."""
    if len(text) <= MAX_TEXT_LENGTH:
        return text
    return f"{text[:MAX_TEXT_LENGTH]} [… +{len(text) - MAX_TEXT_LENGTH:,}]"


def sanitize_text(text: str) -> str:
    """The text without letters that break or fake a screen."""
    text = _PRIVATE_OR_CONTROL.sub("", text.translate(_BIDI_CONTROLS))
    return text if text.isascii() else _limit_combining_marks(text)


def add_break_points(text: str) -> str:
    """The text with places in endless words where a line may end."""
    return _LONG_WORD.sub(lambda word: word[0] + "\u200b", text)


def has_overlong_word(text: str) -> bool:
    """Whether a word is too long for a line."""
    return _LONG_WORD.search(text) is not None


def _limit_combining_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in text:
        if unicodedata.combining(letter):
            marks += 1
        elif unicodedata.category(letter) not in _MARK_CATEGORIES:
            marks = 0
        if marks <= _MAX_COMBINING_MARKS:
            kept.append(letter)
    return "".join(kept)
