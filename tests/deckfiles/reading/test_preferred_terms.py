"""The field `terms` of a deck file."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.deck import PreferredTerm
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.editing.deck_title_editing import set_deck_title
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes

PATH = Path("d.yaml")


def read(terms: str) -> DeckReadResult:
    return read_deck_bytes(
        f"deck: d\ntitle: D\nterms: {terms}\nnotes: [{{id: a, front: q, back: a}}]\n".encode(), PATH
    )


def test_terms_are_read() -> None:
    result = read("[{use: 程式碼, avoid: [代碼, 12]}, {use: ' tuning ', avoid: [adjusting]}]")
    assert result.problems == ()
    assert result.deck is not None
    assert result.deck.preferred_terms == (
        PreferredTerm("程式碼", ("代碼", "12")),
        PreferredTerm("tuning", ("adjusting",)),
    )


def test_deck_without_terms() -> None:
    result = read("[]")
    assert result.problems == ()
    assert result.deck is not None
    assert result.deck.preferred_terms == ()


@pytest.mark.parametrize(("terms", "kind", "field"), [
    ("words", ProblemKind.LIST_EXPECTED, "terms"),
    ("{use: a, avoid: [b]}", ProblemKind.LIST_EXPECTED, "terms"),
    ("[a]", ProblemKind.MAPPING_EXPECTED, "terms"),
    ("[{use: a}]", ProblemKind.FIELD_MISSING, "avoid"),
    ("[{avoid: [a]}]", ProblemKind.FIELD_MISSING, "use"),
    ("[{use: a, avoid: b}]", ProblemKind.LIST_EXPECTED, "avoid"),
    ("[{use: a, avoid: []}]", ProblemKind.FIELD_EMPTY, "avoid"),
    ("[{use: '', avoid: [b]}]", ProblemKind.FIELD_EMPTY, "use"),
    ("[{use: a, avoid: [' ']}]", ProblemKind.FIELD_EMPTY, "avoid"),
    ("[{use: [a], avoid: [b]}]", ProblemKind.TEXT_EXPECTED, "use"),
    ("[{use: a, avoid: [b], why: c}]", ProblemKind.UNKNOWN_FIELD, "why"),
])  # fmt: skip
def test_problems_name_the_field(terms: str, kind: ProblemKind, field: str) -> None:
    (problem,) = read(terms).problems
    assert (problem.kind, dict(problem.values)["field"], problem.line) == (kind, field, 3)


_words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(_words, st.lists(_words, min_size=1, max_size=3)), max_size=4))
def test_written_terms_are_read_and_kept_by_an_edit(terms: list[tuple[str, list[str]]]) -> None:
    fields = {
        "deck": "d",
        "title": "D",
        "terms": [{"use": use, "avoid": avoid} for use, avoid in terms],
        "notes": [{"id": "a", "front": "q", "back": "a"}],
    }
    data = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False).encode()
    expected = tuple(PreferredTerm(use, tuple(avoid)) for use, avoid in terms)
    for content in (data, set_deck_title(data, PATH, LocalizedText.language_neutral("Other"))):
        result = read_deck_bytes(content, PATH)
        assert result.problems == ()
        assert result.deck is not None
        assert result.deck.preferred_terms == expected
