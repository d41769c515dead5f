"""HTML from the clipboard as Markdown."""

import re

from studyapp.anki.field_markdown.html_to_markdown import convert_to_markdown

_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_DROPPED_ELEMENT = re.compile(
    r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->|<meta[^>]*>", re.DOTALL | re.IGNORECASE
)
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_STYLING = re.compile(
    r"\s(?:style|class|id|lang|dir|face|color|size|data-[\w-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE
)
_MEANINGFUL_TAG = re.compile(
    r"<(?:b|strong|i|em|s|del|code|pre|ul|ol|table|blockquote|h[1-6]|a\s[^>]*href)\b", re.IGNORECASE
)


def has_formatting(html: str) -> bool:
    """Return whether some HTML from the clipboard has formatting that its plain text lacks."""
    return _MEANINGFUL_TAG.search(_fragment(html)) is not None


def pasted_html_to_markdown(html: str) -> str:
    """Return the Markdown of some HTML from the clipboard. Colors, fonts and images are left out."""
    return convert_to_markdown(_IMAGE.sub("", _STYLING.sub("", _fragment(html)))).markdown


def _fragment(html: str) -> str:
    """Return the copied part of a page, without what is not shown."""
    for pattern in (_BODY, _FRAGMENT):
        match = pattern.search(html)
        html = match[1] if match else html
    return _DROPPED_ELEMENT.sub("", html)
