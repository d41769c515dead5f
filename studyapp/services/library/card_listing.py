"""All cards as plain words."""

from collections.abc import Collection as Some
from collections.abc import Iterator

from studyapp.core.cards.card import Card, cards_of, is_asked_in
from studyapp.core.notes.note_fields import type_of
from studyapp.core.rendering.card_captions import heading
from studyapp.core.rendering.face import face_of
from studyapp.core.rendering.markdown_rendering import plain_text
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.library.deck_library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection


def list_cards(
    collection: Collection, library: Library, decks: Some[str], choice: LanguageChoice
) -> Iterator[dict[str, object]]:
    """Each card of these decks in their order: its identity, its note, and both sides as plain text."""
    for deck in library.deck_ids:
        if deck not in decks:
            continue
        with collection.reading() as connection:
            found = [note for note, _ in notes.present(connection, deck)]
        for note in found:
            for card in cards_of(note):
                if is_asked_in(card, choice):
                    yield _row(card, choice)


def question_in_words(card: Card, choice: LanguageChoice, html: str) -> str:
    """The question as plain text, with what it asks for in front where the card itself does not say it."""
    asks_for = heading(card.kind, choice)
    ends = "" if asks_for.endswith(("?", "？")) else ":"
    return f"{asks_for}{ends} {plain_text(html)}" if asks_for else plain_text(html)


def _row(card: Card, choice: LanguageChoice) -> dict[str, object]:
    face, note = face_of(card, choice), card.note
    return {
        "card": str(card.id),
        "deck": note.deck,
        "note": note.id,
        "type": type_of(note.content),
        "section": note.section,
        "evidence": note.evidence,
        "tags": list(note.tags),
        "question": question_in_words(card, choice, face.question),
        "answer": plain_text(face.answer),
        "why": plain_text(face.why),
    }
