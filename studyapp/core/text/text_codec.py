"""JSON of localized texts: a string, or an object with one string per language."""

from typing import Any

from studyapp.core.text.localized_text import LocalizedText


def encode_text(text: LocalizedText) -> Any:
    """Return the text as a JSON value."""
    return dict(text.versions) if text.languages else text.versions[0][1]


def decode_text(value: Any) -> LocalizedText:
    """Return the text that `encode_text` encoded."""
    return (
        LocalizedText.language_neutral(value)
        if isinstance(value, str)
        else LocalizedText(tuple(value.items()))
    )
