"""What is asked: the cards of a note, each with an ordinal that never shifts."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.drawing import part_numbers
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
from studyapp.core.text.localized_text import LanguageChoice

CLOZE_BLANK = re.compile(
    r"\{\{c([0-9]{1,3})::((?:(?!\}\}|::|\{\{c\d).)*)(?:::((?:(?!\}\}|\{\{c\d).)*))?\}\}", re.DOTALL
)
"""A blank of a cloze: number, hidden words and hint. It ends where the next one begins and never tries a
stretch twice, so that thousands of openings without an end take no longer than their length."""


class CardKind(StrEnum):
    """What a card asks for. A note type fixes which ordinal has which kind."""

    QUESTION = "question"
    BACKWARD = "backward"
    TRANSLATE = "translate"
    RECALL = "recall"
    DEFINE = "define"
    CLOZE = "cloze"
    CHOICE = "choice"
    TYPED = "typed"
    CLAIM = "claim"
    DIAGRAM = "diagram"


@dataclass(frozen=True, slots=True)
class Card:
    """One question that a note gives rise to."""

    note: Note
    ordinal: int
    kind: CardKind

    @property
    def id(self) -> CardId:
        """Its identity."""
        return CardId(self.note.deck, self.note.id, self.ordinal)


def cards_of(note: Note) -> tuple[Card, ...]:
    """All cards of a note. Ordinals are fixed for ever: a cloze's and a
    diagram's are the numbers of what they hide, the
    others count from 1 in the order of the kinds here, left out where a field is missing."""
    return tuple(Card(note, ordinal, kind) for ordinal, kind in _ordinals(note))


def _ordinals(note: Note) -> list[tuple[int, CardKind]]:
    content = note.content
    match content:
        case Basic():
            return [(1, CardKind.QUESTION)]
        case Reversed():
            return [(1, CardKind.QUESTION), (2, CardKind.BACKWARD)]
        case Term():
            translate = [(1, CardKind.TRANSLATE)] if content.translation else []
            return [*translate, (2, CardKind.RECALL), (3, CardKind.DEFINE)]
        case Cloze():
            return [(number, CardKind.CLOZE) for number in cloze_numbers(content)]
        case Choice():
            return [(1, CardKind.CHOICE)]
        case Typed():
            return [(1, CardKind.TYPED)]
        case Claim():
            return [(1, CardKind.CLAIM)]
        case Diagram():
            return [(number, CardKind.DIAGRAM) for number in part_numbers(content.drawing)]
        case Templated():
            return _templated_ordinals(content, note.tags)
        case _:
            assert_never(content)


def _templated_ordinals(content: Templated, tags: tuple[str, ...]) -> list[tuple[int, CardKind]]:
    from studyapp.core.cards.custom_cards import templated_cards  # few decks have types of their own

    kind = CardKind.CLOZE if content.note_type.is_cloze else CardKind.QUESTION
    return [
        (card.ordinal, CardKind.TYPED if card.is_typed else kind) for card in templated_cards(content, tags)
    ]


def cloze_numbers(cloze: Cloze) -> list[int]:
    """The numbers of a cloze's blanks over all its languages, ascending."""
    return sorted({int(blank[1]) for words in cloze.text.words for blank in CLOZE_BLANK.finditer(words)})


def is_asked_in(card: Card, choice: LanguageChoice) -> bool:
    """Whether a learner who sees these languages, on either side, is asked this card: only one who reads the language of
    a term's translation is asked to translate into it."""
    content = card.note.content
    if card.kind is not CardKind.TRANSLATE or not isinstance(content, Term) or content.translation is None:
        return True
    return content.translation.is_for(choice.together)
