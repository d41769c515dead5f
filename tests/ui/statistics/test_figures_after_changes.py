"""Figures that are kept while the page is hidden are those of the collection when it is shown again."""

from collections.abc import Callable

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.report import StatisticsReport
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_undo import redo_last_action, undo_last_action
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.option_storage import make_study_clock, set_option
from studyapp.services.overview.doctor import rebuild_schedules
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import load_report
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.database_copy import copy_database
from studyapp.store.stored_options import ALL_DECKS
from studyapp.system_dependencies import new_device_id
from tests.ui.app_driver import DAY, AppDriver, basic_note
from tests.ui.statistics.statistics_driver import StatisticsDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
NOTES = [basic_note(name, section=name) for name in ("a", "b", "c")]
SCHEDULER = Scheduler()


def rate(app: AppDriver, collection: Collection) -> None:
    session = create_session(collection, app.clock, ["d"], CardLanguages.ENGLISH)
    step = session.show_next().next_step
    assert isinstance(step, Prompt)
    session.reveal()
    app.now += 10_000
    assert session.rate(step.card.id, GOOD).is_applied


def rate_in_another_process(app: AppDriver) -> None:
    with Collection(app.collection_file, lambda: "other") as collection:
        rate(app, collection)


def undo(app: AppDriver) -> None:
    assert undo_last_action(app.collection, app.now, app.clock.today())


def undo_and_redo(app: AppDriver) -> None:
    undo(app)
    assert redo_last_action(app.collection, app.now, app.clock.today())


def merge_reviews(app: AppDriver) -> None:
    """Add reviews of another device, in the past."""
    card, at = CardId("d", "b", 1), app.now - 5 * DAY
    day = app.clock.study_day().day_of(at)
    review = Entry(EntryId("elsewhere", 1), at, day, card, EntryKind.REVIEW, AGAIN, due_day=day + 2)
    with app.collection.transaction() as connection:
        assert journal_entries.append_missing(connection, [review]) == 1
        rebuild_cards(app.collection, [card])


def rebuild_wrong_schedules(app: AppDriver) -> None:
    app.collection.connection.execute("UPDATE schedule SET stability = 99, lapses = 7")
    rebuild_schedules(app.collection)


def change_notes(app: AppDriver) -> None:
    app.write_deck(basic_note("a", section="other"), basic_note("new"))
    refresh_library(app.collection, [app.decks_folder], app.clock)


def restore(app: AppDriver) -> None:
    """Overwrite the collection with a copy made before the last review."""
    copy = app.data_folder / "copy.db"
    undo(app)
    copy_database(app.collection.connection, copy)
    undo_and_redo(app)
    app.collection.overwrite(copy)


def wait_until_tomorrow(app: AppDriver) -> None:
    app.now += DAY


CHANGES: dict[str, Callable[[AppDriver], object]] = {
    "rating": lambda app: rate(app, app.collection),
    "rating in another process": rate_in_another_process,
    "undo": undo,
    "undo and redo": undo_and_redo,
    "merge": merge_reviews,
    "rebuild": rebuild_wrong_schedules,
    "notes": change_notes,
    "desired retention": lambda app: set_option(app.collection, ALL_DECKS, "retention", "80"),
    "start of the day": lambda app: set_option(app.collection, ALL_DECKS, "day_begins", "23"),
    "day off": lambda app: set_day_off(app.collection, app.clock.today() - 1, is_off=True),
    "restore": restore,
    "midnight": wait_until_tomorrow,
}


def shown_report(statistics: StatisticsDriver) -> StatisticsReport:
    page = statistics.page
    assert page._scope
    assert page._reviews
    assert page._cards
    assert page._memory
    return StatisticsReport(
        page._reader.today, page._scope.period, page._reviews, page._cards, page._memory.figures
    )


def computed_report(app: AppDriver, statistics: StatisticsDriver) -> StatisticsReport:
    """The figures, from a connection that has kept nothing."""
    assert statistics.page._scope
    with Collection(app.collection_file, new_device_id) as collection:
        clock = make_study_clock(collection, app.clock)
        update_facts(collection, clock)
        update_search_index(collection)
        return load_report(collection, statistics.page._scope, clock)


@pytest.mark.parametrize("change", CHANGES)
def test_figures_are_right_after_a_change(app: AppDriver, statistics: StatisticsDriver, change: str) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (), (AGAIN, GOOD))
    statistics.open_window()
    before = shown_report(statistics)
    app.window.show_decks()
    CHANGES[change](app)
    statistics.show()
    shown = shown_report(statistics)
    assert shown == computed_report(app, statistics)
    assert (shown == before) is (change in ("undo and redo", "rebuild"))


def test_nothing_is_loaded_again_without_a_change(app: AppDriver, statistics: StatisticsDriver) -> None:
    app.write_deck(*NOTES)
    statistics.study((GOOD,), (AGAIN, GOOD))
    page = statistics.open_window()
    parts = (page._cards, page._reviews, page._memory)
    plots = {name: panel.plot for name, panel in page.view.panels.items()}
    app.window.show_decks()
    statistics.show()
    shown = (page._cards, page._reviews, page._memory)
    assert all(part is kept for part, kept in zip(shown, parts, strict=True))
    assert all(panel.plot is plots[name] for name, panel in page.view.panels.items())


def test_the_collection_of_the_page_is_closed_with_the_window(
    app: AppDriver, statistics: StatisticsDriver
) -> None:
    page = statistics.open()
    app.window.show_decks()
    background = page._reader._kept._background
    assert background._collection is not None
    app.window.close()
    assert background._collection is None
