"""Words of texts, as the style rules compare them."""

import re
from itertools import pairwise

IDEOGRAPHS = "\u3400-\u9fff"
"""The range of Chinese characters, for use in a character class of a regular expression."""

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_WORD = re.compile(rf"\([a-z]\)|[a-z0-9][a-z0-9.+-]*|[{IDEOGRAPHS}]", re.IGNORECASE)

STOP_WORDS = frozenset([
    "the", "a", "an", "of", "in", "to", "for", "by", "and", "or", "is", "are", "was", "were", "did", "does",
    "do", "what", "which", "who", "how", "at", "on", "with", "as", "it", "its",
])  # fmt: skip
"""English words that don't tell questions apart."""


def is_chinese(language: str) -> bool:
    """Return whether a language tag is one of Chinese."""
    return language.startswith("zh")


def has_ideograph(text: str) -> bool:
    """Return whether a text contains a Chinese character."""
    return _IDEOGRAPH.search(text) is not None


def keywords(text: str) -> frozenset[str]:
    """Return what a text is about: its words and, for Chinese, each pair of adjacent characters."""
    words = [word.lower().rstrip(".-") for word in _WORD.findall(text)]
    pairs = {
        f"{first}{second}"
        for first, second in pairwise(words)
        if not first.isascii() and not second.isascii()
    }
    return frozenset(word for word in words if word.isascii() and word not in STOP_WORDS) | pairs


def contains_phrase(text: str, phrase: str) -> bool:
    """Return whether a text contains a phrase as whole words. Both are in lower case.

    Numbers inside numbers and names inside names don't count: "davinci" is not in "code-davinci-002". Between Chinese
    characters, there are no limits of words.
    """
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        end = start + len(phrase)
        if not _continues_before(text, start) and not _continues_after(text, end):
            return True
        start = text.find(phrase, start + 1)
    return False


def _continues_before(text: str, start: int) -> bool:
    if not _is_letter(text[start]) or start == 0:
        return False
    previous = text[start - 1]
    return _is_letter(previous) or (previous in "-_.," and start > 1 and _is_letter(text[start - 2]))


def _continues_after(text: str, end: int) -> bool:
    if not _is_letter(text[end - 1]) or end == len(text):
        return False
    following = text[end]
    return _is_letter(following) or (following in "-_.,'’" and _is_letter(text[end + 1 : end + 2]))


def _is_letter(character: str) -> bool:
    return character.isalnum() and _IDEOGRAPH.match(character) is None
