"""Cloze HTML in Anki's syntax, `{{c1::hidden::hint}}`."""

import re

from studyapp.anki.writing.escaping import escape_anki_syntax, escape_hint, escape_text, to_entities
from studyapp.anki.writing.formula_fields import FormulaFields
from studyapp.core.cards.card import CLOZE_PATTERN
from studyapp.core.rendering.markdown_rendering import render_inline_markdown
from studyapp.core.text.sounds import write_sound_tags
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH

MAX_CLOZE_NUMBER = 500
"""Anki gives all blanks with a higher number the same card."""

_FIRST_MARK, _END_MARK = 0xF0000, "\U00100000"
"""Private-use characters that mark the start and the end of a blank while Markdown is rendered.

The start mark also identifies the blank. Markdown rendering removes private-use characters of the basic
plane, so these are from the supplementary planes.
"""

_MARKS = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MARKS_IN_LINK = re.compile(r"%F[34](?:%[89AB][0-9A-F]){3}")
_TAG = re.compile(r"<[^>]*>")
_MARKED_BLANK = re.compile(f"([\U000f0000-\U000ffffd])([^\U000f0000-\U000ffffd]*?){_END_MARK}")
_AMBIGUOUS_COLON = re.compile(r"^:|:$|:(?=:)|(?<=:):")


def render_cloze(markdown: str) -> str:
    """Return the HTML of a cloze, with its blanks in Anki's syntax.

    A blank whose number Anki doesn't support is filled in.
    """
    blanks: list[tuple[int, str]] = []

    def insert_marks(blank: re.Match[str]) -> str:
        number = int(blank[1])
        if not is_valid_cloze_number(number):
            return blank[2]
        blanks.append((number, blank[3] or ""))
        return f"{chr(_FIRST_MARK + len(blanks) - 1)}{blank[2]}{_END_MARK}"

    def render_marked(blank: re.Match[str]) -> str:
        number, hint = blanks[ord(blank[1]) - _FIRST_MARK]
        return render_blank(number, blank[2], hint)

    marked = CLOZE_PATTERN.sub(insert_marks, _MARKS.sub("", markdown[:MAX_TEXT_LENGTH]))
    formulas = FormulaFields()
    html = render_inline_markdown(marked + (" […]" if len(markdown) > MAX_TEXT_LENGTH else ""), formulas)
    html = escape_braces(escape_anki_syntax(_TAG.sub(_strip_marks, html)))
    return write_sound_tags(_MARKS.sub("", _MARKED_BLANK.sub(render_marked, formulas.insert(html))))


def render_blank(number: int, html: str, hint: str) -> str:
    """Return a blank around escaped HTML. The hint is plain text."""
    hint_suffix = f"::{_escape_colons(escape_braces(escape_hint(hint)))}" if escape_text(hint) else ""
    return f"{{{{c{number}::{_escape_colons(html)}{hint_suffix}}}}}"


def is_valid_cloze_number(number: int) -> bool:
    """Return whether Anki generates a separate card for blanks with this number."""
    return 1 <= number <= MAX_CLOZE_NUMBER


def rendered_cloze_numbers(html: str) -> set[int]:
    """Return the numbers of the blanks in HTML from `render_cloze`."""
    return {int(number) for number in re.findall(r"\{\{c(\d+)::", html)}


def escape_braces(html: str) -> str:
    """Escape all braces, so that only blanks added later have any."""
    return re.sub(r"[{}]", lambda brace: to_entities(brace[0]), html)


def _strip_marks(tag: re.Match[str]) -> str:
    """Remove marks from the tag of an image or a link, in which Anki can't hide text."""
    return _MARKS_IN_LINK.sub("", _MARKS.sub("", tag[0]))


def _escape_colons(html: str) -> str:
    """Escape colons that Anki would read as part of a blank or of an image occlusion."""
    return _AMBIGUOUS_COLON.sub("&#58;", html).replace("image-occlusion:", "image-occlusion&#58;")
