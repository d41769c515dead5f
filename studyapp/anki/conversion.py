"""Notes of Anki to notes of ours."""

import re
from html import escape, unescape
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.found import FoundNote
from studyapp.anki.losses import Loss, LossKind
from studyapp.anki.markdown_of import markdown_of
from studyapp.anki.recognising import Recognised, Shape, first_words, recognised
from studyapp.core.card import CLOZE_BLANK
from studyapp.core.note import Basic, Cloze, Content, Reversed, Typed
from studyapp.core.text import Text

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", re.IGNORECASE)
_IMAGE_SOURCE = re.compile(r"\bsrc\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_SOUND = re.compile(r"\[sound:([^\[\]]*)\]")
_FORMULA = re.compile(r"\\\(|\\\[|\[latex\]|\[\$|\[anki:", re.IGNORECASE)
_STRAY_BLANK = re.compile(r"\{\{c[0-9]*::")
_ESCAPE = re.compile(r"\\([\\`*_\[\]~<>&#.+=)-])")
_SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"}
_UNSAFE = re.compile(r"[^\w.()+-]+")
_EMPTY = "—"


class ConvertedNote(NamedTuple):
    """What becomes of a note: its content, its reason, its pictures' names in the package by their path below the
    decks' folder, and what was lost."""

    content: Content
    why: Text | None
    pictures: dict[str, str]
    losses: tuple[Loss, ...]


class _Work:
    """Collects the pictures and losses of a note while its fields are converted."""

    def __init__(self, note: FoundNote, folder: str, media: frozenset[str]) -> None:
        self.name, self.folder, self.media = first_words(note), folder, media
        self.pictures: dict[str, str] = {}
        self.losses: list[Loss] = []

    def lose(self, kind: LossKind, name: str = "") -> None:
        loss = Loss(kind, self.name, name)
        if loss not in self.losses:
            self.losses.append(loss)

    def text(self, html: str) -> Text:
        """A field as Markdown."""
        for sound in _SOUND.findall(html):
            self.lose(LossKind.MEDIA, unescape(sound))
        if _FORMULA.search(html):
            self.lose(LossKind.FORMULA)
        words, is_whole = markdown_of(_IMAGE.sub(self._picture, html))
        if not is_whole:
            self.lose(LossKind.FORMATTING)
        if not words.strip():
            self.lose(LossKind.EMPTY_SIDE)
        return Text.plain(words.strip() or _EMPTY)

    def _picture(self, image: re.Match[str]) -> str:
        source = _IMAGE_SOURCE.search(image[0])
        name = unescape(source[1].strip("\"'")) if source else ""
        known = next((one for one in (name, unquote(name)) if one in self.media), None)
        if known is None or PurePosixPath(known).suffix.lower() not in _SHOWN:
            self.lose(LossKind.MEDIA, name)
            return escape(f"[{name}]")
        path = f"{self.folder}/{_UNSAFE.sub('-', known).lstrip('.-') or 'picture'}"
        self.pictures[path] = known
        return f'<img src="{escape(path)}">'


def converted(note: FoundNote, folder: str, media: frozenset[str]) -> ConvertedNote | Loss:
    """The note, its pictures to lie in `folder`; a loss when it is of no type that we have. `media` are the files of
    the package."""
    found = recognised(note)
    if found is None:
        return Loss(LossKind.NOTE_TYPE, first_words(note), note.note_type.name)
    work = _Work(note, folder, media)
    for name in found.unseen:
        work.lose(LossKind.UNSEEN, name)
    content = _content(found, work)
    if content is None:
        return Loss(LossKind.NOTE_TYPE, first_words(note), note.note_type.name)
    reasons = [work.text(html).versions[0][1] for html in found.others]
    why = Text.plain("\n\n".join(reasons)) if reasons else None
    return ConvertedNote(content, why, work.pictures, tuple(work.losses))


def _content(found: Recognised, work: _Work) -> Content | None:
    texts = [work.text(html) for html in found.sides]
    match found.shape:
        case Shape.CLOZE:
            return _cloze(texts[0], work)
        case Shape.BASIC:
            return Basic(texts[0], texts[1])
        case Shape.REVERSED:
            return Reversed(texts[0], texts[1])
        case Shape.TYPED:
            return Typed(texts[0], texts[1])


def _cloze(text: Text, work: _Work) -> Cloze | None:
    """A blank ends at the next pair of braces, so other pairs are set apart, and blanks within blanks are words."""
    words = text.versions[0][1]
    pieces: list[str] = []
    last = 0
    has_strays = _STRAY_BLANK.search(CLOZE_BLANK.sub("", words)) is not None
    if has_strays:
        work.lose(LossKind.BLANKS)
    for blank in CLOZE_BLANK.finditer(words):
        pieces.append(_without_strays(words[last : blank.start()], has_strays))
        last = blank.end()
        if int(blank[1]) == 0 or not blank[2].strip():
            work.lose(LossKind.BLANKS)
            pieces.append(blank[2])
        else:
            hint = "::" + _ESCAPE.sub(r"\1", blank[3]) if blank[3] else ""
            pieces.append(f"{{{{c{int(blank[1])}::{blank[2]}{hint}}}}}")
    pieces.append(_without_strays(words[last:], has_strays))
    whole = "".join(pieces)
    return Cloze(Text.plain(whole.strip())) if CLOZE_BLANK.search(whole) else None


def _without_strays(words: str, has_strays: bool) -> str:
    if has_strays:
        words = _STRAY_BLANK.sub("", words).replace("}}", "")
    return words.replace("{{", "{ {").replace("}}", "} }")
