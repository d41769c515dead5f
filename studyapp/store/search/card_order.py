"""The order of found cards: SQL expressions over the tables `card`, `note` and `schedule`."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.notes.note import Evidence
from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, CardLanguages


class CardColumn(StrEnum):
    """What is shown of a card, and can be sorted by. The values are stored: never change one."""

    QUESTION = "question"
    ANSWER = "answer"
    DECK = "deck"
    TAGS = "tags"
    DUE = "due"
    INTERVAL = "interval"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    REVIEWS = "reviews"
    LAPSES = "lapses"
    FLAG = "flag"
    SECTION = "section"
    EVIDENCE = "evidence"
    ADDED = "added"
    EDITED = "edited"
    NOTE_TYPE = "note-type"
    CARD = "card"


class CardOrder(NamedTuple):
    """A column to sort by. Cards without a value come last in both directions. Cards with the same value are in the
    order of their decks and within a deck in the order of its file.

    `day` is the current study day; `deck_ids` are the decks in their order; texts are compared in `languages`.
    """

    column: CardColumn
    is_descending: bool
    day: int
    deck_ids: Sequence[str]
    languages: CardLanguages


class OrderSql(NamedTuple):
    """The terms of an ORDER BY clause and the values of their named parameters."""

    terms: str
    parameters: Mapping[str, object]


_FILE_ORDER = "card.deck, card.position, card.note, card.ordinal"
_DECK_RANK = "CAST(:deck_ranks ->> card.deck AS INTEGER)"

_EVIDENCE_RANK = (
    "CASE note.content ->> '$.evidence' "
    + " ".join(f"WHEN '{evidence.value}' THEN {rank}" for rank, evidence in enumerate(Evidence))
    + " END"
)
# Cards in learning are due at a moment, and come before reviews, which are due on a study day.
_DUE = (
    "CASE WHEN schedule.phase IN (1, 3) THEN 0 WHEN schedule.phase = 2 THEN 1 END",
    "schedule.due_at",
    "schedule.due_day",
)

_EXPRESSIONS_BY_COLUMN = {
    CardColumn.DECK: (_DECK_RANK,),
    CardColumn.TAGS: ("note.content ->> '$.tags' COLLATE NOCASE",),
    CardColumn.DUE: _DUE,
    CardColumn.INTERVAL: ("CASE schedule.phase WHEN 2 THEN schedule.due_day - schedule.last_day END",),
    CardColumn.STABILITY: ("CASE WHEN schedule.reviews > 0 THEN schedule.stability END",),
    CardColumn.DIFFICULTY: ("CASE WHEN schedule.reviews > 0 THEN schedule.difficulty END",),
    # Retrievability depends only on elapsed days / stability, and falls with it.
    CardColumn.RETRIEVABILITY: (
        "CASE WHEN schedule.reviews > 0 THEN min(0, schedule.last_day - :day) / schedule.stability END",
    ),
    CardColumn.REVIEWS: ("coalesce(schedule.reviews, 0)",),
    CardColumn.LAPSES: ("coalesce(schedule.lapses, 0)",),
    CardColumn.FLAG: ("nullif(schedule.flag, 0)",),
    CardColumn.SECTION: (  # section 10 comes after section 9, and names after numbers
        "CASE WHEN note.content ->> '$.section' GLOB '[0-9]*' THEN CAST(note.content ->> '$.section' AS REAL) END",
        "note.content ->> '$.section'",
    ),
    CardColumn.EVIDENCE: (_EVIDENCE_RANK,),
    CardColumn.ADDED: ("note.changed_at",),
    CardColumn.EDITED: ("note.changed_at",),
    CardColumn.NOTE_TYPE: ("note.content ->> '$.type'",),
    CardColumn.CARD: ("card.ordinal",),
}

_QUESTION_FIELDS = {
    "basic": ("front",), "reversed": ("front", "back"), "typed": ("front",), "choice": ("front",), "cloze": ("text",),
    "claim": ("claim",), "diagram": ("title",), "term": ("term", "definition", "term"), "templated": ("fields[0]",),
}  # fmt: skip
_ANSWER_FIELDS = {
    "basic": ("back",), "reversed": ("back", "front"), "typed": ("answer",), "cloze": ("text",),
    "term": ("translation", "term", "definition"), "templated": ("fields[1]",),
}  # fmt: skip
"""By note type: the field that each card shows, or the only field of all its cards."""


def order_sql(order: CardOrder | None) -> OrderSql:
    """Return the SQL of an order. Without one, cards are in the order of deck ids and files."""
    if order is None:
        return OrderSql(_FILE_ORDER, {})
    direction = "DESC" if order.is_descending else "ASC"
    terms = [f"{expression} {direction} NULLS LAST" for expression in _expressions(order)]
    ranks = json.dumps({deck: rank for rank, deck in enumerate(order.deck_ids)})
    return OrderSql(", ".join([*terms, _DECK_RANK, _FILE_ORDER]), {"deck_ranks": ranks, "day": order.day})


def _expressions(order: CardOrder) -> tuple[str, ...]:
    match order.column:
        case CardColumn.QUESTION:
            return (_text_expression(_QUESTION_FIELDS, order.languages.question_languages),)
        case CardColumn.ANSWER:
            return (_text_expression(_ANSWER_FIELDS, order.languages.swapped.question_languages),)
        case column:
            return _EXPRESSIONS_BY_COLUMN[column]


def _text_expression(fields_by_type: Mapping[str, Sequence[str]], languages: Sequence[str]) -> str:
    """Return the SQL of the text, as it is written, in the first of these languages in which it is."""
    cases = []
    for note_type, fields in fields_by_type.items():
        texts = [_localized_text(field, languages) for field in fields]
        ordinals = " ".join(f"WHEN {ordinal} THEN {text}" for ordinal, text in enumerate(texts, 1))
        text = texts[0] if len(texts) == 1 else f"CASE card.ordinal {ordinals} END"
        cases.append(f"WHEN '{note_type}' THEN {text}")
    return f"CASE note.content ->> '$.type' {' '.join(cases)} END COLLATE NOCASE"


def _localized_text(field: str, languages: Sequence[str]) -> str:
    written = [TRADITIONAL_CHINESE if language == SIMPLIFIED_CHINESE else language for language in languages]
    paths = [f'$.content.{field}."{language}"' for language in dict.fromkeys([*languages, *written])]
    texts = ", ".join(f"note.content ->> '{path}'" for path in [*paths, f"$.content.{field}"])
    return f"coalesce({texts})"
