"""Completion of queries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.search.completion import Completions, CompletionValues, complete_query
from studyapp.core.search.query import NoteAttribute
from studyapp.core.search.query_parsing import parse_query

VALUES = CompletionValues(
    {
        NoteAttribute.TAG: ("animal", "big animal", "verb::strong"),
        NoteAttribute.DECK: ("Languages", "Languages::French", 'Odd "(one)*'),
    },
    ("question", "Card 1"),
    ("Word", "Two words"),
)


def complete(text: str) -> Completions:
    """Complete at the cursor, which is written as `|`."""
    before, _, after = text.partition("|")
    return complete_query(before + after, len(before), VALUES)


@pytest.mark.parametrize(
    ("text", "start", "candidates"),
    [
        ("de|", 0, ["deck:", "definition:"]),
        ("x (TA|", 3, ["tag:"]),
        ("-ta|", 1, ["tag:"]),
        ("wo|", 0, ["Word:"]),
        ("tw|", 0, ["Two words:"]),
        ("tag:|", 0, ["tag:animal", 'tag:"big animal"', "tag:verb::strong"]),
        ("tag:ANI|", 0, ["tag:animal", 'tag:"big animal"']),
        ("tag:strong|", 0, ["tag:verb::strong"]),
        ('a -tag:"big a|', 3, ['tag:"big animal"']),
        ("deck:lang|", 0, ["deck:Languages", "deck:Languages::French"]),
        ("deck:odd|", 0, ['deck:"Odd \\"(one)\\*"']),
        ("is:b|", 0, ["is:buried"]),
        ("is:buried|", 0, []),
        ("flag:|", 0, ["flag:0", "flag:1", "flag:2", "flag:3", "flag:4"]),
        ("evidence:con|", 0, ["evidence:conclusion"]),
        ("rated:|", 0, ["rated:1", "rated:7", "rated:30"]),
        ("prop:i|", 0, ["prop:ivl"]),
        ("prop:ivl|", 0, ["prop:ivl=", "prop:ivl!=", "prop:ivl<", "prop:ivl<=", "prop:ivl>", "prop:ivl>="]),
        ("card:c|", 0, ['card:"Card 1"']),
        ("front:x|", 0, []),
        ('"de|', 3, []),
        ("zz|", 0, []),
    ],
)
def test_candidates(text: str, start: int, candidates: list[str]) -> None:
    found = complete(text)
    assert (found.start, list(found.candidates)) == (start, candidates)


def test_the_whole_term_is_replaced() -> None:
    found = complete("a tag:an|xyz b")
    assert (found.start, found.end) == (2, 11)
    assert complete('tag:"big|').end == 8


def test_all_names_are_offered_for_nothing() -> None:
    assert "is:" in complete("a |").candidates
    assert complete("a |").start == complete("a |").end == 2


@given(st.text(st.sampled_from('ab:"\\ ()-*_tgdeck'), max_size=12), st.integers(0, 12))
def test_any_text_can_be_completed(text: str, cursor: int) -> None:
    found = complete_query(text, min(cursor, len(text)), VALUES)
    assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize("attribute", list(VALUES.by_attribute))
def test_completed_values_mean_themselves(attribute: NoteAttribute) -> None:
    for candidate in complete(f"{attribute.value}:|").candidates:
        term = parse_query(candidate)
        assert "".join(term.pattern.texts) in VALUES.by_attribute[attribute]  # type: ignore[union-attr]
