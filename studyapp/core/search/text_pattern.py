"""Patterns of text with wildcards, as in Anki: `*` stands for any text, `_` for one character."""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from studyapp.core.search.query_error import QueryError
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

_ESCAPABLE = '\\":()-*_'
"""The characters that a backslash makes ordinary."""


class Wildcard(Enum):
    """A part of a pattern that stands for text."""

    ANY_TEXT = "*"
    ANY_CHARACTER = "_"


class TextPattern(NamedTuple):
    """Ordinary texts and wildcards, in order. Texts are not empty, and none follows another."""

    parts: tuple[str | Wildcard, ...] = ()

    @classmethod
    def literal(cls, text: str) -> "TextPattern":
        """Return a pattern without wildcards."""
        return cls((text,) if text else ())

    @property
    def has_wildcards(self) -> bool:
        """Whether the pattern stands for more than one text."""
        return any(isinstance(part, Wildcard) for part in self.parts)

    @property
    def texts(self) -> tuple[str, ...]:
        """The ordinary texts, which are part of every text that matches."""
        return tuple(part for part in self.parts if isinstance(part, str))

    @property
    def matches_everything(self) -> bool:
        """Whether the pattern is only `*`."""
        return bool(self.parts) and all(part is Wildcard.ANY_TEXT for part in self.parts)

    def map_texts(self, convert: Callable[[str], str]) -> "TextPattern":
        """Return the pattern with each ordinary text converted."""
        parts = ((convert(part) if isinstance(part, str) else part) for part in self.parts)
        return TextPattern(tuple(part for part in parts if part != ""))

    def to_regex(self, any_character: str = ".") -> str:
        """Return an equivalent regular expression, to be used with DOTALL. `any_character` is what `_` matches, and `*`
        any number of times."""
        regex_by_wildcard = {
            Wildcard.ANY_TEXT: f"(?:{any_character})*",
            Wildcard.ANY_CHARACTER: f"(?:{any_character})",
        }
        return "".join(
            re.escape(part) if isinstance(part, str) else regex_by_wildcard[part] for part in self.parts
        )

    def to_query_text(self, *, escapes_colons: bool = False) -> str:
        """Return the pattern as written in a query, without quotes around it."""
        special = '\\"*_:' if escapes_colons else '\\"*_'
        return "".join(
            "".join(f"\\{one}" if one in special else one for one in part)
            if isinstance(part, str)
            else part.value
            for part in self.parts
        )


def parse_pattern(text: str, start: int) -> TextPattern:
    """Return the pattern that is written at offset `start` of a query. Raises QueryError for an unknown escape."""
    parts: list[str | Wildcard] = []
    ordinary = ""
    position = 0
    while position < len(text):
        character = text[position]
        if character == "\\":
            escaped = text[position + 1 : position + 2]
            if not escaped or escaped not in _ESCAPABLE:
                raise QueryError(
                    QT_TRANSLATE_NOOP(
                        "Problem",
                        "“{escape}” is not an escape; write “\\\\” for a backslash",
                    ),
                    start + position,
                    start + position + 1 + len(escaped),
                    escape=f"\\{escaped}",
                )
            ordinary += escaped
            position += 2
            continue
        if character in "*_":
            if ordinary:
                parts.append(ordinary)
            parts.append(Wildcard(character))
            ordinary = ""
        else:
            ordinary += character
        position += 1
    return TextPattern((*parts, ordinary) if ordinary else tuple(parts))
