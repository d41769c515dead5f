"""Whatever a deck holds, Anki gets the same notes, cards and words."""

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
from tests.anki.note_strategies import notes
from tests.anki.samples import HEAD, column, rows


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(notes, min_size=8, max_size=30), st.sampled_from(CardLanguages), st.integers(1, 4_000_000_000)
)
def test_anki_gets_the_same_notes(drawn: list[Note], choice: CardLanguages, changed_at: int) -> None:
    deck = [
        Note("d", f"n{number}", one.content, one.tags, one.section, one.evidence, (), one.explanation)
        for number, one in enumerate(drawn)
    ]
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            check(collection, Path(folder), deck, choice, changed_at)
        finally:
            collection.close()


def check(
    collection: Collection, folder: Path, deck: list[Note], choice: CardLanguages, changed_at: int
) -> None:
    packaged = ExportDeck(HEAD, folder, [ExportNote(note, changed_at) for note in deck])
    report = write_package(folder / "x.apkg", [packaged], choice)
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(folder / "x.apkg"), options=ImportAnkiPackageOptions())
    )
    # A cloze in words that are not a blank to Markdown has no card; none of these is beyond Anki's number.
    expected = {derive_guid(note.key): [card.ordinal - 1 for card in asked(note, choice)] for note in deck}
    held: dict[str, list[int]] = {}
    for guid, ordinal in rows(
        collection, "SELECT guid, ord FROM notes n JOIN cards c ON nid = n.id ORDER BY n.id, ord"
    ):
        held.setdefault(guid, []).append(ordinal)
    assert held == {guid: ordinals for guid, ordinals in expected.items() if ordinals}
    assert report.card_count == sum(map(len, held.values()))
    assert set(column(collection, "SELECT mod FROM notes")) <= {changed_at}
    fields = dict(rows(collection, "SELECT guid, flds FROM notes"))
    for note in deck:
        of_note = "\x1f".join(render_note(note, render_source(HEAD.source), choice).fields)
        if "<img" not in of_note and derive_guid(note.key) in fields:
            assert fields[derive_guid(note.key)] == unicodedata.normalize("NFC", of_note)
    assert not collection.get_empty_cards().notes
    assert collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    for found in collection.find_cards("")[:12]:
        card = collection.get_card(found)
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        assert "docs.ankiweb.net" not in output.question_text + output.answer_text


def asked(note: Note, choice: CardLanguages) -> list[Card]:
    return [card for card in cards_of(note) if is_available_in(card, choice)]
