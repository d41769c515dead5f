"""A cloze as Anki spells it: `{{c1::hidden::hint}}` around HTML instead of Markdown."""

import re

from studyapp.anki.writing.escaping import bracketed, entities, inert, plain
from studyapp.core.cards.card import CLOZE_BLANK
from studyapp.core.rendering.markdown_rendering import to_inline_html
from studyapp.core.text.text_limits import LONGEST_TEXT

HIGHEST_NUMBER = 500
"""Anki gives all blanks beyond this number the same card."""

_FIRST, _CLOSE = 0xF0000, "\U00100000"
"""A blank's edges go through Markdown as single private-use letters, the first of them saying which blank
it is; `core.markup` removes the private-use letters of the lower plane, so these are of the upper ones."""

_MARKS = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MARKS_IN_LINK = re.compile(r"%F[34](?:%[89AB][0-9A-F]){3}")
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(f"([\U000f0000-\U000ffffd])([^\U000f0000-\U000ffffd]*?){_CLOSE}")
_COLON = re.compile(r"^:|:$|:(?=:)|(?<=:):")


def cloze_html(words: str) -> str:
    """The HTML of a cloze, its blanks in Anki's syntax. A blank whose number Anki cannot count stands
    filled in."""
    blanks: list[tuple[int, str]] = []

    def mark(blank: re.Match[str]) -> str:
        number = int(blank[1])
        if not is_countable(number):
            return blank[2]
        blanks.append((number, blank[3] or ""))
        return f"{chr(_FIRST + len(blanks) - 1)}{blank[2]}{_CLOSE}"

    def spell(blank: re.Match[str]) -> str:
        number, hint = blanks[ord(blank[1]) - _FIRST]
        return blank_html(number, blank[2], hint)

    marked = CLOZE_BLANK.sub(mark, _MARKS.sub("", words[:LONGEST_TEXT]))
    html = to_inline_html(marked + (" […]" if len(words) > LONGEST_TEXT else ""))
    html = _TAG.sub(_without_marks, html)
    return _MARKS.sub("", _BLANK.sub(spell, without_braces(inert(html))))


def blank_html(number: int, html: str, hint: str) -> str:
    """One blank around inert HTML; the hint is plain words."""
    ending = f"::{_without_colons(without_braces(bracketed(hint)))}" if plain(hint) else ""
    return f"{{{{c{number}::{_without_colons(html)}{ending}}}}}"


def is_countable(number: int) -> bool:
    """Whether Anki makes a card of its own of a blank with this number."""
    return 1 <= number <= HIGHEST_NUMBER


def blank_numbers(html: str) -> set[int]:
    """The numbers of the blanks in HTML of this module."""
    return {int(number) for number in re.findall(r"\{\{c(\d+)::", html)}


def without_braces(html: str) -> str:
    """HTML without braces of its own, so that only blanks have any."""
    return re.sub(r"[{}]", lambda brace: entities(brace[0]), html)


def _without_marks(tag: re.Match[str]) -> str:
    """A blank within a picture's or a link's tag cannot be hidden; its words stay."""
    return _MARKS_IN_LINK.sub("", _MARKS.sub("", tag[0]))


def _without_colons(html: str) -> str:
    return _COLON.sub("&#58;", html).replace("image-occlusion:", "image-occlusion&#58;")
