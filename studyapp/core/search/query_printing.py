"""Printing queries: the text whose tree is a given one."""

from typing import assert_never

from studyapp.core.search import query as tree
from studyapp.core.search.text_pattern import TextPattern

_SPECIAL_OUTSIDE_QUOTES = frozenset('"() \t\n')


def print_query(query: tree.Query) -> str:
    """Return a text that `parse_query` parses as this tree."""
    match query:
        case tree.All():
            return ""
        case tree.And(parts):
            return " ".join(_print_part(part) for part in parts)
        case tree.Or(parts):
            return " or ".join(
                f"({print_query(part)})" if isinstance(part, tree.Or) else print_query(part) for part in parts
            )
        case tree.Not(part):
            return f"-{_print_negated(part)}"
        case _:
            return _print_term(query)


def _print_part(query: tree.Query) -> str:
    """Return the text of a part of a conjunction or a negated query."""
    return f"({print_query(query)})" if isinstance(query, tree.And | tree.Or) else print_query(query)


def _print_negated(query: tree.Query) -> str:
    # After a hyphen, another one would be ordinary text.
    return f"({print_query(query)})" if isinstance(query, tree.Not) else _print_part(query)


def _print_term(term: tree.Term) -> str:
    match term:
        case tree.TextTerm(pattern):
            return _print_text(pattern)
        case tree.WordTerm(pattern):
            return _print_named("w", pattern.to_query_text())
        case tree.RegexTerm(expression):
            return _print_named("re", _escape_quotes(expression))
        case tree.FieldTerm(field, pattern):
            return _print_field(field, _protect_prefix(pattern))
        case tree.FieldRegexTerm(field, expression):
            return _print_field(field, f"re:{_escape_quotes(expression)}")
        case tree.AttributeTerm(attribute, pattern):
            return _print_named(attribute.value, _print_attribute(pattern))
        case tree.TagRegexTerm(expression):
            return _print_named("tag", f"re:{_escape_quotes(expression)}")
        case tree.DuplicateTerm(note_type, text):
            literal = TextPattern.literal(text).to_query_text()
            return _print_named("dupe", f"{note_type.to_query_text()},{literal}")
        case _:
            return _print_card_term(term)


def _print_card_term(
    term: tree.CardOrdinalTerm | tree.CardTemplateTerm | tree.NoteIdTerm | tree.CardIdTerm | tree.StateTerm
    | tree.FlagTerm | tree.PropertyTerm | tree.RatedTerm | tree.RecentTerm,
) -> str:  # fmt: skip
    match term:
        case tree.CardOrdinalTerm(ordinal):
            return f"card:{ordinal}"
        case tree.CardTemplateTerm(pattern):
            return _print_named("card", pattern.to_query_text())
        case tree.NoteIdTerm(ids):
            return _print_named("nid", ",".join(ids))
        case tree.CardIdTerm(cards):
            return _print_named("cid", ",".join(map(str, cards)))
        case tree.StateTerm(state):
            return f"is:{state.value}"
        case tree.FlagTerm(flag):
            return f"flag:{flag}"
        case tree.PropertyTerm(number, comparison, value):
            return f"prop:{number.value}{comparison.value}{value:.9f}".rstrip("0").rstrip(".")
        case tree.RatedTerm(days, rating):
            return f"rated:{days}" if rating is None else f"rated:{days}:{rating.value}"
        case tree.RecentTerm(event, days):
            return f"{event.value}:{days}"
        case _:
            assert_never(term)


def _print_text(pattern: TextPattern) -> str:
    text = pattern.to_query_text(escapes_colons=True)
    needs_quotes = (
        not _SPECIAL_OUTSIDE_QUOTES.isdisjoint(text)
        or any(character.isspace() for character in text)
        or text.startswith("-")
        or text.lower() in ("and", "or")
    )
    return f'"{text}"' if needs_quotes else text


def _print_named(name: str, value: str) -> str:
    needs_quotes = not _SPECIAL_OUTSIDE_QUOTES.isdisjoint(value) or any(one.isspace() for one in value)
    return f'{name}:"{value}"' if needs_quotes else f"{name}:{value}"


def _print_field(field: TextPattern, value: str) -> str:
    name = field.to_query_text(escapes_colons=True)
    if any(one.isspace() or one in "()" for one in name):
        return f'"{name}:{value}"'
    return _print_named(name, value)


def _print_attribute(pattern: TextPattern | None) -> str:
    return "none" if pattern is None else _protect_prefix(pattern)


def _protect_prefix(pattern: TextPattern) -> str:
    """Return the text of a pattern. The colon of `re:` and `nc:` at its start is escaped."""
    text = pattern.to_query_text()
    return f"{text[:2]}\\{text[2:]}" if text.startswith(("re:", "nc:")) else text


def _escape_quotes(expression: str) -> str:
    return expression.replace('"', '\\"')
