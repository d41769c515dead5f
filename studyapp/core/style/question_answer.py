"""A note as questions and answers in one language, in plain words: what the rules of style look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from studyapp.core.cards.card import CLOZE_BLANK, cloze_numbers
from studyapp.core.notes.note import (
    Basic,
    Choice,
    Claim,
    Cloze,
    Diagram,
    Note,
    Reversed,
    Templated,
    Term,
    Typed,
)
from studyapp.core.text.localized_text import Text

_MARKUP = re.compile(r"[*_`]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a note and its answer. `language` is empty for words that are for every reader."""

    language: str
    question: str
    answer: str


def asked(note: Note, language: str) -> Iterator[Asked]:
    """All questions of a note for readers of one language; a diagram's and those made of templates are left to who looks at them."""
    content = note.content

    def said(text: Text | None) -> str:
        return in_language(text, language)

    match content:
        case Basic(front, back):
            yield Asked(language, said(front), said(back))
        case Reversed(front, back):
            yield Asked(language, said(front), said(back))
            yield Asked(language, said(back), said(front))
        case Typed(front, answer):
            yield Asked(language, said(front), said(answer))
        case Term(term, definition, _):
            yield Asked(language, said(definition), said(term))
        case Choice(front, options):
            right = " / ".join(said(option.text) for option in options if option.right)
            yield Asked(language, said(front), right)
        case Cloze(text):
            for number in cloze_numbers(content):
                yield _blank(said(text), number, language)
        case Claim(claim):
            yield Asked(language, said(claim), str(note.evidence or ""))
        case Diagram() | Templated():
            return
        case _:
            assert_never(content)


def in_language(text: Text | None, language: str) -> str:
    """The words of a text that readers of a language see, without marks of emphasis; empty where there are none."""
    if text is None:
        return ""
    versions = dict(text.versions)
    return _MARKUP.sub("", versions.get(language) or next(iter(versions.values()))).strip()


def _blank(words: str, number: int, language: str) -> Asked:
    hidden = [blank[2] for blank in CLOZE_BLANK.finditer(words) if int(blank[1]) == number]
    question = CLOZE_BLANK.sub(
        lambda blank: f"[{blank[3] or '…'}]" if int(blank[1]) == number else blank[2], words
    )
    return Asked(language, question, " / ".join(dict.fromkeys(hidden)))
