"""The tree of clean HTML from a deck.

The HTML comes from an HTML parser: every element is closed, and every attribute has double quotes and no `<`, `>` or `"` inside.
"""

import re
from dataclasses import dataclass, field

from studyapp.core.rendering.deck_styles.css_selectors import CssElement

VOID_TAGS = frozenset(("br", "hr", "img"))
_TOKEN = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


OWN_CLASSES = frozenset((
    "blank", "filled", "typed", "right", "wrong", "missed", "missing", "reading", "front", "hint-link", "disclosure-link",
))  # fmt: skip
"""Classes that StudyApp itself gives to the elements `<span>` and `<p>`."""


@dataclass(slots=True)
class HtmlElement:
    """An element: its start tag as written, its attributes and its content."""

    tag: str
    start_tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["HtmlElement | str"] = field(default_factory=list)

    @property
    def css_element(self) -> CssElement:
        """What style sheets of decks see of the element: no classes that StudyApp itself gives."""
        classes = frozenset(self.attributes.get("class", "").split())
        if self.tag in ("span", "p") and classes & OWN_CLASSES:
            is_hint = "hint-link" in classes  # Anki makes links of this class
            return CssElement("a", frozenset(("hint",))) if is_hint else CssElement(self.tag)
        return CssElement(self.tag, classes, self.attributes.get("id", ""))


def parse_tree(html: str) -> HtmlElement:
    """Return the parsed HTML as an element without a tag."""
    root = HtmlElement("", "")
    open_elements = [root]
    for token in _TOKEN.split(html):
        match = _TAG.fullmatch(token)
        if match is None:
            if token:
                open_elements[-1].children.append(token)
        elif match[1]:
            if len(open_elements) > 1:
                open_elements.pop()
        else:
            attributes = dict(_ATTRIBUTE.findall(match[3])) if match[3] else {}
            element = HtmlElement(match[2], token, attributes)
            open_elements[-1].children.append(element)
            if element.tag not in VOID_TAGS:
                open_elements.append(element)
    return root
