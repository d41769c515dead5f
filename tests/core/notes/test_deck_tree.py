from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.notes.deck_tree import build_deck_tree, deck_path, order_after_move
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL

names = st.sampled_from("abc")
paths = st.lists(names, min_size=1, max_size=4).map(tuple)


@given(st.lists(paths, max_size=12))
def test_each_deck_has_one_node_below_its_parent(deck_paths: list[tuple[str, ...]]) -> None:
    decks = [(f"deck{number}", path) for number, path in enumerate(deck_paths)]
    tree = build_deck_tree(decks)
    assert sorted(node.deck_id for node in tree if node.deck_id) == sorted(deck for deck, _ in decks)
    assert len({node.key for node in tree}) == len(tree)
    trail: list[str] = []
    path_by_deck = dict(decks)
    for node in tree:
        trail = [*trail[: node.depth], node.name]
        assert len(trail) == node.depth + 1
        if node.deck_id:
            assert tuple(trail) == path_by_deck[node.deck_id]
        for deck in node.deck_ids:
            assert path_by_deck[deck][: node.depth + 1] == tuple(trail)
        assert node.is_parent or node.deck_ids == (node.deck_id,)


def test_parent_takes_position_of_first_deck_and_contains_all_descendants() -> None:
    decks = [("fr", ("L", "French")), ("x", ("X",)), ("l", ("L",)), ("de", ("L", "German"))]
    nodes = [
        (node.key, node.name, node.depth, node.deck_id, node.deck_ids) for node in build_deck_tree(decks)
    ]
    assert nodes == [
        ("::L", "L", 0, "l", ("l", "fr", "de")),
        ("fr", "French", 1, "fr", ("fr",)),
        ("de", "German", 1, "de", ("de",)),
        ("x", "X", 0, "x", ("x",)),
    ]


def test_deck_path_splits_titles_per_language() -> None:
    assert deck_path(LocalizedText((("en", "A :: b"), ("zh-Hant", "甲::乙"))), BOTH) == ("A · 甲", "b · 乙")
    assert deck_path(LocalizedText((("en", "A::b"), ("zh-Hant", "甲"))), BOTH) == ("A", "b")
    assert deck_path(LocalizedText.language_neutral("::"), BOTH) == ("::",)
    assert deck_path(LocalizedText.language_neutral("A:: ::b"), BOTH) == ("A", "b")


def test_decks_of_the_same_title_are_separate_rows() -> None:
    decks = [("a", ("L",)), ("b", ("L",)), ("x", ("L", "X")), ("c", ("L",))]
    assert [(node.key, node.depth, node.deck_id, node.deck_ids) for node in build_deck_tree(decks)] == [
        ("::L", 0, "a", ("a", "x")),
        ("x", 1, "x", ("x",)),
        ("b", 0, "b", ("b",)),
        ("c", 0, "c", ("c",)),
    ]
    without_own_deck = build_deck_tree([("x", ("L", "X"))])
    assert without_own_deck[0] == ("::L", "L", 0, "", ("x",))


TREE_DECKS = [("fr", ("L", "French")), ("de", ("L", "German")), ("m", ("M",)), ("x", ("X",))]


def names_after_move(key: str, step: int) -> list[str] | None:
    order = order_after_move(build_deck_tree(TREE_DECKS), key, step)
    if order is None:
        return None
    path_by_deck = dict(TREE_DECKS)
    return [node.name for node in build_deck_tree([(deck, path_by_deck[deck]) for deck in order])]


def test_nodes_move_among_their_siblings_with_all_below_them() -> None:
    assert names_after_move("::L", 1) == ["M", "L", "French", "German", "X"]
    assert names_after_move("m", -1) == ["M", "L", "French", "German", "X"]
    assert names_after_move("x", -1) == ["L", "French", "German", "X", "M"]
    assert names_after_move("de", -1) == ["L", "German", "French", "M", "X"]


def test_nodes_at_the_ends_do_not_move() -> None:
    assert [names_after_move("::L", -1), names_after_move("x", 1), names_after_move("fr", -1)] == [None] * 3
    assert names_after_move("de", 1) is None


@given(st.lists(paths, min_size=1, max_size=10), st.data(), st.sampled_from((-1, 1)))
def test_move_changes_places_with_one_sibling_and_can_be_reverted(
    deck_paths: list[tuple[str, ...]], data: st.DataObject, step: int
) -> None:
    path_by_deck = {f"deck{number}": path for number, path in enumerate(deck_paths)}
    tree = build_deck_tree(list(path_by_deck.items()))
    node = data.draw(st.sampled_from(tree))
    order = order_after_move(tree, node.key, step)
    if order is None:
        return
    assert sorted(order) == sorted(path_by_deck)
    moved = build_deck_tree([(deck, path_by_deck[deck]) for deck in order])
    assert moved != tree
    assert sorted((other.key, other.depth) for other in moved) == sorted(
        (other.key, other.depth) for other in tree
    )
    order_back = order_after_move(moved, node.key, -step)
    assert order_back is not None
    assert build_deck_tree([(deck, path_by_deck[deck]) for deck in order_back]) == tree
