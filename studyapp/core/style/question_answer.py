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
from studyapp.core.rendering.formulas.formula_signs import may_have_formula
from studyapp.core.text.localized_text import LocalizedText

_LATEX_COMMAND, _LATEX_MARKUP = re.compile(r"\\(?:[a-zA-Z]+|.)"), re.compile(r"[{}^_&\s]+")
_MARKUP = re.compile(r"[*_`]+")
_ANSWER_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """One question of a note and its answer. `language` is empty for a deck that names no languages."""

    language: str
    question: str
    answer: str

    @property
    def answers(self) -> list[str]:
        """The parts of the answer: the texts that the question hides, or the correct options."""
        return self.answer.split(_ANSWER_SEPARATOR)


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
            correct_answers = _ANSWER_SEPARATOR.join(
                plain_text(option.text) for option in options if option.is_correct
            )
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
    """Return the version of a text in this language, else the first version, without emphasis markup and with
    shortened formulas. Empty if `text` is None."""
    if text is None:
        return ""
    versions = dict(text.versions)
    markdown = versions.get(language) or next(iter(versions.values()))
    return _MARKUP.sub("", _shorten_formulas(markdown) if may_have_formula(markdown) else markdown).strip()


def _shorten_formulas(markdown: str) -> str:
    """Replace each formula by about as many characters as it shows. One with cloze deletions stays as it is."""
    from studyapp.core.rendering.formulas.formula_finding import (
        find_formulas,  # deferred: few decks have formulas
    )

    pieces, position = [], 0
    for start, end, formula in find_formulas(markdown):
        shown = _LATEX_MARKUP.sub("", _LATEX_COMMAND.sub("•", formula.latex))
        is_cloze = CLOZE_PATTERN.search(formula.latex) is not None
        pieces += [markdown[position:start], formula.source if is_cloze else shown]
        position = end
    return "".join([*pieces, markdown[position:]])


def _cloze_question_answer(text: str, number: int, language: str) -> QuestionAnswer:
    answers = [match[2] for match in CLOZE_PATTERN.finditer(text) if int(match[1]) == number]
    question = CLOZE_PATTERN.sub(
        lambda match: f"[{match[3] or '…'}]" if int(match[1]) == number else match[2], text
    )
    return QuestionAnswer(language, question, _ANSWER_SEPARATOR.join(dict.fromkeys(answers)))
