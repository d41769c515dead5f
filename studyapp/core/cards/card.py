"""Cards: the questions that a note generates, each with a permanent ordinal."""

import re
from dataclasses import dataclass, field
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
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

CLOZE_PATTERN = re.compile(
    r"\{\{c([0-9]{1,3})::((?:(?!\}\}|::|\{\{c\d).)*)(?:::((?:(?!\}\}|\{\{c\d).)*))?\}\}", re.DOTALL
)
"""A cloze deletion: number, hidden text and hint. It ends where the next one begins, and no character is tried twice,
so that thousands of openings without an end take only linear time."""


class CardKind(StrEnum):
    """What a card asks for. The note type determines the kind of each ordinal."""

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
    """One question of a note. Templates of custom note types can show the title of its deck and its flag (0 for none),
    which are no part of its identity."""

    note: Note
    ordinal: int
    kind: CardKind
    deck_title: LocalizedText | None = field(default=None, compare=False)
    flag: int = field(default=0, compare=False)

    @property
    def id(self) -> CardId:
        """The card's identity."""
        return CardId(self.note.deck_id, self.note.id, self.ordinal)


def cards_of(note: Note) -> tuple[Card, ...]:
    """Return all cards of a note. Ordinals never change: those of clozes and diagrams are the numbers of the hidden
    parts. The others count from 1 in the order of the kinds here; a missing field leaves a gap."""
    return tuple(Card(note, ordinal, kind) for ordinal, kind in _ordinals_and_kinds(note))


def shows_deck_or_flag(note: Note) -> bool:
    """Return whether the templates of a note may show the title of its deck or the flags of its cards."""
    if not isinstance(note.content, CustomContent):
        return False
    sides = (
        side for template in note.content.note_type.templates for side in (template.front, template.back)
    )
    return any("Deck" in side or "Subdeck" in side or "CardFlag" in side for side in sides)


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
    # Deferred: few decks have custom note types.
    from studyapp.core.cards.custom_cards import generate_custom_cards

    kind = CardKind.CLOZE if content.note_type.is_cloze else CardKind.FRONT_TO_BACK
    return [
        (card.ordinal, CardKind.TYPED_ANSWER if card.is_typed else kind)
        for card in generate_custom_cards(content, tags)
    ]


def cloze_numbers(cloze: Cloze) -> list[int]:
    """Return the cloze numbers of all language versions, in ascending order."""
    return sorted(
        {int(match[1]) for text in cloze.text.version_texts for match in CLOZE_PATTERN.finditer(text)}
    )


def is_always_available(card: Card) -> bool:
    """Return whether the card is shown whatever languages the learner sees."""
    return card.kind is not CardKind.TRANSLATE


def is_available_in(card: Card, languages: CardLanguages) -> bool:
    """Return whether the card is shown to a learner who sees these languages on either side. A card that asks for a
    translation requires its language; all others are always shown."""
    content = card.note.content
    if is_always_available(card) or not isinstance(content, Term) or content.translation is None:
        return True
    return content.translation.is_readable_in(languages.combined)
