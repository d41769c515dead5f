"""Reading notes from Markdown files.

A heading of level 1 names a deck. A heading of a lower level or a bold paragraph is a question, and the text up to
the next one is its answer. A heading without an answer becomes a tag of the questions below it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import MARKDOWN_IMAGE
from studyapp.core.transfer.package_model import PackageData, SourceNote, package_without_media
from studyapp.core.transfer.unreadable_file import MAX_IMPORTED_FILE_BYTES, UnreadableFileError
from studyapp.textfiles.csv_reading import derive_text_note_guid, make_new_card
from studyapp.textfiles.text_file_reading import read_text_file

_HEADING = re.compile(r"(#{1,6})[ \t](.*)")
_BOLD = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_MARKDOWN_NOTE_TYPE = CustomNoteType(0, "Page", ("Front", "Back"), (), is_cloze=False)
_BOLD_QUESTION_LEVEL = 7
_CHUNK_BYTES = 1024**2
"""The level of a bold paragraph, below all headings."""


class _Section(NamedTuple):
    """A heading or bold paragraph, and the text below it."""

    level: int
    heading: str
    body: str


def read_markdown(path: Path) -> PackageData:
    """Return the questions as notes with Markdown fields, in decks named after the headings, else after the file.

    Raises UnreadableFileError if the file contains no questions, or OSError if it can't be read.
    """
    decks: dict[str, int] = {}
    notes: list[SourceNote] = []
    deck, heading_by_level = path.stem, dict[int, str]()
    seen: Counter[str] = Counter()
    preamble, *sections = _split_sections(read_text_file(path))
    for section in sections:
        if section.level == 1:
            deck, heading_by_level = " ".join(section.heading.split()), {}
        heading_by_level = {
            level: heading for level, heading in heading_by_level.items() if level < section.level
        }
        if section.body:
            number = decks.setdefault(deck, len(decks) + 1)
            tags = tuple("-".join(heading.split()) for heading in heading_by_level.values())
            guid = derive_text_note_guid(deck, section.heading, seen)
            notes.append(
                SourceNote(
                    guid, _MARKDOWN_NOTE_TYPE, tags, (section.heading, section.body), (make_new_card(number),)
                )
            )
        elif section.level > 1:
            heading_by_level[section.level] = section.heading
    if not notes:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP(
                "Problem", "it contains no questions (a heading or a bold paragraph with an answer below it)"
            )
        )
    text = "\n".join(field for note in notes for field in note.fields)
    return package_without_media({number: name for name, number in decks.items()}, tuple(notes))._replace(
        is_markdown=True,
        losses=(Loss(LossKind.TEXT_BEFORE_FIRST_QUESTION, " ".join(preamble.body.split())[:60]),)
        if preamble.body
        else (),
        media_names=frozenset(
            name for name in MARKDOWN_IMAGE.findall(text) if _find_picture(path.parent, name)
        ),
        read_media=lambda name: _read_picture(path.parent, name),
    )


def _find_picture(folder: Path, name: str) -> Path | None:
    """Return the path of a picture in `folder` or below it, or None if there is none or it is too large."""
    try:
        path = (folder / name).resolve()
        is_usable = (
            path.is_relative_to(folder.resolve())
            and path.is_file()
            and path.stat().st_size <= MAX_IMPORTED_FILE_BYTES
        )
    except (OSError, ValueError):  # not a valid file name
        return None
    return path if is_usable else None


def _read_picture(folder: Path, name: str) -> Iterator[bytes]:
    path = _find_picture(folder, name)
    if path is None:
        raise KeyError(name)
    with path.open("rb") as file:
        yield from iter(lambda: file.read(_CHUNK_BYTES), b"")


def _split_sections(text: str) -> Iterator[_Section]:
    """Yield the text before the first heading as a section of level 0, then each section."""
    section = _Section(0, "", "")
    body: list[str] = []
    fence = ""
    for line in re.split(r"\r\n|\r|\n", text):
        heading = None if fence else _HEADING.fullmatch(line)
        bold = None if fence or heading else _BOLD.fullmatch(line)
        fence = _update_fence(fence, line)
        if heading is None and bold is None:
            body.append(line)
            continue
        yield section._replace(body="\n".join(body).strip())
        body = []
        section = (
            _Section(len(heading[1]), heading[2].strip().rstrip("#").strip(), "")
            if heading
            else _Section(_BOLD_QUESTION_LEVEL, bold[1] if bold else "", "")
        )
    yield section._replace(body="\n".join(body).strip())


def _update_fence(fence: str, line: str) -> str:
    """Return the fence of the code block that is open after this line, or '' if none is."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) else fence
