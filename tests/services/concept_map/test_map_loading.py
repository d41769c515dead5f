"""Which maps there are, and loading them."""

from pathlib import Path

import pytest

from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, Place
from studyapp.core.concept_map.layout.net_layout import SortedNet, lay_out_net
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.drawing import Arrow, Box, Cell, TableDrawing, TreeDrawing
from studyapp.core.notes.note import Diagram, Note, Term
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.concept_map import map_loading
from studyapp.services.concept_map.map_loading import MapChoice, MapKind, list_maps, load_map
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.store.collection import Collection
from tests.services.study_driver import StudyDriver, basic_note, save_deck


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def library_of(*decks: str, hidden: tuple[str, ...] = ()) -> Library:
    return Library(
        tuple(LibraryDeck(DeckMetadata(deck, text(deck.title())), Path(deck)) for deck in decks),
        hidden_deck_ids=frozenset(hidden),
    )


TREE = TreeDrawing(
    text("Tree"),
    (Box("up", text("Up"), 0, 0, card_ordinal=1), Box("down", text("Down"), 1, 1)),
    (Arrow("up", "down"),),
)
TABLE = TableDrawing(text("Table"), (text("column"),), ((Cell(text("cell"), 1),),))
NET = MapChoice("deck:b", text("B"), MapKind.PREREQUISITES, ("b",))


def save_chain(collection: Collection, deck: str, *before: str) -> None:
    """Save a deck with two notes, the second of which requires the first, which requires notes of other decks."""
    save_deck(
        collection,
        [
            basic_note("one", deck, prerequisites=before),
            basic_note("two", deck, prerequisites=(f"{deck}/one",)),
        ],
        deck,
    )


def test_maps_are_nets_of_joined_decks_and_those_of_each_deck(driver: StudyDriver) -> None:
    for deck, before in {
        "b": ("a/one",),
        "a": (),
        "c": ("a/two",),
        "d": (),
        "e": ("f/one",),
        "f": (),
    }.items():
        save_chain(driver.collection, deck, *before)
    save_deck(driver.collection, [basic_note("one", "g")], "g")
    maps = list_maps(driver.collection, library_of("g", "f", "d", "c", "b", "a", "e"))
    assert [(one.key, one.title, one.decks) for one in maps] == [
        *((f"deck:{deck}", text(deck.title()), (deck,)) for deck in "fdcbae"),
        ("joined:e", text("F"), ("f", "e")),
        ("joined:a", text("C"), ("c", "b", "a")),
    ]
    assert {one.kind for one in maps} == {MapKind.PREREQUISITES}


def test_hidden_decks_are_on_no_map(driver: StudyDriver) -> None:
    save_chain(driver.collection, "a")
    save_chain(driver.collection, "b", "a/one")
    maps = list_maps(driver.collection, library_of("a", "b", hidden=("a",)))
    assert maps == (NET,)


def test_each_tree_drawing_is_a_map_and_tables_are_none(driver: StudyDriver) -> None:
    notes = [Note("b", "table", Diagram(TABLE)), Note("b", "tree", Diagram(TREE)), basic_note("other", "b")]
    save_deck(driver.collection, notes, "b")
    (choice,) = list_maps(driver.collection, library_of("b"))
    assert choice == MapChoice("diagram:b/tree", text("Tree"), MapKind.DIAGRAM, ("b",))
    loaded = load_map(driver.collection, choice)
    assert loaded.title == text("Tree")
    assert [(node.key, list(map(str, node.cards))) for node in loaded.nodes] == [
        ("up", ["b/tree#1"]),
        ("down", []),
    ]
    assert loaded.edges == (MapEdge(0, 1),)
    assert loaded.places == ((0, 0), (1, 1))


@pytest.mark.parametrize(
    ("dates_of_drawings", "order"),
    [
        ((0, 0), ["net", "0", "1"]),
        ((1, 0), ["net", "0", "1"]),
        ((0, 3), ["1", "net", "0"]),
        ((2, 2), ["0", "net", "1"]),
    ],
)
def test_the_drawing_with_the_most_dates_is_the_first_map_if_it_has_several(
    driver: StudyDriver, dates_of_drawings: tuple[int, ...], order: list[str]
) -> None:
    drawings = [
        TreeDrawing(
            text("Tree"),
            tuple(
                Box(f"box{column}", text("Box"), column, 0, text("2020") if column < dates else None)
                for column in range(4)
            ),
        )
        for dates in dates_of_drawings
    ]
    notes = [Note("b", f"tree{number}", Diagram(one)) for number, one in enumerate(drawings)]
    chain = [basic_note("one", "b"), basic_note("two", "b", prerequisites=("b/one",))]
    save_deck(driver.collection, [*chain, *notes], "b")
    maps = list_maps(driver.collection, library_of("b"))
    names = {"deck:b": "net", "diagram:b/tree0": "0", "diagram:b/tree1": "1"}
    assert [names[one.key] for one in maps] == order
    assert [one.date_count for one in maps] == [
        0 if name == "net" else dates_of_drawings[int(name)] for name in order
    ]


def test_boxes_of_a_drawing_have_the_cards_of_terms_of_joined_decks(driver: StudyDriver) -> None:
    def term(deck: str) -> Note:
        return Note(deck, "up", Term(text("up"), text("x")))

    for deck in ("a", "c", "d"):
        save_deck(driver.collection, [term(deck)], deck)
    save_deck(driver.collection, [Note("b", "tree", Diagram(TREE), prerequisites=("c/up",)), term("b")], "b")
    choice, net = list_maps(driver.collection, library_of("a", "c", "b", "d"))
    assert (net.key, net.decks) == ("joined:b", ("c", "b"))
    assert (choice.key, choice.decks) == ("diagram:b/tree", ("b", "c"))
    up, down = load_map(driver.collection, choice).nodes
    assert list(map(str, up.cards)) == ["b/tree#1", "b/up#2", "b/up#3", "c/up#2", "c/up#3"]
    assert down.cards == ()


@pytest.mark.parametrize("content", [None, Diagram(TABLE), basic_note("x").content])
def test_map_of_a_drawing_that_is_no_longer_there_is_empty(
    driver: StudyDriver, content: Diagram | None
) -> None:
    save_deck(driver.collection, [] if content is None else [Note("b", "tree", content)], "b")
    choice = MapChoice("diagram:b/tree", text("Tree"), MapKind.DIAGRAM, ("b",))
    assert load_map(driver.collection, choice) == ConceptMap(text("Tree"), (), (), ())


def test_nodes_of_a_net_are_in_the_order_of_the_files(driver: StudyDriver) -> None:
    save_chain(driver.collection, "b", "c/two")
    save_chain(driver.collection, "c")
    choice = MapChoice("joined:b", text("B"), MapKind.PREREQUISITES, ("b", "c"))
    loaded = load_map(driver.collection, choice)
    assert [node.key for node in loaded.nodes] == ["b/one", "b/two", "c/one", "c/two"]
    assert set(loaded.edges) == {MapEdge(3, 0), MapEdge(0, 1), MapEdge(2, 3)}
    assert loaded.places == ((0, 2), (0, 3), (0, 0), (0, 1))
    assert loaded.title == text("B")


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[SortedNet]:
    """The nets whose layout is computed."""
    nets: list[SortedNet] = []

    def lay_out(net: SortedNet) -> tuple[Place, ...]:
        nets.append(net)
        return lay_out_net(net)

    monkeypatch.setattr(map_loading, "lay_out_net", lay_out)
    return nets


def test_layout_is_computed_once(driver: StudyDriver, computed: list[SortedNet]) -> None:
    save_chain(driver.collection, "b")
    first = load_map(driver.collection, NET)
    driver.start_other_session()
    assert load_map(driver.other_collections[0], NET) == first  # as after a start
    assert len(computed) == 1


def test_layout_stays_if_only_texts_and_the_order_change(
    driver: StudyDriver, computed: list[SortedNet]
) -> None:
    save_chain(driver.collection, "b")
    before = load_map(driver.collection, NET)
    two, one = basic_note("two", "b", prerequisites=("b/one",), section="s"), Note("b", "one", Diagram(TREE))
    save_deck(driver.collection, [two, one], "b")
    after = load_map(driver.collection, NET)
    assert len(computed) == 1
    assert dict(zip((node.key for node in after.nodes), after.places, strict=True)) == dict(
        zip((node.key for node in before.nodes), before.places, strict=True)
    )


def test_layout_changes_with_nodes_and_edges(driver: StudyDriver, computed: list[SortedNet]) -> None:
    one, two, other = (basic_note(name, "b") for name in ("one", "two", "other"))
    two_after_one = basic_note("two", "b", prerequisites=("b/one",))
    for notes in (
        [one, two],
        [one, two_after_one],
        [one, two_after_one, other],
        [one, two, other],
        [one, other],
    ):
        save_deck(driver.collection, notes, "b")
        loaded = load_map(driver.collection, NET)
        assert len(loaded.places) == len(notes)
    assert len(computed) == 5


def test_layout_of_another_version_is_computed_anew(
    driver: StudyDriver, computed: list[SortedNet], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_chain(driver.collection, "b")
    load_map(driver.collection, NET)
    monkeypatch.setattr(map_loading, "LAYOUT_VERSION", 0)
    load_map(driver.collection, NET)
    assert len(computed) == 2
