"""The pictures of the notes: which of them go into a package, and under what name."""

import hashlib
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.anki.media_references import media_names, type_media
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.media_names import media_file_name, media_folder
from studyapp.core.notes.note import Note, Templated
from studyapp.core.text.html_entities import unescape

LARGEST_PICTURE = 20 * 1024 * 1024
"""Bytes; a larger one is left out and reported."""

_IMAGE = re.compile(r"<img\b((?:\s+[a-z]+=\"[^\"]*\")*)\s*/?>")
_ATTRIBUTE = re.compile(r"\s([a-z]+)=\"([^\"]*)\"")


@dataclass(slots=True)
class Pictures:
    """Collects the pictures of one deck while its notes are written."""

    deck: str
    folder: Path
    files: dict[str, Path] = field(default_factory=dict)
    """Where each picture of the package lies, by its name in the package."""

    missing: list[tuple[str, str]] = field(default_factory=list)
    """The note's key and the name of each picture that is not there or not allowed."""

    users: dict[str, str] = field(default_factory=dict)
    """Which note named a file that keeps its name."""

    _of_types: dict[CustomType, tuple[str, ...]] = field(default_factory=dict)
    _named: dict[str, str | None] = field(default_factory=dict)

    def placed(self, html: str, note_key: str) -> str:
        """The HTML with each picture under its name in the package, or replaced by its label where it cannot
        be had. OSError when a picture cannot be read."""

        def place(image: re.Match[str]) -> str:
            # The label stays escaped as it is: it went through `inert`.
            attributes = dict(_ATTRIBUTE.findall(image[1]))
            source, label = attributes.get("src", ""), attributes.get("alt", "")
            name = self._name_of(unescape(source))
            if name is None:
                if (note_key, source) not in self.missing:
                    self.missing.append((note_key, source))
                # The bracket is written as an entity: with some labels it would be an order to Anki.
                return f'<span class="missing">&#91;{label or source}]</span>'
            return f'<img src="{name}" alt="{label}">'

        return _IMAGE.sub(place, html)

    def kept(self, custom_type: CustomType, fields: tuple[str, ...], note: Note) -> tuple[str, ...]:
        """The fields of a note that came from Anki, whose files keep their names."""
        folder = media_folder(self.deck)
        if not isinstance(note.content, Templated):
            fields = tuple(
                _IMAGE.sub(
                    lambda image: image[0].replace(f'src="{folder}/', 'src="').replace(' alt=""', ""), one
                )
                for one in fields
            )
        named = (name for field in fields for name in media_names(field))
        there = {}
        for name in (*named, *self._of_type(custom_type)):
            file = media_file_name(name)
            path = allowed_picture(self.folder, f"{folder}/{file}") if file else None
            if path is not None:
                there[name] = path
                self.users.setdefault(name, note.key)
            elif (note.key, name) not in self.missing:
                self.missing.append((note.key, name))
        self.files |= there
        return fields

    def _of_type(self, custom_type: CustomType) -> tuple[str, ...]:
        if custom_type not in self._of_types:
            folder = self.folder / media_folder(self.deck)
            there = [path.name for path in folder.glob("_*")]
            self._of_types[custom_type] = type_media(custom_type, there)
        return self._of_types[custom_type]

    def _name_of(self, source: str) -> str | None:
        if source not in self._named:
            path = allowed_picture(self.folder, source)
            self._named[source] = None if path is None else package_name(self.deck, path)
            if path is not None:
                self.files[package_name(self.deck, path)] = path
        return self._named[source]


def allowed_picture(folder: Path, source: str) -> Path | None:
    """The file of a picture: a plain file within the deck's folder, links resolved, and not too large."""
    try:
        path = (folder / source).resolve(strict=True)
        details = path.stat()
    except (OSError, ValueError, RuntimeError):  # absent, a name no file can have, links in a circle
        return None
    inside = path.is_relative_to(folder.resolve())
    fits = stat.S_ISREG(details.st_mode) and details.st_size <= LARGEST_PICTURE
    return path if inside and fits else None


def package_name(deck: str, path: Path) -> str:
    """A name by content: two pictures never collide, and a changed one never overwrites what Anki has."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"studyapp-{re.sub('[^A-Za-z0-9_-]', '_', deck)}-{digest[:16]}{path.suffix.lower()}"
