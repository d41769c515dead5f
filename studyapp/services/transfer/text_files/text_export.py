"""Exporting notes as a table or as a Markdown page."""

from collections.abc import Callable, Iterator
from collections.abc import Collection as AbstractCollection
from typing import NamedTuple

from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss
from studyapp.services.library.card_rows import CardTexts, card_texts
from studyapp.services.library.deck_library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_writing import records_to_csv
from studyapp.textfiles.exported.note_record import NoteRecord, TextFormat
from studyapp.textfiles.exported.page_records import records_to_markdown
from studyapp.textfiles.exported.record_writing import find_losses, make_record

_DELIMITER_BY_SUFFIX = {".csv": ",", ".tsv": "\t"}
"""The delimiters of tables. The other text format is Markdown."""


class TextExport(NamedTuple):
    """The text of an exported file, its counts, and what it leaves out of the notes."""

    text: str
    note_count: int
    card_count: int
    formula_count: int
    losses: tuple[Loss, ...]


def export_as_text(
    collection: Collection,
    library: Library,
    decks: AbstractCollection[str],
    languages: CardLanguages,
    suffix: str,
    includes: Callable[[str], bool],
) -> TextExport:
    """Return the notes of these decks whose keys are included as the text of a file with this suffix, in library order."""
    records: list[NoteRecord] = []
    losses: list[Loss] = []
    note_count = card_count = 0
    for note in _iterate_notes(collection, library, decks, includes):
        cards = [card for card in cards_of(note) if is_available_in(card, languages)]
        if not cards:
            continue
        note_count, card_count = note_count + 1, card_count + len(cards)
        losses += find_losses(note)
        record = make_record(note, languages)
        if record is None:
            texts = (card_texts(card, languages) for card in cards)
            records += (_plain_record(note, text) for text in texts)
        else:
            records.append(record)
    delimiter = _DELIMITER_BY_SUFFIX.get(suffix)
    if delimiter is None:
        titles = library.title_by_deck(languages)
        return TextExport(records_to_markdown(records, titles), note_count, card_count, 0, tuple(losses))
    table = records_to_csv(records, delimiter)
    return TextExport(table.text, note_count, card_count, table.formula_count, tuple(losses))


def _iterate_notes(
    collection: Collection, library: Library, decks: AbstractCollection[str], includes: Callable[[str], bool]
) -> Iterator[Note]:
    for deck in library.deck_ids:
        if deck in decks:
            with collection.read_transaction() as connection:
                present = [note for note, _ in notes.iterate_present(connection, deck)]
            yield from (note for note in present if includes(note.key))


def _plain_record(note: Note, texts: CardTexts) -> NoteRecord:
    return NoteRecord(
        note.deck_id,
        note.id,
        note_type_of(note.content),
        texts.question,
        texts.answer,
        texts.why,
        note.section,
        note.evidence or "",
        tuple("-".join(tag.split()) for tag in note.tags),
        requires=note.prerequisites,
        format=TextFormat.PLAIN,
    )
