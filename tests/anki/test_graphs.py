"""Figures of the statistics equal those of Anki's graphs for the same cards and reviews.

The differences on purpose are listed in docs/adr/0037-statistics.md.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.selection import AllCards, FoundCards, Selection
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.services.search.search_context import load_search_context
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import (
    Scope,
    load_card_figures,
    load_review_figures,
)
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.anki_collections import add_note, export_package, import_into_anki
from tests.anki.graph_comparison import (
    Figures,
    card_figures_of_anki,
    card_figures_of_studyapp,
    load_graphs,
    period_figures_of_anki,
    period_figures_of_studyapp,
    review_figures_of_anki,
    review_figures_of_studyapp,
)
from tests.anki.studyapp_instance import BOTH, StudyAppInstance, create_instance
from tests.anki.test_search_comparison import answer_cards, copy_memory_states
from tests.services.random_actions import Action, perform
from tests.services.study_driver import AGAIN, DAY, EASY, GOOD, HARD, basic_note

_DAY = 86_400
SEARCHES = ("", "tag:odd", "prop:lapses>0")


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    collection.set_config("fsrs", True)
    for number in range(24):
        add_note(collection, "Basic", f"front {number}", "back", tags=("odd",) if number % 2 else ())
    _study(collection)
    yield collection
    collection.close()


def _study(anki: Anki) -> None:
    """Give the first cards a history, answer others today, and suspend and bury some."""
    assert anki.db is not None
    now, today = int(time.time()), anki.sched.today
    for number, card in enumerate(anki.db.list("SELECT id FROM cards ORDER BY id LIMIT 16")):
        # Each as: days and seconds ago, rating, interval, kind. The last reviews were at this time of the day, because Anki
        # counts the seconds since then, and we the days.
        first = 30 + number * 29
        log = [(first, 7200, 3, -600, 0), (first, 6000, 3, 2 + number * 3, 0)]
        if number % 4 == 0:
            log += [(28 - number, 3600, 1, -600, 1), (28 - number, 1800, 3, 1, 2), (20 - number, 0, 2, 30, 1)]
        else:
            log.append((28 - number, 0, 3, 25, 1))
        last_interval = 0
        for place, (days, seconds, rating, interval, kind) in enumerate(log):
            at = (now - days * _DAY - seconds) * 1000 + number * 10 + place
            anki.db.execute(
                "INSERT INTO revlog VALUES (?, ?, 0, ?, ?, ?, 600, ?, ?)",
                at, card, rating, interval, last_interval, 3000 + number, kind,
            )  # fmt: skip
            last_interval = interval
        anki.db.execute(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, factor = 2500, reps = ?, lapses = ? WHERE id = ?",
            today - log[-1][0] + last_interval, last_interval, len(log), int(number % 4 == 0), card,
        )  # fmt: skip
    cards = anki.db.list("SELECT id FROM cards ORDER BY id")
    answer_cards(anki, cards[16:20])
    answer_cards(anki, cards[12:14])
    anki.db.execute("UPDATE cards SET ivl = 1 WHERE type = 3")  # differs on purpose
    anki.sched.suspend_cards([cards[2], cards[21]])
    anki.sched.bury_cards([cards[3], cards[22]])


@pytest.fixture(scope="module")
def studyapp(anki: Anki, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyAppInstance]:
    instance = create_instance(tmp_path_factory.mktemp("studyapp"), ())
    instance.import_file(export_package(anki, tmp_path_factory.mktemp("package")))
    copy_memory_states(instance.collection, anki)
    yield instance
    instance.collection.close()


def select(instance: StudyAppInstance, search: str) -> Scope:
    """The cards that a search finds; all of them without a search."""
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    selection: Selection = AllCards()
    if search:
        context = load_search_context(instance.collection, library, instance.clock())
        selection = FoundCards(
            tuple(find_cards(instance.collection, read_query(instance.collection, search), context))
        )
    return Scope(selection, tuple(library.deck_ids))


def figures_of(instance: StudyAppInstance, search: str) -> Figures:
    clock, scope = instance.clock(), select(instance, search)
    update_facts(instance.collection, clock)
    reviews = load_review_figures(instance.collection, scope, clock)
    cards = load_card_figures(instance.collection, scope, clock)
    periods = {
        period: period_figures_of_studyapp(
            load_review_figures(instance.collection, scope._replace(period=period), clock)
        )
        for period in Period
    }
    return (
        review_figures_of_studyapp(reviews, clock.today())
        | card_figures_of_studyapp(cards, clock.today())
        | {"periods": periods}
    )


def figures_of_anki(anki: Anki, search: str) -> Figures:
    graphs = load_graphs(anki, search)
    periods = {period: period_figures_of_anki(graphs, period) for period in Period}
    return review_figures_of_anki(graphs) | card_figures_of_anki(graphs) | {"periods": periods}


@pytest.mark.parametrize("search", SEARCHES)
def test_figures_of_an_imported_package_are_those_of_anki(
    anki: Anki, studyapp: StudyAppInstance, search: str
) -> None:
    expected, found = figures_of_anki(anki, search), figures_of(studyapp, search)
    assert expected["reviews"]
    assert expected["periods"][Period.MONTH] != expected["periods"][Period.YEAR]
    different = {name: (found[name], expected[name]) for name in expected if found[name] != expected[name]}
    assert not different, "\n".join(f"{name}: {pair}" for name, pair in different.items())


def test_figures_of_our_export_are_those_of_anki(tmp_path: Path) -> None:
    notes = [basic_note(f"n{number}", "d") for number in range(6)]
    instance = create_instance(tmp_path / "studyapp", notes)
    instance.time.now -= 33 * DAY
    session = instance.start_session()
    actions: list[Action] = [*[GOOD] * 8, EASY, 3 * DAY, GOOD, AGAIN, 30 * DAY, HARD, GOOD, AGAIN, "suspend"]
    for action in actions:
        session = perform(instance, session, action)
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    package = tmp_path / "out.apkg"
    export_decks(instance.collection, library, ExportRequest(("d",), BOTH, package, True), instance.clock())
    anki = Anki(str(tmp_path / "collection.anki2"))
    assert anki.db is not None
    anki.db.execute("UPDATE col SET crt = crt - 40 * 86400")
    anki.set_config("fsrs", True)
    try:
        import_into_anki(package, anki)
        expected, found = figures_of_anki(anki, ""), figures_of(instance, "")
    finally:
        anki.close()
        instance.collection.close()
    assert expected["counts"].relearning
    for name in expected.keys() - {"added", "retrievability"}:  # added at another time; in seconds
        assert found[name] == expected[name], name
