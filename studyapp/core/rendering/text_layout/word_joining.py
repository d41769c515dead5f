"""Keeping names such as “text-davinci-001” on one line."""

import re

WORD_JOINER = "\u2060"
"""An invisible character at which a line can't break."""

_MAX_NAME_LENGTH = 40
"""Longer names may break: they could be wider than a narrow card."""

_TAG_OR_HYPHENATED_WORD = re.compile(r"<[^<>]*>|(?<![\w.])[\w.]+(?:-[\w.]+)+")


def join_names(html: str) -> str:
    """Return the HTML with no line break at the hyphens of a name: a hyphenated word that contains a digit."""
    return _TAG_OR_HYPHENATED_WORD.sub(_join, html) if "-" in html else html


def _join(match: re.Match[str]) -> str:
    word = match[0]
    is_name = len(word) <= _MAX_NAME_LENGTH and any(character.isdigit() for character in word)
    return word.replace("-", f"-{WORD_JOINER}") if is_name and not word.startswith("<") else word
