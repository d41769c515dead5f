"""The pictures of the notes: which of them go into a package, and under what name."""

import hashlib
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.anki.media_references import find_media_names, find_note_type_media
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import media_folder, safe_media_name
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.text.html_entities import unescape_entities

MAX_EXPORTED_MEDIA_BYTES = 20 * 1024 * 1024
"""Bytes; a larger one is left out and reported."""

_IMAGE = re.compile(r"<img\b((?:\s+[a-z]+=\"[^\"]*\")*)\s*/?>")
_ATTRIBUTE = re.compile(r"\s([a-z]+)=\"([^\"]*)\"")


@dataclass(slots=True)
class MediaCollector:
    """Collects the pictures of one deck while its notes are written."""

    deck_id: str
    folder: Path
    path_by_media_name: dict[str, Path] = field(default_factory=dict)
    """Where each picture of the package lies, by its name in the package."""

    missing_media: list[tuple[str, str]] = field(default_factory=list)
    """The note's key and the name of each picture that is not there or not allowed."""

    note_key_by_media_name: dict[str, str] = field(default_factory=dict)
    """Which note named a file that keeps its name."""

    _media_by_note_type: dict[CustomNoteType, tuple[str, ...]] = field(default_factory=dict)
    _media_name_by_source: dict[str, str | None] = field(default_factory=dict)

    def rewrite_images(self, html: str, note_key: str) -> str:
        """The HTML with each picture under its name in the package, or replaced by its label where it cannot
        be had. OSError when a picture cannot be read."""

        def place(image: re.Match[str]) -> str:
            # The label stays escaped as it is: it went through `inert`.
            attributes = dict(_ATTRIBUTE.findall(image[1]))
            source, label = attributes.get("src", ""), attributes.get("alt", "")
            name = self._media_name(unescape_entities(source))
            if name is None:
                if (note_key, source) not in self.missing_media:
                    self.missing_media.append((note_key, source))
                # The bracket is written as an entity: with some labels it would be an order to Anki.
                return f'<span class="missing">&#91;{label or source}]</span>'
            return f'<img src="{name}" alt="{label}">'

        return _IMAGE.sub(place, html)

    def collect_custom_note(
        self, custom_type: CustomNoteType, fields: tuple[str, ...], note: Note
    ) -> tuple[str, ...]:
        """The fields of a note that came from Anki, whose files keep their names."""
        folder = media_folder(self.deck_id)
        if not isinstance(note.content, CustomContent):
            fields = tuple(
                _IMAGE.sub(
                    lambda image: image[0].replace(f'src="{folder}/', 'src="').replace(' alt=""', ""), one
                )
                for one in fields
            )
        named = (name for field in fields for name in find_media_names(field))
        there = {}
        for name in (*named, *self._note_type_media(custom_type)):
            file = safe_media_name(name)
            path = resolve_media_file(self.folder, f"{folder}/{file}") if file else None
            if path is not None:
                there[name] = path
                self.note_key_by_media_name.setdefault(name, note.key)
            elif (note.key, name) not in self.missing_media:
                self.missing_media.append((note.key, name))
        self.path_by_media_name |= there
        return fields

    def _note_type_media(self, custom_type: CustomNoteType) -> tuple[str, ...]:
        if custom_type not in self._media_by_note_type:
            folder = self.folder / media_folder(self.deck_id)
            there = [path.name for path in folder.glob("_*")]
            self._media_by_note_type[custom_type] = find_note_type_media(custom_type, there)
        return self._media_by_note_type[custom_type]

    def _media_name(self, source: str) -> str | None:
        if source not in self._media_name_by_source:
            path = resolve_media_file(self.folder, source)
            self._media_name_by_source[source] = (
                None if path is None else build_media_name(self.deck_id, path)
            )
            if path is not None:
                self.path_by_media_name[build_media_name(self.deck_id, path)] = path
        return self._media_name_by_source[source]


def resolve_media_file(folder: Path, source: str) -> Path | None:
    """The file of a picture: a plain file within the deck's folder, links resolved, and not too large."""
    try:
        path = (folder / source).resolve(strict=True)
        details = path.stat()
    except (OSError, ValueError, RuntimeError):  # absent, a name no file can have, links in a circle
        return None
    inside = path.is_relative_to(folder.resolve())
    fits = stat.S_ISREG(details.st_mode) and details.st_size <= MAX_EXPORTED_MEDIA_BYTES
    return path if inside and fits else None


def build_media_name(deck_id: str, path: Path) -> str:
    """A name by content: two pictures never collide, and a changed one never overwrites what Anki has."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"studyapp-{re.sub('[^A-Za-z0-9_-]', '_', deck_id)}-{digest[:16]}{path.suffix.lower()}"
