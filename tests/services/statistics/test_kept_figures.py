"""Figures are kept until anybody writes to the collection, or until what they depend on besides changes."""

from collections.abc import Callable, Iterator

import pytest

from studyapp.core.statistics.selection import AllCards
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.kept_figures import KeptFigures
from studyapp.services.statistics.statistics_loading import Scope, load_memory_figures
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreBusy
from tests.services.study_driver import GOOD, StudyDriver, basic_notes, rate_cards, save_deck


class Loading:
    """Loads figures that tell how often any were loaded."""

    def __init__(self, driver: StudyDriver) -> None:
        self.kept = KeptFigures(lambda: Collection(driver.path, lambda: "here", changes_threads=True))
        self.count = 0
        self.during: Callable[[Collection], object] = lambda _: None

    def load(self, key: object = "key") -> int:
        def load(collection: Collection, _progress: object) -> int:
            self.count += 1
            self.during(collection)
            return self.count

        return self.kept.load(lambda _: key, load, lambda *_: None)


@pytest.fixture
def loading(driver: StudyDriver) -> Iterator[Loading]:
    save_deck(driver.collection, basic_notes(3))
    loading = Loading(driver)
    yield loading
    loading.kept.close()


def test_figures_are_kept_by_their_key(loading: Loading) -> None:
    assert [loading.load(key) for key in ("a", "b", "a", "b")] == [1, 2, 1, 2]


def test_a_write_of_another_connection_forgets_all(driver: StudyDriver, loading: Loading) -> None:
    assert [loading.load(key) for key in ("a", "b")] == [1, 2]
    rate_cards(driver.start_session(), GOOD)
    assert [loading.load(key) for key in ("a", "b", "a")] == [3, 4, 3]


def test_what_loading_brings_up_to_date_is_no_change(driver: StudyDriver, loading: Loading) -> None:
    rate_cards(driver.start_session(), GOOD)
    clock = driver.time.clock()

    def bring_up_to_date(collection: Collection) -> None:
        changes = collection.connection.total_changes
        update_facts(collection, clock)
        update_search_index(collection)
        load_memory_figures(collection, Scope(AllCards(), ("deck",)), clock)  # keeps numbers
        assert (collection.connection.total_changes > changes) is (loading.count == 1)

    loading.during = bring_up_to_date
    assert [loading.load(key) for key in ("a", "b", "a", "b")] == [1, 2, 1, 2]
    loading.kept.use_collection(lambda collection, _: collection.integrity_problems(), lambda *_: None)
    assert loading.load("a") == 1


def test_figures_loaded_during_a_write_are_not_kept(driver: StudyDriver, loading: Loading) -> None:
    loading.during = lambda _: save_deck(driver.collection, basic_notes(2))
    assert loading.load() == 1
    loading.during = lambda _: None
    assert [loading.load(), loading.load()] == [2, 2]


def test_closing_forgets_all_and_the_next_call_opens_again(loading: Loading) -> None:
    assert loading.load() == 1
    loading.kept.close()
    assert [loading.load(), loading.load()] == [2, 2]


def test_an_error_forgets_all_and_the_next_call_opens_again(loading: Loading) -> None:
    assert loading.load() == 1

    def fail(collection: Collection) -> None:
        raise StoreBusy("busy", collection.path)

    loading.during = fail
    with pytest.raises(StoreBusy):
        loading.load("other")
    loading.during = lambda _: None
    assert loading.load() == 3


def test_the_oldest_figures_make_room(loading: Loading) -> None:
    for key in range(13):
        loading.load(key)
    assert loading.load(12) == 13
    assert loading.load(1) == 2
    assert loading.load(0) == 14
