"""Files of notes from Anki where the deck has another file of that name already."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

from studyapp.anki.reading.note_conversion import ConvertedNote
from studyapp.core.notes.note import CustomContent, NoteContent
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.markdown_images import escape_link_path
from studyapp.core.transfer.package_model import PackageData


def resolve_media_conflicts(
    converted: ConvertedNote, deck_folder: Path, package: PackageData
) -> ConvertedNote:
    """The note with such files under names of their own; `folder` is that of the deck's file. OSError when one that is there can't be read."""
    for place, name in list(converted.media_name_by_path.items()):
        there = deck_folder / place
        if name in package.media_names and there.is_file():
            data = package.read_media(name)
            if there.read_bytes() != data:
                converted = _rename_media(converted, place, name, hashlib.sha256(data).hexdigest()[:8])
    return converted


def _rename_media(converted: ConvertedNote, media_path: str, name: str, digest: str) -> ConvertedNote:
    path = PurePosixPath(media_path)
    new = f"{path.parent}/{path.stem}-{digest}{path.suffix}"
    if isinstance(converted.content, CustomContent):
        named = re.compile(rf"((?:\bsrc|\bdata)\s*=\s*[\"']?|\[sound:){re.escape(name)}(?=[\"'\s>\]])")
        new_name = PurePosixPath(new).name
        html = tuple(
            named.sub(lambda found: found[1] + new_name, field) for field in converted.content.fields
        )
        content: NoteContent = replace(converted.content, fields=html)
    else:
        content = _map_texts(converted.content, lambda words: _replace_link(words, media_path, new))
    why = (
        LocalizedText.language_neutral(_replace_link(converted.why.versions[0][1], media_path, new))
        if converted.why
        else None
    )
    media = {new if old == media_path else old: one for old, one in converted.media_name_by_path.items()}
    return converted._replace(content=content, why=why, media_name_by_path=media)


def _replace_link(text: str, old: str, new: str) -> str:
    return text.replace(f"]({escape_link_path(old)})", f"]({escape_link_path(new)})")


def _map_texts(content: NoteContent, change: Callable[[str], str]) -> NoteContent:
    texts = {
        one.name: LocalizedText.language_neutral(change(value.versions[0][1]))
        for one in fields(content)
        if isinstance(value := getattr(content, one.name), LocalizedText)
    }
    return replace(content, **texts)  # type: ignore[arg-type]
