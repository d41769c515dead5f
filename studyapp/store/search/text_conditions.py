"""Conditions on the texts of notes."""

from studyapp.core.notes.note_type import NoteType
from studyapp.core.search.index.index_tokens import query_tokens
from studyapp.core.search.index.searchable_text import ANY_FIELD_MARK, FIELD_END, field_mark
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.search.query import FieldRegexTerm, FieldTerm, RegexTerm, TextTerm, WordTerm
from studyapp.core.search.regular_expressions import find_required_text, other_forms
from studyapp.core.search.text_pattern import TextPattern
from studyapp.store.search.query_facts import NumberedField, QueryFacts
from studyapp.store.search.sql_condition import (
    ALWAYS,
    NEVER,
    Condition,
    Table,
    all_of,
    any_of,
    is_one_of,
    on_indexed_note,
)

_NOT_FIELD_END = rf"[^{FIELD_END}]"
_CONTAINS = "instr(text, ?) > 0"
_MIN_REQUIRED_TEXT = 2
"""In characters. Single characters occur in most notes."""

_MATCHES = "search_regexp(?, text)"


def text_condition(term: TextTerm, facts: QueryFacts) -> Condition:
    """Return the condition that a field contains a text."""
    pattern = term.pattern.map_texts(fold_text)
    if not pattern.has_wildcards:
        return _texts_with(pattern, _CONTAINS, "".join(pattern.texts), facts)
    return _texts_with(pattern, _MATCHES, _trimmed(pattern).to_regex(_NOT_FIELD_END), facts)


def word_condition(term: WordTerm, facts: QueryFacts) -> Condition:
    """Return the condition that a field contains whole words."""
    pattern = term.pattern.map_texts(fold_text)
    return _texts_with(pattern, _MATCHES, rf"\b{pattern.to_regex(_NOT_FIELD_END)}\b", facts)


def regex_condition(term: RegexTerm | FieldRegexTerm) -> Condition:
    """Return the condition that an expression is found in a field as written."""
    field = term.field.to_regex() if isinstance(term, FieldRegexTerm) else ".*"
    condition = Condition(
        "search_source(?, ?, note.content)", (term.expression, field), frozenset({Table.NOTE})
    )
    required_text = find_required_text(term.expression)
    if len(required_text) < _MIN_REQUIRED_TEXT:
        return condition
    # SQLite rejects most notes much faster than Python reads their JSON.
    forms = other_forms(required_text)
    is_possible = " OR ".join(["note.content LIKE ?", *["instr(note.content, ?)"] * len(forms)])
    prefilter = Condition(f"({is_possible})", (f"%{required_text}%", *forms), frozenset({Table.NOTE}))
    return all_of([prefilter, condition])


def field_condition(term: FieldTerm, facts: QueryFacts) -> Condition:
    """Return the condition that the whole text of a field matches."""
    pattern = term.pattern.map_texts(fold_text)
    if term.field.matches_everything:
        return _texts_with(
            pattern,
            _MATCHES,
            f"{ANY_FIELD_MARK}{pattern.to_regex(_NOT_FIELD_END)}{FIELD_END}",
            facts,
        )
    return any_of(_field_condition(field, pattern, facts) for field in facts.matching_fields(term.field))


def _field_condition(field: NumberedField, pattern: TextPattern, facts: QueryFacts) -> Condition:
    if field.custom_types is None:
        return _text_of_field(field.number, pattern, facts)
    of_type = is_one_of("search_note.custom_type", sorted(field.custom_types), Table.INDEXED_NOTE)
    was_converted = on_indexed_note("search_note.type <> ?", NoteType.CUSTOM.value)
    return all_of([of_type, was_converted, _text_of_field(field.number, pattern, facts)])


def _text_of_field(number: int | None, pattern: TextPattern, facts: QueryFacts) -> Condition:
    if number is None:
        return ALWAYS if not pattern.parts or pattern.matches_everything else NEVER
    mark = field_mark(number)
    if pattern.matches_everything:
        return _texts_with(pattern, _CONTAINS, mark, facts)
    if not pattern.has_wildcards:
        return _texts_with(pattern, _CONTAINS, f"{mark}{''.join(pattern.texts).strip()}{FIELD_END}", facts)
    return _texts_with(pattern, _MATCHES, f"{mark}{pattern.to_regex(_NOT_FIELD_END)}{FIELD_END}", facts)


def _trimmed(pattern: TextPattern) -> TextPattern:
    """Return the pattern without wildcards at its ends that any text matches."""
    parts = list(pattern.parts)
    while parts and TextPattern((parts[0],)).matches_everything:
        del parts[0]
    while parts and TextPattern((parts[-1],)).matches_everything:
        del parts[-1]
    return TextPattern(tuple(parts))


def _texts_with(pattern: TextPattern, test: str, parameter: str, facts: QueryFacts) -> Condition:
    """Return the condition that the joined text of a note passes a test. The index of tokens finds the texts to be
    tested, if it finds few."""
    tokens = sorted(set().union(*(query_tokens(text) for text in pattern.texts)))
    match = " AND ".join(f'"{token}"' for token in tokens)
    if not tokens or facts.has_many_notes(match):
        # Tested note by note, so that the first rows are found without testing all.
        return on_indexed_note(
            f"(SELECT {test} FROM search_text WHERE search_text.id = search_note.id)", parameter
        )
    return on_indexed_note(
        "search_note.id IN (SELECT search_text.id FROM search_token CROSS JOIN search_text "
        f"ON search_text.id = search_token.rowid WHERE search_token MATCH ? AND {test})",
        match,
        parameter,
    )._replace(selective=Table.INDEXED_NOTE)
