"""Browsing many cards, compared with Anki.

Measures what a table waits for: the cards of a query, and the contents of the rows on screen.
"""

import random
from collections.abc import Sequence

from anki.collection import Collection as Anki

from benchmarks.data.searched_notes import TODAY, make_notes, make_searched_anki, store_notes
from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.cards.card_id import CardId
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.study_day import DAY_MS, StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.search.card_search import find_cards, update_search_index
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardColumn, order_by
from studyapp.system_dependencies import new_device_id

ROWS_ON_SCREEN = 40
_FIRST_ROWS = 200
_ANKI_COLUMNS = ["question", "answer", "deck", "cardDue", "cardIvl", "noteTags"]


def measure(report: Report, run: Run) -> None:
    """Measure a page of rows, and the first page of a query, next to those of Anki with the same notes."""
    written = make_notes(run.notes)
    with Collection(run.folder / "studyapp" / "collection.db", new_device_id) as collection:
        store_notes(collection, written)
        update_search_index(collection)
        anki = make_searched_anki(run.folder / "collection.anki2", written)
        try:
            anki.set_browser_card_columns(_ANKI_COLUMNS)
            _measure_rows(report, collection, anki, run.times)
            for query in ("", "is:due", "tag:part::3"):
                _measure_first_page(report, collection, anki, query, run.times)
        finally:
            anki.close()


def _measure_rows(report: Report, collection: Collection, anki: Anki, times: int) -> None:
    source = random.Random(1)
    ours, theirs = _find(collection, "", None), anki.find_cards("")

    def our_rows() -> None:
        first = source.randrange(max(1, len(ours) - ROWS_ON_SCREEN))
        _load(collection, ours[first : first + ROWS_ON_SCREEN])

    def their_rows() -> None:
        first = source.randrange(max(1, len(theirs) - ROWS_ON_SCREEN))
        _load_in_anki(anki, theirs[first : first + ROWS_ON_SCREEN])

    report.compare(
        f"{ROWS_ON_SCREEN} rows anywhere",
        lambda: seconds_of(our_rows),
        lambda: seconds_of(their_rows),
        "Anki",
        times,
    )


def _measure_first_page(report: Report, collection: Collection, anki: Anki, query: str, times: int) -> None:
    def ours() -> None:
        _load(collection, _find(collection, query, _FIRST_ROWS)[:ROWS_ON_SCREEN])

    def theirs() -> None:
        _load_in_anki(anki, anki.find_cards(query)[:ROWS_ON_SCREEN])

    name = f"first page of {query or 'all'}"
    report.compare(name, lambda: seconds_of(ours), lambda: seconds_of(theirs), "Anki", times)


def _find(collection: Collection, query: str, limit: int | None) -> list[CardId]:
    context = SearchContext({"measured": SearchedDeck(("Measured",))}, TODAY, TODAY * 86_400_000, 0)
    order = order_by(
        CardColumn.DECK,
        is_descending=False,
        day=TODAY,
        deck_ids=["measured"],
        languages=CardLanguages.ENGLISH,
    )
    return find_cards(collection, parse_query(query), context, order, limit)


def _load(collection: Collection, cards: Sequence[CardId]) -> None:
    load_rows(
        collection,
        cards,
        StudyDay(TODAY, TODAY * DAY_MS, (TODAY + 1) * DAY_MS),
        CardLanguages.ENGLISH,
    )


def _load_in_anki(anki: Anki, cards: Sequence[int]) -> None:
    for card in cards:
        cells, *_ = anki.browser_row_for_id(card)
        list(cells)
