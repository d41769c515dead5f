"""Limits that make any text of a deck safe to display.

They exclude bidirectional overrides, control characters, stacks of combining marks, overlong words, and more text
than a card can show.
"""

import re
import unicodedata

MAX_TEXT_LENGTH = 20_000
"""Characters of a text that are shown. Longer text is truncated, and the truncation is marked."""

MAX_LINE_LENGTH = 400
"""Characters of a text that a list or a map shows on one line."""

_MAX_WORD_LENGTH = 200
_MAX_COMBINING_MARKS = 4
"""Combining marks per character. Vietnamese and Hebrew need no more."""

_MARK_CATEGORIES = ("Mn", "Mc", "Me", "Cf")
"""Unicode categories of characters that don't end a stack of combining marks."""

_HARMLESS = re.compile(
    "[\t\n\r\x20-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u2029\u202f-\u2065\u206a-\u206f"
    "\u3000-\u3029\u3030-\u3098\u30a0-\ua66d\uac00-\ud7a3\uff00-\uffef\U0001f300-\U0001faff]*"
)
"""Texts in which `sanitize_text` finds nothing to remove, in scripts without combining marks such as Latin, Greek, Cyrillic,
Chinese, Japanese and Korean. Other texts may have something."""

_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_PRIVATE_OR_CONTROL = re.compile("[\ue000-\uefff\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONG_WORD = re.compile(rf"\S{{{_MAX_WORD_LENGTH}}}(?=\S)")


def truncate(text: str) -> str:
    """Truncate the text to `MAX_TEXT_LENGTH` characters and append the number of missing ones."""
    if len(text) <= MAX_TEXT_LENGTH:
        return text
    return f"{text[:MAX_TEXT_LENGTH]} [… +{len(text) - MAX_TEXT_LENGTH:,}]"


def shorten_to_line(text: str) -> str:
    """Return the text on one line. If it is longer than `MAX_LINE_LENGTH`, it ends in an ellipsis."""
    line = " ".join(text[: 2 * MAX_LINE_LENGTH].split())
    return line if len(line) <= MAX_LINE_LENGTH else f"{line[: MAX_LINE_LENGTH - 1].rstrip()}…"


def sanitize_text(text: str) -> str:
    """Remove characters that corrupt or spoof the display: controls, private use, and excess combining marks."""
    if _HARMLESS.fullmatch(text):
        return text
    text = _PRIVATE_OR_CONTROL.sub("", text.translate(_BIDI_CONTROLS))
    return text if text.isascii() else _limit_combining_marks(text)


def add_break_points(text: str) -> str:
    """Insert zero-width spaces into overlong words, so that lines can break there."""
    return _LONG_WORD.sub(lambda match: match[0] + "\u200b", text)


def has_overlong_word(text: str) -> bool:
    """Return whether the text contains a word that is too long for a line."""
    return _LONG_WORD.search(text) is not None


def _limit_combining_marks(text: str) -> str:
    kept_characters: list[str] = []
    mark_count = 0
    for character in text:
        if unicodedata.combining(character):
            mark_count += 1
        elif unicodedata.category(character) not in _MARK_CATEGORIES:
            mark_count = 0
        if mark_count <= _MAX_COMBINING_MARKS:
            kept_characters.append(character)
    return "".join(kept_characters)
