"""Files of notes from Anki where the deck has another file of that name already."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

from studyapp.anki.reading.note_conversion import ConvertedNote
from studyapp.core.notes.note import Content, Templated
from studyapp.core.text.localized_text import Text
from studyapp.core.transfer.markdown_images import in_a_link
from studyapp.core.transfer.package_model import Found


def settled(made: ConvertedNote, folder: Path, package: Found) -> ConvertedNote:
    """The note with such files under names of their own; `folder` is that of the deck's file. OSError when one that is there can't be read."""
    for place, name in list(made.media.items()):
        there = folder / place
        if name in package.media and there.is_file():
            data = package.read(name)
            if there.read_bytes() != data:
                made = _renamed(made, place, name, hashlib.sha256(data).hexdigest()[:8])
    return made


def _renamed(made: ConvertedNote, place: str, name: str, digest: str) -> ConvertedNote:
    path = PurePosixPath(place)
    new = f"{path.parent}/{path.stem}-{digest}{path.suffix}"
    if isinstance(made.content, Templated):
        named = re.compile(rf"((?:\bsrc|\bdata)\s*=\s*[\"']?|\[sound:){re.escape(name)}(?=[\"'\s>\]])")
        new_name = PurePosixPath(new).name
        html = tuple(named.sub(lambda found: found[1] + new_name, field) for field in made.content.fields)
        content: Content = replace(made.content, fields=html)
    else:
        content = _with_texts(made.content, lambda words: _relinked(words, place, new))
    why = Text.plain(_relinked(made.why.versions[0][1], place, new)) if made.why else None
    media = {new if old == place else old: one for old, one in made.media.items()}
    return made._replace(content=content, why=why, media=media)


def _relinked(words: str, old: str, new: str) -> str:
    return words.replace(f"]({in_a_link(old)})", f"]({in_a_link(new)})")


def _with_texts(content: Content, change: Callable[[str], str]) -> Content:
    texts = {
        one.name: Text.plain(change(value.versions[0][1]))
        for one in fields(content)
        if isinstance(value := getattr(content, one.name), Text)
    }
    return replace(content, **texts)  # type: ignore[arg-type]
