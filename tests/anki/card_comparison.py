"""Compares the cards that a note has in StudyApp with those of the real Anki, as text that a reader sees."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from anki.cards import Card as AnkiCard
from anki.collection import Collection as Anki

from studyapp.core.cards.card import Card, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import CustomContent, Note
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.hint_links import open_hint
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.anki.anki_collections import FIELD_NAMES, add_note, add_note_type
from tests.anki.visible_text import visible_text

TYPE_FIELD = re.compile(r"\[\[type:[^\]]*\]\]")
"""Where Anki puts the field for typing."""


HINT = re.compile(r'\n(<a class=hint.*?</a>)\n(<div id="hint\w+" class=hint .*?</div>)\n', re.DOTALL)
"""What Anki makes of the filter `hint`, with line breaks around it."""


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
    note = Note("d", "n", CustomContent(note_type, values), tags=tuple(sorted(tags)))
    title = LocalizedText.language_neutral("Default")
    mine = {card.ordinal: replace(card, deck_title=title) for card in cards_of(note)}
    if 500 not in mine:
        anki_cards.pop(500, None)  # Anki makes it for numbers above 500, and it shows a message
    if not mine:
        anki_cards.pop(1, None)  # so that the note has a card; it shows a message
    assert mine.keys() == anki_cards.keys()
    return [CardPair(card, anki_cards[ordinal]) for ordinal, card in mine.items()]


def assert_same_text(pair: CardPair, css: str = "", *, ignores_spaces: bool = False) -> None:
    """Check that both sides of a card show the same text as in Anki's window. `ignores_spaces` leaves out spaces and line
    breaks."""
    rendered, face = pair.anki.render_output(), render_face(pair.mine, CardLanguages.ENGLISH)
    ordinal, revealed = pair.mine.ordinal, face.revealed
    for _ in face.hints:  # a hint may contain others
        for index, hint in enumerate(face.hints):
            revealed = open_hint(revealed, index, hint)
    texts_by_side = {
        "question": (shown_text(face.question), anki_text(rendered.question_text, css, ordinal=ordinal)),
        "answer": (
            shown_text(revealed),
            anki_text(rendered.answer_text, css, ordinal=ordinal, is_answer=True),
        ),
    }
    for side, texts in texts_by_side.items():
        mine, in_anki = ("".join(text.split()) if ignores_spaces else text for text in texts)
        assert mine == in_anki, f"{side} {texts[0]!r}, in Anki {texts[1]!r}"


def shown_text(face_html: str) -> str:
    """Return the text that a side of a card shows in StudyApp, with single spaces between words."""
    return visible_text(face_html, is_answer=True)


def anki_text(html: str, css: str = "", *, ordinal: int = 1, is_answer: bool = False) -> str:
    """Return the text that Anki's window shows for rendered HTML, in StudyApp's spelling of blanks."""
    without_fields = HINT.sub(r"\1\2", TYPE_FIELD.sub("", html))
    text = visible_text(without_fields, css, ordinal=ordinal, is_answer=is_answer)
    return text.replace("...", "…")
