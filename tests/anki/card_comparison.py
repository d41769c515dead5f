"""Compares the cards that a note has in StudyApp with those of the real Anki, as text that a reader sees."""

import re
import time
from collections.abc import Sequence
from typing import NamedTuple

from anki.cards import Card as AnkiCard
from anki.collection import Collection as Anki

from studyapp.core.cards.card import Card, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.hint_links import open_hint
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages
from tests.anki.anki_collections import FIELD_NAMES, add_note, add_note_type
from tests.anki.visible_text import visible_text

TYPE_FIELD = re.compile(r"\[\[type:[^\]]*\]\]")
"""Where Anki puts the field for typing."""


class CardPair(NamedTuple):
    """A card in StudyApp and the same card in Anki."""

    mine: Card
    anki: AnkiCard


def make_card_pairs(
    anki: Anki,
    templates: Sequence[tuple[str, str]],
    fields: Sequence[str],
    *,
    is_cloze: bool = False,
    css: str = "",
    tags: tuple[str, ...] = (),
) -> list[CardPair]:
    """Add a note with its own note type to Anki and return its cards on both sides, which must be the same. `fields` are
    the first of `FIELD_NAMES`."""
    values = (*fields, "", "", "")[:3]
    name = add_note_type(anki, f"type {time.time_ns()}", list(templates), is_cloze=is_cloze)
    anki_cards = {
        card.ord + 1: card
        for card in anki.get_note(add_note(anki, name, *values, tags=tags)).cards()  # type: ignore[arg-type]
    }
    card_templates = tuple(
        CardTemplate(f"Card {number}", *sides) for number, sides in enumerate(templates, 1)
    )
    note_type = CustomNoteType(0, name, FIELD_NAMES, card_templates, css=css, is_cloze=is_cloze)
    mine = {
        card.ordinal: card for card in cards_of(Note("d", "n", CustomContent(note_type, values), tags=tags))
    }
    if 500 not in mine:
        anki_cards.pop(500, None)  # Anki makes it for numbers above 500, and it shows a message
    if not mine:
        anki_cards.pop(1, None)  # so that the note has a card; it shows a message
    assert mine.keys() == anki_cards.keys()
    return [CardPair(card, anki_cards[ordinal]) for ordinal, card in mine.items()]


def assert_same_text(pair: CardPair, css: str = "") -> None:
    """Check that both sides of a card show the same text as in Anki's window."""
    rendered, face = pair.anki.render_output(), render_face(pair.mine, CardLanguages.ENGLISH)
    ordinal = pair.mine.ordinal
    question, anki_question = (
        shown_text(face.question),
        anki_text(rendered.question_text, css, ordinal=ordinal),
    )
    assert question == anki_question, f"question {question!r}, in Anki {anki_question!r}"
    revealed = face.revealed
    for index, hint in enumerate(face.hints):
        revealed = open_hint(revealed, index, hint)
    answer = shown_text(revealed)
    anki_answer = anki_text(rendered.answer_text, css, ordinal=ordinal, is_answer=True)
    assert answer == anki_answer, f"answer {answer!r}, in Anki {anki_answer!r}"


def shown_text(face_html: str) -> str:
    """Return the text of a side of a card in StudyApp, without line breaks."""
    return " ".join(html_to_text(face_html).split())


def anki_text(html: str, css: str = "", *, ordinal: int = 1, is_answer: bool = False) -> str:
    """Return the text that Anki's window shows for rendered HTML, in StudyApp's spelling of blanks."""
    without_fields = TYPE_FIELD.sub("", html).replace("\n<a class=hint", "<a class=hint")
    text = visible_text(without_fields, css, ordinal=ordinal, is_answer=is_answer)
    return text.replace("...", "…")
