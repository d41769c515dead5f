"""The command `studyapp stats`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

from studyapp import paths
from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    open_collection,
    report_failure,
)
from studyapp.cli.statistics.report_json import report_to_json
from studyapp.cli.statistics.report_lines import format_report
from studyapp.core.search.query_error import QueryError
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.overview.statistics import load_statistics
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_report
from studyapp.store.collection import Collection
from studyapp.system_dependencies import system_clock
from studyapp.terminal_output import print_json_line, print_line


def run_stats(options: SimpleNamespace) -> int:
    """Print the numbers of notes, cards and reviews, and the figures of the statistics; return the exit status."""
    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        clock = make_study_clock(collection, system_clock())
        decks = tuple(options.deck or library.visible_deck_ids)
        languages = CardLanguages(options.language)
        counts = load_statistics(collection, decks, clock, languages)
        if options.counts:
            _print_counts(counts, as_json=options.json)
            return EXIT_OK
        try:
            selection = _select(collection, library, clock, decks, options.search)
        except QueryError as error:
            for line in error.point_at_mistake(options.search).splitlines():
                print_line(line, output=sys.stderr)
            return report_failure(str(error), EXIT_PROBLEMS)
        update_facts(collection, Scheduler(), clock)
        update_search_index(collection)
        scope = Scope(selection, decks, Period(options.period))
        if options.html is not None:
            from studyapp.statistics_html import write_statistics_html

            folder = paths.data_folder(options.data)
            write_statistics_html(collection, scope, clock, languages, folder, Path(options.html))
            print_line(f"{options.html}: written")
            return EXIT_OK
        report = load_report(collection, scope, clock, Scheduler())
    if options.json:
        print_json_line({**counts, "figures": report_to_json(report)})
        return EXIT_OK
    _print_counts(counts, as_json=False)
    for line in format_report(report):
        print_line(line)
    return EXIT_OK


def _print_counts(counts: Mapping[str, int], *, as_json: bool) -> None:
    if as_json:
        print_json_line(counts)
        return
    for name, number in counts.items():
        print_line(f"{name:>10} {number:>8}")


def _select(
    collection: Collection, library: Library, clock: Clock, decks: tuple[str, ...], search: str | None
) -> Selection:
    """Return the cards of the decks that a search finds. Raises QueryError for a mistake in the query."""
    if search is None:
        return AllCards() if set(decks) == set(library.deck_ids) else CardsOfDecks(decks)
    from studyapp.services.search.text_search import find_cards_by_text

    found = find_cards_by_text(collection, library, clock, search)
    return FoundCards(tuple(sorted(card for card in found if card.deck_id in decks)))
