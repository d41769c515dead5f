"""Words as a screen can bear them, whatever a deck holds: no direction overrides, control letters or towers of combining
marks, no endless words, and no more than a card has room for."""

import re
import unicodedata

LONGEST_TEXT = 20_000
"""Letters of one text that are shown; the rest is cut, and the cut is marked."""

_LONGEST_WORD = 200
_MOST_MARKS = 4
"""Combining marks on one letter: Vietnamese and Hebrew need no more."""

_WITHIN_A_LETTER = ("Mn", "Mc", "Me", "Cf")
"""Categories of letters after which a tower of marks still goes on."""

_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_PRIVATE = re.compile("[\ue000-\uefff\x00-\x08\x0b\x0c\x0e-\x1f]")
_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


def cut(words: str) -> str:
    """The text, no longer than is shown, and how much is missing."""
    if len(words) <= LONGEST_TEXT:
        return words
    return f"{words[:LONGEST_TEXT]} [… +{len(words) - LONGEST_TEXT:,}]"


def tamed(words: str) -> str:
    """The text without letters that break or fake a screen."""
    words = _PRIVATE.sub("", words.translate(_BIDI_CONTROLS))
    return words if words.isascii() else _without_towers(words)


def breakable(words: str) -> str:
    """The text with places in endless words where a line may end."""
    return _WORD.sub(lambda word: word[0] + "\u200b", words)


def has_endless_word(words: str) -> bool:
    """Whether a word is too long for a line."""
    return _WORD.search(words) is not None


def _without_towers(words: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in words:
        if unicodedata.combining(letter):
            marks += 1
        elif unicodedata.category(letter) not in _WITHIN_A_LETTER:
            marks = 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
