"""Notes of Anki to notes of ours: in Markdown where that says all of it, else the fields as they are, with their type."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.media_references import media_names, sounds, type_media
from studyapp.anki.note_shapes import PARTS, REASON, Shape
from studyapp.anki.reading.html_to_markdown import markdown_of
from studyapp.anki.reading.note_type_detection import Recognised, first_words, recognised
from studyapp.core.cards.card import CLOZE_BLANK
from studyapp.core.cards.custom_cards import templated_cards
from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.media_names import media_file_name
from studyapp.core.notes.note import Basic, Cloze, Content, Reversed, Templated, Typed
from studyapp.core.text.html_entities import unescape
from studyapp.core.text.localized_text import Text
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import PICTURE, in_a_link
from studyapp.core.transfer.package_model import FoundNote

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", re.IGNORECASE)
_ONLY_A_SOURCE = re.compile(r"<img\s+src\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+)\s*/?>", re.IGNORECASE)
"""A width, a style or a label would be lost."""

_FORMULAS = (
    ("\\(", "\\)"), ("\\[", "\\]"), ("[latex]", "[/latex]"), ("[$]", "[/$]"), ("[$$]", "[/$$]"), ("[anki:", "[/anki:"),
)  # fmt: skip
"""The delimiters of formulas and text-to-speech in Anki. An opening delimiter without its closing one is plain text."""


_PROGRAM = re.compile(r"<script\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_\[\]~<>&#.+=)-])")
_SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"}


class ConvertedNote(NamedTuple):
    """What becomes of a note: its content, its reason, the type it came as where that is not the content's, its files'
    names in the package by their path below the decks' folder, and what was lost."""

    content: Content
    why: Text | None
    came_as: CustomType | None
    media: dict[str, str]
    losses: tuple[Loss, ...]


class _NotWhole(Exception):
    """Markdown can't say all of it."""


def converted(note: FoundNote, folder: str, media: frozenset[str]) -> ConvertedNote | Loss:
    """The note, its files to lie in `folder`; a loss when it makes no card. `media` are the files of the package."""
    if len(note.note_type.fields) != len(note.fields):
        return Loss(LossKind.NOTE_TYPE, first_words(note), note.note_type.name)
    found = recognised(note)
    if found is not None and len(found.others) <= 1:
        try:
            return _in_markdown(note, found, folder, media)
        except _NotWhole:
            pass  # kept as it is
    return _kept(note, folder, media)


def verbatim(note: FoundNote, folder: str, media: frozenset[str]) -> ConvertedNote:
    """A note whose fields are Markdown already, with its pictures to lie in `folder`."""
    carried: dict[str, str] = {}

    def place(picture: re.Match[str]) -> str:
        name = picture[1]
        file = media_file_name(name.replace("/", "\u2044"))
        if name not in media or file is None:
            return picture[0]
        carried[f"{folder}/{file}"] = name
        start, end = (edge - picture.start() for edge in picture.span(1))
        return picture[0][:start] + in_a_link(f"{folder}/{file}") + picture[0][end:]

    front, back = (Text.plain(PICTURE.sub(place, field)) for field in note.fields)
    return ConvertedNote(Basic(front, back), None, None, carried, ())


def _kept(note: FoundNote, folder: str, media: frozenset[str]) -> ConvertedNote | Loss:
    """The note with its type and its HTML."""
    kind = note.note_type
    content = Templated(kind, note.fields)
    name = first_words(note)
    if not templated_cards(content, note.tags):
        return Loss(LossKind.NOTE_TYPE, name, kind.name)
    html = " ".join(note.fields)
    losses = [
        Loss(LossKind.MEDIA, name, one)
        for one in media_names(html)
        if one not in media or media_file_name(one) is None
    ]
    losses += (Loss(LossKind.SOUND, name, sound) for sound in sounds(html))
    if _has_formula(html):
        losses.append(Loss(LossKind.FORMULA, name))
    if any(_PROGRAM.search(template.front + template.back) for template in kind.templates):
        losses.append(Loss(LossKind.PROGRAM, name, kind.name))
    carried = {
        f"{folder}/{file}": one
        for one in (*media_names(html), *type_media(kind, media))
        if one in media and (file := media_file_name(one))
    }
    return ConvertedNote(content, None, None, carried, tuple(losses))


def _in_markdown(note: FoundNote, found: Recognised, folder: str, media: frozenset[str]) -> ConvertedNote:
    """The note as one of our types; _NotWhole where that would lose something."""
    carried: dict[str, str] = {}
    html = dict(zip(note.note_type.fields, note.fields, strict=True))

    def text(field: str) -> Text:
        return Text.plain(_markdown(html[field], folder, media, carried))

    content = _content(found.shape, [text(side) for side in found.sides])
    why = text(found.others[0]) if found.others else None
    names = dict(zip((*found.sides, *found.others), (*PARTS[found.shape], REASON), strict=False))
    parts = tuple(names.get(field, "") for field in note.note_type.fields)
    came_as = note.note_type._replace(written_as=str(found.shape), parts=parts)
    # What has no number is no type of Anki's: the note is one of ours from now on.
    return ConvertedNote(content, why, came_as if came_as.number else None, carried, ())


def _markdown(html: str, folder: str, media: frozenset[str], carried: dict[str, str]) -> str:
    """A field as Markdown. `carried` gets its pictures."""

    def picture(image: re.Match[str]) -> str:
        source = _ONLY_A_SOURCE.fullmatch(image[0])
        name = unescape(source[1].strip("\"'")) if source else ""
        known = next((one for one in (name, unquote(name)) if one in media), None)
        # Another name than in Anki would make it another picture there.
        if (
            known is None
            or media_file_name(known) != known
            or PurePosixPath(known).suffix.lower() not in _SHOWN
        ):
            raise _NotWhole
        carried[f"{folder}/{known}"] = known
        return f'<img src="{folder}/{in_a_link(known)}">'

    if sounds(html) or _has_formula(html):
        raise _NotWhole
    words, is_whole = markdown_of(_IMAGE.sub(picture, html))
    if not is_whole or not words.strip():
        raise _NotWhole
    return words.strip()


def _has_formula(html: str) -> bool:
    lower = html.lower()
    return any(
        lower.find(end, lower.find(begin) + len(begin)) >= 0 for begin, end in _FORMULAS if begin in lower
    )


def _content(shape: Shape, texts: list[Text]) -> Content:
    match shape:
        case Shape.CLOZE:
            return _cloze(texts[0])
        case Shape.BASIC:
            return Basic(texts[0], texts[1])
        case Shape.REVERSED:
            return Reversed(texts[0], texts[1])
        case Shape.TYPED:
            return Typed(texts[0], texts[1])


def _cloze(text: Text) -> Cloze:
    """_NotWhole where braces stand for something else than blanks, or blanks within each other."""
    words = text.versions[0][1]
    blanks = list(CLOZE_BLANK.finditer(words))
    rest = CLOZE_BLANK.sub("", words)
    if not blanks or "{{" in rest or "}}" in rest:
        raise _NotWhole
    if any(int(blank[1]) == 0 or not blank[2].strip() or "{{" in blank[2] for blank in blanks):
        raise _NotWhole
    return Cloze(Text.plain(CLOZE_BLANK.sub(_spelt, words)))


def _spelt(blank: re.Match[str]) -> str:
    """The hint is no Markdown."""
    hint = "::" + _ESCAPE.sub(r"\1", blank[3]) if blank[3] else ""
    return f"{{{{c{int(blank[1])}::{blank[2]}{hint}}}}}"
