"""A note as questions and answers in one language, in plain words: what the rules of style look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from studyapp.core.cards.card import CLOZE_PATTERN, cloze_numbers
from studyapp.core.notes.note import (
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    MultipleChoice,
    Note,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.text.localized_text import LocalizedText

_MARKUP = re.compile(r"[*_`]+")


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """One question of a note and its answer. `language` is empty for words that are for every reader."""

    language: str
    question: str
    answer: str


def question_answers(note: Note, language: str) -> Iterator[QuestionAnswer]:
    """All questions of a note for readers of one language; a diagram's and those made of templates are left to who looks at them."""
    content = note.content

    def said(text: LocalizedText | None) -> str:
        return plain_text_in(text, language)

    match content:
        case Basic(front, back):
            yield QuestionAnswer(language, said(front), said(back))
        case Reversed(front, back):
            yield QuestionAnswer(language, said(front), said(back))
            yield QuestionAnswer(language, said(back), said(front))
        case TypedAnswer(front, answer):
            yield QuestionAnswer(language, said(front), said(answer))
        case Term(term, definition, _):
            yield QuestionAnswer(language, said(definition), said(term))
        case MultipleChoice(front, options):
            right = " / ".join(said(option.text) for option in options if option.is_correct)
            yield QuestionAnswer(language, said(front), right)
        case Cloze(text):
            for number in cloze_numbers(content):
                yield _cloze_question_answer(said(text), number, language)
        case Claim(claim):
            yield QuestionAnswer(language, said(claim), str(note.evidence or ""))
        case Diagram() | CustomContent():
            return
        case _:
            assert_never(content)


def plain_text_in(text: LocalizedText | None, language: str) -> str:
    """The words of a text that readers of a language see, without marks of emphasis; empty where there are none."""
    if text is None:
        return ""
    versions = dict(text.versions)
    return _MARKUP.sub("", versions.get(language) or next(iter(versions.values()))).strip()


def _cloze_question_answer(text: str, number: int, language: str) -> QuestionAnswer:
    hidden = [blank[2] for blank in CLOZE_PATTERN.finditer(text) if int(blank[1]) == number]
    question = CLOZE_PATTERN.sub(
        lambda blank: f"[{blank[3] or '…'}]" if int(blank[1]) == number else blank[2], text
    )
    return QuestionAnswer(language, question, " / ".join(dict.fromkeys(hidden)))
