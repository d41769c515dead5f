"""Turns the font sizes in a deck's HTML into pixels, because Qt knows no font sizes in percent."""

import re

from studyapp.ui.kit import theme

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_FONT_SIZE = re.compile(r'(\bstyle="[^"]*?\bfont-size:)(\d{1,3})%')
_VOID_TAGS = {"br", "hr", "img"}
_TAGS_WITH_OWN_SIZE = {"h1", "h2", "h3", "h4", "h5", "h6", "pre"}
_BASE_SIZE = 20
"""Pixels: the size of the text on a card with a custom note type."""


def resolve_font_sizes(html: str) -> str:
    """Return card HTML with font sizes in pixels.

    Elements inside an element with a font size get the same size: in Qt, they would get that of the style sheet.
    """
    if "font-size:" not in html:
        return html
    inherited_sizes: list[int] = []  # of the open elements; 0 for the size of the style sheet

    def resolve(match: re.Match[str]) -> str:
        slash, tag, attributes = match.groups()
        if slash:
            del inherited_sizes[-1:]
            return match[0]
        own_size = _FONT_SIZE.search(attributes)
        size = inherited_sizes[-1] if inherited_sizes else 0
        if own_size is not None:
            size = theme.scale_pixels(_BASE_SIZE * int(own_size[2]) / 100)
            attributes = _FONT_SIZE.sub(rf"\g<1>{size}px", attributes)
        elif tag in _TAGS_WITH_OWN_SIZE:
            size = 0
        elif size and 'style="' in attributes:
            attributes = attributes.replace('style="', f'style="font-size:{size}px;', 1)
        elif size and tag not in ("hr", "img"):
            attributes += f' style="font-size:{size}px"'
        if tag not in _VOID_TAGS:
            inherited_sizes.append(size)
        return f"<{tag}{attributes}>"

    return _TAG.sub(resolve, html)
