"""HTML that a deck brings along, made safe for the screen: a short list of tags, no way out, and nothing that Qt's layout
takes exponential time for."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from studyapp.core.notes.media_names import media_file_name
from studyapp.core.text.html_entities import unescape
from studyapp.core.text.text_limits import LONGEST_TEXT, breakable, cut, tamed

if TYPE_CHECKING:
    import nh3

_TAGS = {
    "a", "b", "big", "blockquote", "br", "center", "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strike",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}
_LINK = re.compile(rf"({'|'.join(sorted(_SCHEMES))}):", re.IGNORECASE)
_CLASSES = {"blank", "filled", "typed", "right", "wrong", "missing", "front"}
_STYLES = {"color", "font-weight", "font-style", "text-decoration"}
_GREY = re.compile(
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
_LINES = re.compile(r"<br>(?:\s*<br>)+")
_NO_END = {"br", "hr", "img"}
_DEEPEST = 30
_LONGEST_HTML = 5 * LONGEST_TEXT
"""Letters of HTML with its tags."""


def safe_html(html: str, folder: str) -> str:
    """The HTML as it may be shown; its media are files in `folder`, below the deck's own. Too deep or too long HTML
    becomes the words alone."""
    if len(html) > _LONGEST_HTML:
        return _words_alone(html[:_LONGEST_HTML])
    cleaned = _cleaner().clean(_SOUND.sub("♪", tamed(html)))
    depth, tables = _depths(cleaned)
    if depth > _DEEPEST or len(cleaned) > _LONGEST_HTML:
        return _words_alone(cleaned)
    if tables > 1:
        cleaned = _LINES.sub("<br>", _CELL_TAG.sub(" ", _TABLE_TAG.sub("<br>", cleaned)))
    return _IMAGE_TAG.sub(lambda image: _placed(image[0], folder), _between_tags(cleaned))


def _words_alone(html: str) -> str:
    return f"<p>{escape(breakable(cut(unescape(_cleaner_of_all().clean(html)))), quote=False)}</p>"


def _placed(image: str, folder: str) -> str:
    source = _IMAGE.fullmatch(image)
    name = unescape(source[1]) if source else ""
    file = media_file_name(name)
    if file is None:
        return f'<span class="missing">[{escape(name)}]</span>' if name else ""
    return f'<img src="{escape(f"{folder}/{file}")}" alt="">'


def _between_tags(html: str) -> str:
    """Endless words get places to break, outside of tags."""
    return "".join(
        part if part.startswith("<") else breakable(part) for part in re.split(r"(<[^<>]*>)", html)
    )


def _depths(html: str) -> tuple[int, int]:
    """How deep the tags of clean HTML are nested, and how deep its tables."""
    depth = deepest = tables = most_tables = 0
    for end, name in _ANY_TAG.findall(html):
        if name in _NO_END:
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
        tags=_TAGS,
        clean_content_tags={"script", "style", "button", "select", "textarea", "title"},
        attributes={"a": {"href"}, "img": {"src"}, "ol": {"start"}, "font": {"color"}, "*": {"style"}},
        attribute_filter=_filtered,
        allowed_classes=dict.fromkeys(("span", "p"), _CLASSES),
        filter_style_properties=_STYLES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


@cache
def _cleaner_of_all() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(tags=set())


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "style":
        return _GREY.sub("", value).strip() or None
    if tag == "font" and _GREY.fullmatch(f"color:{value}"):
        return None
    return value
