"""Parsing queries, and the messages about mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query import (
    All,
    And,
    AttributeTerm,
    CardIdTerm,
    CardOrdinalTerm,
    CardProperty,
    CardState,
    CardTemplateTerm,
    Comparison,
    DuplicateTerm,
    FieldRegexTerm,
    FieldTerm,
    FlagTerm,
    Not,
    NoteAttribute,
    NoteIdTerm,
    Or,
    PropertyTerm,
    Query,
    RatedTerm,
    RecentEvent,
    RecentTerm,
    RegexTerm,
    StateTerm,
    TagRegexTerm,
    TextTerm,
    WordTerm,
)
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_parsing import MAX_DEPTH, MAX_TERMS, parse_query
from studyapp.core.search.query_printing import print_query
from studyapp.core.search.text_pattern import TextPattern, Wildcard
from studyapp.core.study.rating import Rating
from tests.core.search.query_strategies import QUERIES

ANY, ONE = Wildcard.ANY_TEXT, Wildcard.ANY_CHARACTER


def pattern(*parts: str | Wildcard) -> TextPattern:
    return TextPattern(parts)


def text(*parts: str | Wildcard) -> TextTerm:
    return TextTerm(TextPattern(parts))


A, B, C = text("a"), text("b"), text("c")
FRONT = pattern("front")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", All()),
        (" \u3000\t", All()),
        ("a", A),
        ("a b", And((A, B))),
        ("a\u3000b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a and b or c", Or((And((A, B)), C))),
        ("a or b c", Or((A, And((B, C))))),
        ("a (b Or c)", And((A, Or((B, C))))),
        ("-a", Not(A)),
        ("-(a b)", Not(And((A, B)))),
        ("-", text("-")),
        ("a-b", text("a-b")),
        ("--a", Not(text("-a"))),
        ('"-a"', text("-a")),
        ('"a b"', text("a b")),
        ('a"b"(c)', And((A, B, C))),
        ('"and"', text("and")),
        ('"a \\" b"', text('a " b')),
        (r"a\:b\(\)\-\\", text("a:b()-\\")),
        (r"a*b_\*\_", text("a", ANY, "b", ONE, "*_")),
        ("w:a", WordTerm(pattern("a"))),
        ("nc:a", A),
        (r"re:\d+\ ", None),
        (r"re:\d+", RegexTerm(r"\d+")),
        ('"re:(a|b) \\" c"', RegexTerm('(a|b) " c')),
        ('re:"a b"', RegexTerm("a b")),
        ("front:a", FieldTerm(FRONT, pattern("a"))),
        ("FRONT:*a*", FieldTerm(pattern("FRONT"), pattern(ANY, "a", ANY))),
        ("front:", FieldTerm(FRONT, pattern())),
        ('front:""', FieldTerm(FRONT, pattern())),
        ("front:nc:a", FieldTerm(FRONT, pattern("a"))),
        ("front:a:b", FieldTerm(FRONT, pattern("a:b"))),
        ('front:re:"a b"', FieldRegexTerm(FRONT, "a b")),
        ('"front:a b"', FieldTerm(FRONT, pattern("a b"))),
        (r'front:a\:"b"', And((FieldTerm(FRONT, pattern("a:")), B))),
        (r'fr\ont:a', None),
        ("*:a", FieldTerm(pattern(ANY), pattern("a"))),
        ('deck:"a::b c"', AttributeTerm(NoteAttribute.DECK, pattern("a::b c"))),
        ("Tag:a::b", AttributeTerm(NoteAttribute.TAG, pattern("a::b"))),
        ("tag:NONE", AttributeTerm(NoteAttribute.TAG, None)),
        ("tag:re:^a", TagRegexTerm("^a")),
        ("note:cloze", AttributeTerm(NoteAttribute.NOTE_TYPE, pattern("cloze"))),
        ("evidence:*hyp*", AttributeTerm(NoteAttribute.EVIDENCE, pattern(ANY, "hyp", ANY))),
        ("deck:none", AttributeTerm(NoteAttribute.DECK, pattern("none"))),
        ("card:2", CardOrdinalTerm(2)),
        ("card:0", CardOrdinalTerm(1)),
        ('card:"Card 1"', CardTemplateTerm(pattern("Card 1"))),
        ("nid:d/a,b", NoteIdTerm(("d/a", "b"))),
        ("cid:d/a#2", CardIdTerm((CardId("d", "a", 2),))),
        ("is:Learn", StateTerm(CardState.LEARNING)),
        ("flag:0", FlagTerm(0)),
        ("prop:ivl>=30", PropertyTerm(CardProperty.INTERVAL, Comparison.GREATER_OR_EQUAL, 30)),
        ("prop:due=-1", PropertyTerm(CardProperty.DUE, Comparison.EQUAL, -1)),
        ("prop:S<.5", PropertyTerm(CardProperty.STABILITY, Comparison.LESS, 0.5)),
        ("prop:r!=80%", PropertyTerm(CardProperty.RETRIEVABILITY, Comparison.NOT_EQUAL, 0.8)),
        ("prop:d>8", PropertyTerm(CardProperty.DIFFICULTY, Comparison.GREATER, 8)),
        ("prop:d>0.5", PropertyTerm(CardProperty.DIFFICULTY, Comparison.GREATER, 5.5)),
        ("prop:d>50%", PropertyTerm(CardProperty.DIFFICULTY, Comparison.GREATER, 5.5)),
        ("rated:7", RatedTerm(7)),
        ("rated:0:1", RatedTerm(1, Rating.AGAIN)),
        ("added:3", RecentTerm(RecentEvent.ADDED, 3)),
        ('dupe:basic,"a"', None),
        ('"dupe:basic,a:b, c"', DuplicateTerm(pattern("basic"), "a:b, c")),
    ],
)  # fmt: skip
def test_queries(query: str, expected: Query | None) -> None:
    if expected is None:
        with pytest.raises(QueryError):
            parse_query(query)
    else:
        assert parse_query(query) == expected


@pytest.mark.parametrize(
    ("query", "marked", "message"),
    [
        ('a "b c', '"b c', "This quote is not closed"),
        ('a ""', '""', "There is nothing between the quotes"),
        ("a (b", "(", "This parenthesis is not closed"),
        ("a (", "(", "This parenthesis is not closed"),
        ("a) b", ")", "No parenthesis is open here"),
        (")", ")", "No parenthesis is open here"),
        ("a () b", "()", "There is nothing between the parentheses"),
        ("(a or)", "or", "missing after “or”"),
        ("a and", "and", "missing after “and”"),
        ("or a", "or", "missing before “or”"),
        ("a or and b", "or", "missing after “or”"),
        ("a deck: b", "deck:", "Write a value after “deck:”"),
        ("a :b", ":b", "The name is missing before the colon"),
        ("fron:a", "fron:a", "Did you mean “front:”?"),
        ('x "fron:a b"', "fron:a b\"", "Did you mean “front:”?"),
        ('x fron:"a b"', 'fron:"a b"', "Did you mean “front:”?"),
        (r'fro\q:"a b"', r"\q", "is not an escape"),
        (r'front:re:"(a b"', "(a b", "missing )"),
        ("http://x", "http://x", "There is no field or search term “http:”"),
        (r"a\qb", r"\q", "write “\\\\” for a backslash"),
        ("a\\", "\\", "is not an escape"),
        (r"tag:a\qb", r"\q", "is not an escape"),
        ('re:"(a"', "(a", "This regular expression is not valid: missing )"),
        ('re:"(a+)+$"', "(a+)+$", "can take forever"),
        ("re:", "re:", "Write a regular expression after “re:”"),
        ("re:(a)", "re:", "put it in quotes"),
        ("front:re:", "front:re:", "put it in quotes"),
        ("is:old", "old", "only new, learn, review"),
        ("evidence:fact", "fact", "strong-hypothesis"),
        ("flag:5", "5", "1 to 4"),
        ("flag:red", "red", "1 to 4"),
        ("prop:ease>2", "ease", "only s, d, r"),
        ("prop:ivl", "ivl", "A comparison such as"),
        ("prop:ivl30", "ivl30", "“prop:ivl>5”"),
        ("prop:ivl>1.5", "1.5", "needs a whole number"),
        ("prop:due<x", "x", "days from today"),
        ("prop:s>", ">", "needs a number, such as 7.5"),
        ("prop:r<x", "x", "needs a number, such as 0.9"),
        ("rated:x", "x", "number of days"),
        ("rated:7:5", "5", "A rating is a number from 1"),
        ("rated:7:", ":", "A rating is a number from 1"),
        ("added:-1", "-1", "“added:7”"),
        ("nid:a//b", "a//b", "IDs of notes"),
        ("nid:a,,b", "a,,b", "IDs of notes"),
        ("cid:a/b", "a/b", "IDs of cards"),
        ("dupe:basic", "dupe:basic", "dupe:basic,code"),
        ("a \udc80", "\udc80", "not a valid character"),
    ],
)  # fmt: skip
def test_mistakes_are_explained_at_their_place(query: str, marked: str, message: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(query)
    assert query[raised.value.start : raised.value.end] == marked
    assert message in str(raised.value)


def test_fields_of_custom_types_can_be_named() -> None:
    with pytest.raises(QueryError):
        parse_query("Vorderseite:a")
    assert parse_query("vorderseite:a", ["Vorderseite"]) == FieldTerm(pattern("vorderseite"), pattern("a"))
    with pytest.raises(QueryError, match="Did you mean “Vorderseite:”"):
        parse_query("Vorderseit:a", ["Vorderseite"])


def test_queries_have_limits() -> None:
    parse_query("a " * MAX_TERMS)
    with pytest.raises(QueryError, match="at most"):
        parse_query("a " * (MAX_TERMS + 1))
    parse_query("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)
    with pytest.raises(QueryError, match="Too many parentheses"):
        parse_query("(" * 100_000 + "a")
    with pytest.raises(QueryError, match="too long"):
        parse_query("re:" + "a" * 10_000)


def test_a_terminal_shows_where_the_mistake_is() -> None:
    query = "能力 is:old\tx"
    with pytest.raises(QueryError) as raised:
        parse_query(query)
    assert raised.value.point_at_mistake(query) == "能力 is:old x\n        ^^^"


@given(QUERIES)
def test_printed_queries_parse_as_the_same_tree(query: Query) -> None:
    assert parse_query(print_query(query)) == query


GARBAGE = st.lists(
    st.sampled_from(
        ["(", ")", "-", '"', "\\", ":", "*", "_", " ", "or", "and", "a", "能", "prop:", "s", "<=", "1", "re:", "[", "is:",
         "new", "front:", "tag:", "none", "rated:", "deck:", ",", "#", "/", "dupe:basic,", "%", "."]
    ) | st.text(max_size=3),
    max_size=12,
).map("".join)  # fmt: skip


@given(GARBAGE)
def test_any_text_is_a_query_or_has_a_mistake_at_a_place(query: str) -> None:
    try:
        parsed = parse_query(query)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(query)
        assert str(error)
        error.point_at_mistake(query)
    else:
        hash(parsed)
