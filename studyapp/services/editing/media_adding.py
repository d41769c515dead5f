"""Adding images and sounds to the media folder of a deck, named by their content."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import atomic_write
from studyapp.core.notes.media_names import media_folder
from studyapp.core.text.sounds import AUDIO_SUFFIXES, is_playable
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

IMAGE_SUFFIXES = ("png", "jpg", "jpeg", "gif", "webp", "bmp")
"""Suffixes of the images that cards show."""

LARGE_IMAGE_BYTES = 5_000_000
"""Images from this size on make cards and exports slow."""

MAX_SOUND_BYTES = 20_000_000
"""Larger sounds are not played."""

_MAX_STEM_LENGTH = 40
_DIGEST_LENGTH = 8
_UNSAFE = re.compile(r"[^\w-]+")


class UnsupportedMediaError(TranslatableError):
    """A file that cards can't show or play."""


class AddedMedia(NamedTuple):
    """A file in the media folder of a deck. `path` is relative to the folder of the deck file."""

    name: str
    path: str
    is_sound: bool
    is_too_large: bool
    """Whether the image slows cards down, or the sound is too large to be played."""

    is_playable: bool
    """False for a sound in a format that is kept and exported, but not played."""


def is_media_file(name: str) -> bool:
    """Return whether a file with this name is an image or a sound by its suffix."""
    return _suffix(name) in (*IMAGE_SUFFIXES, *AUDIO_SUFFIXES)


def add_media_file(file: Path, deck_folder: Path, deck_id: str) -> AddedMedia:
    """Copy an image or a sound to the media folder of a deck. `deck_folder` contains the deck file.

    Raises UnsupportedMediaError for other files, and OSError if a file can't be read or written.
    """
    if not is_media_file(file.name):
        raise UnsupportedMediaError(
            QT_TRANSLATE_NOOP(
                "Problem",
                "Cards can't show {name}. Use a picture (PNG, JPEG, GIF, WebP, BMP) or a sound (MP3, WAV, FLAC).",
            ),
            name=file.name,
        )
    return add_media(file.read_bytes(), file.name, deck_folder, deck_id)


def add_media(data: bytes, name: str, deck_folder: Path, deck_id: str) -> AddedMedia:
    """Write an image or a sound to the media folder of a deck. The same content under the same name is written once.

    A file that has the name but another content, because it was edited since, stays: the new one gets a number. Raises OSError if the file can't be written.
    """
    suffix = _suffix(name)
    stem = _UNSAFE.sub("-", name.rpartition(".")[0]).strip("-_")[:_MAX_STEM_LENGTH].rstrip("-_") or "file"
    digest = hashlib.sha256(data).hexdigest()[:_DIGEST_LENGTH]
    folder = deck_folder / media_folder(deck_id)
    path, number = folder / f"{stem}-{digest}.{suffix}", 1
    while path.exists() and not _has_content(path, data):
        number += 1
        path = folder / f"{stem}-{digest}-{number}.{suffix}"
    stored_name = path.name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write(data)
    is_sound = suffix in AUDIO_SUFFIXES
    return AddedMedia(
        stored_name,
        f"{folder.name}/{stored_name}",
        is_sound,
        len(data) > (MAX_SOUND_BYTES if is_sound else LARGE_IMAGE_BYTES),
        not is_sound or is_playable(stored_name),
    )


def _has_content(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def media_reference(media: AddedMedia, *, is_html: bool) -> str:
    """Return the text that shows an image or plays a sound. Fields of custom note types name the file only."""
    if media.is_sound:
        return f"[sound:{media.name if is_html else media.path}]"
    return f'<img src="{media.name}">' if is_html else f"![]({media.path})"


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
