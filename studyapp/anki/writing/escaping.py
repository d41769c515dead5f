"""Escaping of text that Anki would interpret.

Anki gives some characters in a field a meaning: blanks, templates, LaTeX, sounds, type-in boxes and formulas.
As HTML entities they look the same and have no effect. Only MathJax reads the page after entities are
resolved; an element that it ignores separates the backslash of what would be a formula.
"""

import re
from html import escape

_MAY_BE_SYNTAX = re.compile(r"[{}\[\\\x00-\x08\x0b-\x1f\x7f]")
"""A character of what is escaped. Few texts have one."""

_BRACES = re.compile(r"\{{2,}|\}{2,}")
_BRACKET = re.compile(r"\[(?=\[|/?latex\]|/?\${1,2}\]|sound:|anki:)", re.IGNORECASE)
_MATHJAX_BACKSLASH = re.compile(r"\\(?=[()\[\]])")
_MATHJAX_PAIR = re.compile(r"\\\(.*\\\)|\\\[.*\\\]", re.DOTALL)
_IGNORED_BACKSLASH = '<span class="tex2jax_ignore mathjax_ignore">&#92;</span>'
"""A backslash in which MathJax doesn't see the start of a formula. It looks for formulas in each element separately."""

_TAG_OR_TEXT = re.compile(r"<[^<>]*>|[^<]+|<")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def escape_anki_syntax(html: str) -> str:
    """Escape Anki's syntax in HTML without changing its appearance.

    `html` is rendered Markdown or escaped text. There, the replaced characters only occur in text and
    attribute values, where an entity stands for the character. Control characters are removed, as Anki does.
    """
    if _MAY_BE_SYNTAX.search(html) is None:
        return html
    html = _BRACES.sub(lambda run: to_entities(run[0]), _CONTROL_CHARACTERS.sub("", html))
    html = escape_brackets(html)
    if not _MATHJAX_PAIR.search(html):
        return _MATHJAX_BACKSLASH.sub("&#92;", html)
    return "".join(
        _MATHJAX_BACKSLASH.sub("&#92;" if part.startswith("<") else _IGNORED_BACKSLASH, part)
        for part in _TAG_OR_TEXT.findall(html)
    )


def escape_brackets(html: str) -> str:
    """Escape the brackets of sounds, LaTeX and type-in boxes in HTML."""
    return _BRACKET.sub("&#91;", html)


def escape_hint(hint: str) -> str:
    """Return a hint as HTML, like `escape_text`, but with its no-break and other special spaces.

    Anki shows hints in square brackets, in which a hint such as `sound:a.mp3` would become a sound.
    """
    words = " ".join(filter(None, _INVISIBLE.sub(" ", hint).split(" ")))
    html = escape_anki_syntax(escape(words))
    is_active = escape_anki_syntax(f"[{html}") != f"[{html}"
    return to_entities(html[0]) + html[1:] if is_active else html


def to_entities(text: str) -> str:
    """Return each character as a numeric HTML entity."""
    return "".join(f"&#{ord(letter)};" for letter in text)


def escape_text(text: str) -> str:
    """Return plain text, such as an id or an author, as one line of HTML."""
    return escape_anki_syntax(escape(" ".join(_INVISIBLE.sub(" ", text).split())))
