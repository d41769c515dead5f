"""What the editor reads from the collection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp import paths
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, CustomContent, Diagram, Note
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.services.editing.drafts.draft_decks import (
    find_drawing_file,
    find_duplicates,
    load_draft_deck,
    load_known_tags,
    load_note,
)
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.store.collection import Collection
from tests.store.samples import open_collection, save_notes

VERB = CustomNoteType(0, "Verb", ("A", "B"), (CardTemplate("C", "{{A}}", "{{B}}"),), False, id="verb")


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def basic(note_id: str, front: str, *tags: str) -> Note:
    return Note("deck", note_id, Basic(text(front), text("Answer")), tags)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with open_collection(tmp_path / "collection.db") as opened:
        notes = [
            basic("a", "One?", "b", "A"),
            basic("b", 'A "quoted" \\ text'),
            Note("deck", "v", CustomContent(VERB, ("ir", "fui"))),
        ]
        save_notes(opened, notes)
        yield opened


def test_the_deck_of_a_draft(collection: Collection) -> None:
    deck = LibraryDeck(DeckMetadata("deck", text("Deck")), Path("deck.yaml"))
    found = load_draft_deck(collection, Library((deck,)), deck)
    assert found.custom_note_types == {"verb": VERB}
    assert found.known_deck_ids == {"deck"}
    assert found.find_note("deck/a") == basic("a", "One?", "b", "A")
    assert [question.note_key for question in (found.note_index_by_language or {})[""].questions] == [
        "deck/a",
        "deck/b",
    ]


def test_duplicates_have_the_same_first_text(collection: Collection) -> None:
    def duplicates(front: str, own_id: str = "") -> list[str]:
        return [note.id for note in find_duplicates(collection, "deck", (("", front),), own_id)]

    assert duplicates(" One? ") == ["a"]
    assert duplicates("One?", "a") == []
    assert duplicates("One") == duplicates("Answer") == duplicates(" ") == []
    assert duplicates('A "quoted" \\ text') == ["b"]
    assert duplicates("ir") == ["v"]


def test_tags_and_notes(collection: Collection) -> None:
    assert load_known_tags(collection) == ["A", "b"]
    assert load_note(collection, "deck/none") is None


def test_the_file_of_a_drawing() -> None:
    path = paths.bundled_decks_folder() / "2-evolution.yaml"
    deck = read_deck(path).deck
    assert deck is not None
    drawing = next(
        note.content.drawing
        for note in deck.notes
        if note.id == "evolution-overview" and isinstance(note.content, Diagram)
    )
    assert find_drawing_file(path, drawing) == path.parent / "diagrams" / "evolution.yaml"
    assert find_drawing_file(Path("/nowhere/deck.yaml"), drawing) is None
