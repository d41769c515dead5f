"""Searches of the browse page: in the collection, and in the list of all cards that is prepared for the next ones."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Reversed
from studyapp.core.search.query_error import QueryError
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.browse.card_finding import CardFinder, CardSearch, FoundCards
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreDamaged
from studyapp.store.search.card_list import CardList
from studyapp.store.search.card_order import CardColumn
from tests.services.study_driver import StudyDriver, basic_note, save_deck

text = LocalizedText.language_neutral
LIBRARY = Library((LibraryDeck(DeckMetadata("deck", text("Deck")), Path("deck.yaml")),))


def make_finder(driver: StudyDriver) -> CardFinder:
    return CardFinder(lambda: Collection(driver.path, lambda: "here", must_exist=True, changes_threads=True))


@pytest.fixture
def finder(driver: StudyDriver) -> Iterator[CardFinder]:
    save_deck(
        driver.collection, [basic_note("b"), basic_note("a", tags=("x",)), basic_note("c", tags=("x",))]
    )
    finder = make_finder(driver)
    yield finder
    finder.close()


def ignore_progress(_done: int, _total: int) -> None: ...


def find(finder: CardFinder, driver: StudyDriver, query: str = "", **more: object) -> FoundCards:
    search = CardSearch(query, **more)  # type: ignore[arg-type]
    return finder.find(search, LIBRARY, lambda _: driver.time.clock(), CardLanguages.ENGLISH, ignore_progress)


def names(found: FoundCards) -> str:
    return " ".join(card.note_id for card in found.cards)


def test_all_cards_are_found_before_their_notes_are_indexed(driver: StudyDriver, finder: CardFinder) -> None:
    assert names(find(finder, driver)) == "b a c"
    with driver.collection.read_transaction() as connection:
        assert connection.execute("SELECT count(*) FROM search_note").fetchone() == (0,)


def test_prepared_searches_find_the_same(driver: StudyDriver, finder: CardFinder) -> None:
    for query, of_notes, expected in [
        ("", False, "b a c"),
        ("tag:x", False, "a c"),
        ("front:*a", True, "a"),
        ("no", False, ""),
    ]:
        before = find(finder, driver, query, of_notes=of_notes, limit=2)
        finder.prepare(ignore_progress)
        after = find(finder, driver, query, of_notes=of_notes)
        assert isinstance(after.cards, CardList)
        assert (names(before), names(after)) == (" ".join(expected.split()[:2]), expected)
        assert after.is_complete


def test_another_order_is_followed_at_once(driver: StudyDriver, finder: CardFinder) -> None:
    find(finder, driver)
    finder.prepare(ignore_progress)
    assert names(find(finder, driver, column=CardColumn.QUESTION, limit=2)) == "a b"
    assert names(find(finder, driver, column=CardColumn.QUESTION, is_descending=True)) == "c b a"


def test_a_change_in_another_connection_is_found(driver: StudyDriver, finder: CardFinder) -> None:
    find(finder, driver, "tag:x")
    finder.prepare(ignore_progress)
    save_deck(driver.collection, [basic_note("b", tags=("x",)), basic_note("c", tags=("x",))])
    assert names(find(finder, driver, "tag:x", limit=9)) == "b c"
    assert names(find(finder, driver, "tag:x")) == "b c"


def test_notes_are_found_by_their_first_card(driver: StudyDriver, finder: CardFinder) -> None:
    pair = basic_note("pair")
    save_deck(driver.collection, [replace(pair, content=Reversed(text("front"), text("back")))])
    assert len(find(finder, driver, "front").cards) == 2
    (card,) = find(finder, driver, "front", of_notes=True).cards
    assert card.ordinal == 1


def test_a_mistake_does_not_end_further_searches(driver: StudyDriver, finder: CardFinder) -> None:
    with pytest.raises(QueryError):
        find(finder, driver, "(a")
    assert names(find(finder, driver, "tag:x")) == "a c"


def test_threads_search_one_after_the_other(driver: StudyDriver, finder: CardFinder) -> None:
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(names(find(finder, driver, "tag:x")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["a c"] * 4


def test_a_search_can_be_stopped_while_another_one_runs(driver: StudyDriver, finder: CardFinder) -> None:
    class Stopped(Exception): ...

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    def search_meanwhile(_: Collection) -> Clock:
        thread = Thread(target=search_and_stop)
        thread.start()
        thread.join()
        return driver.time.clock()

    def search_and_stop() -> None:
        with pytest.raises(Stopped):
            finder.prepare(stop)
        stopped.append(True)

    stopped: list[bool] = []
    finder.find(CardSearch("tag:x"), LIBRARY, search_meanwhile, CardLanguages.ENGLISH, ignore_progress)
    assert stopped


def test_opens_the_collection_again_after_an_error(driver: StudyDriver, finder: CardFinder) -> None:
    find(finder, driver)
    finder.close()
    moved = driver.path.with_name("moved.db")
    driver.collection.close()
    driver.path.rename(moved)
    with pytest.raises(StoreDamaged):
        find(finder, driver)
    moved.rename(driver.path)
    assert names(find(finder, driver)) == "b a c"
