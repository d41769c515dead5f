"""What is asked: the cards of a note, each with an ordinal that never shifts."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.drawing import part_ordinals
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
from studyapp.core.text.localized_text import CardLanguages

CLOZE_PATTERN = re.compile(
    r"\{\{c([0-9]{1,3})::((?:(?!\}\}|::|\{\{c\d).)*)(?:::((?:(?!\}\}|\{\{c\d).)*))?\}\}", re.DOTALL
)
"""A blank of a cloze: number, hidden words and hint. It ends where the next one begins and never tries a
stretch twice, so that thousands of openings without an end take no longer than their length."""


class CardKind(StrEnum):
    """What a card asks for. A note type fixes which ordinal has which kind."""

    FRONT_TO_BACK = "question"
    REVERSED = "backward"
    TRANSLATE = "translate"
    RECALL = "recall"
    DEFINE = "define"
    CLOZE = "cloze"
    MULTIPLE_CHOICE = "choice"
    TYPED_ANSWER = "typed"
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
        return CardId(self.note.deck_id, self.note.id, self.ordinal)


def cards_of(note: Note) -> tuple[Card, ...]:
    """All cards of a note. Ordinals are fixed for ever: a cloze's and a
    diagram's are the numbers of what they hide, the
    others count from 1 in the order of the kinds here, left out where a field is missing."""
    return tuple(Card(note, ordinal, kind) for ordinal, kind in _ordinals_and_kinds(note))


def _ordinals_and_kinds(note: Note) -> list[tuple[int, CardKind]]:
    content = note.content
    match content:
        case Basic():
            return [(1, CardKind.FRONT_TO_BACK)]
        case Reversed():
            return [(1, CardKind.FRONT_TO_BACK), (2, CardKind.REVERSED)]
        case Term():
            translate = [(1, CardKind.TRANSLATE)] if content.translation else []
            return [*translate, (2, CardKind.RECALL), (3, CardKind.DEFINE)]
        case Cloze():
            return [(number, CardKind.CLOZE) for number in cloze_numbers(content)]
        case MultipleChoice():
            return [(1, CardKind.MULTIPLE_CHOICE)]
        case TypedAnswer():
            return [(1, CardKind.TYPED_ANSWER)]
        case Claim():
            return [(1, CardKind.CLAIM)]
        case Diagram():
            return [(number, CardKind.DIAGRAM) for number in part_ordinals(content.drawing)]
        case CustomContent():
            return _custom_ordinals_and_kinds(content, note.tags)
        case _:
            assert_never(content)


def _custom_ordinals_and_kinds(content: CustomContent, tags: tuple[str, ...]) -> list[tuple[int, CardKind]]:
    from studyapp.core.cards.custom_cards import generate_custom_cards  # few decks have types of their own

    kind = CardKind.CLOZE if content.note_type.is_cloze else CardKind.FRONT_TO_BACK
    return [
        (card.ordinal, CardKind.TYPED_ANSWER if card.is_typed else kind)
        for card in generate_custom_cards(content, tags)
    ]


def cloze_numbers(cloze: Cloze) -> list[int]:
    """The numbers of a cloze's blanks over all its languages, ascending."""
    return sorted(
        {int(blank[1]) for words in cloze.text.version_texts for blank in CLOZE_PATTERN.finditer(words)}
    )


def is_available_in(card: Card, languages: CardLanguages) -> bool:
    """Whether a learner who sees these languages, on either side, is asked this card: only one who reads the language of
    a term's translation is asked to translate into it."""
    content = card.note.content
    if card.kind is not CardKind.TRANSLATE or not isinstance(content, Term) or content.translation is None:
        return True
    return content.translation.is_readable_in(languages.combined)
