"""Any exported deck has the same notes, cards and texts in Anki."""

import tempfile
import unicodedata
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.anki.writing.note_rendering import render_note, render_source
from studyapp.anki.writing.package import ExportDeck, ExportNote, write_package
from studyapp.core.cards.card import Card, cards_of, is_available_in
from studyapp.core.notes.note import (
    Note,
)
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.text.localized_text import CardLanguages
from tests.anki.note_strategies import any_note
from tests.anki.samples import METADATA, query_column, query_rows


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(any_note, min_size=8, max_size=30), st.sampled_from(CardLanguages), st.integers(1, 4_000_000_000)
)
def test_any_deck_is_exported_completely(notes: list[Note], choice: CardLanguages, changed_at: int) -> None:
    deck = [
        Note("d", f"n{number}", note.content, note.tags, note.section, note.evidence, (), note.explanation)
        for number, note in enumerate(notes)
    ]
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            check_import(collection, Path(folder), deck, choice, changed_at)
        finally:
            collection.close()


def check_import(
    collection: Collection, folder: Path, deck: list[Note], choice: CardLanguages, changed_at: int
) -> None:
    packaged = ExportDeck(METADATA, folder, [ExportNote(note, changed_at) for note in deck])
    report = write_package(folder / "x.apkg", [packaged], choice)
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(folder / "x.apkg"), options=ImportAnkiPackageOptions())
    )
    # Clozes that Markdown doesn't recognise have no card; no number exceeds Anki's limit.
    expected = {
        derive_guid(note.key): [card.ordinal - 1 for card in available_cards(note, choice)] for note in deck
    }
    ordinals_by_guid: dict[str, list[int]] = {}
    for guid, ordinal in query_rows(
        collection, "SELECT guid, ord FROM notes n JOIN cards c ON nid = n.id ORDER BY n.id, ord"
    ):
        ordinals_by_guid.setdefault(guid, []).append(ordinal)
    assert ordinals_by_guid == {guid: ordinals for guid, ordinals in expected.items() if ordinals}
    assert report.card_count == sum(map(len, ordinals_by_guid.values()))
    assert set(query_column(collection, "SELECT mod FROM notes")) <= {changed_at}
    fields = dict(query_rows(collection, "SELECT guid, flds FROM notes"))
    for note in deck:
        rendered_fields = "\x1f".join(render_note(note, render_source(METADATA.source), choice).fields)
        if "<img" not in rendered_fields and derive_guid(note.key) in fields:
            assert fields[derive_guid(note.key)] == unicodedata.normalize("NFC", rendered_fields)
    assert not collection.get_empty_cards().notes
    assert collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    for found in collection.find_cards("")[:12]:
        card = collection.get_card(found)
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        assert "docs.ankiweb.net" not in output.question_text + output.answer_text


def available_cards(note: Note, choice: CardLanguages) -> list[Card]:
    return [card for card in cards_of(note) if is_available_in(card, choice)]
