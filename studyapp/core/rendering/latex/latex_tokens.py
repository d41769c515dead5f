"""Splitting LaTeX into tokens."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[^\\]", re.DOTALL)
_STARRED = {"\\operatorname*", "\\hspace*", "\\tag*", "\\\\*"}


class Token(NamedTuple):
    """A command, or a single character. `end` is its end in the LaTeX."""

    text: str
    end: int

    @property
    def is_command(self) -> bool:
        """Whether it starts with a backslash."""
        return self.text.startswith("\\")


def split_tokens(latex: str) -> list[Token]:
    """Return the tokens of some LaTeX, with spaces. A backslash at the end is a token of its own."""
    tokens: list[Token] = []
    position = 0
    while position < len(latex):
        match = _TOKEN.match(latex, position)
        text = match[0] if match else latex[position]
        if text.endswith("*") and text not in _STARRED and len(text) > 2:
            text = text[:-1]
        position += len(text)
        tokens.append(Token(text, position))
    return tokens
