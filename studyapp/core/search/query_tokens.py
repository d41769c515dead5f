"""Splitting a query into tokens."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.search.query_error import QueryError
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class TokenKind(Enum):
    """The kind of a token."""

    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    AND = auto()
    OR = auto()
    TERM = auto()


class Token(NamedTuple):
    """A part of a query, and its offsets there.

    Terms have a value and, if there is a colon, a name. Both are as written, with their escapes. `value_start` is such that
    offsets in the value count from there, except in what is between the name and a quote, as in `front:re:"a b"`.
    `value_end` is before the closing quote.
    """

    kind: TokenKind
    start: int
    end: int
    name: str | None = None
    name_start: int = 0
    value: str = ""
    value_start: int = 0

    @property
    def value_end(self) -> int:
        """The offset after the value."""
        return self.value_start + len(self.value)


def split_query(text: str) -> Iterator[Token]:
    """Yield the tokens of a query. Raises QueryError for a quote that is not closed."""
    position = 0
    previous: Token | None = None
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
            continue
        if character in "()":
            kind = TokenKind.OPEN if character == "(" else TokenKind.CLOSE
            token = Token(kind, position, position + 1)
        elif character == "-" and _negates(text, position, previous):
            token = Token(TokenKind.NOT, position, position + 1)
        elif character == '"':
            token = _read_quoted_term(text, position)
        else:
            token = _read_unquoted_term(text, position)
        yield token
        previous = token
        position = token.end


def _negates(text: str, position: int, previous: Token | None) -> bool:
    """Return whether a hyphen negates what follows: not if nothing does, and not after another such hyphen."""
    following = text[position + 1 : position + 2]
    is_repeated = previous is not None and previous.kind is TokenKind.NOT and previous.end == position
    return bool(following) and not following.isspace() and following != ")" and not is_repeated


def _read_quoted_term(text: str, start: int) -> Token:
    end = _find_closing_quote(text, start)
    content = text[start + 1 : end]
    if not content:
        raise QueryError(QT_TRANSLATE_NOOP("Problem", "There is nothing between the quotes"), start, end + 1)
    return _make_term(content, start + 1, start, end + 1)


def _read_unquoted_term(text: str, start: int) -> Token:
    position = start
    colons: list[int] = []
    while position < len(text):
        character = text[position]
        if character == '"' and colons and colons[-1] == position - 1:  # such as deck:"a b" or front:re:"a b"
            end = _find_closing_quote(text, position)
            name, prefix = text[start : colons[0]], text[colons[0] + 1 : position]
            value = f"{prefix}{text[position + 1 : end]}"
            return Token(TokenKind.TERM, start, end + 1, name, start, value, position + 1 - len(prefix))
        if character.isspace() or character in '"()':
            break
        if character == ":":
            colons.append(position)
        is_escape = character == "\\" and text[position + 1 : position + 2].strip() != ""
        position += 2 if is_escape else 1
    content = text[start:position]
    if content.lower() in ("and", "or"):
        return Token(TokenKind[content.upper()], start, position)
    return _make_term(content, start, start, position)


def _find_closing_quote(text: str, start: int) -> int:
    position = start + 1
    while position < len(text):
        if text[position] == '"':
            return position
        position += 2 if text[position] == "\\" else 1
    raise QueryError(QT_TRANSLATE_NOOP("Problem", "This quote is not closed"), start, len(text))


def _make_term(content: str, content_start: int, start: int, end: int) -> Token:
    colon = _find_colon(content)
    if colon is None:
        return Token(TokenKind.TERM, start, end, None, start, content, content_start)
    name, value = content[:colon], content[colon + 1 :]
    return Token(TokenKind.TERM, start, end, name, content_start, value, content_start + colon + 1)


def _find_colon(content: str) -> int | None:
    position = 0
    while position < len(content):
        if content[position] == ":":
            return position
        position += 2 if content[position] == "\\" else 1
    return None
