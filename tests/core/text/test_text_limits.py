import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text import text_limits


def test_every_harmless_character_is_kept_and_is_no_combining_mark() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    harmless = [character for character in characters if text_limits._HARMLESS.fullmatch(character)]
    assert {"a", "é", "Ж", "中", "か", "한", "。", "\n"} <= set(harmless)
    assert not any(map(unicodedata.combining, harmless))
    text = "".join(harmless)
    assert text_limits._PRIVATE_OR_CONTROL.sub("", text.translate(text_limits._BIDI_CONTROLS)) == text


@given(st.text(st.sampled_from("aé中\n\x07\ue000\u202e\u0301\u0300\u05b0\u200d\u0e49\u302b\u3099")))
def test_texts_are_sanitized_the_same_with_and_without_the_shortcut(text: str) -> None:
    result = text_limits.sanitize_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_limits, "_HARMLESS", re.compile("(?!)"))
        assert text_limits.sanitize_text(text) == result
