"""Pages of Markdown as notes. A heading of the first level names a deck; a heading below it, or a paragraph that is all bold, is
a question, and what follows up to the next one is its answer. Headings without an answer become tags of what stands below them.
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
"""The level of a bold paragraph."""


class _Section(NamedTuple):
    """A heading or a question, with what follows it."""

    level: int
    heading: str
    body: str


def read_markdown(path: Path) -> PackageData:
    """The questions as notes whose fields are Markdown, in decks called as the headings say, else as the file. UnreadablePackage
    when there are none, OSError when the file can't be read."""
    decks: dict[str, int] = {}
    notes: list[SourceNote] = []
    deck, above = path.stem, dict[int, str]()
    seen: Counter[str] = Counter()
    before, *parts = _split_sections(read_text_file(path))
    for part in parts:
        if part.level == 1:
            deck, above = " ".join(part.heading.split()), {}
        above = {level: words for level, words in above.items() if level < part.level}
        if part.body:
            number = decks.setdefault(deck, len(decks) + 1)
            tags = tuple("-".join(words.split()) for words in above.values())
            guid = derive_text_note_guid(deck, part.heading, seen)
            notes.append(
                SourceNote(
                    guid, _MARKDOWN_NOTE_TYPE, tags, (part.heading, part.body), (make_new_card(number),)
                )
            )
        elif part.level > 1:
            above[part.level] = part.heading
    if not notes:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP(
                "Problem", "it contains no questions (a heading or a bold paragraph with an answer below it)"
            )
        )
    text = "\n".join(field for note in notes for field in note.fields)
    return package_without_media({number: name for name, number in decks.items()}, tuple(notes))._replace(
        is_markdown=True,
        losses=(Loss(LossKind.TEXT_BEFORE_FIRST_QUESTION, " ".join(before.body.split())[:60]),)
        if before.body
        else (),
        media_names=frozenset(
            name for name in MARKDOWN_IMAGE.findall(text) if _find_picture(path.parent, name)
        ),
        read_media=lambda name: _read_picture(path.parent, name),
    )


def _find_picture(folder: Path, name: str) -> Path | None:
    """A picture below the page's own folder."""
    try:
        path = (folder / name).resolve()
        fits = (
            path.is_relative_to(folder.resolve())
            and path.is_file()
            and path.stat().st_size <= MAX_IMPORTED_FILE_BYTES
        )
    except (OSError, ValueError):  # a name that no file can have
        return None
    return path if fits else None


def _read_picture(folder: Path, name: str) -> bytes:
    path = _find_picture(folder, name)
    if path is None:
        raise KeyError(name)
    return path.read_bytes()


def _split_sections(text: str) -> Iterator[_Section]:
    """First what stands above all headings, then each heading and question."""
    part = _Section(0, "", "")
    body: list[str] = []
    fence = ""
    for line in re.split(r"\r\n|\r|\n", text):
        heading = None if fence else _HEADING.fullmatch(line)
        bold = None if fence or heading else _BOLD.fullmatch(line)
        fence = _update_fence(fence, line)
        if heading is None and bold is None:
            body.append(line)
            continue
        yield part._replace(body="\n".join(body).strip())
        body = []
        part = (
            _Section(len(heading[1]), heading[2].strip().rstrip("#").strip(), "")
            if heading
            else _Section(_BOLD_QUESTION_LEVEL, bold[1] if bold else "", "")
        )
    yield part._replace(body="\n".join(body).strip())


def _update_fence(fence: str, line: str) -> str:
    """The fence of the code that goes on behind this line; empty where there is none."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) else fence
