"""The order of the cards that a search finds."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.notes.note import Evidence
from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, CardLanguages
from studyapp.store.search.sql_condition import Table


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
    """The terms of an `ORDER BY`, and the tables that they need besides `card`."""

    sql: str
    tables: frozenset[Table] = frozenset()


_FILE_ORDER = "card.deck, card.position, card.note, card.ordinal"

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
    CardColumn.TAGS: ("note.content ->> '$.tags' COLLATE NOCASE",),
    CardColumn.DUE: _DUE,
    CardColumn.INTERVAL: ("CASE schedule.phase WHEN 2 THEN schedule.due_day - schedule.last_day END",),
    CardColumn.STABILITY: ("CASE WHEN schedule.reviews > 0 THEN schedule.stability END",),
    CardColumn.DIFFICULTY: ("CASE WHEN schedule.reviews > 0 THEN schedule.difficulty END",),
    CardColumn.REVIEWS: ("coalesce(schedule.reviews, 0)",),
    CardColumn.LAPSES: ("coalesce(schedule.lapses, 0)",),
    CardColumn.FLAG: ("nullif(schedule.flag, 0)",),
    CardColumn.SECTION: (  # section 10 comes after section 9, and names after numbers
        "CASE WHEN note.content ->> '$.section' GLOB '[0-9]*' THEN CAST(note.content ->> '$.section' AS REAL) END",
        "note.content ->> '$.section'",
    ),
    CardColumn.EVIDENCE: (_EVIDENCE_RANK,),
    CardColumn.ADDED: ("(SELECT at FROM note_added WHERE (deck, note) = (card.deck, card.note))",),
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


def order_by(
    column: CardColumn, *, is_descending: bool, day: int, deck_ids: Sequence[str], languages: CardLanguages
) -> CardOrder:
    """Return the order by a column, for a search on study day `day`.

    Cards without a value come last in both directions. Cards with the same value are in the order of `deck_ids`, and
    within a deck in that of its file. Texts are compared in `languages`.
    """
    ranks = json.dumps({deck: rank for rank, deck in enumerate(deck_ids)}).replace("'", "''")
    deck_rank = f"CAST('{ranks}' ->> card.deck AS INTEGER)"
    expressions = (deck_rank,) if column is CardColumn.DECK else _expressions(column, day, languages)
    direction = "DESC" if is_descending else "ASC"
    terms = [f"{expression} {direction} NULLS LAST" for expression in expressions]
    sql = ", ".join([*terms, deck_rank, _FILE_ORDER])
    return CardOrder(sql, frozenset(table for table in (Table.NOTE, Table.SCHEDULE) if f"{table}." in sql))


def _expressions(column: CardColumn, day: int, languages: CardLanguages) -> tuple[str, ...]:
    match column:
        case CardColumn.QUESTION:
            return (_text_expression(_QUESTION_FIELDS, languages.question_languages),)
        case CardColumn.ANSWER:
            return (_text_expression(_ANSWER_FIELDS, languages.swapped.question_languages),)
        case CardColumn.RETRIEVABILITY:
            # It depends only on elapsed days / stability, and falls with it.
            elapsed = f"min(0, schedule.last_day - {day})"
            return (f"CASE WHEN schedule.reviews > 0 THEN {elapsed} / schedule.stability END",)
        case _:
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
