"""Hidden decks and the order of the decks."""

import json
from pathlib import Path

import pytest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_arrangement import save_deck_order, set_hidden
from studyapp.services.library.deck_library import Library, arrange_library, load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.store.stored_options import load, save
from tests.services.study_driver import GOOD, StudyDriver, rate_cards

ENGLISH = CardLanguages.ENGLISH


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the decks a, b and c, with one, two and three notes."""
    folder = tmp_path / "decks"
    folder.mkdir()
    for number, deck in enumerate("abc", start=1):
        notes = [{"id": f"n{note}", "front": f"{deck}{note}", "back": "back"} for note in range(number)]
        (folder / f"{deck}.yaml").write_text(json.dumps({"deck": deck, "title": deck, "notes": notes}))
    return folder


def read(driver: StudyDriver, folder: Path) -> Library:
    return refresh_library(driver.collection, [folder], driver.time.clock()).library


def test_hidden_deck_is_not_part_of_all_decks_but_keeps_its_notes_and_history(
    driver: StudyDriver, folder: Path
) -> None:
    library = read(driver, folder)
    rate_cards(driver.start_session(ENGLISH, None, "b"), GOOD)
    set_hidden(driver.collection, ["b"], is_hidden=True)
    library = arrange_library(driver.collection, library)
    assert (library.deck_ids, library.visible_deck_ids) == (("a", "b", "c"), ("a", "c"))
    assert library.decks_under("", ENGLISH) == ("a", "c")
    overview = load_daily_overview(driver.collection, library, driver.time.clock(), ENGLISH)
    assert [row.node.key for row in overview.decks] == ["a", "c"]
    assert overview.counts.new == 4 and overview.counts.learning == 0
    assert overview.hidden_decks == (("b", "b"),)
    assert overview.reviews_today == 1
    set_hidden(driver.collection, ["b"], is_hidden=False)
    library = arrange_library(driver.collection, library)
    overview = load_daily_overview(driver.collection, library, driver.time.clock(), ENGLISH)
    assert overview.counts.learning == 1 and overview.hidden_decks == ()


def test_arrangement_is_the_same_however_the_library_is_loaded(driver: StudyDriver, folder: Path) -> None:
    library = read(driver, folder)
    set_hidden(driver.collection, ["a"], is_hidden=True)
    save_deck_order(driver.collection, library.deck_ids, ["c", "b"])
    arranged = arrange_library(driver.collection, library)
    assert arranged.deck_ids == ("a", "c", "b")
    assert arranged == read(driver, folder) == load_cached_library(driver.collection, [folder])


def test_vanished_and_new_decks_do_no_harm(driver: StudyDriver, folder: Path) -> None:
    library = read(driver, folder)
    save_deck_order(driver.collection, library.deck_ids, ["c", "b", "a"])
    set_hidden(driver.collection, ["b", "never"], is_hidden=True)
    (folder / "b.yaml").rename(folder / "b.txt")
    (folder / "aa.yaml").write_text("deck: new\ntitle: new\nnotes: []\n")
    library = read(driver, folder)
    assert (library.deck_ids, library.hidden_deck_ids) == (("c", "a", "new"), frozenset())
    (folder / "b.txt").rename(folder / "b.yaml")
    library = read(driver, folder)
    assert (library.deck_ids, library.visible_deck_ids) == (("c", "b", "a", "new"), ("c", "a", "new"))


def test_options_of_a_hidden_deck_stay(driver: StudyDriver) -> None:
    with driver.collection.transaction() as connection:
        save(connection, "a", "new_a_day", "3")
    set_hidden(driver.collection, ["a"], is_hidden=True)
    set_hidden(driver.collection, ["a"], is_hidden=False)
    with driver.collection.read_transaction() as connection:
        assert load(connection, "a") == {"new_a_day": "3"}
