"""Converting Anki notes to StudyApp notes.

A note is converted to Markdown if that loses nothing. Otherwise it keeps its HTML fields and its note type.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from studyapp.anki.field_markdown.card_comparison import normalize_deletions
from studyapp.anki.field_markdown.html_to_markdown import MAX_LENGTH, convert_to_markdown
from studyapp.anki.note_shapes import DECK_FILE_FIELDS_BY_SHAPE, WHY_FIELD, NoteShape
from studyapp.anki.plain_html import read_plain_lines
from studyapp.anki.reading.note_type_detection import DetectedShape, detect_shape, note_excerpt
from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.cards.card_template_language import strip_scripts
from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.cards.nested_cloze import fill_all_clozes
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import decode_media_name, safe_media_name
from studyapp.core.notes.note import Basic, Cloze, CustomContent, NoteContent, Reversed, TypedAnswer
from studyapp.core.rendering.formulas.cloze_blanks import remove_formula_braces
from studyapp.core.rendering.formulas.formula_signs import may_have_formula, may_have_html_formula
from studyapp.core.rendering.html_sanitizing import is_reduced_to_text
from studyapp.core.rendering.image_occlusion import has_masks
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.sounds import AUDIO_SUFFIXES, SOUND_TAG, is_playable
from studyapp.core.text.speech import SPEECH_TAG as READ_ALOUD_TAG
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import MARKDOWN_IMAGE, escape_link_path
from studyapp.core.transfer.media_references import (
    find_media_file,
    find_media_names,
    find_note_type_media,
    find_sounds,
)
from studyapp.core.transfer.package_model import SourceNote
from studyapp.core.transfer.unshown_content import find_unshown_content

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", re.IGNORECASE)
_IMAGE_WITH_SOURCE_ONLY = re.compile(r"<img\s+src\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+)\s*/?>", re.IGNORECASE)
"""An image without other attributes, such as a width, a style or a label. Markdown would lose these."""

_SPEECH_FIELD = re.compile(r"\{\{\s*tts\b")
_SPEECH_TAG = re.compile(r"\[anki:[^\[\]]*\]", re.IGNORECASE)
_FIELD_REFERENCE = re.compile(r"\{\{(?:[^{}:]*:)*([^{}:]*)\}\}")
_IMAGE_SUFFIXES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "bmp"})
_AUDIO_SUFFIXES = frozenset(AUDIO_SUFFIXES)


class ConvertedNote(NamedTuple):
    """A converted note.

    `original_note_type` is the note's type in Anki if the content doesn't hold it, else None.
    `media_name_by_path` maps paths below the decks' folder to file names in the package.
    """

    content: NoteContent
    explanation: LocalizedText | None
    original_note_type: CustomNoteType | None
    media_name_by_path: dict[str, str]
    losses: tuple[Loss, ...]


class _LossyConversion(Exception):
    """Markdown can't express the whole note."""


def convert_note(note: SourceNote, media_folder: str, package_media: frozenset[str]) -> ConvertedNote | Loss:
    """Convert a note, with its media paths in `media_folder`.

    `package_media` are the files in the package. Returns a loss if the note generates no card.
    """
    if len(note.note_type.fields) != len(note.fields):
        return Loss(LossKind.NO_CARD_GENERATED, note_excerpt(note), note.note_type.name)
    detected = None if note.keeps_note_type else detect_shape(note)
    if detected is not None and len(detected.extra_fields) <= 1:
        try:
            return _to_markdown_note(note, detected, media_folder, package_media)
        except _LossyConversion:
            pass  # keep the HTML and the note type
    return _to_custom_note(note, media_folder, package_media)


def convert_markdown_note(
    note: SourceNote, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote:
    """Convert a note whose fields are already Markdown, with the paths of its media in `media_folder`."""
    media_name_by_path: dict[str, str] = {}

    def rewrite_path(image: re.Match[str]) -> str:
        name = unquote(image[1])
        safe_name = safe_media_name(name.replace("/", "\u2044"))
        if name not in package_media or safe_name is None:
            return image[0]
        media_name_by_path[f"{media_folder}/{safe_name}"] = name
        start, end = (edge - image.start() for edge in image.span(1))
        return image[0][:start] + escape_link_path(f"{media_folder}/{safe_name}") + image[0][end:]

    def rewrite_sound(sound: re.Match[str]) -> str:
        image = MARKDOWN_IMAGE.fullmatch(f"![]({escape_link_path(sound[1])})")
        return sound[0] if image is None else rewrite_path(image)

    texts = [
        LocalizedText.language_neutral(SOUND_TAG.sub(rewrite_sound, MARKDOWN_IMAGE.sub(rewrite_path, field)))
        for field in note.fields
    ]
    content = _build_markdown_content(NoteShape(note.note_type.builtin_type), texts)
    return ConvertedNote(content, None, None, media_name_by_path, ())


def _build_markdown_content(shape: NoteShape, texts: list[LocalizedText]) -> NoteContent:
    """Return the content of a note whose texts are Markdown. A cloze with unusual blanks stays as it is written."""
    return Cloze(texts[0]) if shape is NoteShape.CLOZE else _build_content(shape, texts)


def _to_custom_note(
    note: SourceNote, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote | Loss:
    """Return the note with its HTML fields and its note type, or a loss if it generates no card."""
    note_type = note.note_type
    content = CustomContent(note_type, note.fields)
    excerpt = note_excerpt(note)
    if not generate_custom_cards(content, note.tags):
        return Loss(LossKind.NO_CARD_GENERATED, excerpt, note_type.name)
    html = " ".join(note.fields)
    losses = [
        Loss(LossKind.MISSING_MEDIA, excerpt, media_name)
        for media_name in find_media_names(html)
        if find_media_file(media_name, package_media) is None or safe_media_name(media_name) is None
    ]
    losses += _unplayable_sounds(note, package_media)
    if _has_unsupported_formula(" ".join((html, *_formulas_in_templates(note)))):
        losses.append(Loss(LossKind.FORMULA, excerpt))
    losses += _unshown_content(note)
    media_name_by_path = {
        f"{media_folder}/{safe_name}": file
        for media_name in (*find_media_names(html), *find_note_type_media(note_type, package_media))
        if (file := find_media_file(media_name, package_media)) and (safe_name := safe_media_name(media_name))
    }
    return ConvertedNote(content, None, None, media_name_by_path, tuple(losses))


def _unplayable_sounds(note: SourceNote, package_media: frozenset[str]) -> Iterator[Loss]:
    return (
        Loss(LossKind.SOUND, note_excerpt(note), sound)
        for sound in find_sounds(" ".join(note.fields))
        if not is_playable(sound) and find_media_file(sound, package_media)
    )


def _unshown_content(note: SourceNote) -> Iterator[Loss]:
    if any(map(is_reduced_to_text, note.fields)):
        yield Loss(LossKind.REDUCED_TO_TEXT, note_excerpt(note))
    if sys.platform != "linux" and _has_speech(note):
        yield Loss(LossKind.SPEECH, note_excerpt(note))
    yield from find_unshown_content(
        note.note_type,
        note.fields,
        note_excerpt(note),
        has_masks=any(map(has_masks, note.fields)),
    )


def _has_speech(note: SourceNote) -> bool:
    templates = "".join(template.front + template.back for template in note.note_type.templates)
    return bool(_SPEECH_FIELD.search(templates) or READ_ALOUD_TAG.search(" ".join(note.fields)))


def _to_markdown_note(
    note: SourceNote, detected: DetectedShape, media_folder: str, package_media: frozenset[str]
) -> ConvertedNote:
    """Return the note as a note of a built-in type.

    Raises _LossyConversion if that would lose something.
    """
    media_name_by_path: dict[str, str] = {}
    html = dict(zip(note.note_type.fields, note.fields, strict=True))

    def field_text(field: str) -> LocalizedText:
        return LocalizedText.language_neutral(
            _field_to_markdown(
                html[field],
                media_folder,
                package_media,
                media_name_by_path,
                is_cloze=detected.shape is NoteShape.CLOZE and field in detected.side_fields,
            )
        )

    if detected.shape is NoteShape.TYPED and find_sounds(html[detected.side_fields[1]]):
        raise _LossyConversion  # the export puts the sounds of a typed answer behind it
    content = _build_content(detected.shape, [field_text(side) for side in detected.side_fields])
    why = field_text(detected.extra_fields[0]) if detected.extra_fields else None
    role_by_field = dict(
        zip(
            (*detected.side_fields, *detected.extra_fields),
            (*DECK_FILE_FIELDS_BY_SHAPE[detected.shape], WHY_FIELD),
            strict=False,
        )
    )
    field_roles = tuple(role_by_field.get(field, "") for field in note.note_type.fields)
    original_note_type = note.note_type._replace(builtin_type=str(detected.shape), field_roles=field_roles)
    # A type without an id isn't from Anki: the note becomes an ordinary note of the built-in type.
    has_loss = _has_unsupported_formula(" ".join(note.fields))
    losses = [Loss(LossKind.FORMULA, note_excerpt(note))] if has_loss else []
    return ConvertedNote(
        content,
        why,
        original_note_type if original_note_type.anki_id else None,
        media_name_by_path,
        (*_unplayable_sounds(note, package_media), *losses, *_unshown_content(note)),
    )


def _field_to_markdown(
    html: str,
    media_folder: str,
    package_media: frozenset[str],
    media_name_by_path: dict[str, str],
    *,
    is_cloze: bool,
) -> str:
    """Return a field as Markdown, and add its images and sounds to `media_name_by_path`.

    Raises _LossyConversion if that would lose something.
    """

    def rewrite_image(image: re.Match[str]) -> str:
        source = _IMAGE_WITH_SOURCE_ONLY.fullmatch(image[0])
        name = decode_media_name(unescape_entities(source[1].strip("\"'"))) if source else ""
        return rewrite_name(name, _IMAGE_SUFFIXES)

    def rewrite_name(name: str, suffixes: frozenset[str]) -> str:
        file = find_media_file(name, package_media)
        # With another name it would be another image in Anki.
        if (
            file is None
            or safe_media_name(name) != name
            or PurePosixPath(name).suffix.lower()[1:] not in suffixes
        ):
            raise _LossyConversion
        media_name_by_path[f"{media_folder}/{name}"] = file
        return f'<img src="{media_folder}/{escape_link_path(name)}">'

    if not is_cloze and (markdown := read_plain_lines(html)):
        return markdown
    if len(html) > MAX_LENGTH or _SPEECH_TAG.search(html):
        raise _LossyConversion
    html = SOUND_TAG.sub(
        lambda sound: rewrite_name(find_sounds(sound[0])[0], _AUDIO_SUFFIXES),
        _IMAGE.sub(rewrite_image, html),
    )
    if find_sounds(html):
        raise _LossyConversion
    markdown, is_lossless = convert_to_markdown(html, is_cloze=is_cloze)
    if not is_lossless or not markdown.strip():
        raise _LossyConversion
    return markdown


def _has_unsupported_formula(html: str) -> bool:
    """Return whether HTML has a text-to-speech tag that isn't read aloud, or a formula that can't be typeset."""
    if _SPEECH_TAG.search(READ_ALOUD_TAG.sub("", html)):
        return True
    if not may_have_html_formula(html):
        return False
    # Deferred: few decks have formulas.
    from studyapp.core.rendering.formulas.formula_problems import has_unsupported_formula

    return has_unsupported_formula(fill_all_clozes(html))


def _formulas_in_templates(note: SourceNote) -> Iterator[str]:
    """Yield the sides of templates that put fields into formulas, with the fields filled in."""
    html_by_field = dict(zip(note.note_type.fields, note.fields, strict=True))
    if any(map(has_masks, note.fields)):
        return
    for template in note.note_type.templates:
        for side in map(strip_scripts, (template.front, template.back)):
            if may_have_html_formula(side):
                yield _FIELD_REFERENCE.sub(
                    lambda reference: html_by_field.get(reference[1].strip(), ""), side
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
    """Return a cloze from Markdown.

    Raises _LossyConversion if it has no blanks, other double braces, or a blank that is nested, empty or
    numbered 0.
    """
    markdown = text.versions[0][1]
    blanks = list(CLOZE_PATTERN.finditer(markdown))
    rest = CLOZE_PATTERN.sub("", remove_formula_braces(markdown))
    if not blanks or "{{" in rest or "}}" in rest:
        raise _LossyConversion
    if any(blank[3] and may_have_formula(blank[3]) for blank in blanks):
        raise _LossyConversion  # a hint is plain text
    if any(int(blank[1]) == 0 or not blank[2].strip() or "{{" in blank[2] for blank in blanks):
        raise _LossyConversion
    return Cloze(LocalizedText.language_neutral(normalize_deletions(markdown)))
