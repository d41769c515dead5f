"""Finding notes that ask the same or nearly the same."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Note
from studyapp.core.rendering.face import render_face
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.near_duplicates import find_similar_texts
from studyapp.services.library.card_rows import format_question
from studyapp.store import notes
from studyapp.store.collection import Collection

MAX_PAIRS = 1000
"""How many pairs are returned at most."""


class SimilarNotes(NamedTuple):
    """Two notes and the similarity of their questions (0 to 1)."""

    first: Note
    second: Note
    similarity: float


def find_duplicate_notes(
    collection: Collection,
    decks: Sequence[str],
    languages: CardLanguages,
    min_similarity: float,
    progress: Callable[[int], None],
) -> list[SimilarNotes]:
    """Return the pairs of notes in these decks whose first cards ask nearly the same, the most similar ones first, up
    to `MAX_PAIRS`.

    With a `min_similarity` of 1, only questions that are the same except for case, width and spaces. `progress` is
    called with the number of notes done, first while the questions are read and then while they are compared; it may
    raise to stop. Raises StoreError if the collection can't be read.
    """
    found_notes: list[Note] = []
    questions: list[str] = []
    for deck in decks:
        with collection.read_transaction() as connection:
            for note, _ in notes.iterate_present(connection, deck):
                if len(found_notes) % 100 == 0:
                    progress(len(found_notes))
                found_notes.append(note)
                questions.append(_question_text(note, languages))
    pairs = find_similar_texts(questions, min_similarity, MAX_PAIRS, progress)
    return [
        SimilarNotes(found_notes[pair.first], found_notes[pair.second], pair.similarity) for pair in pairs
    ]


def _question_text(note: Note, languages: CardLanguages) -> str:
    first_card = next(iter(cards_of(note)), None)
    if first_card is None:
        return ""
    return format_question(first_card, languages, render_face(first_card, languages).question)
