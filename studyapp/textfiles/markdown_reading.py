"""Pages of Markdown as notes. A heading of the first level names a deck; a heading below it, or a paragraph that is all bold, is
a question, and what follows up to the next one is its answer. Headings without an answer become tags of what stands below them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import PICTURE
from studyapp.core.transfer.package_model import Found, FoundNote, without_media
from studyapp.core.transfer.unreadable_file import LARGEST_FILE, UnreadablePackage
from studyapp.textfiles.csv_reading import new_card, text_guid
from studyapp.textfiles.text_file_reading import text_of_file

_HEADING = re.compile(r"(#{1,6})[ \t](.*)")
_BOLD = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_PAGE = CustomType(0, "Page", ("Front", "Back"), (), is_cloze=False)
_BELOW_ALL = 7
"""The level of a bold paragraph."""


class _Part(NamedTuple):
    """A heading or a question, with what follows it."""

    level: int
    words: str
    body: str


def read_page(path: Path) -> Found:
    """The questions as notes whose fields are Markdown, in decks called as the headings say, else as the file. UnreadablePackage
    when there are none, OSError when the file can't be read."""
    decks: dict[str, int] = {}
    notes: list[FoundNote] = []
    deck, above = path.stem, dict[int, str]()
    seen: Counter[str] = Counter()
    before, *parts = _parts(text_of_file(path))
    for part in parts:
        if part.level == 1:
            deck, above = " ".join(part.words.split()), {}
        above = {level: words for level, words in above.items() if level < part.level}
        if part.body:
            number = decks.setdefault(deck, len(decks) + 1)
            tags = tuple("-".join(words.split()) for words in above.values())
            guid = text_guid(deck, part.words, seen)
            notes.append(FoundNote(guid, _PAGE, tags, (part.words, part.body), (new_card(number),)))
        elif part.level > 1:
            above[part.level] = part.words
    if not notes:
        raise UnreadablePackage(
            "there is no question in it: a heading or a bold paragraph, with an answer below"
        )
    text = "\n".join(field for note in notes for field in note.fields)
    return without_media({number: name for name, number in decks.items()}, tuple(notes))._replace(
        is_markdown=True,
        losses=(Loss(LossKind.ABOVE, " ".join(before.body.split())[:60]),) if before.body else (),
        media=frozenset(name for name in PICTURE.findall(text) if _file(path.parent, name)),
        read=lambda name: _content(path.parent, name),
    )


def _file(folder: Path, name: str) -> Path | None:
    """A picture below the page's own folder."""
    try:
        path = (folder / name).resolve()
        fits = (
            path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= LARGEST_FILE
        )
    except (OSError, ValueError):  # a name that no file can have
        return None
    return path if fits else None


def _content(folder: Path, name: str) -> bytes:
    path = _file(folder, name)
    if path is None:
        raise KeyError(name)
    return path.read_bytes()


def _parts(text: str) -> Iterator[_Part]:
    """First what stands above all headings, then each heading and question."""
    part = _Part(0, "", "")
    body: list[str] = []
    fence = ""
    for line in re.split(r"\r\n|\r|\n", text):
        heading = None if fence else _HEADING.fullmatch(line)
        bold = None if fence or heading else _BOLD.fullmatch(line)
        fence = _after_fence(fence, line)
        if heading is None and bold is None:
            body.append(line)
            continue
        yield part._replace(body="\n".join(body).strip())
        body = []
        part = (
            _Part(len(heading[1]), heading[2].strip().rstrip("#").strip(), "")
            if heading
            else _Part(_BELOW_ALL, bold[1] if bold else "", "")
        )
    yield part._replace(body="\n".join(body).strip())


def _after_fence(fence: str, line: str) -> str:
    """The fence of the code that goes on behind this line; empty where there is none."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) else fence
