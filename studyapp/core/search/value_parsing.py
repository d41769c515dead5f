"""Parsing the values of terms."""

import math
import re
from collections.abc import Iterable

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Evidence
from studyapp.core.search.query import (
    CardIdTerm,
    CardOrdinalTerm,
    CardProperty,
    CardState,
    CardTemplateTerm,
    Comparison,
    FlagTerm,
    NoteIdTerm,
    PropertyTerm,
    RatedTerm,
    StateTerm,
)
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_tokens import Token
from studyapp.core.search.regular_expressions import compile_regex, has_nested_repetition
from studyapp.core.search.text_pattern import TextPattern, parse_pattern
from studyapp.core.study.rating import Rating
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MAX_FLAG = 4
MAX_REGEX_LENGTH = 1000
_MAX_DAYS = 100_000
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_SIGNED_NUMBER = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_NUMBER = re.compile(r"-?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})%?", re.ASCII)
_COMPARISON = re.compile("<=|>=|!=|=|<|>")
_WHOLE_PROPERTIES = frozenset({CardProperty.INTERVAL, CardProperty.REVIEWS, CardProperty.LAPSES})


def parse_days(text: str, start: int, name: str) -> int:
    """Return a number of days, at least 1. Raises QueryError if it is none."""
    if not _WHOLE_NUMBER.fullmatch(text):
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "“{name}:” needs a number of days, as in “{name}:7”"),
            start,
            start + len(text),
            name=name,
        )
    return min(max(1, int(text)), _MAX_DAYS)


def parse_rated(text: str, start: int) -> RatedTerm:
    """Parse `7` or `7:1`. Raises QueryError."""
    days, colon, rating = text.partition(":")
    parsed_days = parse_days(days, start, "rated")
    if not colon:
        return RatedTerm(parsed_days)
    if rating not in ("1", "2", "3", "4"):
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem", "A rating is a number from 1 (Again) to 4 (Easy), as in “rated:7:1”"
            ),
            start + len(days) + (0 if not rating else 1),
            start + len(text),
        )
    return RatedTerm(parsed_days, Rating(int(rating)))


def parse_flag(text: str, start: int) -> FlagTerm:
    """Parse a flag. Raises QueryError."""
    if not _WHOLE_NUMBER.fullmatch(text) or int(text) > MAX_FLAG:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "A flag is a number from 1 to {maximum}, or 0 for none"),
            start,
            start + len(text),
            maximum=MAX_FLAG,
        )
    return FlagTerm(int(text))


def parse_state(text: str, token: Token) -> StateTerm:
    """Parse a state of cards. Raises QueryError."""
    states = [state.value for state in CardState]
    if text.lower() not in states:
        _raise_for_unknown_value(text, states, token)
    return StateTerm(CardState(text.lower()))


def check_evidence(pattern: TextPattern, token: Token) -> None:
    """Raise QueryError if no level of evidence matches."""
    levels = [level.value for level in Evidence]
    regex = re.compile(pattern.to_regex(), re.IGNORECASE | re.DOTALL)
    if not any(regex.fullmatch(level) for level in levels):
        _raise_for_unknown_value(token.value, [*levels, "none"], token)


def _raise_for_unknown_value(text: str, known: Iterable[str], token: Token) -> None:
    raise QueryError(
        QT_TRANSLATE_NOOP("Problem", "“{name}:” knows no “{value}”, only {known}"),
        token.value_start,
        token.value_end,
        name=(token.name or "").lower(),
        value=text,
        known=", ".join(known),
    )


def parse_card(text: str, start: int) -> CardOrdinalTerm | CardTemplateTerm:
    """Parse an ordinal or the name of a template. Raises QueryError."""
    if _WHOLE_NUMBER.fullmatch(text):
        return CardOrdinalTerm(max(1, int(text)))
    return CardTemplateTerm(parse_pattern(text, start))


def parse_note_ids(text: str, start: int) -> NoteIdTerm:
    """Parse ids of notes, separated by commas. Raises QueryError."""
    ids = text.split(",")
    if not all(note_id.count("/") <= 1 and note_id.strip("/") == note_id != "" for note_id in ids):
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem", "Write IDs of notes, separated by commas, as in “nid:chatgpt/rlhf,chatgpt/davinci”"
            ),
            start,
            start + len(text),
        )
    return NoteIdTerm(tuple(ids))


def parse_card_ids(text: str, start: int) -> CardIdTerm:
    """Parse ids of cards, separated by commas. Raises QueryError."""
    try:
        cards = tuple(CardId.parse(card) for card in text.split(","))
        if not all(len(str(card.ordinal)) < 10 for card in cards):
            raise ValueError
    except ValueError as error:
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem", "Write IDs of cards, separated by commas, as in “cid:chatgpt/rlhf#1”"
            ),
            start,
            start + len(text),
        ) from error
    return CardIdTerm(cards)


def parse_property(text: str, token: Token) -> PropertyTerm:
    """Parse a comparison such as `ivl>=30`. Raises QueryError."""
    operator = _COMPARISON.search(text)
    name = text[: operator.start()] if operator else text.rstrip("0123456789.%:!")
    names = [one.value for one in CardProperty]
    if name.lower() not in names:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "“prop:” knows no “{value}”, only {known}"),
            token.value_start,
            token.value_start + len(name),
            value=name,
            known=", ".join(names),
        )
    if operator is None:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "A comparison such as =, < or >= is missing, as in “prop:{name}>5”"),
            token.value_start,
            token.value_end,
            name=name.lower(),
        )
    value = _parse_number(
        CardProperty(name.lower()), text[operator.end() :], token.value_start + operator.end()
    )
    return PropertyTerm(CardProperty(name.lower()), Comparison(operator[0]), value)


def _parse_number(card_property: CardProperty, text: str, start: int) -> float:
    if card_property in _WHOLE_PROPERTIES:
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        message = QT_TRANSLATE_NOOP("Problem", "“prop:{name}” needs a whole number, such as 5")
    elif card_property is CardProperty.DUE:
        if _SIGNED_NUMBER.fullmatch(text):
            return int(text)
        message = QT_TRANSLATE_NOOP(
            "Problem", "“prop:{name}” needs a whole number of days from today, such as 3 or -1"
        )
    else:
        number = _scaled_number(card_property, text)
        if number is not None:
            return number
        message = QT_TRANSLATE_NOOP("Problem", "“prop:{name}” needs a number, such as {example}")
    example = "0.9" if card_property is CardProperty.RETRIEVABILITY else "7.5"
    raise QueryError(
        message, start - (not text), start + len(text), name=card_property.value, example=example
    )


def _scaled_number(card_property: CardProperty, text: str) -> float | None:
    """Return the number, or None if it is none. A difficulty below 1 or in percent is on the scale of Anki."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.removesuffix("%"))
    if text.endswith("%"):
        number /= 100
        if card_property is CardProperty.STABILITY:
            return None
    if card_property is CardProperty.DIFFICULTY and (text.endswith("%") or number < 1):
        number = number * 9 + 1
    return number if math.isfinite(number) else None


def parse_regex(text: str, start: int, token: Token) -> str:
    """Return a regular expression without the escapes of quotes. Raises QueryError if it is not valid."""
    if not text:
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Write a regular expression after “re:”; put it in quotes if it has spaces, quotes or parentheses",
            ),
            token.start,
            token.end,
        )
    expression = text.replace('\\"', '"')
    if len(expression) > MAX_REGEX_LENGTH:
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "This regular expression is too long"), start, start + len(text)
        )
    try:
        compile_regex(expression)
    except (re.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        raise QueryError(
            QT_TRANSLATE_NOOP("Problem", "This regular expression is not valid: {reason}"),
            start,
            start + len(text),
            reason=reason,
        ) from error
    if has_nested_repetition(expression):
        raise QueryError(
            QT_TRANSLATE_NOOP(
                "Problem",
                "A repeated group with a repetition inside, such as “(a+)*”, can take forever; write it in another way",
            ),
            start,
            start + len(text),
        )
    return expression
