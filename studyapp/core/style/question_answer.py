"""Notes as plain-text questions and answers in one language, the input of the style rules."""

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
    """One question of a note and its answer. `language` is empty for a deck that names no languages."""

    language: str
    question: str
    answer: str


def question_answers(note: Note, language: str) -> Iterator[QuestionAnswer]:
    """Yield the questions of a note in one language. Diagrams and custom note types have none that rules can
    check."""
    content = note.content

    def plain_text(text: LocalizedText | None) -> str:
        return plain_text_in(text, language)

    match content:
        case Basic(front, back):
            yield QuestionAnswer(language, plain_text(front), plain_text(back))
        case Reversed(front, back):
            yield QuestionAnswer(language, plain_text(front), plain_text(back))
            yield QuestionAnswer(language, plain_text(back), plain_text(front))
        case TypedAnswer(front, answer):
            yield QuestionAnswer(language, plain_text(front), plain_text(answer))
        case Term(term, definition, _):
            yield QuestionAnswer(language, plain_text(definition), plain_text(term))
        case MultipleChoice(front, options):
            correct_answers = " / ".join(plain_text(option.text) for option in options if option.is_correct)
            yield QuestionAnswer(language, plain_text(front), correct_answers)
        case Cloze(text):
            for number in cloze_numbers(content):
                yield _cloze_question_answer(plain_text(text), number, language)
        case Claim(claim):
            yield QuestionAnswer(language, plain_text(claim), str(note.evidence or ""))
        case Diagram() | CustomContent():
            return
        case _:
            assert_never(content)


def plain_text_in(text: LocalizedText | None, language: str) -> str:
    """Return the version of a text in this language, else the first version, without emphasis markup. Empty if `text`
    is None."""
    if text is None:
        return ""
    versions = dict(text.versions)
    return _MARKUP.sub("", versions.get(language) or next(iter(versions.values()))).strip()


def _cloze_question_answer(text: str, number: int, language: str) -> QuestionAnswer:
    answers = [match[2] for match in CLOZE_PATTERN.finditer(text) if int(match[1]) == number]
    question = CLOZE_PATTERN.sub(
        lambda match: f"[{match[3] or '…'}]" if int(match[1]) == number else match[2], text
    )
    return QuestionAnswer(language, question, " / ".join(dict.fromkeys(answers)))
