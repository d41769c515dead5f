"""Cards as plain text, for lists and exports."""

from collections.abc import Callable, Iterator
from collections.abc import Collection as AbstractCollection
from dataclasses import replace
from typing import NamedTuple

from studyapp.core.cards.card import Card, cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note_fields import note_type_of
from studyapp.core.rendering.card_captions import card_caption
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.sounds import write_sound_tags
from studyapp.services.library.deck_library import Library
from studyapp.store import notes
from studyapp.store.collection import Collection


def list_cards(
    collection: Collection,
    library: Library,
    decks: AbstractCollection[str],
    languages: CardLanguages,
    includes: Callable[[CardId], bool] = lambda _: True,
) -> Iterator[dict[str, object]]:
    """Yield each card of these decks that is included, in library order, with its note's data and both sides as plain
    text."""
    titles = {deck.metadata.id: deck.metadata.title for deck in library.decks}
    for deck in library.deck_ids:
        if deck not in decks:
            continue
        with collection.read_transaction() as connection:
            present_notes = [note for note, _ in notes.iterate_present(connection, deck)]
        for note in present_notes:
            for card in cards_of(note):
                if is_available_in(card, languages) and includes(card.id):
                    yield _card_row(replace(card, deck_title=titles[deck]), languages)


def format_question(card: Card, languages: CardLanguages, html: str) -> str:
    """Return the question as plain text, preceded by the card's caption if it has one."""
    caption = card_caption(card.kind, languages)
    text = html_to_text(html)
    if not caption:
        return text
    colon, space = (":", " ") if caption[-1].isascii() else ("：", "")  # full-width punctuation in Chinese
    separator = "" if caption.endswith(("?", "？")) else colon
    if text[:1].isspace():  # indented code starts on a line of its own, so that its lines stay aligned
        space = "\n"
    return f"{caption}{separator}{space}{text}"


def _plain_text(html: str) -> str:
    """Return the HTML as plain text, with sounds written in Anki's way."""
    return html_to_text(write_sound_tags(html))


class CardTexts(NamedTuple):
    """The plain text of a card: both sides and the explanation, which may be empty."""

    question: str
    answer: str
    why: str


def card_texts(card: Card, languages: CardLanguages) -> CardTexts:
    """Return the plain text of a card in these languages, with sounds written in Anki's way."""
    face = render_face(card, languages)
    return CardTexts(
        format_question(card, languages, write_sound_tags(face.question)),
        _plain_text(face.answer),
        _plain_text(face.explanation),
    )


def _card_row(card: Card, languages: CardLanguages) -> dict[str, object]:
    texts, note = card_texts(card, languages), card.note
    return {
        "card": str(card.id),
        "deck": note.deck_id,
        "note": note.id,
        "type": note_type_of(note.content),
        "section": note.section,
        "evidence": note.evidence,
        "tags": list(note.tags),
        "question": texts.question,
        "answer": texts.answer,
        "why": texts.why,
    }
