"""Searching many notes, compared with Anki."""

from collections.abc import Sequence
from functools import partial

from anki.collection import Collection as Anki

from benchmarks.data.searched_notes import TODAY, make_notes, make_searched_anki, store_notes
from benchmarks.report import MEGABYTES, Report, Row, Series, seconds_of
from benchmarks.run import Run
from studyapp.core.notes.note import Basic, Note
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.core.study.study_day import DAY_MS
from studyapp.services.search.card_search import find_cards, update_search_index
from studyapp.store.collection import Collection
from studyapp.store.search.card_order import CardOrder
from studyapp.store.search.listed_cards import ListedCards
from studyapp.system_dependencies import new_device_id

FIRST_ROWS = 100
FIRST_LISTED = 200


def measure(report: Report, run: Run) -> None:
    """Measure the index, and searches next to those of Anki with the same notes."""
    written = make_notes(run.notes)
    context = SearchContext(
        {"measured": SearchedDeck(("Measured",))}, TODAY, TODAY * DAY_MS, (TODAY + 1) * DAY_MS
    )
    with Collection(run.folder / "studyapp" / "collection.db", new_device_id) as collection:
        report.alone("store notes", lambda: seconds_of(lambda: store_notes(collection, written)), 1)
        report.alone("index them", lambda: seconds_of(lambda: update_search_index(collection)), 1)
        size = sum(file.stat().st_size for file in (run.folder / "studyapp").iterdir())
        report.add(Row("size of the collection", Series("StudyApp", (size / 1e6,)), unit=MEGABYTES))
        anki = make_searched_anki(run.folder / "collection.anki2", written)
        try:
            for query in _queries(written):
                _measure_query(report, collection, anki, query, context, run.times)
        finally:
            anki.close()


def _measure_query(
    report: Report, collection: Collection, anki: Anki, query: str, context: SearchContext, times: int
) -> None:
    parsed = parse_query(query)
    name = query or "(all)"
    report.alone(
        f"{name}, first {FIRST_ROWS}",
        lambda: seconds_of(lambda: find_cards(collection, parsed, context, limit=FIRST_ROWS)),
        times,
    )
    with collection.read_transaction() as connection:
        listed = ListedCards(connection, context, CardOrder("card.position, card.ordinal"))
        for scope, limit in ((f"first {FIRST_LISTED}, listed", FIRST_LISTED), ("all, listed", None)):
            select = partial(listed.select, parsed, context, limit)
            report.alone(f"{name}, {scope}", partial(seconds_of, select), times)
    report.compare(
        f"{name}, all",
        lambda: seconds_of(lambda: find_cards(collection, parsed, context)),
        lambda: seconds_of(lambda: anki.find_cards(query)),
        "Anki",
        times,
    )


def _queries(written: Sequence[Note]) -> list[str]:
    word = next(word for word in _text(written[0]).split() if len(word) > 4)
    chinese = _text(written[1])[5:7]
    return [
        "", word, word[1:-1], chinese, "zzzzq", "an", f"{word} is:review", f"front:*{word}*", "w:ka", f"re:{word[:3]}[a-z]+x",
        "tag:part::3", "tag:part", "deck:measured", "note:basic", "is:due", "is:new", "prop:ivl>30", "prop:lapses>2",
        "prop:s>20", "prop:r<0.8", "flag:1", "added:1", "-tag:part::3 is:due prop:ivl<10", f"{word} or {chinese}",
    ]  # fmt: skip


def _text(note: Note) -> str:
    assert isinstance(note.content, Basic)
    return note.content.front.version_texts[0]
