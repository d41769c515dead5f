"""Media files of imported notes whose names are already taken by other files of the deck."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.reading.note_conversion import ConvertedNote
from studyapp.core.notes.media_names import safe_media_name
from studyapp.core.notes.note import CustomContent, Note, NoteContent
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.sounds import SOUND_TAG
from studyapp.core.transfer.markdown_images import MARKDOWN_IMAGE, escape_link_path
from studyapp.core.transfer.media_references import find_media_names
from studyapp.core.transfer.package_model import PackageData
from studyapp.core.transfer.unreadable_file import UnreadableFileError

_CHUNK_BYTES = 1024**2
_MEDIA_REFERENCE = re.compile(
    r"(?P<attribute>\b(?:src|data)\s*=\s*)(?P<source>\"[^\"]*\"|'[^']*'|[^\s>\"']+)|\[sound:[^\[\]]*\]",
    re.IGNORECASE,
)


class RenamedMedia(NamedTuple):
    """A note, and the names in the package of its media by path."""

    note: Note
    media_name_by_path: Mapping[str, str]


class MediaConflicts:
    """Finds conflicting media files of a package. Each file is read once, although many notes may reference it."""

    def __init__(self, package: PackageData) -> None:
        self._package = package
        self._digest_by_name: dict[str, str] = {}
        self._digest_by_file: dict[Path, str] = {}

    def resolve(self, converted: ConvertedNote, deck_folder: Path) -> ConvertedNote:
        """Return the note with each conflicting media file renamed.

        A file conflicts if there is a different file at its path in `deck_folder`, the folder of the deck file.
        Raises OSError if an existing file can't be read.
        """
        for media_path, name in list(converted.media_name_by_path.items()):
            existing_file = deck_folder / media_path
            if name in self._package.media_names and existing_file.is_file():
                digest = self._package_digest(name)
                if self._file_digest(existing_file) != digest:
                    converted = _rename_media(converted, media_path, digest[:8])
        return converted

    def resolve_note(
        self, note: Note, media_name_by_path: Mapping[str, str], deck_folder: Path
    ) -> RenamedMedia:
        """Return a note and its media with each conflicting file renamed, as `resolve` does."""
        converted = self.resolve(
            ConvertedNote(note.content, note.explanation, None, dict(media_name_by_path), ()), deck_folder
        )
        renamed = replace(note, content=converted.content, explanation=converted.explanation)
        return RenamedMedia(renamed, converted.media_name_by_path)

    def _package_digest(self, name: str) -> str:
        if name not in self._digest_by_name:
            try:
                digest = _digest(self._package.read_media(name))
            except UnreadableFileError:  # reported when the file is written
                digest = _digest((name.encode(),))
            self._digest_by_name[name] = digest
        return self._digest_by_name[name]

    def _file_digest(self, path: Path) -> str:
        if path not in self._digest_by_file:
            with path.open("rb") as file:
                self._digest_by_file[path] = _digest(iter(lambda: file.read(_CHUNK_BYTES), b""))
        return self._digest_by_file[path]


def _digest(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _rename_media(converted: ConvertedNote, media_path: str, digest: str) -> ConvertedNote:
    path = PurePosixPath(media_path)
    new_path = str(path.with_name(f"{path.stem}-{digest}{path.suffix}"))
    if isinstance(converted.content, CustomContent):
        html = tuple(
            _replace_media_name(field, path.name, PurePosixPath(new_path).name)
            for field in converted.content.fields
        )
        content: NoteContent = replace(converted.content, fields=html)
    else:
        content = _map_texts(converted.content, lambda text: _replace_link(text, media_path, new_path))
    new_why = (
        _map_versions(converted.explanation, lambda text: _replace_link(text, media_path, new_path))
        if converted.explanation
        else None
    )
    media_name_by_path = {
        new_path if old == media_path else old: media_name
        for old, media_name in converted.media_name_by_path.items()
    }
    return converted._replace(content=content, explanation=new_why, media_name_by_path=media_name_by_path)


def _replace_media_name(html: str, old: str, new: str) -> str:
    """Return the HTML with another name in place of each reference, in any encoding, to the file that is stored as `old`."""

    def replace_reference(reference: re.Match[str]) -> str:
        source = reference["source"]
        names = find_media_names(f"<img src={source}>" if source else reference[0])
        if all(safe_media_name(name) != old for name in names):
            return reference[0]
        return f'{reference["attribute"]}"{new}"' if source else f"[sound:{new}]"

    return _MEDIA_REFERENCE.sub(replace_reference, html)


def _replace_link(text: str, old: str, new: str) -> str:
    """Return the Markdown with another path in place of `old`, however the link is written."""

    def replace_image(image: re.Match[str]) -> str:
        before, after = image[0][: image.start(1) - image.start()], image[0][image.end(1) - image.start() :]
        return f"{before}{escape_link_path(new)}{after}" if unquote(image[1]) == old else image[0]

    with_images = MARKDOWN_IMAGE.sub(replace_image, text)
    return SOUND_TAG.sub(lambda sound: f"[sound:{new}]" if sound[1] == old else sound[0], with_images)


def _map_texts(content: NoteContent, change: Callable[[str], str]) -> NoteContent:
    new_texts = {
        field.name: _map_versions(value, change)
        for field in fields(content)
        if isinstance(value := getattr(content, field.name), LocalizedText)
    }
    return replace(content, **new_texts)  # type: ignore[arg-type]


def _map_versions(text: LocalizedText, change: Callable[[str], str]) -> LocalizedText:
    return LocalizedText(tuple((language, change(version)) for language, version in text.versions))
