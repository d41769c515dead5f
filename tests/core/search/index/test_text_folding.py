"""Folding of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.search.index.text_folding import fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café ÉCOLE", "cafe ecole"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Ёлка", "елка"),
        ("ＡＢＣ１２", "abc12"),
        ("程式碼 乾淨的頭髮", "程式码 干净的头发"),
        ("ガラス", "ガラス"),
        ("한국어", "한국어"),
        ("हिन्दी", "हिन्दी"),
        ("שָׁלוֹם", "שלום"),
        ("a \t\n\u3000b\x1fc", "a b c"),
        ("a\U000f0001b\U0010fffdc", "abc"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_text(text) == folded


def test_traditional_and_simplified_chinese_are_equal() -> None:
    assert fold_text("頭髮發展") == fold_text("头发发展")


@given(st.text())
def test_folded_text_stays_as_it_is(text: str) -> None:
    folded = fold_text(text)
    assert fold_text(folded) == folded
