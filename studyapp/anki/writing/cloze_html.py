"""A cloze as Anki spells it: `{{c1::hidden::hint}}` around HTML instead of Markdown."""

import re

from studyapp.anki.writing.escaping import escape_anki_syntax, escape_hint, escape_text, to_entities
from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.rendering.markdown_rendering import render_inline_markdown
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH

MAX_CLOZE_NUMBER = 500
"""Anki gives all blanks beyond this number the same card."""

_FIRST_MARK, _END_MARK = 0xF0000, "\U00100000"
"""A blank's edges go through Markdown as single private-use letters, the first of them saying which blank
it is; `core.markup` removes the private-use letters of the lower plane, so these are of the upper ones."""

_MARKS = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MARKS_IN_LINK = re.compile(r"%F[34](?:%[89AB][0-9A-F]){3}")
_TAG = re.compile(r"<[^>]*>")
_MARKED_BLANK = re.compile(f"([\U000f0000-\U000ffffd])([^\U000f0000-\U000ffffd]*?){_END_MARK}")
_AMBIGUOUS_COLON = re.compile(r"^:|:$|:(?=:)|(?<=:):")


def render_cloze(markdown: str) -> str:
    """The HTML of a cloze, its blanks in Anki's syntax. A blank whose number Anki cannot count stands
    filled in."""
    blanks: list[tuple[int, str]] = []

    def mark(blank: re.Match[str]) -> str:
        number = int(blank[1])
        if not is_valid_cloze_number(number):
            return blank[2]
        blanks.append((number, blank[3] or ""))
        return f"{chr(_FIRST_MARK + len(blanks) - 1)}{blank[2]}{_END_MARK}"

    def spell(blank: re.Match[str]) -> str:
        number, hint = blanks[ord(blank[1]) - _FIRST_MARK]
        return render_blank(number, blank[2], hint)

    marked = CLOZE_PATTERN.sub(mark, _MARKS.sub("", markdown[:MAX_TEXT_LENGTH]))
    html = render_inline_markdown(marked + (" […]" if len(markdown) > MAX_TEXT_LENGTH else ""))
    html = _TAG.sub(_strip_marks, html)
    return _MARKS.sub("", _MARKED_BLANK.sub(spell, escape_braces(escape_anki_syntax(html))))


def render_blank(number: int, html: str, hint: str) -> str:
    """One blank around inert HTML; the hint is plain words."""
    ending = f"::{_escape_colons(escape_braces(escape_hint(hint)))}" if escape_text(hint) else ""
    return f"{{{{c{number}::{_escape_colons(html)}{ending}}}}}"


def is_valid_cloze_number(number: int) -> bool:
    """Whether Anki makes a card of its own of a blank with this number."""
    return 1 <= number <= MAX_CLOZE_NUMBER


def blank_numbers(html: str) -> set[int]:
    """The numbers of the blanks in HTML of this module."""
    return {int(number) for number in re.findall(r"\{\{c(\d+)::", html)}


def escape_braces(html: str) -> str:
    """HTML without braces of its own, so that only blanks have any."""
    return re.sub(r"[{}]", lambda brace: to_entities(brace[0]), html)


def _strip_marks(tag: re.Match[str]) -> str:
    """A blank within a picture's or a link's tag cannot be hidden; its words stay."""
    return _MARKS_IN_LINK.sub("", _MARKS.sub("", tag[0]))


def _escape_colons(html: str) -> str:
    return _AMBIGUOUS_COLON.sub("&#58;", html).replace("image-occlusion:", "image-occlusion&#58;")
