"""Selection of the media files for a package, and their names in it."""

import hashlib
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import media_folder, safe_media_name
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.transfer.media_references import find_media_names, find_note_type_media

MAX_EXPORTED_MEDIA_BYTES = 20 * 1024 * 1024
"""Larger files are left out and reported."""

_IMAGE = re.compile(r"<img\b((?:\s+[a-z]+=\"[^\"]*\")*)\s*/?>")
_SOUND = re.compile(r"\[sound:([^\[\]<>]*)\]")
_ATTRIBUTE = re.compile(r"\s([a-z]+)=\"([^\"]*)\"")


@dataclass(slots=True)
class MediaCollector:
    """Collector of the media files of one deck while its notes are written."""

    deck_id: str
    folder: Path
    path_by_media_name: dict[str, Path] = field(default_factory=dict)
    """The source file of each media file, by its name in the package."""

    missing_media: list[tuple[str, str]] = field(default_factory=list)
    """The note key and the name of each file that is missing or not allowed."""

    note_key_by_media_name: dict[str, str] = field(default_factory=dict)
    """The first note that references each file that keeps its name."""

    _media_by_note_type: dict[CustomNoteType, tuple[str, ...]] = field(default_factory=dict)
    _media_name_by_source: dict[str, str | None] = field(default_factory=dict)

    def rewrite_paths(self, html: str, note_key: str) -> str:
        """Return the HTML with the path of each image and sound replaced by its name in the package.

        A file that is missing or not allowed is replaced by its label. Raises OSError if a file can't be read.
        """

        def rewrite_image(image: re.Match[str]) -> str:
            # `escape_anki_syntax` has already escaped the label.
            attributes = dict(_ATTRIBUTE.findall(image[1]))
            source, label = attributes.get("src", ""), attributes.get("alt", "")
            name = self._media_name(unescape_entities(source))
            return (
                f'<img src="{name}" alt="{label}">' if name else self._report_missing(note_key, source, label)
            )

        def rewrite_sound(sound: re.Match[str]) -> str:
            name = self._media_name(sound[1])
            return f"[sound:{name}]" if name else self._report_missing(note_key, sound[1])

        return _SOUND.sub(rewrite_sound, _IMAGE.sub(rewrite_image, html))

    def _report_missing(self, note_key: str, source: str, label: str = "") -> str:
        """Report a file once per note, and return what is shown in its place."""
        if (note_key, source) not in self.missing_media:
            self.missing_media.append((note_key, source))
        # The bracket is an entity, because with some labels it would be Anki syntax.
        return f'<span class="missing">&#91;{label or source}]</span>'

    def collect_custom_note_media(
        self, custom_type: CustomNoteType, fields: tuple[str, ...], note: Note
    ) -> tuple[str, ...]:
        """Collect the media of a note that came from Anki, and return its fields.

        The files keep their names.
        """
        folder = media_folder(self.deck_id)
        if not isinstance(note.content, CustomContent):
            fields = tuple(
                _IMAGE.sub(
                    lambda image: image[0].replace(f'src="{folder}/', 'src="').replace(' alt=""', ""), html
                ).replace(f"[sound:{folder}/", "[sound:")
                for html in fields
            )
        names = (name for field in fields for name in find_media_names(field))
        path_by_name = {}
        for name in (*names, *self._note_type_media(custom_type)):
            safe_name = safe_media_name(name)
            path = resolve_media_file(self.folder, f"{folder}/{safe_name}") if safe_name else None
            if path is not None:
                path_by_name[name] = path
                self.note_key_by_media_name.setdefault(name, note.key)
            elif (note.key, name) not in self.missing_media:
                self.missing_media.append((note.key, name))
        self.path_by_media_name |= path_by_name
        return fields

    def _note_type_media(self, custom_type: CustomNoteType) -> tuple[str, ...]:
        if custom_type not in self._media_by_note_type:
            folder = self.folder / media_folder(self.deck_id)
            available = [path.name for path in folder.glob("_*")]
            self._media_by_note_type[custom_type] = find_note_type_media(custom_type, available)
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


def merge_media(collectors: Iterable[MediaCollector]) -> tuple[dict[str, Path], list[tuple[str, str]]]:
    """Return the media files of all decks by name, and those left out as (note key, name).

    Anki stores only one file per name. A file is left out if another deck has a different file with that name.
    """
    path_by_media_name: dict[str, Path] = {}
    conflicts: list[tuple[str, str]] = []
    for collector in collectors:
        for name, path in collector.path_by_media_name.items():
            existing = path_by_media_name.setdefault(name, path)
            if existing != path and existing.read_bytes() != path.read_bytes():
                conflicts.append((collector.note_key_by_media_name.get(name, collector.deck_id), name))
    return path_by_media_name, conflicts


def resolve_media_file(folder: Path, source: str) -> Path | None:
    """Return the path of a media file, or None if it can't be exported.

    It must be a regular file that is not too large and, with links resolved, is in the deck's folder.
    """
    try:
        path = (folder / source).resolve(strict=True)
        details = path.stat()
    except (OSError, ValueError, RuntimeError):  # missing file, invalid name, or loop of symbolic links
        return None
    is_inside = path.is_relative_to(folder.resolve())
    is_allowed = stat.S_ISREG(details.st_mode) and details.st_size <= MAX_EXPORTED_MEDIA_BYTES
    return path if is_inside and is_allowed else None


def build_media_name(deck_id: str, path: Path) -> str:
    """Return a name derived from the content of the file.

    Different files never collide, and a changed file never overwrites one in Anki.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"studyapp-{re.sub('[^A-Za-z0-9_-]', '_', deck_id)}-{digest[:16]}{path.suffix.lower()}"
