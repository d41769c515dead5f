"""Completion of names and values while a query is typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from studyapp.core.notes.note import Evidence
from studyapp.core.search.index.field_names import BUILT_IN_FIELD_NAMES
from studyapp.core.search.query import (
    AttributeTerm,
    CardProperty,
    CardState,
    CardTemplateTerm,
    Comparison,
    NoteAttribute,
    RecentEvent,
)
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_printing import print_query
from studyapp.core.search.query_tokens import Token, TokenKind, split_query
from studyapp.core.search.term_parsing import TERM_NAMES
from studyapp.core.search.text_pattern import TextPattern
from studyapp.core.search.value_parsing import MAX_FLAG

MAX_CANDIDATES = 50

_DAYS = ("1", "7", "30")


class CompletionValues(NamedTuple):
    """What can be completed besides what the language itself knows: the values of each attribute, the names of card
    templates, and those of the fields of custom note types."""

    by_attribute: Mapping[NoteAttribute, Sequence[str]] = {}
    templates: Sequence[str] = ()
    field_names: Sequence[str] = ()


class Completions(NamedTuple):
    """Texts that may replace a query from `start` to `end`, best first. A name ends with its colon."""

    start: int
    end: int
    candidates: tuple[str, ...] = ()


def complete_query(text: str, cursor: int, values: CompletionValues) -> Completions:
    """Return the completions of the term before the cursor."""
    token = _term_before(text[:cursor])
    if token is None:
        return Completions(cursor, cursor)
    if token.name is None:
        if token.start < cursor and text[token.start] == '"':
            return Completions(cursor, cursor)
        candidates: Iterable[str] = _matching(token.value, _names(values), only_at_start=True)
    else:
        candidates = _value_candidates(token.name.lower(), token.value, values)
    typed = text[token.start : cursor]
    chosen = [candidate for candidate in candidates if candidate != typed][:MAX_CANDIDATES]
    return Completions(token.start, _term_end(text, token.start, cursor), tuple(chosen))


def _term_before(typed: str) -> Token | None:
    """Return the term at the end of what was typed, an empty one after a space."""
    tokens: list[Token] = []
    for closing in ("", '"'):
        try:
            tokens = list(split_query(typed + closing))
        except QueryError:
            continue
        if tokens and tokens[-1].kind is TokenKind.TERM and tokens[-1].end == len(typed) + len(closing):
            return tokens[-1]
        if closing == "":
            return Token(TokenKind.TERM, len(typed), len(typed))
    return None


def _term_end(text: str, start: int, cursor: int) -> int:
    """Return where the term ends in which the cursor is."""
    try:
        return next((token.end for token in split_query(text) if token.start == start), cursor)
    except QueryError:
        return cursor


def _names(values: CompletionValues) -> Iterable[str]:
    fields = (_field_term(name) for name in (*BUILT_IN_FIELD_NAMES, *values.field_names))
    return dict.fromkeys((*(f"{name}:" for name in TERM_NAMES), *fields))


def _field_term(name: str) -> str:
    return f"{TextPattern.literal(name).to_query_text(escapes_colons=True)}:"


def _value_candidates(name: str, typed: str, values: CompletionValues) -> Iterable[str]:
    if name == "prop":
        return _property_candidates(typed)
    fixed = _fixed_values(name)
    if fixed:
        return _matching(f"{name}:{typed}", (f"{name}:{value}" for value in fixed), only_at_start=True)
    if name == "card":
        terms = {
            value: print_query(CardTemplateTerm(TextPattern.literal(value))) for value in values.templates
        }
    elif name in list(NoteAttribute):
        attribute = NoteAttribute(name)
        terms = {
            value: print_query(AttributeTerm(attribute, TextPattern.literal(value)))
            for value in _matching(typed, values.by_attribute.get(attribute, ()))[:MAX_CANDIDATES]
        }
    else:
        return ()
    return [terms[value] for value in _matching(typed, terms)]


def _fixed_values(name: str) -> Sequence[str]:
    """Return the values that the language itself has."""
    if name == "is":
        return [state.value for state in CardState]
    if name == NoteAttribute.EVIDENCE:
        return [*(level.value for level in Evidence), "none"]
    if name == "flag":
        return [str(flag) for flag in range(MAX_FLAG + 1)]
    if name == "rated" or name in list(RecentEvent):
        return _DAYS
    return ()


def _property_candidates(typed: str) -> Iterable[str]:
    names = [one.value for one in CardProperty]
    if typed.lower() in names:
        comparisons = (f"prop:{typed}{comparison.value}" for comparison in Comparison)
        longer = (
            f"prop:{name}" for name in names if name.startswith(typed.lower()) and name != typed.lower()
        )
        return [*comparisons, *longer]
    return _matching(f"prop:{typed}", (f"prop:{name}" for name in names), only_at_start=True)


def _matching(typed: str, candidates: Iterable[str], *, only_at_start: bool = False) -> list[str]:
    """Return the candidates that contain what was typed, whatever the case, first those that begin with it."""
    wanted = typed.replace("\\", "").replace("*", "").casefold()
    folded = [(candidate.replace("\\", "").casefold(), candidate) for candidate in candidates]
    at_start = [candidate for text, candidate in folded if text.startswith(wanted)]
    if only_at_start:
        return at_start
    return at_start + [
        candidate for text, candidate in folded if wanted in text and not text.startswith(wanted)
    ]
