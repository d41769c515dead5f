from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.deck_tree import places, title_path
from studyapp.core.text.localized_text import LanguageChoice, Text

BOTH = LanguageChoice.BOTH

names = st.sampled_from("abc")
paths = st.lists(names, min_size=1, max_size=4).map(tuple)


@given(st.lists(paths, max_size=12))
def test_each_deck_has_one_line_below_that_of_its_parent(found: list[tuple[str, ...]]) -> None:
    decks = [(f"deck{number}", path) for number, path in enumerate(found)]
    tree = places(decks)
    assert sorted(place.deck for place in tree if place.deck) == sorted(deck for deck, _ in decks)
    assert len({place.key for place in tree}) == len(tree)
    trail: list[str] = []
    where = dict(decks)
    for place in tree:
        trail = [*trail[: place.level], place.name]
        assert len(trail) == place.level + 1
        if place.deck:
            assert tuple(trail) == where[place.deck]
        for deck in place.decks:
            assert where[deck][: place.level + 1] == tuple(trail)
        assert place.is_parent or place.decks == (place.deck,)


def test_a_parent_stands_where_its_first_deck_does_and_holds_all_below() -> None:
    decks = [("fr", ("L", "French")), ("x", ("X",)), ("l", ("L",)), ("de", ("L", "German"))]
    shown = [(place.key, place.name, place.level, place.deck, place.decks) for place in places(decks)]
    assert shown == [
        ("::L", "L", 0, "l", ("l", "fr", "de")),
        ("fr", "French", 1, "fr", ("fr",)),
        ("de", "German", 1, "de", ("de",)),
        ("x", "X", 0, "x", ("x",)),
    ]


def test_titles_step_down_in_each_language() -> None:
    assert title_path(Text((("en", "A :: b"), ("zh-Hant", "甲::乙"))), BOTH) == ("A · 甲", "b · 乙")
    assert title_path(Text((("en", "A::b"), ("zh-Hant", "甲"))), BOTH) == ("A", "b")
    assert title_path(Text.plain("::"), BOTH) == ("::",)
    assert title_path(Text.plain("A:: ::b"), BOTH) == ("A", "b")
