"""Read the messages of the translation catalogues."""

from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tools import translations

ENGLISH, CHINESE, SIMPLIFIED = (
    translations.FOLDER / translations.CATALOGUES[language] for language in ("en", "zh_Hant", "zh_Hans")
)


class Message(NamedTuple):
    """A message of a catalogue."""

    context: str
    source: str
    is_plural: bool
    state: str
    forms: tuple[str, ...]


def read_messages(catalogue: Path) -> list[Message]:
    """The messages of a catalogue, in order."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ElementTree.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    is_plural = message.get("numerus") == "yes"
    forms = (
        [form.text or "" for form in translation.iter("numerusform")]
        if is_plural
        else [translation.text or ""]
    )
    return Message(
        context, message.findtext("source", ""), is_plural, translation.get("type", ""), tuple(forms)
    )


def message_keys(catalogue: Path) -> set[tuple[str, str, bool]]:
    """The lookup keys of its messages."""
    return {(message.context, message.source, message.is_plural) for message in read_messages(catalogue)}
