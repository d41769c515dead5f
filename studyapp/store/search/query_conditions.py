"""The condition of a query."""

import sqlite3
from typing import assert_never

from studyapp.core.search import query as tree
from studyapp.core.search.search_context import SearchContext
from studyapp.store.search import attribute_conditions, card_conditions, text_conditions
from studyapp.store.search.query_facts import QueryFacts
from studyapp.store.search.sql_condition import ALWAYS, Condition, all_of, any_of


class ConditionBuilder:
    """Builds conditions for the present content of a collection."""

    def __init__(self, connection: sqlite3.Connection, context: SearchContext) -> None:
        self._connection = connection
        self._context = context
        self.facts = QueryFacts(connection)

    def build(self, query: tree.Query) -> Condition:
        """Return the condition that a card matches a query."""
        match query:
            case tree.All():
                return ALWAYS
            case tree.And(parts):
                return all_of(map(self.build, parts))
            case tree.Or(parts):
                return any_of(map(self.build, parts))
            case tree.Not(part):
                return self.build(part).negated()
            case _:
                return self._build_term(query)

    def _build_term(self, term: tree.Term) -> Condition:
        match term:
            case tree.TextTerm():
                return text_conditions.text_condition(term, self.facts)
            case tree.WordTerm():
                return text_conditions.word_condition(term, self.facts)
            case tree.RegexTerm() | tree.FieldRegexTerm():
                return text_conditions.regex_condition(term)
            case tree.FieldTerm():
                return text_conditions.field_condition(term, self.facts)
            case tree.AttributeTerm():
                return attribute_conditions.attribute_condition(term, self._context, self.facts)
            case tree.TagRegexTerm():
                return attribute_conditions.tag_regex_condition(term)
            case tree.CardTemplateTerm():
                return attribute_conditions.template_condition(term, self.facts)
            case tree.DuplicateTerm():
                return attribute_conditions.duplicate_condition(term, self.facts)
            case _:
                return self._build_card_term(term)

    def _build_card_term(
        self,
        term: tree.CardOrdinalTerm | tree.NoteIdTerm | tree.CardIdTerm | tree.StateTerm | tree.FlagTerm
        | tree.PropertyTerm | tree.RatedTerm | tree.RecentTerm,
    ) -> Condition:  # fmt: skip
        match term:
            case tree.CardOrdinalTerm(ordinal):
                return Condition("card.ordinal = ?", (ordinal,))
            case tree.NoteIdTerm():
                return card_conditions.note_id_condition(term)
            case tree.CardIdTerm():
                return card_conditions.card_id_condition(term)
            case tree.StateTerm(state):
                return card_conditions.state_condition(state, self._context)
            case tree.FlagTerm(flag):
                return card_conditions.flag_condition(flag)
            case tree.PropertyTerm():
                return card_conditions.property_condition(term, self._context, self._connection)
            case tree.RatedTerm():
                return card_conditions.rated_condition(term, self._context, self._connection)
            case tree.RecentTerm():
                return card_conditions.recent_condition(term, self._context)
            case _:
                assert_never(term)
