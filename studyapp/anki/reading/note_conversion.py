"""Notes of Anki to notes of ours: in Markdown where that says all of it, else the fields as they are, with their type."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.media_references import find_media_names, find_note_type_media, find_sounds
from studyapp.anki.note_shapes import DECK_FIELDS_BY_SHAPE, WHY_FIELD, NoteShape
from studyapp.anki.reading.html_to_markdown import convert_to_markdown
from studyapp.anki.reading.note_type_detection import DetectedShape, detect_shape, note_excerpt
from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import safe_media_name
from studyapp.core.notes.note import Basic, Cloze, CustomContent, NoteContent, Reversed, TypedAnswer
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import MARKDOWN_IMAGE, escape_link_path
from studyapp.core.transfer.package_model import SourceNote

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", re.IGNORECASE)
_IMAGE_WITH_SOURCE_ONLY = re.compile(r"<img\s+src\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+)\s*/?>", re.IGNORECASE)
"""A width, a style or a label would be lost."""

_FORMULA_DELIMITERS = (
    ("\\(", "\\)"), ("\\[", "\\]"), ("[latex]", "[/latex]"), ("[$]", "[/$]"), ("[$$]", "[/$$]"), ("[anki:", "[/anki:"),
)  # fmt: skip
"""The delimiters of formulas and text-to-speech in Anki. An opening delimiter without its closing one is plain text."""


_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_BACKSLASH_ESCAPE = re.compile(r"\\([\\`*_\[\]~<>&#.+=)-])")
_IMAGE_SUFFIXES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"}


class ConvertedNote(NamedTuple):
    """What becomes of a note: its content, its reason, the type it came as where that is not the content's, its files'
    names in the package by their path below the decks' folder, and what was lost."""

    content: NoteContent
    why: LocalizedText | None
    original_note_type: CustomNoteType | None
    media_name_by_path: dict[str, str]
    losses: tuple[Loss, ...]


class _LossyConversion(Exception):
    """Markdown can't say all of it."""


def convert_note(note: SourceNote, media_folder: str, package_media: frozenset[str]) -> ConvertedNote | Loss:
    """The note, its files to lie in `folder`; a loss when it makes no card. `media` are the files of the package."""
    if len(note.note_type.fields) != len(note.fields):
        return Loss(LossKind.NO_CARD_GENERATED, note_excerpt(note), note.note_type.name)
    found = detect_shape(note)
    if found is not None and len(found.extra_fields) <= 1:
        try:
            return _to_markdown_note(note, found, media_folder, package_media)
        except _LossyConversion:
            pass  # kept as it is
    return _to_custom_note(note, media_folder, package_media)


def convert_markdown_note(
    note: SourceNote, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote:
    """A note whose fields are Markdown already, with its pictures to lie in `folder`."""
    carried: dict[str, str] = {}

    def place(picture: re.Match[str]) -> str:
        name = picture[1]
        file = safe_media_name(name.replace("/", "\u2044"))
        if name not in package_media or file is None:
            return picture[0]
        carried[f"{media_folder}/{file}"] = name
        start, end = (edge - picture.start() for edge in picture.span(1))
        return picture[0][:start] + escape_link_path(f"{media_folder}/{file}") + picture[0][end:]

    front, back = (LocalizedText.language_neutral(MARKDOWN_IMAGE.sub(place, field)) for field in note.fields)
    return ConvertedNote(Basic(front, back), None, None, carried, ())


def _to_custom_note(
    note: SourceNote, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote | Loss:
    """The note with its type and its HTML."""
    kind = note.note_type
    content = CustomContent(kind, note.fields)
    name = note_excerpt(note)
    if not generate_custom_cards(content, note.tags):
        return Loss(LossKind.NO_CARD_GENERATED, name, kind.name)
    html = " ".join(note.fields)
    losses = [
        Loss(LossKind.MISSING_MEDIA, name, one)
        for one in find_media_names(html)
        if one not in package_media or safe_media_name(one) is None
    ]
    losses += (Loss(LossKind.SOUND, name, sound) for sound in find_sounds(html))
    if _has_formula(html):
        losses.append(Loss(LossKind.FORMULA, name))
    if any(_SCRIPT.search(template.front + template.back) for template in kind.templates):
        losses.append(Loss(LossKind.TEMPLATE_SCRIPT, name, kind.name))
    carried = {
        f"{media_folder}/{file}": one
        for one in (*find_media_names(html), *find_note_type_media(kind, package_media))
        if one in package_media and (file := safe_media_name(one))
    }
    return ConvertedNote(content, None, None, carried, tuple(losses))


def _to_markdown_note(
    note: SourceNote, detected: DetectedShape, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote:
    """The note as one of our types; _NotWhole where that would lose something."""
    carried: dict[str, str] = {}
    html = dict(zip(note.note_type.fields, note.fields, strict=True))

    def text(field: str) -> LocalizedText:
        return LocalizedText.language_neutral(
            _field_to_markdown(html[field], media_folder, package_media, carried)
        )

    content = _build_content(detected.shape, [text(side) for side in detected.side_fields])
    why = text(detected.extra_fields[0]) if detected.extra_fields else None
    names = dict(
        zip(
            (*detected.side_fields, *detected.extra_fields),
            (*DECK_FIELDS_BY_SHAPE[detected.shape], WHY_FIELD),
            strict=False,
        )
    )
    parts = tuple(names.get(field, "") for field in note.note_type.fields)
    came_as = note.note_type._replace(builtin_type=str(detected.shape), field_roles=parts)
    # What has no number is no type of Anki's: the note is one of ours from now on.
    return ConvertedNote(content, why, came_as if came_as.anki_id else None, carried, ())


def _field_to_markdown(
    html: str, media_folder: str, package_media: frozenset[str], media_name_by_path: dict[str, str]
) -> str:
    """A field as Markdown. `carried` gets its pictures."""

    def picture(image: re.Match[str]) -> str:
        source = _IMAGE_WITH_SOURCE_ONLY.fullmatch(image[0])
        name = unescape_entities(source[1].strip("\"'")) if source else ""
        known = next((one for one in (name, unquote(name)) if one in package_media), None)
        # Another name than in Anki would make it another picture there.
        if (
            known is None
            or safe_media_name(known) != known
            or PurePosixPath(known).suffix.lower() not in _IMAGE_SUFFIXES
        ):
            raise _LossyConversion
        media_name_by_path[f"{media_folder}/{known}"] = known
        return f'<img src="{media_folder}/{escape_link_path(known)}">'

    if find_sounds(html) or _has_formula(html):
        raise _LossyConversion
    words, is_whole = convert_to_markdown(_IMAGE.sub(picture, html))
    if not is_whole or not words.strip():
        raise _LossyConversion
    return words.strip()


def _has_formula(html: str) -> bool:
    lower = html.lower()
    return any(
        lower.find(end, lower.find(begin) + len(begin)) >= 0
        for begin, end in _FORMULA_DELIMITERS
        if begin in lower
    )


def _build_content(shape: NoteShape, texts: list[LocalizedText]) -> NoteContent:
    match shape:
        case NoteShape.CLOZE:
            return _build_cloze(texts[0])
        case NoteShape.BASIC:
            return Basic(texts[0], texts[1])
        case NoteShape.REVERSED:
            return Reversed(texts[0], texts[1])
        case NoteShape.TYPED:
            return TypedAnswer(texts[0], texts[1])


def _build_cloze(text: LocalizedText) -> Cloze:
    """_NotWhole where braces stand for something else than blanks, or blanks within each other."""
    words = text.versions[0][1]
    blanks = list(CLOZE_PATTERN.finditer(words))
    rest = CLOZE_PATTERN.sub("", words)
    if not blanks or "{{" in rest or "}}" in rest:
        raise _LossyConversion
    if any(int(blank[1]) == 0 or not blank[2].strip() or "{{" in blank[2] for blank in blanks):
        raise _LossyConversion
    return Cloze(LocalizedText.language_neutral(CLOZE_PATTERN.sub(_normalize_blank, words)))


def _normalize_blank(blank: re.Match[str]) -> str:
    """The hint is no Markdown."""
    hint = "::" + _BACKSLASH_ESCAPE.sub(r"\1", blank[3]) if blank[3] else ""
    return f"{{{{c{int(blank[1])}::{blank[2]}{hint}}}}}"
