"""Signs of formulas, which are checked before the modules for formulas are loaded."""

import re

FORMULA_SCHEME = "formula:"
"""The start of the name of the image of a formula."""

_PICTURE = re.compile(rf'<img src="(?!{FORMULA_SCHEME})')
_SIGN = re.compile(r"\$|\\[(\[]|\[latex\]", re.IGNORECASE)
_HTML_SIGN = re.compile(r"\\[(\[]|\[\$|\[latex\]|<anki-mathjax", re.IGNORECASE)

_MATHJAX_TAG = re.compile(
    r"<anki-mathjax\b([^<>]*)>((?:[^<]|<(?!/?anki-mathjax\b))*)</anki-mathjax>", re.IGNORECASE
)
_BLOCK_ATTRIBUTE = re.compile(r"\bblock\s*=\s*[\"']?true\b", re.IGNORECASE)


def may_have_formula(markdown: str) -> bool:
    """Return False if Markdown can't contain a formula."""
    return _SIGN.search(markdown) is not None


def may_have_html_formula(html: str) -> bool:
    """Return False if HTML from Anki can't contain a formula."""
    return _HTML_SIGN.search(html) is not None


def replace_mathjax_tags(html: str) -> str:
    """Replace `<anki-mathjax>` by the delimiters that it stands for."""
    if "<anki-mathjax" not in html.lower():
        return html
    return _MATHJAX_TAG.sub(
        lambda tag: f"\\[{tag[2]}\\]" if _BLOCK_ATTRIBUTE.search(tag[1]) else f"\\({tag[2]}\\)", html
    )


def has_picture(html: str) -> bool:
    """Return whether the HTML of a card has an image that is not a formula."""
    return _PICTURE.search(html) is not None
