"""What the import of a table would add, without importing it."""

from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.note_conversion import convert_note
from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.textfiles.table_layout import LayoutChoices, TableLayout
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.text_files.known_text_notes import count_present, load_known_text_notes
from studyapp.store.collection import Collection
from studyapp.textfiles.csv_reading import read_csv

PREVIEWED_NOTES = 10
"""The number of notes that a preview shows."""


class PreviewedCard(NamedTuple):
    """Both sides of a card as plain text. The answer includes the explanation."""

    question: str
    answer: str


class PreviewedNote(NamedTuple):
    """A note that the import would add. `line` is its first line in the file."""

    line: int
    deck: str
    tags: tuple[str, ...]
    cards: tuple[PreviewedCard, ...]


class TablePreview(NamedTuple):
    """How a table is read, and what it contains.

    `header_line` is the line of the column names, or 0 without them. `samples` are the first cells with content of each column, and
    `notes` the first notes of `note_count`, of which `present_count` are already here. `losses` are what would not be imported.
    """

    layout: TableLayout
    header_line: int
    samples: tuple[str, ...]
    note_count: int
    present_count: int
    notes: tuple[PreviewedNote, ...]
    losses: tuple[Loss, ...]


def preview_table(
    collection: Collection, library: Library, path: Path, choices: LayoutChoices
) -> TablePreview:
    """Return what the import of a table would add.

    Raises UnreadableFileError if the file is not a valid table, or OSError if it can't be read.
    """
    known = load_known_text_notes(collection, library)
    table = read_csv(path, lambda _: False, known, choices)
    package = table.package
    shown: list[PreviewedNote] = []
    losses = list(package.losses)
    for source in package.notes[:PREVIEWED_NOTES]:
        previewed = _preview_note(source, package.deck_names_by_id[source.cards[0].deck_id])
        if isinstance(previewed, Loss):
            losses.append(previewed._replace(line=source.line))
        else:
            shown.append(previewed)
    present_count = count_present(collection, library, known, package.notes)
    return TablePreview(
        table.layout,
        table.header_line,
        table.samples,
        len(package.notes),
        present_count,
        tuple(shown),
        tuple(losses),
    )


def _preview_note(source: SourceNote, deck: str) -> PreviewedNote | Loss:
    note = source.written_note
    if note is None:
        converted = convert_note(source, "", frozenset())
        if isinstance(converted, Loss):
            return converted
        note = Note(deck, "preview", converted.content, source.tags, explanation=converted.explanation)
    faces = (render_face(card, CardLanguages.ENGLISH) for card in cards_of(note))
    cards = tuple(
        PreviewedCard(
            html_to_text(face.question),
            "\n".join(filter(None, (html_to_text(face.answer), html_to_text(face.explanation)))),
        )
        for face in faces
    )
    return PreviewedNote(source.line, deck, source.tags, cards)
