"""A text as JSON has it: a string, or an object by language."""

from typing import Any

from studyapp.core.text.localized_text import LocalizedText


def encode_text(text: LocalizedText) -> Any:
    """The text as JSON can hold it."""
    return dict(text.versions) if text.languages else text.versions[0][1]


def decode_text(value: Any) -> LocalizedText:
    """The text that `encode_text` gave."""
    return (
        LocalizedText.language_neutral(value)
        if isinstance(value, str)
        else LocalizedText(tuple(value.items()))
    )
