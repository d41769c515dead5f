import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text import text_limits


def test_texts_without_combining_marks_have_none() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    known = [
        character for character in characters if text_limits._WITHOUT_COMBINING_MARKS.fullmatch(character)
    ]
    assert {"a", "é", "Ж", "中", "か", "한", "。"} <= set(known)
    assert not any(map(unicodedata.combining, known))


@given(st.text(st.sampled_from("aé中\u0301\u0300\u05b0\u200d\u0e49\u302b\u3099")))
def test_marks_are_limited_in_texts_of_all_scripts(text: str) -> None:
    assert text_limits.sanitize_text(text) == text_limits._limit_combining_marks(text)
