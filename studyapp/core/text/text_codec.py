"""JSON of localized texts: a string, or an object with one string per language."""

from typing import Any

from studyapp.core.text.localized_text import ANY_LANGUAGE, LocalizedText


def encode_text(text: LocalizedText) -> Any:
    """Return the text as a JSON value."""
    language, first = text.versions[0]
    if language == ANY_LANGUAGE and len(text.versions) == 1:
        return first
    return dict(text.versions) if text.languages else first


def decode_text(value: Any) -> LocalizedText:
    """Return the text that `encode_text` encoded."""
    return (
        LocalizedText.language_neutral(value)
        if isinstance(value, str)
        else LocalizedText(tuple(value.items()))
    )
