from dataclasses import replace

from studyapp.core.notes.drawing import Box, TreeDrawing
from studyapp.core.notes.note import Diagram, Note, Term
from studyapp.core.notes.note_type import NoteType
from studyapp.core.text.localized_text import LocalizedText
from studyapp.store.collection import Collection
from studyapp.store.concept_map.map_sources import iterate_notes_of_type, load_joined_decks
from tests.store.samples import note, save_notes

TEXT = LocalizedText.language_neutral("text")


def requiring(name: str, *keys: str, deck: str = "deck") -> Note:
    return replace(note(name, deck=deck), prerequisites=keys)


def joined(collection: Collection, *decks: str) -> list[tuple[str, str]]:
    with collection.read_transaction() as connection:
        return load_joined_decks(connection, decks)


def test_decks_are_joined_by_prerequisites_that_are_there(collection: Collection) -> None:
    save_notes(
        collection,
        [
            requiring("a"),
            requiring("b", "deck/a"),
            requiring("c", "other/x", "deck/a"),
            requiring("d", "third/z"),
        ],
    )
    save_notes(
        collection,
        [requiring("x", deck="other"), requiring("y", "other/y", "other/no", deck="other")],
        "other",
    )
    save_notes(collection, [requiring("z", deck="third")], "third")
    assert joined(collection, "other", "deck") == [("deck", "deck"), ("deck", "other")]
    assert joined(collection, "deck", "third") == [("deck", "deck"), ("deck", "third")]
    assert joined(collection, "other") == []
    save_notes(collection, [], "third")
    assert joined(collection, "deck", "third") == [("deck", "deck")]
    save_notes(collection, [requiring("c", "other/x"), requiring("e", "deck/c")])
    save_notes(collection, [requiring("c", "other/x")])
    assert joined(collection, "deck", "other", "third") == [("deck", "other")]


def test_only_notes_of_the_type_that_are_in_the_deck_are_found(collection: Collection) -> None:
    def diagram(name: str, deck: str = "deck") -> Note:
        return Note(deck, name, Diagram(TreeDrawing(TEXT, (Box("box", TEXT, 0, 0),))))

    diagrams, term = [diagram("z"), diagram("a")], Note("deck", "term", Term(TEXT, TEXT))
    others = [note("b", '"type": "diagram"'), diagrams[1], term]
    save_notes(collection, [diagrams[0], *others, diagram("gone")])
    save_notes(collection, [diagrams[0], *others])
    save_notes(collection, [diagram("x", "other")], "other")
    with collection.read_transaction() as connection:
        assert list(iterate_notes_of_type(connection, "deck", NoteType.DIAGRAM)) == diagrams
        assert list(iterate_notes_of_type(connection, "deck", NoteType.TERM)) == [term]
