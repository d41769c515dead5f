"""Rewriting the tags of clean HTML from decks: their styles become a few declarations that cards show.

The HTML comes from an HTML parser: every attribute has double quotes and no `<`, `>` or `"` inside.
"""

import re

from studyapp.core.rendering.deck_styles.card_css import CardCss
from studyapp.core.rendering.deck_styles.css_declarations import filter_declarations
from studyapp.core.rendering.deck_styles.html_tree import OWN_CLASSES
from studyapp.core.text.html_entities import unescape_entities

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_CELL_SPAN = re.compile(r'\b(?:col|row)span="(\d{1,5})"')
_NAME_BY_TAG = {
    "abbr": "span", "acronym": "span", "bdi": "span", "bdo": "span", "data": "span", "label": "span", "q": "span", "time": "span",
    "fieldset": "div", "form": "div", "legend": "div",
    "article": "div", "aside": "div", "details": "div", "summary": "div", "figure": "div", "figcaption": "div",
    "footer": "div", "header": "div", "main": "div", "nav": "div", "section": "div", "address": "div",
    "big": "span", "cite": "i", "dfn": "i", "ins": "u", "mark": "span", "samp": "code", "small": "span", "var": "i",
}  # fmt: skip
"""Elements that Qt doesn't know or, with a font size in pixels, shows in the wrong size."""

_DECLARATIONS_BY_TAG = {
    "big": {"font-size": "120%"},
    "small": {"font-size": "80%"},
    "mark": {"background-color": "#ffff00"},
    "summary": {"font-weight": "bold"},
}
_FONT_SIZES = ("75%", "81%", "100%", "113%", "150%", "200%", "200%")
_BLOCK_TAGS = {
    "blockquote", "center", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th",
}  # fmt: skip
_ANSWER_TAGS = {"div", "p", "span", "hr", "center", "h1", "h2", "h3"}
_ALIGNMENTS = ("left", "center", "right")
_IMAGE_PROPERTIES = ("width", "height", "max-width", "max-height")
_MAX_CELL_SPAN, _MAX_TOTAL_SPANS = 20, 200
"""Each cell that is spanned takes memory and time."""

_MAX_CLASSES = 10


class TagRewriter:
    """Rewrites tags with the style sheet of their note type. `answer_anchor` is HTML that marks where the answer
    starts: at the element with the ID `answer`, to which Anki scrolls."""

    def __init__(self, css: CardCss, answer_anchor: str) -> None:
        self._css = css
        self._answer_anchor = answer_anchor

    def rewrite(self, html: str) -> str:
        """Return the HTML with all its tags rewritten. Images get their lengths as attributes."""
        spans = [int(span) for span in _CELL_SPAN.findall(html)]
        keeps_spans = sum(min(span, _MAX_CELL_SPAN) for span in spans) <= _MAX_TOTAL_SPANS
        return _TAG.sub(lambda match: self._rewrite_tag(match, keeps_spans=keeps_spans), html)

    def _rewrite_tag(self, match: re.Match[str], *, keeps_spans: bool) -> str:
        tag = match[2]
        name = _NAME_BY_TAG.get(tag, tag)
        if match[1]:
            return f"</{name}>"
        if not match[3] and not self._css.declarations_by_selector and tag not in _DECLARATIONS_BY_TAG:
            return f"<{name}>"
        attributes = dict(_ATTRIBUTE.findall(match[3]))
        shown = self._style_attributes(tag, attributes)
        shown |= {key: attributes[key] for key in ("href", "start", "src", "alt") if key in attributes}
        if keeps_spans:
            shown |= {
                key: str(min(int(attributes[key]), _MAX_CELL_SPAN))
                for key in ("colspan", "rowspan")
                if re.fullmatch(r"[1-9]\d{0,4}", attributes.get(key, ""))
            }
        is_answer = attributes.get("id") == "answer" and tag in _ANSWER_TAGS
        text = "".join(f' {key}="{value}"' for key, value in shown.items())
        return f"<{name}{text}>{self._answer_anchor if is_answer else ''}"

    def _style_attributes(self, tag: str, attributes: dict[str, str]) -> dict[str, str]:
        """Return the attributes that show the styles of an element."""
        classes = attributes.get("class", "").split()[:_MAX_CLASSES]
        own_classes = [name for name in classes if name in OWN_CLASSES and tag in ("span", "p")]
        declarations = dict(_DECLARATIONS_BY_TAG.get(tag, {}))
        if not own_classes:
            declarations |= self._css.declarations_for(tag, classes, attributes.get("id", ""))
        declarations |= self._presentational_declarations(tag, attributes)
        style = unescape_entities(attributes.get("style", ""))
        declarations |= filter_declarations(style, self._css.base_font_size)
        shown = {"class": " ".join(own_classes)} if own_classes else {}
        return shown | _declarations_to_attributes(tag, declarations)

    def _presentational_declarations(self, tag: str, attributes: dict[str, str]) -> dict[str, str]:
        """Return the declarations that attributes such as `color` stand for."""
        css = {
            "color": attributes.get("color", "") if tag == "font" else "",
            "font-family": attributes.get("face", "") if tag == "font" else "",
            "background-color": attributes.get("bgcolor", ""),
            "text-align": attributes.get("align", ""),
            "direction": attributes.get("dir", ""),
            "width": attributes.get("width", "") if tag == "img" else "",
            "height": attributes.get("height", "") if tag == "img" else "",
        }
        text = ";".join(f"{name}:{value}" for name, value in css.items() if value and ";" not in value)
        declarations = filter_declarations(text, self._css.base_font_size)
        size = _font_size(attributes.get("size", "")) if tag == "font" else None
        return declarations | ({"font-size": size} if size else {})


def _font_size(size: str) -> str | None:
    """Return the font size for a size of the tag `font`: 1 to 7, or relative to 3."""
    match = re.fullmatch(r"([+-]?)([0-9])", size.strip())
    if match is None:
        return None
    number = int(match[2]) if not match[1] else 3 + int(match[1] + match[2])
    return _FONT_SIZES[min(max(number, 1), 7) - 1]


def _declarations_to_attributes(tag: str, declarations: dict[str, str]) -> dict[str, str]:
    shown = dict(declarations)
    direction, alignment = shown.pop("direction", ""), shown.pop("text-align", "")
    lengths = {name: shown.pop(name) for name in _IMAGE_PROPERTIES if name in shown}
    attributes = {}
    if direction and tag not in ("img", "br"):
        attributes["dir"] = direction
    if alignment in _ALIGNMENTS and _NAME_BY_TAG.get(tag, tag) in _BLOCK_TAGS:
        attributes["align"] = alignment
    if tag == "img":
        return attributes | lengths
    if tag not in _BLOCK_TAGS:
        shown.pop("margin-left", None)
    style = ";".join(f"{name}:{value}" for name, value in shown.items())
    return attributes | ({"style": style} if style else {})
