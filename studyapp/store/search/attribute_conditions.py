"""Conditions on what notes, their decks and their types have."""

import json
import re
from typing import assert_never

from studyapp.core.notes.note import Evidence
from studyapp.core.search.index.index_row import LIST_SEPARATOR
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.search.query import (
    AttributeTerm,
    CardTemplateTerm,
    DuplicateTerm,
    NoteAttribute,
    TagRegexTerm,
)
from studyapp.core.search.regular_expressions import compile_regex
from studyapp.core.search.search_context import SearchContext
from studyapp.core.search.text_pattern import TextPattern
from studyapp.store.search.query_facts import QueryFacts, match_folded
from studyapp.store.search.sql_condition import (
    ALWAYS,
    NEVER,
    Condition,
    Table,
    any_of,
    is_one_of,
    on_indexed_note,
)

_NOT_SEPARATOR = f"[^{LIST_SEPARATOR}]"
_CARD_KINDS = (
    ("basic", 1, "question"), ("reversed", 1, "question"), ("reversed", 2, "backward"), ("term", 1, "translate"),
    ("term", 2, "recall"), ("term", 3, "define"), ("cloze", None, "cloze"), ("choice", 1, "choice"),
    ("typed", 1, "typed"), ("claim", 1, "claim"), ("diagram", None, "diagram"),
)  # fmt: skip
"""Note type, ordinal (None for all) and kind of the cards of built-in types."""


def attribute_condition(term: AttributeTerm, context: SearchContext, facts: QueryFacts) -> Condition:
    """Return the condition of an attribute."""
    attribute, pattern = term.attribute, term.pattern
    match attribute:
        case NoteAttribute.DECK:
            return is_one_of("card.deck", _matching_decks(pattern or TextPattern(), context))
        case NoteAttribute.TAG:
            is_any = pattern is not None and pattern.matches_everything  # even none, as in Anki
            return ALWAYS if is_any else _list_condition("tags", pattern, "::")
        case NoteAttribute.NOTE_TYPE:
            return _type_condition(pattern or TextPattern(), facts)
        case NoteAttribute.SECTION:
            return _section_condition(pattern)
        case NoteAttribute.EVIDENCE:
            return _evidence_condition(pattern)
        case NoteAttribute.LANGUAGE:
            return _list_condition("languages", pattern, "-")
        case NoteAttribute.PREREQUISITE:
            return _prerequisite_condition(pattern)
        case NoteAttribute.SOURCE:
            return is_one_of("card.deck", _decks_with_source(pattern, context))
        case NoteAttribute.PROBLEM:
            return _problem_condition(pattern, context)
        case _:
            assert_never(attribute)


def tag_regex_condition(term: TagRegexTerm) -> Condition:
    """Return the condition that an expression is found in a tag as written."""
    return Condition(
        "EXISTS (SELECT 1 FROM json_each(note.content, '$.tags') AS tag WHERE search_regexp(?, tag.value))",
        (term.expression,),
        frozenset({Table.NOTE}),
    )


def template_condition(term: CardTemplateTerm, facts: QueryFacts) -> Condition:
    """Return the condition that a card is of a kind, or made from a template with a name."""
    matches = match_folded(term.pattern)
    conditions = [
        on_indexed_note("search_note.type = ?", note_type)
        if ordinal is None
        else on_indexed_note("(search_note.type = ? AND card.ordinal = ?)", note_type, ordinal)
        for note_type, ordinal, kind in _CARD_KINDS
        if matches(kind)
    ]
    for key, note_type in facts.custom_types.items():
        for ordinal, template in enumerate(note_type.templates, 1):
            if not matches(fold_text(template.name)):
                continue
            if note_type.is_cloze:
                conditions.append(on_indexed_note("search_note.custom_type = ?", key))
            else:
                conditions.append(
                    on_indexed_note("(search_note.custom_type = ? AND card.ordinal = ?)", key, ordinal)
                )
    return any_of(conditions)


def duplicate_condition(term: DuplicateTerm, facts: QueryFacts) -> Condition:
    """Return the condition that a note of a type has a first field with this text."""
    of_type = _type_condition(term.note_type, facts)
    return Condition(
        f"({of_type.sql} AND search_note.first_field = ?)",
        (*of_type.parameters, fold_text(term.text).strip()),
        of_type.tables | {Table.INDEXED_NOTE},
    )


def _matching_decks(pattern: TextPattern, context: SearchContext) -> list[str]:
    """Return the decks with this id or title, and those below them."""
    if pattern.matches_everything:
        return list(context.decks)
    matches = match_folded(pattern, r"(?:\s*::.*)?")
    return [
        deck_id
        for deck_id, deck in context.decks.items()
        if any(matches(fold_text(name)) for name in (deck_id, *deck.titles))
    ]


def _decks_with_source(pattern: TextPattern | None, context: SearchContext) -> list[str]:
    if pattern is None:
        return [deck_id for deck_id, deck in context.decks.items() if not any(deck.source)]
    contains = compile_regex(pattern.map_texts(fold_text).to_regex()).search
    return [
        deck_id
        for deck_id, deck in context.decks.items()
        if any(part and contains(fold_text(part)) for part in deck.source)
    ]


def _type_condition(pattern: TextPattern, facts: QueryFacts) -> Condition:
    built_in, custom = facts.matching_types(pattern)
    return any_of(
        condition
        for condition in (
            is_one_of("search_note.type", built_in, Table.INDEXED_NOTE),
            is_one_of("search_note.custom_type", custom, Table.INDEXED_NOTE),
        )
        if condition is not NEVER
    )


def _list_condition(column: str, pattern: TextPattern | None, level_separator: str) -> Condition:
    """Return the condition that a list has a value that matches, or a value below one."""
    if pattern is None:
        return on_indexed_note(f"search_note.{column} = ''")
    folded = pattern.map_texts(fold_text)
    if folded.has_wildcards:
        expression = f"{LIST_SEPARATOR}{folded.to_regex(_NOT_SEPARATOR)}(?:{LIST_SEPARATOR}|{re.escape(level_separator)})"
        return on_indexed_note(f"search_regexp(?, search_note.{column})", expression)
    value = f"{LIST_SEPARATOR}{''.join(folded.texts)}"
    return on_indexed_note(
        f"(instr(search_note.{column}, ?) OR instr(search_note.{column}, ?))",
        f"{value}{LIST_SEPARATOR}",
        f"{value}{level_separator}",
    )


def _section_condition(pattern: TextPattern | None) -> Condition:
    if pattern is None:
        return on_indexed_note("search_note.section = ''")
    if pattern.matches_everything:
        return on_indexed_note("search_note.section <> ''")
    folded = pattern.map_texts(fold_text)
    if folded.has_wildcards:
        return on_indexed_note("search_regexp(?, search_note.section)", rf"\A{folded.to_regex()}(?:\..*)?\Z")
    section = "".join(folded.texts)
    return on_indexed_note(
        "(search_note.section = ? OR substr(search_note.section, 1, ?) = ?)",
        section,
        len(section) + 1,
        f"{section}.",
    )


def _evidence_condition(pattern: TextPattern | None) -> Condition:
    if pattern is None:
        return on_indexed_note("search_note.evidence = ''")
    matches = match_folded(pattern)
    levels = [level.value for level in Evidence if matches(level.value)]
    return is_one_of("search_note.evidence", levels, Table.INDEXED_NOTE)


def _prerequisite_condition(pattern: TextPattern | None) -> Condition:
    if pattern is None or pattern.has_wildcards or "/" in "".join(pattern.texts):
        return _list_condition("requires", pattern, LIST_SEPARATOR)
    return on_indexed_note(
        "instr(search_note.requires, ?) > 0", f"/{fold_text(''.join(pattern.texts))}{LIST_SEPARATOR}"
    )


def _problem_condition(pattern: TextPattern | None, context: SearchContext) -> Condition:
    if pattern is None:
        condition = _note_keys_condition(list(context.problems_by_note))
        return ALWAYS if condition is NEVER else condition.negated()
    contains = compile_regex(pattern.map_texts(fold_text).to_regex()).search
    return _note_keys_condition(
        [
            key
            for key, messages in context.problems_by_note.items()
            if any(contains(fold_text(message)) for message in messages)
        ]
    )


def _note_keys_condition(keys: list[str]) -> Condition:
    if not keys:
        return NEVER
    pairs = [key.partition("/")[::2] for key in keys]
    return Condition(
        "(card.deck, card.note) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", (json.dumps(pairs),)
    )
