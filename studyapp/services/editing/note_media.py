"""The media of notes that move to another deck."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from studyapp.atomic_file import atomic_write
from studyapp.core.notes.media_names import DRAWINGS_FOLDER, media_folder, safe_media_name
from studyapp.core.notes.note import CustomContent, Diagram, Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.media_references import find_media_names, find_note_type_media
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.library.media_files import path_below


class MediaCopy(NamedTuple):
    """A file that a note needs at another place."""

    source: Path
    target: Path


def adapt_media_paths(note: Note, target_deck_id: str) -> Note:
    """Return a note that came from Anki with the paths of its media in the media folder of another deck.

    In exports to Anki, such a note has the names of the files in that folder.
    """
    if note.original_note_type is None or isinstance(note.content, Diagram):
        return note
    old, new = media_folder(note.deck_id), media_folder(target_deck_id)
    text = encode_note(note).replace(f"]({old}/", f"]({new}/").replace(f"[sound:{old}/", f"[sound:{new}/")
    note_type = note.original_note_type
    return decode_note(note.deck_id, note.id, text, lambda _: note_type)


def plan_media_copies(
    note: Note, adapted: Note, source_folder: Path, target_folder: Path, target_deck_id: str
) -> list[MediaCopy]:
    """Return the files that the note needs beside its new deck and that are elsewhere now.

    `adapted` is the note with its paths there. Missing files are left out.
    """
    if isinstance(note.content, CustomContent):
        names = _custom_media_names(note.content, source_folder / media_folder(note.deck_id))
        copies = [
            MediaCopy(
                source_folder / media_folder(note.deck_id) / name,
                target_folder / media_folder(target_deck_id) / name,
            )
            for name in names
        ]
    elif isinstance(note.content, Diagram):  # the name of its drawing is in the file only
        drawings = sorted((source_folder / DRAWINGS_FOLDER).glob("*.yaml"))
        copies = [MediaCopy(path, target_folder / DRAWINGS_FOLDER / path.name) for path in drawings]
    else:
        paths = zip(_media_paths(note), _media_paths(adapted), strict=True)
        copies = [
            MediaCopy(source, target)
            for old, new in paths
            if (source := path_below(source_folder, old)) and (target := path_below(target_folder, new))
        ]
    return [copy for copy in copies if copy.source != copy.target and copy.source.is_file()]


def copy_media(copies: Iterable[MediaCopy]) -> None:
    """Copy these files. Raises EditError if one can't be copied, or another file has its name."""
    wanted = dict.fromkeys(copies)
    try:
        for source, target in wanted:
            if target.exists() and target.read_bytes() != source.read_bytes():
                raise EditError(edit_errors.FILE_IN_THE_WAY, file=target)
        for source, target in wanted:
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                with source.open("rb") as original, atomic_write(target) as copy:
                    shutil.copyfileobj(original, copy)
    except OSError as error:
        raise EditError(
            edit_errors.NOT_WRITABLE, file=error.filename or "", reason=error.strerror or error
        ) from error


def _media_paths(note: Note) -> list[str]:
    return find_media_paths(encode_note(note))


def _custom_media_names(content: CustomContent, folder: Path) -> list[str]:
    names = [name for field in content.fields for name in find_media_names(field)]
    names += find_note_type_media(content.note_type, (path.name for path in folder.glob("_*")))
    safe_names = (safe_media_name(name) for name in names)
    return [name for name in safe_names if name is not None]
