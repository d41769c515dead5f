"""Sounds on a card: how their links are written in its HTML.

A sound is a link of the scheme `sound` with a play mark. Its path is relative to the folder of the deck.
"""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple
from urllib.parse import quote, unquote

SOUND_SCHEME = "sound"
SOUND_CLASS = "sound"
AUDIO_SUFFIXES = ("aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav")
"""Suffixes with which the Markdown of an image stands for a sound."""

PLAYABLE_SUFFIXES = ("flac", "mp3", "wav")
"""Suffixes of the formats that the window can play. Files of other formats are kept."""

SOUND_TAG = re.compile(r"\[sound:([^\[\]<>\n]*)\]")
"""Anki's way to write a sound. Group 1 is the name of the file."""

PLAY_MARK = "▶"
_PATH = re.compile(r"\w[\w .()+-]*(/\w[\w .()+-]*)*\.\w{1,10}")
_SOUND_LINK = re.compile(rf'<a class="{SOUND_CLASS}" href="{SOUND_SCHEME}:([^"]*)">{PLAY_MARK}([^<]*)</a>')


class Sound(NamedTuple):
    """A sound on a card: its path relative to the folder of the deck, and its label as HTML, which may be empty."""

    path: str
    label: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]


def is_sound_path(path: str) -> bool:
    """Return whether this may be the path of a sound: plain names below the folder of the deck, and a suffix."""
    return _PATH.fullmatch(path) is not None


def has_audio_suffix(path: str) -> bool:
    """Return whether a file with this path is a sound by its suffix."""
    return path.rpartition(".")[2].lower() in AUDIO_SUFFIXES


def is_playable(path: str) -> bool:
    """Return whether a sound with this path can be played by its suffix."""
    return path.rpartition(".")[2].lower() in PLAYABLE_SUFFIXES


def is_sound_address(address: str) -> bool:
    """Return whether a link to this address is a sound."""
    return address.startswith(f"{SOUND_SCHEME}:")


def render_sound(path: str, label: str = "") -> str:
    """Return the link of a sound."""
    text = escape(f" {label}" if label else "", quote=False)
    return f'<a class="{SOUND_CLASS}" href="{SOUND_SCHEME}:{quote(path)}">{PLAY_MARK}{text}</a>'


def parse_sound_link(address: str) -> Sound | None:
    """Return the sound to which a link leads, without its label, or None if it is another link."""
    scheme, _, path = address.partition(":")
    return Sound(unquote(path), "") if scheme == SOUND_SCHEME else None


def sounds_in(html: str) -> list[Sound]:
    """Return the sounds in the HTML of a card, in order."""
    if SOUND_CLASS not in html:
        return []
    return [_sound(match) for match in _SOUND_LINK.finditer(html)]


def replace_sounds(html: str, replace: Callable[[Sound], str]) -> str:
    """Return the HTML with each sound replaced by other HTML."""
    return _SOUND_LINK.sub(lambda match: replace(_sound(match)), html) if SOUND_CLASS in html else html


def describe_sounds(html: str) -> str:
    """Return the HTML with each sound replaced by its description, for readers who can't see the play mark."""
    return replace_sounds(html, lambda sound: f"Sound: {sound.label or escape(sound.name)}")


def write_sound_tags(html: str) -> str:
    """Return the HTML with each sound written in Anki's way, followed by its label."""
    return replace_sounds(html, lambda sound: f"[sound:{sound.path}] {sound.label}".rstrip())


def _sound(match: re.Match[str]) -> Sound:
    return Sound(unquote(match[1]), match[2].strip())
