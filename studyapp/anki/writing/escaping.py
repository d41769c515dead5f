"""Keeps words of a deck from becoming instructions to Anki.

Anki reads some letters in a field as more than text: blanks, templates, LaTeX, sounds, answer boxes and
formulas. Written as HTML entities they look the same and do nothing. MathJax alone reads the page after
entities are resolved; a class of the templates keeps it out.
"""

import re
from html import escape

_BRACES = re.compile(r"\{{2,}|\}{2,}")
_BRACKET = re.compile(r"\[(?=\[|/?latex\]|/?\${1,2}\]|sound:|anki:)", re.IGNORECASE)
_MATHJAX_BACKSLASH = re.compile(r"\\(?=[()\[\]])")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def escape_anki_syntax(html: str) -> str:
    """HTML of `core.markup` that looks the same and holds no syntax of Anki's. The letters replaced stand in
    text and in attribute values only, where an entity means the letter. Control letters are dropped, as
    Anki does."""
    html = _BRACES.sub(lambda run: to_entities(run[0]), _CONTROL_CHARACTERS.sub("", html))
    html = _BRACKET.sub("&#91;", html)
    return _MATHJAX_BACKSLASH.sub("&#92;", html)


def escape_hint(hint: str) -> str:
    """`plain` for words that Anki shows between square brackets, as it does with a hint: `sound:a.mp3` would
    become a sound there."""
    html = escape_text(hint)
    is_active = escape_anki_syntax(f"[{html}") != f"[{html}"
    return to_entities(html[0]) + html[1:] if is_active else html


def to_entities(text: str) -> str:
    """Each letter as a numbered entity."""
    return "".join(f"&#{ord(letter)};" for letter in text)


def escape_text(text: str) -> str:
    """One line of HTML that shows words that are not Markdown, such as an id or an author."""
    return escape_anki_syntax(escape(" ".join(_INVISIBLE.sub(" ", text).split())))
