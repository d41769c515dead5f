"""Cloze deletions as other programs mark them, written as in StudyApp: `{{c1::text::hint}}`."""

import re
from itertools import count

_CODE_OR_FORMULA = r"`++[^`\n]++`++|\$\$.{1,2000}?\$\$|\$[^$\n]++\$"
_BRACKETS = re.compile(
    rf"({_CODE_OR_FORMULA}|\\.|!\[[^\[\]]*\](?:\([^()]*\))?)|\[((?:[^\[\]\\]|\\.)+)\]", re.DOTALL
)
_HIGHLIGHT = re.compile(
    rf"({_CODE_OR_FORMULA}|\{{\{{c\d+::)|==(?=\S)(.{{1,2000}}?)(?<=\S)==(?:\^\[([^\]\n]*)\]|\[\^([^\]\n]*)\])?"
    r"|\{\{(?!c\d+::)([^{}\n]+)\}\}(?:\^\[([^\]\n]*)\])?"
)
_ANKI_CLOZE = re.compile(r"\{\{c\d+::(?:(?!\{\{c\d|\}\}).)+\}\}", re.DOTALL)


def brackets_to_clozes(text: str) -> str:
    """Return the text of a hashcards card, with a deletion for each text in square brackets."""
    numbers = count(1)
    return _BRACKETS.sub(lambda match: match[1] or _cloze(next(numbers), match[2]), text)


def highlights_to_clozes(text: str) -> str:
    """Return a text of Obsidian's spaced repetition, with a deletion for each `==text==` and `{{text}}`.

    `^[hint]` behind a deletion is its hint. `[^1]` is its group: deletions of a group are asked together.
    """
    numbers = count(1)
    number_by_group: dict[str, int] = {}

    def replace(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        number = number_by_group.get(match[4] or "") or next(numbers)
        if match[4]:
            number_by_group[match[4]] = number
        return _cloze(number, match[2] or match[5], match[3] or match[6] or "")

    return _HIGHLIGHT.sub(replace, text)


def has_clozes(text: str) -> bool:
    """Return whether a text has deletions as in Anki and StudyApp."""
    return _ANKI_CLOZE.search(text) is not None


def _cloze(number: int, text: str, hint: str = "") -> str:
    parts = [text, *([hint] if hint.strip() else [])]
    # The signs of StudyApp's syntax are written as entities.
    escaped = (part.replace("::", "&#58;:").replace("}}", "}&#125;") for part in parts)
    return f"{{{{c{number}::{'::'.join(escaped)}}}}}"
