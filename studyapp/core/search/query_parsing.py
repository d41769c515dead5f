"""Parsing queries. The grammar is Anki's: terms side by side are joined by `and`, which binds more tightly than `or`."""

from collections.abc import Iterable

from studyapp.core.search.query import All, And, Not, Or, Query
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_tokens import Token, TokenKind, split_query
from studyapp.core.search.term_parsing import TermParser
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_TERMS = 400
"""SQLite limits how large a condition may be."""

MAX_DEPTH = 8
"""Of parentheses. The parser of SQLite has a small stack."""


def parse_query(text: str, field_names: Iterable[str] = ()) -> Query:
    """Return the tree of a query.

    `field_names` are the names of fields of custom note types, which may be searched like those of the built-in ones.
    Raises QueryError for a mistake in the query.
    """
    _raise_if_not_text(text)
    tokens = list(split_query(text))
    terms = [token for token in tokens if token.kind is TokenKind.TERM]
    if len(terms) > MAX_TERMS:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "A search can have at most {maximum} terms"),
            terms[MAX_TERMS].start,
            len(text),
            maximum=MAX_TERMS,
        )
    if not tokens:
        return All()
    return _QueryParser(tokens, TermParser(field_names)).parse()


def _raise_if_not_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "This is not a valid character"), error.start, error.end
        ) from error


class _QueryParser:
    def __init__(self, tokens: list[Token], term_parser: TermParser) -> None:
        self._tokens = tokens
        self._term_parser = term_parser
        self._index = 0
        self._depth = 0

    def parse(self) -> Query:
        query = self._parse_alternatives()
        if self._index < len(self._tokens):
            token = self._tokens[self._index]
            raise QueryError(
                QT_TRANSLATE_NOOP("Problem", "No parenthesis is open here"), token.start, token.end
            )
        return query

    @property
    def _kind(self) -> TokenKind | None:
        """The kind of the next token; None at the end."""
        return self._tokens[self._index].kind if self._index < len(self._tokens) else None

    def _parse_alternatives(self) -> Query:
        parts = [self._parse_conjunction()]
        while self._kind is TokenKind.OR:
            self._index += 1
            parts.append(self._parse_conjunction())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _parse_conjunction(self) -> Query:
        parts = [self._parse_operand()]
        while self._kind not in (None, TokenKind.OR, TokenKind.CLOSE):
            if self._kind is TokenKind.AND:
                self._index += 1
            parts.append(self._parse_operand())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _parse_operand(self) -> Query:
        if self._kind not in (TokenKind.NOT, TokenKind.OPEN, TokenKind.TERM):
            self._raise_for_missing_operand()
        token = self._tokens[self._index]
        self._index += 1
        if token.kind is TokenKind.NOT:
            return Not(self._parse_operand())
        if token.kind is TokenKind.OPEN:
            return self._parse_group(token)
        return self._term_parser.parse(token)

    def _parse_group(self, opening: Token) -> Query:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError(
                QT_TRANSLATE_NOOP("Problem", "Too many parentheses in parentheses"),
                opening.start,
                opening.end,
            )
        if self._kind is TokenKind.CLOSE:
            raise QueryError(
                QT_TRANSLATE_NOOP("Problem", "There is nothing between the parentheses"),
                opening.start,
                self._tokens[self._index].end,
            )
        if self._kind is None:
            _raise_for_unclosed(opening)
        query = self._parse_alternatives()
        if self._kind is None:
            _raise_for_unclosed(opening)
        self._index += 1
        self._depth -= 1
        return query

    def _raise_for_missing_operand(self) -> None:
        """Raise QueryError for an operator with nothing to search for on one side."""
        is_operator = self._kind in (TokenKind.AND, TokenKind.OR)
        previous = self._tokens[self._index - 1] if self._index else None
        follows_operator = previous is not None and previous.kind in (TokenKind.AND, TokenKind.OR)
        operator = previous if follows_operator and previous else self._tokens[self._index]
        if not (is_operator or follows_operator):
            raise QueryError(
                QT_TRANSLATE_NOOP("Problem", "No parenthesis is open here"), operator.start, operator.end
            )
        message = (
            QT_TRANSLATE_NOOP(
                "Problem",
                "Something to search for is missing after “{operator}”; to search for the word, put it in quotes",
            )
            if follows_operator
            else QT_TRANSLATE_NOOP(
                "Problem",
                "Something to search for is missing before “{operator}”; to search for the word, put it in quotes",
            )
        )
        raise QueryError(message, operator.start, operator.end, operator=operator.kind.name.lower())


def _raise_for_unclosed(opening: Token) -> None:
    raise QueryError(
        QT_TRANSLATE_NOOP("Problem", "This parenthesis is not closed"), opening.start, opening.end
    )
