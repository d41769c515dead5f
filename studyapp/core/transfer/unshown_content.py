"""What Anki shows of a note and StudyApp doesn't: scripts, HTML elements, pictures and styles that cards here lack."""

import re
from collections.abc import Iterator
from functools import lru_cache

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.media_names import decode_media_name
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.transfer.import_losses import Loss, LossKind

_ELEMENT = re.compile(
    r"<(audio|canvas|embed|iframe|input|math|object|select|svg|textarea|video)\b", re.IGNORECASE
)
_SCRIPT = re.compile(r"<script\b|\b(?:href|src)\s*=\s*[\"']?\s*javascript:", re.IGNORECASE)
_EVENT_HANDLER = re.compile(r"<[a-z][^<>]*?\son[a-z]{3,20}\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_SHOWS_ELEMENT = "getElementById"
"""Part of an event handler that shows a hidden element, as cards here do too."""

_IMAGE_SOURCE = re.compile(r"<img\b[^<>]*?\bsrc\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|data|ftp):|//", re.IGNORECASE)
_UNSUPPORTED_PICTURES = (".avif", ".heic", ".heif", ".jp2", ".jxl", ".pdf")
"""Formats that browsers show and Qt doesn't."""

_UNSHOWN_SHAPE = re.compile(r"::image-occlusion:(?:text:|[^{}]{0,5000}?:angle=-?(?:[1-9]|0?\.[0-9]*[1-9]))")
_STYLE_ATTRIBUTE = re.compile(r"\bstyle\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_STYLE_ELEMENT = re.compile(r"<style\b[^<>]*>([^<]*)</style", re.IGNORECASE)
_COVERING_STYLE = re.compile(
    r"""(?:^|[;\s{"'])(?:
        position\s*:\s*(?:absolute|fixed) | opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)(?![.\d]) | font-size\s*:\s*0+(?![.\d])
        | (?:color|-webkit-text-fill-color)\s*:\s*transparent | filter\s*:\s*blur | -webkit-text-security\s*:\s*(?!none)[a-z]
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDING_STYLE = re.compile(r"(?:^|[;\s{])content\s*:\s*(?!none|normal|[\"']{2})[^\s;]", re.IGNORECASE)
_STYLE_WITH_FILE = re.compile(
    r"@font-face\b|@import\b|background(?:-image)?\s*:[^;{}]{0,200}url\(", re.IGNORECASE
)


def find_unshown_content(
    note_type: CustomNoteType, fields: tuple[str, ...], note_excerpt: str, *, has_masks: bool
) -> Iterator[Loss]:
    """Yield what Anki shows of a note and StudyApp doesn't. The templates of a note with masks are those of Anki's image
    occlusion, which StudyApp shows without them."""
    for kind, name in (*(() if has_masks else _of_note_type(note_type)), *_of_fields(" ".join(fields))):
        yield Loss(kind, note_excerpt, name)


@lru_cache(maxsize=500)
def _of_note_type(note_type: CustomNoteType) -> tuple[tuple[LossKind, str], ...]:
    html = "\n".join(f"{template.front}\n{template.back}" for template in note_type.templates)
    css = _without_comments("\n".join((note_type.css, *_STYLE_ELEMENT.findall(html))))
    styles = "\n".join((css, *_STYLE_ATTRIBUTE.findall(html)))
    found = (
        (LossKind.TEMPLATE_SCRIPT, _has_script(html)),
        (LossKind.COVERING_STYLES, _COVERING_STYLE.search(styles)),
        (LossKind.ADDED_BY_STYLES, _ADDING_STYLE.search(css)),
        (LossKind.STYLES_WITH_FILES, _STYLE_WITH_FILE.search(styles)),
    )
    return (*((kind, note_type.name) for kind, is_found in found if is_found), *_elements(html))


def _of_fields(html: str) -> Iterator[tuple[LossKind, str]]:
    if _UNSHOWN_SHAPE.search(html):
        yield LossKind.OCCLUSION_SHAPES, ""
    if "<" not in html:
        return
    if _has_script(html):
        yield LossKind.FIELD_SCRIPT, ""
    yield from _elements(html)
    sources = [unescape_entities(source.strip("\"'")).strip() for source in _IMAGE_SOURCE.findall(html)]
    if any(_ADDRESS.match(source) for source in sources):
        yield LossKind.PICTURE_ADDRESS, ""
    for source in dict.fromkeys(sources):
        name = decode_media_name(source)
        if not _ADDRESS.match(source) and name.lower().endswith(_UNSUPPORTED_PICTURES):
            yield LossKind.PICTURE_FORMAT, name


def _elements(html: str) -> Iterator[tuple[LossKind, str]]:
    tags = dict.fromkeys(tag.lower() for tag in _ELEMENT.findall(html))
    return ((LossKind.ELEMENT_ONLY_IN_ANKI, f"<{tag}>") for tag in tags)


def _has_script(html: str) -> bool:
    return bool(_SCRIPT.search(html)) or any(
        _SHOWS_ELEMENT not in handler for handler in _EVENT_HANDLER.findall(html)
    )


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return first + " ".join(part.partition("*/")[2] for part in others)
