"""The values that completion offers."""

from pathlib import Path

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.note import Basic, CustomContent, Note
from studyapp.core.search.query import NoteAttribute
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.search.completion_values import load_completion_values
from tests.store.samples import open_collection, save_notes

WORD_TYPE = CustomNoteType(
    5, "Words", ("Word", "Meaning"), (CardTemplate("Say", "{{Word}}", ""),), False, id="w"
)


def test_values_come_from_the_decks_of_the_library(tmp_path: Path) -> None:
    text = LocalizedText.language_neutral("x")
    notes = [
        Note("deck", "a", Basic(text, text), ("verb::strong", "two words"), "10", prerequisites=("deck/b",)),
        Note("deck", "b", CustomContent(WORD_TYPE, ("x", "y")), section="9"),
    ]
    metadata = DeckMetadata(
        "deck",
        LocalizedText((("en", "Science::Physics"), ("zh-Hant", "科學"))),
        None,
        ("en",),
        DeckSource("A paper"),
    )
    library = Library((LibraryDeck(metadata, Path("deck.yaml")),))
    with open_collection(tmp_path / "collection.db") as collection:
        save_notes(collection, notes)
        save_notes(collection, [Note("gone", "a", Basic(text, text), ("other",))], "gone")
        values = load_completion_values(collection, library)
    by_attribute = values.by_attribute
    assert by_attribute[NoteAttribute.DECK] == ("Science", "Science::Physics", "科學")
    assert by_attribute[NoteAttribute.TAG] == ("two words", "verb", "verb::strong", "none")
    assert by_attribute[NoteAttribute.SECTION] == ("9", "10", "none")
    assert by_attribute[NoteAttribute.PREREQUISITE] == ("deck/b", "none")
    assert by_attribute[NoteAttribute.LANGUAGE] == ("en", "none")
    assert by_attribute[NoteAttribute.SOURCE] == ("A paper", "none")
    assert {"basic", "Words"} <= {*by_attribute[NoteAttribute.NOTE_TYPE]}
    assert {"translate", "Say"} <= {*values.templates}
    assert values.field_names == ("Word", "Meaning")
