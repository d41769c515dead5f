"""The queries of the filters."""

import pytest

from studyapp.core.search.query_parsing import parse_query
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.filters import load_browse_filters, narrow_query
from studyapp.services.library.library_refresh import refresh_library
from tests.services.study_driver import StudyDriver

ENGLISH = CardLanguages.ENGLISH


def write_deck(driver: StudyDriver, deck: str, title: str, tags: str = "") -> None:
    folder = driver.path.parent / "decks"
    folder.mkdir(exist_ok=True)
    (folder / f"{deck}.yaml").write_text(
        f'deck: {deck}\ntitle: "{title}"\nnotes:\n- {{id: n, front: q, back: a, tags: [{tags}]}}\n'
    )


def load(driver: StudyDriver) -> tuple[list[tuple[str, int, str]], list[tuple[str, int, str]]]:
    library = refresh_library(driver.collection, [driver.path.parent / "decks"], driver.time.clock()).library
    filters = load_browse_filters(driver.collection, library, ENGLISH)
    return [row[1:] for row in filters.decks], [row[1:] for row in filters.tags]


def test_decks_are_a_tree_of_titles(driver: StudyDriver) -> None:
    write_deck(driver, "a", "Top::One deck")
    write_deck(driver, "b", "Top::Two")
    write_deck(driver, "c", "It's *new*")
    decks, _ = load(driver)
    assert decks == [
        ("Top", 0, "deck:Top"),
        ("One deck", 1, 'deck:"Top::One deck"'),
        ("Two", 1, "deck:Top::Two"),
        ("It's *new*", 0, 'deck:"It\'s \\*new\\*"'),
    ]


def test_decks_with_the_same_title_are_told_apart_by_id(driver: StudyDriver) -> None:
    write_deck(driver, "a", "Same")
    write_deck(driver, "b", "Same")
    decks, _ = load(driver)
    assert [query for _, _, query in decks] == ["deck:a", "deck:b"]


def test_tags_are_a_tree_whatever_their_case(driver: StudyDriver) -> None:
    write_deck(driver, "a", "A", "b, a::x, A::y, a")
    _, tags = load(driver)
    assert tags == [
        ("A", 0, "tag:A"), ("y", 1, "tag:A::y"), ("a", 0, "tag:a"), ("x", 1, "tag:a::x"), ("b", 0, "tag:b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("", "is:new", "is:new"),
        ("  ", "is:new", "is:new"),
        ("code", "is:new", "code is:new"),
        ("code", "", "code"),
        ("a or b", "is:new", "(a or b) is:new"),
        ("(broken", "is:new", "(broken is:new"),
    ],
)
def test_narrowed_query_finds_what_both_find(text: str, query: str, expected: str) -> None:
    assert narrow_query(text, query) == expected


def test_narrowing_twice_can_be_parsed() -> None:
    narrowed = parse_query(narrow_query(narrow_query("a or b", "is:new"), "tag:x"))
    assert narrowed == parse_query("(a or b) is:new tag:x")
