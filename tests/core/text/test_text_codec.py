from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.text_codec import decode_text, encode_text


def test_text_for_all_languages_is_encoded_as_a_string() -> None:
    assert encode_text(LocalizedText.language_neutral("words")) == "words"
    assert encode_text(LocalizedText((("en", "words"),))) == {"en": "words"}


@given(st.dictionaries(st.sampled_from(["", "en", "zh-Hant"]), st.text(min_size=1), min_size=1))
def test_text_is_decoded_as_it_was_encoded(versions: dict[str, str]) -> None:
    text = LocalizedText(tuple(versions.items()))
    assert decode_text(encode_text(text)) == text
