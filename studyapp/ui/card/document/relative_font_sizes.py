"""Turns the font sizes in a deck's HTML into pixels, because Qt knows no font sizes in percent."""

import re

from studyapp.ui.kit import theme

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_FONT_SIZE = re.compile(r'(\bstyle="[^"]*?\bfont-size:)(\d{1,3})%')
_VOID_TAGS = {"br", "hr", "img"}
_TAGS_WITH_OWN_SIZE = {"h1", "h2", "h3", "h4", "h5", "h6", "pre"}
_READING_SHARE = 0.7
"""Size of the reading of a character, compared with the text around it."""

_BASE_SIZE = 20
"""Pixels: the size of the text on a card with a custom note type."""


def resolve_font_sizes(html: str) -> str:
    """Return card HTML with font sizes in pixels.

    Elements inside an element with a font size get the same size: in Qt, they would get that of the style sheet.
    """
    if "font-size:" not in html:
        return html
    sizes = [0]  # of the open elements; 0 for the size of the style sheet

    def resolve(match: re.Match[str]) -> str:
        slash, tag, attributes = match.groups()
        if slash:
            if len(sizes) > 1:
                sizes.pop()
            return match[0]
        size = _find_size(tag, attributes, sizes[-1])
        if tag not in _VOID_TAGS:
            sizes.append(size)
        return f"<{tag}{_set_size(attributes, size) if size and tag not in ('hr', 'img') else attributes}>"

    return _TAG.sub(resolve, html)


def _find_size(tag: str, attributes: str, inherited_size: int) -> int:
    own_size = _FONT_SIZE.search(attributes)
    if own_size is not None:
        return theme.scale_pixels(_BASE_SIZE * int(own_size[2]) / 100)
    if tag in _TAGS_WITH_OWN_SIZE:
        return 0
    return round(inherited_size * _READING_SHARE) if 'class="reading"' in attributes else inherited_size


def _set_size(attributes: str, size: int) -> str:
    if _FONT_SIZE.search(attributes):
        return _FONT_SIZE.sub(rf"\g<1>{size}px", attributes)
    if 'style="' in attributes:
        return attributes.replace('style="', f'style="font-size:{size}px;', 1)
    return f'{attributes} style="font-size:{size}px"'
