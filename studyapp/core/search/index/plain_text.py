"""Removing the markup of a field, so that it does not break the words that are searched for."""

import re

from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.text.html_entities import unescape_entities

_MARKDOWN_SIGNS = frozenset("*_~`\\[")
_LITERAL_OR_LINK = re.compile(
    r"(?P<code>(?<!`)(`{1,8})(?!`)(?P<code_text>[^`]{1,2000})\2(?!`))"
    r"|(?P<formula>\$[^$\n]{1,2000}\$)"
    r"|(?P<sound>\[sound:[^\[\]\n]{0,300}\])"
    r"|!?\[(?P<label>[^\[\]]{0,2000})\]\((?P<target>[^()\n]{0,1000})\)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
)
"""Parts of Markdown in which signs are ordinary characters, links and images, and escapes. Every repetition is bounded, so
that hostile text can't make matching slow."""

_EMPHASIS = re.compile(r"(\*{1,3}|~~)(?=\S)([^*~\n]{1,2000}?)(?<=\S)\1")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)")
_KEPT_MARK = "\U000f0000"

_BLOCK_TAG = re.compile(
    r"<(?:br|/?(?:div|p|li|ul|ol|table|tr|td|th|h[1-6]|pre|hr|blockquote))\b[^<>]*>", re.IGNORECASE
)
_MEDIA_TAG = re.compile(
    r"""<(?:img|audio|video|source)\b[^<>]*?\bsrc=["']?([^"'<>\s]*)[^<>]*>""", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NESTED_CLOZE_START = re.compile(r"\{\{c[\d,]{1,12}::")


def strip_markdown(markdown: str) -> str:
    """Return the text of Markdown with cloze deletions filled in and followed by their hints. Formulas stay as they are
    written."""
    text, hints = _fill_in_clozes(markdown) if "{{c" in markdown else (markdown, [])
    if not _MARKDOWN_SIGNS.isdisjoint(text):
        text = _strip_signs(text)
    return "\n".join([text, *hints])


def strip_html(html: str) -> str:
    """Return the text of a field in HTML with cloze deletions filled in. Names of images and sounds are kept."""
    text = html
    if "<" in text:
        text = _COMMENT.sub("", text)
        text = _MEDIA_TAG.sub(r" \1 ", text)
        text = _TAG.sub("", _BLOCK_TAG.sub(" ", text))
    if "&" in text:
        text = unescape_entities(text)
    if "{{c" in text:
        text = _NESTED_CLOZE_START.sub("", text).replace("}}", "").replace("::", " ")
    return text


def _fill_in_clozes(text: str) -> tuple[str, list[str]]:
    hints = [match[3] for match in CLOZE_PATTERN.finditer(text) if match[3]]
    return CLOZE_PATTERN.sub(r"\2", text), hints


def _strip_signs(text: str) -> str:
    """Remove the signs of emphasis, code, links and escapes."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literal = match["code_text"] or match["formula"] or match["sound"] or match["escaped"]
        if literal is None:
            return f"{match['label']} {match['target']} " if match["target"] else match["label"]
        kept.append(literal)
        return _KEPT_MARK

    if any(sign in text for sign in "`$\\["):
        text = _LITERAL_OR_LINK.sub(keep, text.replace(_KEPT_MARK, ""))
    if "*" in text or "~~" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    if "_" in text:
        text = _UNDERLINED.sub(r"\2", text)
    literals = iter(kept)
    return re.sub(_KEPT_MARK, lambda _: next(literals), text) if kept else text
