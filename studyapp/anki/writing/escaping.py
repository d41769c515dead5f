"""Keeps words of a deck from becoming instructions to Anki.

Anki reads some letters in a field as more than text: blanks, templates, LaTeX, sounds, answer boxes and
formulas. Written as HTML entities they look the same and do nothing. MathJax alone reads the page after
entities are resolved; a class of the templates keeps it out.
"""

import re
from html import escape

_BRACES = re.compile(r"\{{2,}|\}{2,}")
_BRACKET = re.compile(r"\[(?=\[|/?latex\]|/?\${1,2}\]|sound:|anki:)", re.IGNORECASE)
_FORMULA = re.compile(r"\\(?=[()\[\]])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def inert(html: str) -> str:
    """HTML of `core.markup` that looks the same and holds no syntax of Anki's. The letters replaced stand in
    text and in attribute values only, where an entity means the letter. Control letters are dropped, as
    Anki does."""
    html = _BRACES.sub(lambda run: entities(run[0]), _CONTROL.sub("", html))
    html = _BRACKET.sub("&#91;", html)
    return _FORMULA.sub("&#92;", html)


def bracketed(words: str) -> str:
    """`plain` for words that Anki shows between square brackets, as it does with a hint: `sound:a.mp3` would
    become a sound there."""
    html = plain(words)
    is_active = inert(f"[{html}") != f"[{html}"
    return entities(html[0]) + html[1:] if is_active else html


def entities(letters: str) -> str:
    """Each letter as a numbered entity."""
    return "".join(f"&#{ord(letter)};" for letter in letters)


def plain(words: str) -> str:
    """One line of HTML that shows words that are not Markdown, such as an id or an author."""
    return inert(escape(" ".join(_UNSEEN.sub(" ", words).split())))
