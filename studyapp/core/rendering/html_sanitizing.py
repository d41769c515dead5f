"""HTML that a deck brings along, made safe for the screen: a short list of tags, no way out, and nothing that Qt's layout
takes exponential time for."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.notes.media_names import safe_media_name
from studyapp.core.text.html_entities import unescape_entities
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH, add_break_points, sanitize_text, truncate

if TYPE_CHECKING:
    import nh3

_ALLOWED_TAGS = {
    "a", "b", "big", "blockquote", "br", "center", "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strike",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
}  # fmt: skip
_ALLOWED_SCHEMES = {"http", "https", "mailto"}
_LINK = re.compile(rf"({'|'.join(sorted(_ALLOWED_SCHEMES))}):", re.IGNORECASE)
_ALLOWED_CLASSES = {"blank", "filled", "typed", "right", "wrong", "missing", "front"}
_ALLOWED_STYLES = {"color", "font-weight", "font-style", "text-decoration"}
_NEUTRAL_COLOR = re.compile(
    r"color:\s*(?:black|white|windowtext|canvastext|inherit|[a-z]*gr[ae]y|#(?P<hex>[0-9a-f]{1,2})(?P=hex){2}|"
    r"rgba?\(\s*(?P<part>\d+)(?:\s*,\s*(?P=part)){2}[^)]*\))\s*;?",
    re.IGNORECASE,
)
"""Colours that say nothing, and can't be read on a screen that is dark, or light."""

_IMAGE = re.compile(r'<img src="([^"]*)">')
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>")
_SOUND = re.compile(r"\[sound:([^\[\]<>]*)\]")
_ANY_TAG = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>")
_TABLE_TAG = re.compile(r"</?(?:table|tbody|thead|tfoot|tr)>")
_CELL_TAG = re.compile(r"</?(?:td|th)>")
_REPEATED_BREAKS = re.compile(r"<br>(?:\s*<br>)+")
_VOID_TAGS = {"br", "hr", "img"}
_MAX_DEPTH = 30
_MAX_HTML_LENGTH = 5 * MAX_TEXT_LENGTH
"""Letters of HTML with its tags."""


def sanitize_html(html: str, media_folder: str) -> str:
    """The HTML as it may be shown; its media are files in `folder`, below the deck's own. Too deep or too long HTML
    becomes the words alone."""
    if len(html) > _MAX_HTML_LENGTH:
        return _text_only(html[:_MAX_HTML_LENGTH])
    cleaned = _cleaner().clean(_SOUND.sub("♪", sanitize_text(html)))
    depth, tables = _nesting_depths(cleaned)
    if depth > _MAX_DEPTH or len(cleaned) > _MAX_HTML_LENGTH:
        return _text_only(cleaned)
    if tables > 1:
        cleaned = _REPEATED_BREAKS.sub("<br>", _CELL_TAG.sub(" ", _TABLE_TAG.sub("<br>", cleaned)))
    return _IMAGE_TAG.sub(lambda image: _resolve_image(image[0], media_folder), _add_line_breaks(cleaned))


def _text_only(html: str) -> str:
    return f"<p>{escape(add_break_points(truncate(unescape_entities(_tag_stripper().clean(html)))), quote=False)}</p>"


def _resolve_image(image: str, folder: str) -> str:
    source = _IMAGE.fullmatch(image)
    name = unescape_entities(source[1]) if source else ""
    file = safe_media_name(name)
    if file is None:
        return f'<span class="missing">[{escape(name)}]</span>' if name else ""
    return f'<img src="{escape(f"{folder}/{file}")}" alt="">'


def _add_line_breaks(html: str) -> str:
    """Endless words get places to break, outside of tags."""
    return "".join(
        part if part.startswith("<") else add_break_points(part) for part in re.split(r"(<[^<>]*>)", html)
    )


def _nesting_depths(html: str) -> tuple[int, int]:
    """How deep the tags of clean HTML are nested, and how deep its tables."""
    depth = deepest = tables = most_tables = 0
    for end, name in _ANY_TAG.findall(html):
        if name in _VOID_TAGS:
            continue
        step = -1 if end else 1
        depth += step
        tables += step if name == "table" else 0
        deepest, most_tables = max(deepest, depth), max(most_tables, tables)
    return deepest, most_tables


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # few decks bring HTML along

    return nh3.Cleaner(
        tags=_ALLOWED_TAGS,
        clean_content_tags={"script", "style", "button", "select", "textarea", "title"},
        attributes={"a": {"href"}, "img": {"src"}, "ol": {"start"}, "font": {"color"}, "*": {"style"}},
        attribute_filter=_filter_attribute,
        allowed_classes=dict.fromkeys(("span", "p"), _ALLOWED_CLASSES),
        filter_style_properties=_ALLOWED_STYLES,
        url_schemes=_ALLOWED_SCHEMES,
        link_rel=None,
    )


@cache
def _tag_stripper() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(tags=set())


def _filter_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "style":
        return _NEUTRAL_COLOR.sub("", value).strip() or None
    if tag == "font" and _NEUTRAL_COLOR.fullmatch(f"color:{value}"):
        return None
    return value
