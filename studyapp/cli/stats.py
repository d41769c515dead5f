"""The command `studyapp stats`. Counting needs few modules, so those of the figures are loaded late."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
from studyapp.cli.common import (
    EXIT_OK,
    EXIT_PROBLEMS,
    describe_unknown_decks,
    open_collection,
    report_failure,
)
from studyapp.cli.messages.counts import format_counts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.overview.statistics import load_statistics
from studyapp.store.collection import Collection
from studyapp.system_dependencies import system_clock
from studyapp.terminal_output import print_json_line, print_line

if TYPE_CHECKING:
    from studyapp.core.statistics.selection import Selection
    from studyapp.services.statistics.statistics_loading import Scope


def run_stats(options: SimpleNamespace) -> int:
    """Print the numbers of notes, cards and reviews, and the figures of the statistics; return the exit status."""
    collection, library = open_collection(options)
    with collection:
        unknown = describe_unknown_decks(options.deck, library)
        if unknown:
            return report_failure(unknown, EXIT_PROBLEMS)
        clock = make_study_clock(collection, system_clock())
        decks = tuple(options.deck or library.visible_deck_ids)
        counts = load_statistics(collection, decks, clock, CardLanguages(options.language))
        if options.counts:
            _print(options, counts, counts, ())
            return EXIT_OK
        from studyapp.core.search.query_error import QueryError
        from studyapp.core.statistics.periods import Period
        from studyapp.services.statistics.statistics_loading import Scope

        try:
            selection = _select(collection, library, clock, decks, options.search)
        except QueryError as error:
            for line in error.point_at_mistake(options.search).splitlines():
                print_line(line, output=sys.stderr)
            return report_failure(str(error), EXIT_PROBLEMS)
        scope = Scope(selection, decks, Period(options.period))
        if options.html is None:
            _print_figures(options, collection, scope, clock, counts)
        else:
            _write_page(options, collection, scope, clock)
    return EXIT_OK


def _select(
    collection: Collection, library: Library, clock: Clock, decks: tuple[str, ...], search: str | None
) -> "Selection":
    """Return the cards of the decks that a search finds. Raises QueryError for a mistake in the query."""
    from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards

    if search is None:
        return AllCards() if set(decks) == set(library.deck_ids) else CardsOfDecks(decks)
    from studyapp.services.search.text_search import find_cards_by_text

    found = find_cards_by_text(collection, library, clock, search)
    return FoundCards(tuple(sorted(card for card in found if card.deck_id in decks)))


def _print_figures(
    options: SimpleNamespace, collection: Collection, scope: "Scope", clock: Clock, counts: Mapping[str, int]
) -> None:
    from studyapp.cli.statistics.report_json import report_to_json
    from studyapp.cli.statistics.report_lines import format_report
    from studyapp.services.search.card_search import update_search_index
    from studyapp.services.statistics.fact_updating import update_facts
    from studyapp.services.statistics.statistics_loading import load_report

    update_facts(collection, clock)
    update_search_index(collection)
    report = load_report(collection, scope, clock)
    figures = report_to_json(report) if options.json else {}
    _print(options, counts, {**counts, "figures": figures}, format_report(report))


def _print(
    options: SimpleNamespace, counts: Mapping[str, int], row: Mapping[str, object], lines: Iterable[str]
) -> None:
    """Print the row as JSON or, without that option, the counts and the lines."""
    if options.json:
        print_json_line(row)
        return
    for line in (*format_counts(counts), *lines):
        print_line(line)


def _write_page(options: SimpleNamespace, collection: Collection, scope: "Scope", clock: Clock) -> None:
    from studyapp.statistics_html import write_statistics_html

    folder, languages = paths.data_folder(options.data), CardLanguages(options.language)
    write_statistics_html(collection, scope, clock, languages, folder, Path(options.html))
    print_line(f"{options.html}: written")
