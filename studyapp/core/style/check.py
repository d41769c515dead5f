"""All rules of style over some decks."""

from collections.abc import Sequence

from studyapp.core.deck import Deck
from studyapp.core.style.all_notes import check_together
from studyapp.core.style.finding import Finding
from studyapp.core.style.one_note import check_note


def check_style(decks: Sequence[Deck]) -> tuple[Finding, ...]:
    """Each thing once, in the order of the notes; what lies between notes comes last."""
    alone = (
        found for deck in decks for note in deck.notes for found in check_note(note, deck.head.languages)
    )
    return tuple(dict.fromkeys([*alone, *check_together(decks)]))
