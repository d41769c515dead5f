from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.deck_tree import build_deck_tree, deck_path
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL

names = st.sampled_from("abc")
paths = st.lists(names, min_size=1, max_size=4).map(tuple)


@given(st.lists(paths, max_size=12))
def test_each_deck_has_one_line_below_that_of_its_parent(found: list[tuple[str, ...]]) -> None:
    decks = [(f"deck{number}", path) for number, path in enumerate(found)]
    tree = build_deck_tree(decks)
    assert sorted(place.deck_id for place in tree if place.deck_id) == sorted(deck for deck, _ in decks)
    assert len({place.key for place in tree}) == len(tree)
    trail: list[str] = []
    where = dict(decks)
    for place in tree:
        trail = [*trail[: place.depth], place.name]
        assert len(trail) == place.depth + 1
        if place.deck_id:
            assert tuple(trail) == where[place.deck_id]
        for deck in place.deck_ids:
            assert where[deck][: place.depth + 1] == tuple(trail)
        assert place.is_parent or place.deck_ids == (place.deck_id,)


def test_a_parent_stands_where_its_first_deck_does_and_holds_all_below() -> None:
    decks = [("fr", ("L", "French")), ("x", ("X",)), ("l", ("L",)), ("de", ("L", "German"))]
    shown = [
        (place.key, place.name, place.depth, place.deck_id, place.deck_ids)
        for place in build_deck_tree(decks)
    ]
    assert shown == [
        ("::L", "L", 0, "l", ("l", "fr", "de")),
        ("fr", "French", 1, "fr", ("fr",)),
        ("de", "German", 1, "de", ("de",)),
        ("x", "X", 0, "x", ("x",)),
    ]


def test_titles_step_down_in_each_language() -> None:
    assert deck_path(LocalizedText((("en", "A :: b"), ("zh-Hant", "甲::乙"))), BOTH) == ("A · 甲", "b · 乙")
    assert deck_path(LocalizedText((("en", "A::b"), ("zh-Hant", "甲"))), BOTH) == ("A", "b")
    assert deck_path(LocalizedText.language_neutral("::"), BOTH) == ("::",)
    assert deck_path(LocalizedText.language_neutral("A:: ::b"), BOTH) == ("A", "b")
