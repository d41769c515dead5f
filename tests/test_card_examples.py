"""The examples in `docs/cards.md` are texts of the bundled notes."""

import re
from pathlib import Path

import pytest

from studyapp.core.notes.note import Note
from studyapp.core.style.note_texts import field_texts
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.paths import bundled_decks_folder

PAGE = (Path(__file__).parents[1] / "docs" / "cards.md").read_text("utf-8")
EXAMPLES = re.findall(r"^> \*\*After\*\* \(`([^`]+)`\): (.+)$", PAGE, re.MULTILINE)
"""The key of a note, and its texts with arrows between them."""


@pytest.fixture(scope="module")
def note_by_key() -> dict[str, Note]:
    decks = [read_deck(path).deck for path in sorted(bundled_decks_folder().glob("*.yaml"))]
    return {note.key: note for deck in decks if deck for note in deck.notes}


def test_page_has_examples() -> None:
    assert len(EXAMPLES) == PAGE.count("**After**") >= 12


@pytest.mark.parametrize(("key", "texts"), EXAMPLES, ids=[key for key, _ in EXAMPLES])
def test_example_is_the_text_of_a_bundled_note(key: str, texts: str, note_by_key: dict[str, Note]) -> None:
    versions = [version for _, text in field_texts(note_by_key[key]) for version in text.version_texts]
    assert [text for text in texts.split(" → ") if text not in versions] == []
