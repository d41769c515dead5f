"""The tokens of an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.search.index.index_tokens import query_tokens, text_tokens
from studyapp.core.search.index.text_folding import fold_text

TEXTS = st.text(
    st.sampled_from("abcé程式能力ガไทย한 ._-1") | st.characters(exclude_categories=["Cs"]), max_size=20
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("code", {"cod", "ode"}),
        ("能力", {"能", "力", "能力"}),
        ("gpt能", {"gpt", "能"}),
        ("a_bcd.e", {"bcd"}),
        ("ab", set()),
        ("，。", set()),
    ],
)
def test_tokens_of_a_text(text: str, tokens: set[str]) -> None:
    assert text_tokens(text) == tokens


def test_a_query_needs_only_the_pairs() -> None:
    assert query_tokens("程式能") == {"程式", "式能"}
    assert query_tokens("程") == {"程"}


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_has_the_tokens_of_all_its_parts(before: str, part: str, after: str) -> None:
    folded = fold_text(part)
    assert query_tokens(folded) <= text_tokens(f"{fold_text(before)}{folded}{fold_text(after)}")
