"""The command that lists cards."""

import sys
from types import SimpleNamespace

from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    open_collection,
    report_failure,
)
from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query_error import QueryError
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.card_rows import list_cards
from studyapp.services.library.deck_library import Library
from studyapp.store.collection import Collection
from studyapp.terminal_output import print_json_line, print_line


def run_cards(options: SimpleNamespace) -> int:
    """List the cards of the chosen decks that match the query, and return the exit status."""
    query = " ".join(options.query)
    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        try:
            matching = _find_cards(collection, library, query) if query.strip() else None
        except QueryError as error:
            for line in error.point_at_mistake(query).splitlines():
                print_line(line, output=sys.stderr)
            return report_failure(str(error), EXIT_PROBLEMS)
        decks, languages = options.deck or library.deck_ids, CardLanguages(options.language)
        if matching is None:
            rows = list_cards(collection, library, decks, languages)
        else:
            decks = {card.deck_id for card in matching}.intersection(decks)
            rows = list_cards(collection, library, decks, languages, matching.__contains__)
        for row in rows:
            if options.json:
                print_json_line(row)
            else:
                print_line(f"{row['card']}\t{row['question']!r}\t{row['answer']!r}")
    return EXIT_OK


def _find_cards(collection: Collection, library: Library, query: str) -> frozenset[CardId]:
    from studyapp.services.options.option_storage import make_study_clock
    from studyapp.services.search.text_search import find_cards_by_text
    from studyapp.system_dependencies import system_clock

    return find_cards_by_text(collection, library, make_study_clock(collection, system_clock()), query)
