"""The bundled decks can be imported into Anki completely, in every language setting."""

from pathlib import Path

import pytest
from anki.collection import Collection

from studyapp.anki.writing.package import ExportDeck, ExportNote, write_package
from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.text.localized_text import CardLanguages
from studyapp.deckfiles.reading.deck_reading import read_deck
from studyapp.paths import bundled_decks_folder
from tests.anki.samples import ImportFunction, query_column


@pytest.mark.parametrize("choice", CardLanguages)
def test_bundled_decks_are_imported_completely(
    collection: Collection, import_package: ImportFunction, tmp_path: Path, choice: CardLanguages
) -> None:
    decks = [deck for path in sorted(bundled_decks_folder().glob("*.yaml")) if (deck := read_deck(path).deck)]
    packaged = [
        ExportDeck(
            deck.metadata, bundled_decks_folder(), [ExportNote(note, 1_700_000_000) for note in deck.notes]
        )
        for deck in decks
    ]
    report = write_package(tmp_path / "all.apkg", packaged, choice, now=1_700_000_000)
    assert (report.unsupported_cards, report.missing_media) == ((), ())
    log = import_package(tmp_path / "all.apkg")
    notes = [note for deck in decks for note in deck.notes]
    assert (len(log.new), collection.note_count()) == (len(notes), len(notes))
    expected_count = sum(is_available_in(card, choice) for note in notes for card in cards_of(note))
    assert collection.card_count() == expected_count
    assert collection.fix_integrity()[1]
    assert not list(collection.get_empty_cards().notes)
    leading_fields = [
        field
        for fields in query_column(collection, "SELECT flds FROM notes")
        for field in fields.split("\x1f")[:2]
    ]
    assert all(leading_fields)
