"""Parsing the terms of a query: what stands before the colon, and the value after it."""

import re
from collections.abc import Iterable

from studyapp.core.search import value_parsing
from studyapp.core.search.index.field_names import BUILT_IN_FIELD_NAMES
from studyapp.core.search.query import (
    AttributeTerm,
    DuplicateTerm,
    FieldRegexTerm,
    FieldTerm,
    NoteAttribute,
    RecentEvent,
    RecentTerm,
    RegexTerm,
    TagRegexTerm,
    Term,
    TextTerm,
    WordTerm,
)
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_tokens import Token
from studyapp.core.search.text_pattern import parse_pattern
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

TERM_NAMES = (
    *(attribute.value for attribute in NoteAttribute),
    "card", "is", "flag", "prop", "rated", *(event.value for event in RecentEvent), "nid", "cid", "re", "w", "nc", "dupe",
)  # fmt: skip
"""The names that have a meaning of their own. Any other name is that of a field."""

_REGEX_PREFIX = "re:"
_NO_ACCENTS_PREFIX = "nc:"

_ATTRIBUTES_THAT_MAY_BE_MISSING = frozenset(NoteAttribute) - {NoteAttribute.DECK, NoteAttribute.NOTE_TYPE}


class TermParser:
    """Parses terms, where fields of custom note types have these names."""

    def __init__(self, field_names: Iterable[str]) -> None:
        self._field_names = (*BUILT_IN_FIELD_NAMES, *field_names)

    def parse(self, token: Token) -> Term:
        """Return the term. Raises QueryError if it has a mistake."""
        if token.name is None:
            return TextTerm(parse_pattern(token.value, token.value_start))
        name = token.name.lower()
        if not name:
            raise QueryError(
                QT_TRANSLATE_NOOP(
                    "Problem", "The name is missing before the colon; to search for a colon, write “\\:”"
                ),
                token.start,
                token.end,
            )
        if name not in TERM_NAMES:
            return self._parse_field(token)
        if not token.value and name != "re":
            raise QueryError(
                QT_TRANSLATE_NOOP("Problem", "Write a value after “{name}:”"),
                token.start,
                token.end,
                name=name,
            )
        if name in _ATTRIBUTES:
            return _parse_attribute(NoteAttribute(name), token)
        if name in _EVENTS:
            return RecentTerm(
                RecentEvent(name), value_parsing.parse_days(token.value, token.value_start, name)
            )
        return _parse_other(name, token)

    def _parse_field(self, token: Token) -> Term:
        name = parse_pattern(token.name or "", token.name_start)
        matches = re.compile(name.to_regex(), re.IGNORECASE | re.DOTALL).fullmatch
        if not any(matches(field_name) for field_name in self._field_names):
            self._raise_for_unknown_name(token)
        if token.value.startswith(_REGEX_PREFIX):
            start = token.value_start + len(_REGEX_PREFIX)
            return FieldRegexTerm(
                name, value_parsing.parse_regex(token.value[len(_REGEX_PREFIX) :], start, token)
            )
        prefix = _NO_ACCENTS_PREFIX if token.value.startswith(_NO_ACCENTS_PREFIX) else ""
        return FieldTerm(
            name, parse_pattern(token.value.removeprefix(prefix), token.value_start + len(prefix))
        )

    def _raise_for_unknown_name(self, token: Token) -> None:
        from difflib import get_close_matches

        known = {name.lower(): name for name in (*self._field_names, *TERM_NAMES)}
        similar = get_close_matches((token.name or "").lower(), known, 1, 0.6)
        if similar:
            raise QueryError(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "There is no field or search term “{name}:”. Did you mean “{suggestion}:”? To search for a colon, "
                    "write “\\:”",
                ),
                token.name_start,
                token.end,
                name=token.name,
                suggestion=known[similar[0]],
            )
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no field or search term “{name}:”. To search for a colon, write “\\:”"
            ),
            token.name_start,
            token.end,
            name=token.name,
        )


_ATTRIBUTES = frozenset(attribute.value for attribute in NoteAttribute)
_EVENTS = frozenset(event.value for event in RecentEvent)


def _parse_attribute(attribute: NoteAttribute, token: Token) -> Term:
    if attribute is NoteAttribute.TAG and token.value.startswith(_REGEX_PREFIX):
        start = token.value_start + len(_REGEX_PREFIX)
        return TagRegexTerm(value_parsing.parse_regex(token.value[len(_REGEX_PREFIX) :], start, token))
    if attribute in _ATTRIBUTES_THAT_MAY_BE_MISSING and token.value.lower() == "none":
        return AttributeTerm(attribute, None)
    pattern = parse_pattern(token.value, token.value_start)
    if attribute is NoteAttribute.EVIDENCE:
        value_parsing.check_evidence(pattern, token)
    return AttributeTerm(attribute, pattern)


def _parse_other(name: str, token: Token) -> Term:
    value, start = token.value, token.value_start
    match name:
        case "nc":
            return TextTerm(parse_pattern(value, start))
        case "w":
            return WordTerm(parse_pattern(value, start))
        case "re":
            return RegexTerm(value_parsing.parse_regex(value, start, token))
        case "card":
            return value_parsing.parse_card(value, start)
        case "is":
            return value_parsing.parse_state(value, token)
        case "flag":
            return value_parsing.parse_flag(value, start)
        case "prop":
            return value_parsing.parse_property(value, token)
        case "rated":
            return value_parsing.parse_rated(value, start)
        case "nid":
            return value_parsing.parse_note_ids(value, start)
        case "cid":
            return value_parsing.parse_card_ids(value, start)
        case _:
            return _parse_duplicate(token)


def _parse_duplicate(token: Token) -> DuplicateTerm:
    note_type, comma, text = token.value.partition(",")
    if not comma or not note_type or not text:
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Write a note type, a comma and the text of the first field, as in “dupe:basic,code”",
            ),
            token.start,
            token.end,
        )
    pattern = parse_pattern(text, token.value_start + len(note_type) + 1)
    written = "".join(part if isinstance(part, str) else part.value for part in pattern.parts)
    return DuplicateTerm(parse_pattern(note_type, token.value_start), written)
