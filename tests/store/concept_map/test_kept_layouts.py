from studyapp.core.concept_map.concept_map import Place
from studyapp.store.collection import Collection
from studyapp.store.concept_map.kept_layouts import load_layout, save_layout
from tests.store.samples import note, save_notes

PLACES = (Place(0.125, 0), Place(3, 2))


def load(collection: Collection, map_key: str, source: bytes = b"1") -> tuple[Place, ...] | None:
    with collection.read_transaction() as connection:
        return load_layout(connection, map_key, source)


def save(
    collection: Collection, map_key: str, source: bytes = b"1", places: tuple[Place, ...] = PLACES
) -> None:
    with collection.transaction() as connection:
        save_layout(connection, map_key, "deck", source, places)


def test_layout_is_kept_for_its_source(collection: Collection) -> None:
    save_notes(collection, [note("a")])
    assert load(collection, "map") is None
    save(collection, "map")
    assert load(collection, "map") == PLACES
    assert load(collection, "map", b"2") is None
    assert load(collection, "other") is None


def test_new_layout_replaces_the_kept_one(collection: Collection) -> None:
    save_notes(collection, [note("a")])
    save(collection, "map")
    save(collection, "other")
    save(collection, "map", b"2", ())
    assert load(collection, "map") is None
    assert load(collection, "map", b"2") == ()
    assert load(collection, "other") == PLACES


def test_layouts_of_decks_that_have_no_notes_are_deleted(collection: Collection) -> None:
    save_notes(collection, [note("a")])
    save(collection, "map")
    save_notes(collection, [])
    with collection.transaction() as connection:
        save_layout(connection, "new", "other", b"1", PLACES)
    assert load(collection, "map") is None
    assert load(collection, "new") == PLACES


def test_stored_form_of_a_layout(collection: Collection) -> None:
    save(collection, "deck:deck")
    assert collection.connection.execute("SELECT * FROM map_layout").fetchall() == [
        ("deck:deck", "deck", b"1", "[[0.125, 0], [3, 2]]")
    ]
