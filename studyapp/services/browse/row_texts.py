"""The question and the answer of a card as one line of plain text each.

Most texts contain no markup and are taken as they are. Rendering all of them would make scrolling stutter.
"""

from collections.abc import Callable
from typing import NamedTuple

from studyapp.core.cards.card import CLOZE_PATTERN, Card, CardKind
from studyapp.core.notes.note import Basic, Claim, Cloze, Reversed, Term, TypedAnswer
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.markdown_rendering import (
    markdown_to_text,
    may_have_markup,
    render_cloze_answer,
    render_cloze_question,
)
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.text.text_limits import shorten_to_line


class RowTexts(NamedTuple):
    """Both sides of a card on one line each."""

    question: str
    answer: str


def row_texts(card: Card, languages: CardLanguages) -> RowTexts:
    """Return both sides of a card in these languages."""
    sides = _sides(card)
    if sides is not None:
        return RowTexts(
            _line_of(sides.question, languages, markdown_to_text),
            _line_of(sides.answer, languages.swapped, markdown_to_text),
        )
    content = card.note.content
    if isinstance(content, Cloze):
        return RowTexts(
            _line_of(content.text, languages, lambda text: _cloze_question(text, card.ordinal)),
            _line_of(content.text, languages.swapped, lambda text: _cloze_answer(text, card.ordinal)),
        )
    face = render_face(card, languages)
    return RowTexts(shorten_to_line(html_to_text(face.question)), shorten_to_line(html_to_text(face.answer)))


class _Sides(NamedTuple):
    question: LocalizedText
    answer: LocalizedText


def _sides(card: Card) -> _Sides | None:
    """Return the texts of both sides, if the card consists of two texts."""
    match card.note.content:
        case Basic(front, back) | TypedAnswer(front, back):
            return _Sides(front, back)
        case Reversed(front, back):
            return _Sides(back, front) if card.kind is CardKind.REVERSED else _Sides(front, back)
        case Term(term, definition, translation):
            if card.kind is CardKind.TRANSLATE and translation is not None:
                return _Sides(term, translation)
            return _Sides(definition, term) if card.kind is CardKind.RECALL else _Sides(term, definition)
        case Claim(claim) if card.note.evidence is None and card.note.explanation is not None:
            return _Sides(claim, card.note.explanation)
        case _:
            return None


def _line_of(text: LocalizedText, languages: CardLanguages, to_plain: Callable[[str], str]) -> str:
    return shorten_to_line(" · ".join(to_plain(version) for _, version in text.versions_for(languages)))


def _cloze_question(text: str, number: int) -> str:
    filled = CLOZE_PATTERN.sub(
        lambda blank: f"({blank[3] or '…'})" if int(blank[1]) == number else blank[2], text
    )
    if may_have_markup(filled):
        return html_to_text(render_cloze_question(text, number))
    return CLOZE_PATTERN.sub(
        lambda blank: f"[{blank[3] or '…'}]" if int(blank[1]) == number else blank[2], text
    )


def _cloze_answer(text: str, number: int) -> str:
    filled = CLOZE_PATTERN.sub(lambda blank: blank[2], text)
    return html_to_text(render_cloze_answer(text, number)) if may_have_markup(filled) else filled
