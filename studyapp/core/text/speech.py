"""Texts of a card that are read aloud, and their links in its HTML."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple
from urllib.parse import quote, unquote

from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.sounds import PLAY_MARK, SOUND_TAG, Sound, parse_sound_link

SPEECH_SCHEME = "speech"

SPEECH_TAG = re.compile(r"\[anki:tts lang=([a-zA-Z_-]{2,12})\]((?:(?!\[/?anki:)[^<>]){1,2000})\[/anki:tts\]")
"""Anki's way to write a text that is read aloud. Groups are its language and the text as HTML."""

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[_-][a-zA-Z]{2,8})*")
_MARKUP_CHARACTERS = re.compile(r"<[^<>]*>|[\[\]<>]")
_SPEECH_LINK = re.compile(rf'<a class="speech" href="{SPEECH_SCHEME}:[^"/]*/([^"]*)">{PLAY_MARK}</a>')
_PLAYABLE_LINK = re.compile(r'<a class="(?:sound|speech)" href="([^"]*)">')


class Speech(NamedTuple):
    """A text to read aloud, and its language such as `en_US`. An empty language leaves the choice to the voice."""

    text: str
    language: str


def write_speech_tag(html: str, language: str) -> str:
    """Return the text of this HTML as a tag, or an empty string if nothing can be read aloud."""
    text = " ".join(_MARKUP_CHARACTERS.sub(" ", SOUND_TAG.sub(" ", html)).split())
    return f"[anki:tts lang={language}]{text}[/anki:tts]" if text and _LANGUAGE.fullmatch(language) else ""


def render_speech(language: str, html_text: str) -> str:
    """Return the link that reads a text aloud."""
    address = f"{SPEECH_SCHEME}:{language}/{quote(unescape_entities(html_text), safe='')}"
    return f'<a class="speech" href="{escape(address)}">{PLAY_MARK}</a>'


def parse_playable_link(address: str) -> Sound | Speech | None:
    """Return what a link plays, or None if it is another link."""
    scheme, _, rest = address.partition(":")
    if scheme != SPEECH_SCHEME:
        return parse_sound_link(address)
    language, _, text = rest.partition("/")
    return Speech(unquote(text), language)


def remove_speech(html: str) -> str:
    """Return the HTML without the links that read texts aloud."""
    return _SPEECH_LINK.sub("", html)


def describe_speech(html: str) -> str:
    """Return the HTML with each link that reads a text aloud replaced by the text."""
    return (
        _SPEECH_LINK.sub(lambda link: escape(unquote(link[1])), html) if f'"{SPEECH_SCHEME}' in html else html
    )


def playable_parts(html: str) -> Iterator[Sound | Speech]:
    """Yield the sounds and the texts to read aloud in the HTML of a card, in order."""
    for address in _PLAYABLE_LINK.findall(html):
        part = parse_playable_link(address)
        if part is not None:
            yield part
